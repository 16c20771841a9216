"""Icons of one family (Lucide), drawn in the theme's colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.look.theme import Theme

# Large enough for 200 % screens; Qt scales down.
SIZE = 64


def icon(resources: Path, name: str, theme: Theme) -> QIcon:
    """The icon `name`.svg in the text colour, lighter on a selected row, paler when disabled."""
    drawing = _read(resources, name)
    found = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, "text"),
        (QIcon.Mode.Selected, "on_accent"),
        (QIcon.Mode.Disabled, "disabled"),
    ):
        coloured = drawing.replace("currentColor", theme.colours[colour])
        found.addPixmap(_drawn(coloured), mode)
    return found


def plain_icon(resources: Path, name: str, theme: Theme) -> QIcon:
    """The same in the text colour alone, at a third of the cost, for who marks states otherwise."""
    return QIcon(_drawn(_read(resources, name).replace("currentColor", theme.colours["text"])))


def _read(resources: Path, name: str) -> str:
    return (resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _drawn(drawing: str) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE, SIZE))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, SIZE, SIZE))
    painter.end()
    return pixmap
