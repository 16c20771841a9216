"""A drawing taken to pieces again: which rows it has, and what stands where in them.

Of the screen and of an SVG the same is known: words in a size, weight and colour, and shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from desktop import bundled
from desktop.ui.charts.chart_files import WHITE
from desktop.ui.charts.chart_layout import ChartLayout
from desktop.ui.charts.chart_shapes import Area, Dot, Ink, Shape, Stroke, Words, inks_of
from desktop.ui.charts.chart_type import ROLES, export_faces
from desktop.ui.look.theme import LIGHT, Theme
from desktop.ui.look.typography import Role

SVG = "{http://www.w3.org/2000/svg}"
_LABEL = (Role.BODY, Ink.TEXT)
_VALUE = (Role.STRONG, Ink.TEXT)
_SMALL = (Role.SMALL, Ink.QUIET)


@dataclass(frozen=True)
class Seen:
    """One thing of a drawing: words of a kind, or the outer ends of a shape across."""

    kind: tuple[Role | None, Ink]
    text: str
    left: float
    right: float
    is_closed: bool = False


@dataclass
class SeenRow:
    """A value of a drawing: its words, and its shapes in the colour of marks."""

    label: str
    period: str = ""
    value: str = ""
    marks: list[Seen] = field(default_factory=list)
    arrows: list[Seen] = field(default_factory=list)
    gaps: list[Seen] = field(default_factory=list)


@dataclass
class SeenPanel:
    """Rows over one scale; `ticks` are the numbers of the scale, and where they stand."""

    title: str
    words: list[str] = field(default_factory=list)
    rows: list[SeenRow] = field(default_factory=list)
    ticks: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class SeenChart:
    """All of a drawing: what stands before the panels, the panels, and what stands below."""

    before: list[str] = field(default_factory=list)
    panels: list[SeenPanel] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[SeenRow]:
        """Of all panels."""
        return [row for panel in self.panels for row in panel.rows]


def on_screen(layout: ChartLayout) -> SeenChart:
    """What a layout draws."""
    return _chart(_of_shape(shape) for shape in layout.shapes)


def in_svg(content: bytes) -> SeenChart:
    """What an SVG draws."""
    return _chart(_in_svg(ET.fromstring(content)))


def _of_shape(shape: Shape) -> Seen:
    match shape:
        case Words(role, ink, lines):
            left = min((line.left for line in lines), default=0.0)
            right = max((line.left + line.width for line in lines), default=0.0)
            return Seen((role, ink), shape.text, left, right)
        case Dot(centre, radius, ink):
            return Seen((None, ink), "", centre[0] - radius, centre[0] + radius, is_closed=True)
        case Area(points, ink) | Stroke(points, ink):
            across = [point[0] for point in points]
            is_closed = isinstance(shape, Area) or points[0] == points[-1]
            return Seen((None, ink), "", min(across), max(across), is_closed)


def _in_svg(root: ET.Element) -> Iterator[Seen]:
    inks = {**inks_of(Theme.load(bundled.resources(), LIGHT)), Ink.PAPER: WHITE}
    ink_of = {colour: ink for ink, colour in inks.items() if ink is not Ink.PAPER}
    ink_of.setdefault(WHITE, Ink.PAPER)
    role_of = {_face(role): role for role in ROLES}
    for element in root:
        ink = ink_of.get(element.get("fill") or "", Ink.PAPER)
        if element.tag == SVG + "g":
            lines = element.findall(SVG + "text")
            lefts = [float(line.get("x", "")) for line in lines]
            rights = [
                left + float(line.get("textLength", ""))
                for left, line in zip(lefts, lines, strict=True)
            ]
            face = element.get("font-size", ""), element.get("font-weight", "")
            text = "".join(line.text or "" for line in lines)
            yield Seen((role_of[face], ink), text, min(lefts), max(rights))
        elif element.tag == SVG + "circle":
            middle, radius = float(element.get("cx", "")), float(element.get("r", ""))
            yield Seen((None, ink), "", middle - radius, middle + radius, is_closed=True)
        elif points := element.get("points"):
            pairs = [tuple(map(float, pair.split(","))) for pair in points.split()]
            if stroke := element.get("stroke"):
                ink = ink_of[stroke]
            across = [pair[0] for pair in pairs]
            is_closed = element.tag == SVG + "polygon" or pairs[0] == pairs[-1]
            yield Seen((None, ink), "", min(across), max(across), is_closed)


def _face(role: Role) -> tuple[str, str]:
    from PySide6.QtGui import QFont

    face = export_faces()[role]
    weight = f"{face.variableAxisValue(QFont.Tag('wght')):.2f}".rstrip("0").rstrip(".")
    return str(face.pixelSize()), weight


def _chart(things: Iterable[Seen]) -> SeenChart:
    """Read a drawing in the order in which it is drawn: from above, row for row."""
    chart, row, is_below = SeenChart(), None, False
    for each in things:
        panel = chart.panels[-1] if chart.panels else None
        if each.kind[0] is not None and not each.text:
            continue
        if row is not None:
            row = _add_to_row(row, each)
        elif each.kind == _VALUE:
            chart.panels.append(SeenPanel(each.text))
            is_below = False
        elif each.kind == _LABEL and panel is not None:
            row = SeenRow(each.text)
            panel.rows.append(row)
        elif panel is None:
            chart.before += [each.text] if each.text else []
        elif not panel.rows:
            panel.words += [each.text] if each.text else []
        elif each.kind == _SMALL and not is_below:
            panel.ticks.append((each.text, (each.left + each.right) / 2))
        else:
            # The first sign of the legend, or the line above the source, ends the last scale.
            is_below = True
            chart.after += [each.text] if each.text else []
    return chart


def _add_to_row(row: SeenRow, each: Seen) -> SeenRow | None:
    """Add to a row what is drawn in it; its value comes last, and ends it."""
    match each.kind:
        case kind if kind == _VALUE:
            row.value = each.text
            return None
        case kind if kind == _SMALL:
            row.period = each.text
        case (None, Ink.MARK):
            row.marks.append(each)
        case (None, Ink.TEXT):
            row.arrows.append(each)
        case (None, Ink.QUIET):
            row.gaps.append(each)
        case _:
            pass
    return row


def digits_changed(text: str) -> str:
    """A text whose first digit is another one."""
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)
