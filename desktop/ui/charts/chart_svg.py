"""Writes the shapes of a chart as SVG: text stays text, and every font is named.

Qt's own generator knows nothing of the weights of a variable font, and leaves out what a screen
reader is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatchmethod
from html import escape

from PySide6.QtGui import QFont

from desktop.sheets.charts.page import ChartPage
from desktop.ui.charts.chart_layout import ChartLayout
from desktop.ui.charts.chart_shapes import (
    DASHES,
    Area,
    Dot,
    Ink,
    Inks,
    Point,
    Shape,
    Stroke,
    Words,
)
from desktop.ui.charts.chart_type import Faces
from desktop.ui.look.typography import FAMILY

# What stands in where Inter is not installed.
_FAMILIES = f"{FAMILY}, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_WEIGHT = QFont.Tag("wght")


def svg(page: ChartPage, layout: ChartLayout, faces: Faces, inks: Inks, language: str) -> str:
    """A chart as one SVG file, with its title and its description for those who hear it."""
    return "\n".join(_lines(page, layout, _Writer(faces, inks), language)) + "\n"


def _lines(page: ChartPage, layout: ChartLayout, writer: _Writer, language: str) -> Iterator[str]:
    width, height = _number(layout.width), _number(layout.height)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" xml:lang="{language}" role="img" '
        'aria-labelledby="title description">'
    )
    yield f'<title id="title">{escape(page.headline)}</title>'
    yield f'<desc id="description">{escape(page.described)}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="{writer.paper}"/>'
    for shape in layout.shapes:
        yield from writer.write(shape)
    yield "</svg>"


class _Writer:
    """Turns shapes into elements. Style sheets are avoided: office programs leave them out."""

    def __init__(self, faces: Faces, inks: Inks) -> None:
        self._fonts = {role: _font(face) for role, face in faces.items()}
        self._inks = inks

    @property
    def paper(self) -> str:
        """The colour of the ground."""
        return self._inks[Ink.PAPER]

    @singledispatchmethod
    def write(self, shape: Shape) -> Iterator[str]:
        """The elements of a shape."""
        raise TypeError(shape)

    @write.register
    def _words(self, shape: Words) -> Iterator[str]:
        # A text element for each line: not every program knows lines inside one.
        if shape.lines:
            yield f'<g fill="{self._inks[shape.ink]}" {self._fonts[shape.role]}>'
            for line in shape.lines:
                # Where another typeface has to stand in, it takes as much room as this one.
                place = (
                    f'x="{_number(line.left)}" y="{_number(line.base)}" '
                    f'textLength="{_number(line.width)}" lengthAdjust="spacingAndGlyphs"'
                )
                yield f"<text {place}>{escape(line.text)}</text>"
            yield "</g>"

    @write.register
    def _stroke(self, shape: Stroke) -> Iterator[str]:
        dashes = " ".join(_number(shape.width * part) for part in DASHES)
        dashed = f' stroke-dasharray="{dashes}"' if shape.is_dashed else ""
        yield (
            f'<polyline points="{_points(shape.points)}" fill="none" '
            f'stroke="{self._inks[shape.ink]}" stroke-width="{_number(shape.width)}"{dashed}/>'
        )

    @write.register
    def _area(self, shape: Area) -> Iterator[str]:
        yield f'<polygon points="{_points(shape.points)}" fill="{self._inks[shape.ink]}"/>'

    @write.register
    def _dot(self, shape: Dot) -> Iterator[str]:
        across, down = shape.centre
        yield (
            f'<circle cx="{_number(across)}" cy="{_number(down)}" r="{_number(shape.radius)}" '
            f'fill="{self._inks[shape.ink]}"/>'
        )


def _font(face: QFont) -> str:
    weight = _number(face.variableAxisValue(_WEIGHT))
    return f'font-family="{_FAMILIES}" font-size="{face.pixelSize()}" font-weight="{weight}"'


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_number(across)},{_number(down)}" for across, down in points)


def _number(value: float) -> str:
    """A number to the hundredth of a pixel, as short as it is."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
