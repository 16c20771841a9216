"""The coloured map as a picture of its own: title, map, legend, notes, sources, on white."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.domain.outlines import Outline
from desktop.l10n.language import Language
from desktop.sheets.map.page import MapPage
from desktop.sheets.map.table import map_csv
from desktop.ui.charts.map_layout import Ground, MapLayout, MapShapes
from desktop.ui.charts.map_legend import LegendPainter
from desktop.ui.charts.map_painter import MapPainter
from desktop.ui.charts.map_view import SHAPE, grown_dots, neighbour_names, numbers_on
from desktop.ui.look.theme import LIGHT, Theme
from desktop.ui.look.typography import FAMILY, Role, font

# In lines of small text: the width of a picture, its margin, and what lies between its parts.
_WIDTH, _MARGIN, _GAP = 56, 2.0, 0.7
_PAPER = Qt.GlobalColor.white
_WEIGHT = QFont.Tag("wght")
# What stands in where Inter is not installed.
_FAMILIES = f"{FAMILY}, Segoe UI, Helvetica Neue, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of the picture: where it stands, in what role and colour."""

    text: str
    role: Role
    colour: str
    box: QRectF


class MapPicture:
    """A page of the map laid out for a file; always in the light colours, whatever the screen."""

    def __init__(
        self, page: MapPage, outlines: Sequence[Outline], language: Language, resources: Path
    ) -> None:
        self.page = page
        self._language = language
        self._theme = Theme.load(resources, LIGHT)
        self._line = QFontMetricsF(font(Role.SMALL)).height()
        self._inner = self._line * _WIDTH
        self._texts: list[_Text] = []
        self._top = self._line * _MARGIN
        self._add(page.title, Role.HEADING, "text")
        self._add(page.legend_title, Role.SMALL, "muted")
        self._legend_top = self._top
        self._top += LegendPainter(page, self._inner).height + self._line * _GAP
        self._map_top, self.layout = self._top, self._map_layout(outlines)
        if self.layout:
            self._top += self.layout.shapes.frame.height() + self._line * _GAP
        for text, colour in self._below():
            self._add(text, Role.SMALL, colour)
        self.size = QSizeF(
            self._inner + 2 * self._line * _MARGIN, self._top + self._line * (_MARGIN - _GAP)
        )

    @property
    def words(self) -> Sequence[str]:
        """Every paragraph that stands around the map, from the top."""
        return [each.text for each in self._texts]

    def image(self, scale: int) -> QImage:
        """The picture, so many dots to a point of it."""
        size = QSize(round(self.size.width()), round(self.size.height()))
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(_PAPER)
        painter = QPainter(image)
        self.draw(painter, font)
        painter.end()
        image.setText("Title", self.page.title)
        image.setText("Source", f"{self.page.source}. {self.page.attribution}")
        return image

    def png(self, scale: int) -> bytes:
        """The picture as a PNG file; who looks into the file finds title and source there too."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image(scale))
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The picture as a drawing; its texts stay texts."""
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        # Fonts are measured for the screen.
        generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
        generator.setSize(self.size.toSize())
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self.page.title)
        said = [each.line for each in self.page.places]
        generator.setDescription(" ".join((*self.words, *said)))
        painter = QPainter(generator)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), _PAPER)
        self.draw(painter, _weighted)
        painter.end()
        named, stacked = (f'font-family="{each}"' for each in (FAMILY, _FAMILIES))
        return bytes(buffer.data().data()).replace(named.encode(), stacked.encode())

    def csv(self) -> bytes:
        """The numbers for a spreadsheet, which takes a file for UTF-8 only if it says so."""
        return map_csv(self.page, self._language).encode("utf-8-sig")

    def draw(self, painter: QPainter, face: Callable[[Role], QFont]) -> None:
        """Draw all of it."""
        margin = self._line * _MARGIN
        for each in self._texts:
            painter.setFont(face(each.role))
            painter.setPen(self._theme.colour(each.colour))
            painter.drawText(each.box, _WRAPPED, each.text)
        painter.save()
        painter.translate(margin, self._legend_top)
        LegendPainter(self.page, self._inner, face).draw(painter, self._theme)
        painter.restore()
        if self.layout:
            painter.save()
            painter.translate(margin, self._map_top)
            MapPainter(self.layout, self._theme, None, self.page, face).draw(painter)
            painter.restore()

    def _add(self, text: str, role: Role, colour: str) -> None:
        """Set a paragraph below what stands there already."""
        room = QRectF(self._line * _MARGIN, self._top, self._inner, self._line * 100)
        box = QFontMetricsF(font(role)).boundingRect(room, _WRAPPED, text)
        # As wide as there is room: what is measured to the dot may wrap when it is drawn.
        self._texts.append(_Text(text, role, colour, QRectF(room.topLeft(), box.size())))
        self._texts[-1].box.setWidth(self._inner)
        self._top += box.height() + self._line * _GAP

    def _below(self) -> Iterator[tuple[str, str]]:
        tr = self._language.gettext
        for note in self.page.notes:
            yield note, "text"
        yield tr("Source: {source}").format(source=self.page.source), "muted"
        if self.page.age:
            yield self.page.age, "muted"
        yield self.page.attribution, "muted"

    def _map_layout(self, outlines: Sequence[Outline]) -> MapLayout | None:
        ground = Ground.of(outlines, self.page.places)
        if ground is None:
            return None
        size = QSizeF(self._inner, self._inner * SHAPE)
        shapes = MapShapes(ground, self.page.places, size, grown_dots(self._theme, self.page))
        names = neighbour_names(ground, self._language)
        return MapLayout(shapes, self.page.places, names, numbers_on(self.page))


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def _weighted(role: Role) -> QFont:
    """The font of a role with its weight as a drawing names it: it knows nothing of axes."""
    found = font(role)
    found.setWeight(QFont.Weight(round(found.variableAxisValue(_WEIGHT) / 100) * 100))
    return found
