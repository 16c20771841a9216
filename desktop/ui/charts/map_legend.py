"""The legend of a coloured map: the shade and the dot of every class, with its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.sheets.map.page import LegendRow, MapPage
from desktop.ui.charts.map_colours import MapShades, hatching
from desktop.ui.charts.map_layout import DOT
from desktop.ui.context import Context
from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import Role, font

# Of the height of a line: a swatch across and down, the room of a dot, and what lies between.
_SWATCH, _DOWN, _ROOM, _GAP, _BETWEEN = 1.5, 0.85, 1.1, 0.4, 1.5
_ROW = 1.5
_BORDER = 0.06


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row of the legend with where it begins."""

    row: LegendRow
    left: float
    top: float


class LegendPainter:
    """Lays a legend out in a width and draws it; as high as `height`.

    `face` gives the font of a role.
    """

    def __init__(self, page: MapPage, width: float, face: Callable[[Role], QFont] = font) -> None:
        self._face = face
        metrics = QFontMetricsF(font(Role.SMALL))
        self._metrics, self._line = metrics, metrics.height()
        self._width = width
        self._levels = page.levels
        self._has_dots = any(place.is_spot for place in page.places)
        self._placed = list(self._lay_out(page.legend))
        last = max((each.top for each in self._placed), default=-self._line * _ROW)
        self.height = last + self._line * _ROW

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw it with its left upper corner where the painter is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = MapShades(theme, self._levels)
        for each in self._placed:
            self._draw_row(painter, each, shades, theme)

    def _lay_out(self, rows: Sequence[LegendRow]) -> Iterator[_Placed]:
        """Side by side as far as they go, then in the next line."""
        left = top = 0.0
        for row in rows:
            width = self._before() + self._metrics.horizontalAdvance(row.text)
            if left and left + width > self._width:
                left, top = 0.0, top + self._line * _ROW
            yield _Placed(row, left, top)
            left += width + self._line * _BETWEEN

    def _before(self) -> float:
        """What stands before the text of a row."""
        return self._line * (_SWATCH + _GAP + (_ROOM + _GAP if self._has_dots else 0))

    def _draw_row(self, painter: QPainter, each: _Placed, shades: MapShades, theme: Theme) -> None:
        line, level = self._line, each.row.level
        middle = each.top + line * _ROW / 2
        # With its whole border inside the legend, whose edge cuts off what lies beyond.
        swatch = QRectF(each.left + line * _BORDER, middle - line * _DOWN / 2, 0, line * _DOWN)
        swatch.setRight(each.left + line * _SWATCH)
        path = QPainterPath()
        path.addRect(swatch)
        painter.fillPath(path, shades.colour(level))
        if level is None:
            shades.hatch(painter, hatching(path, line), line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("muted"), line * _BORDER))
        painter.drawPath(path)
        if self._has_dots:
            spot = QPointF(swatch.right() + line * (_GAP + _ROOM / 2), middle)
            shades.dot(painter, spot, line * DOT * shades.grown(level), level, line)
        painter.setPen(theme.colour("text"))
        painter.setFont(self._face(Role.SMALL))
        left = each.left + self._before()
        text = QRectF(left, each.top, max(self._width - left, line), line * _ROW)
        # What does not fit in one line of its own goes on; it is the last in its row.
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, int(flags) | int(Qt.TextFlag.TextDontClip), each.row.text)


class MapLegend(QWidget):
    """The legend on the screen; its words are its accessible description."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._page: MapPage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.theme_changed.connect(self.update)

    def show_page(self, page: MapPage) -> None:
        """Show the legend of a page."""
        self._page = page
        self.setAccessibleName(self._context.language.gettext("Legend"))
        texts = [row.text for row in page.legend]
        self.setAccessibleDescription(self._context.language.side_by_side(texts))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(LegendPainter(self._page, width).height) + 1 if self._page else 0

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 8, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page:
            painter = QPainter(self)
            LegendPainter(self._page, self.width()).draw(painter, self._context.theme)
            painter.end()
