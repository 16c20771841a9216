"""A chart as a file: SVG, PNG at two sizes, CSV; always on white, whatever the screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QPainter

from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.tables import chart_csv, chart_table
from desktop.ui.charts.chart_layout import ChartLayout, lay_out
from desktop.ui.charts.chart_painter import ChartPainter
from desktop.ui.charts.chart_shapes import Ink, Inks, inks_of
from desktop.ui.charts.chart_svg import svg
from desktop.ui.charts.chart_type import Faces, Typesetter, export_faces
from desktop.ui.look.theme import LIGHT, Theme

# As wide as a page of a report or a slide shows well, in pixels.
WIDTH = 960
WHITE = "#ffffff"
_METRE = 39.3701
_DOTS_PER_INCH = 96
SVG_TYPE = "image/svg+xml"


@dataclass(frozen=True)
class ChartFiles:
    """One chart in one language, ready to be written; `resources` has the light colours."""

    page: ChartPage
    language: Language
    resources: Path

    def svg(self) -> bytes:
        """The drawing as SVG."""
        layout, faces, inks = self._drawing()
        return svg(self.page, layout, faces, inks, self.language.code).encode()

    def image(self, scale: int) -> QImage:
        """The drawing as a picture, so many pixels to a unit of it."""
        layout, faces, inks = self._drawing()
        image = QImage(
            round(layout.width * scale), round(layout.height * scale), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(scale)
        image.fill(inks[Ink.PAPER])
        dots = round(_DOTS_PER_INCH * scale * _METRE)
        painter = QPainter(image)
        ChartPainter(painter, faces, inks).draw(layout.shapes)
        painter.end()
        # After the painting, which would take other sizes of fonts from it.
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        for key, text in self._said().items():
            image.setText(key, text)
        return image

    def png(self, scale: int) -> bytes:
        """The picture as a PNG file; who looks into the file finds title and source there too."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(self.image(scale))
        return bytes(buffer.data().data())

    def csv(self) -> bytes:
        """The values for a spreadsheet, which takes a file for UTF-8 only if it says so."""
        return chart_csv(self.page, self.language).encode("utf-8-sig")

    def picture_for_clipboard(self) -> QMimeData:
        """The drawing for programs that take pictures, and for those that take drawings."""
        found = QMimeData()
        found.setImageData(self.image(2))
        found.setData(SVG_TYPE, self.svg())
        return found

    def table_for_clipboard(self) -> QMimeData:
        """The values as text in columns, and as a table; title and source around them."""
        found = QMimeData()
        found.setText(self._table_text())
        found.setHtml(self._table_html())
        return found

    def _drawing(self) -> tuple[ChartLayout, Faces, Inks]:
        faces = export_faces()
        inks = {**inks_of(Theme.load(self.resources, LIGHT)), Ink.PAPER: WHITE}
        return lay_out(self.page, Typesetter(faces), WIDTH), faces, inks

    def _said(self) -> dict[str, str]:
        page = self.page
        return {
            "Title": page.title,
            "Description": page.described,
            "Source": f"{page.source} {page.age}",
        }

    def _table_text(self) -> str:
        page, table = self.page, chart_table(self.page, self.language)
        lines = [
            page.title,
            page.headline,
            *filter(None, (page.notes,)),
            *("\t".join(row) for row in (table.header, *table.rows)),
        ]
        return "\n".join((*lines, page.source, page.age))

    def _table_html(self) -> str:
        page, table = self.page, chart_table(self.page, self.language)
        rows = "".join(f"<tr>{_cells('td', row)}</tr>" for row in table.rows)
        notes = f"<p>{escape(page.notes)}</p>" if page.notes else ""
        return (
            f"<p><b>{escape(page.title)}</b><br>{escape(page.headline)}</p>{notes}"
            f"<table><tr>{_cells('th', table.header)}</tr>{rows}</table>"
            f"<p>{escape(page.source)}<br>{escape(page.age)}</p>"
        )


def _cells(tag: str, texts: tuple[str, ...]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
