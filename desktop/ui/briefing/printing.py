"""The briefing on a printer: the pages that the PDF has, painted one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

# Sharper than an eye can tell at reading distance, and a page is still a picture of 35 MB.
MOST_DOTS_PER_INCH = 300


def dots_per_inch(printer: QPrinter) -> int:
    """How finely to draw pages for a printer."""
    return min(printer.resolution(), MOST_DOTS_PER_INCH)


def print_pages(printer: QPrinter, pictures: Sequence[bytes]) -> bool:
    """Print PNG pictures, one a page, those of the range that was chosen; whether it came off."""
    return print_images(printer, [QImage.fromData(picture) for picture in pictures])


def print_images(printer: QPrinter, images: Sequence[QImage]) -> bool:
    """The same for images: a large picture takes long to read, which need not hold up a window."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, image in enumerate(_chosen(printer, images)):
        if number and not printer.newPage():
            painter.end()
            return False
        _paint(painter, printer, image)
    return painter.end()


def _chosen(printer: QPrinter, images: Sequence[QImage]) -> Sequence[QImage]:
    """The pages to print, in order; all of them again for each copy that Qt leaves to us."""
    pages = images
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = images[printer.fromPage() - 1 : printer.toPage()]
    return list(pages) * (1 if printer.supportsMultipleCopies() else printer.copyCount())


def _paint(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """Paint a page as large as the paper allows, in its middle."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRectF(0, 0, size.width(), size.height())
    area.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # Else Qt makes a JPEG of it, with specks around every letter, and twice as large.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(area, image)
