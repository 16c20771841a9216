"""How a value looks: bar, span or dot, hatched or full, with an arrow where it is open, or a gap.

Everything differs by form and pattern, not by colour alone, so that it survives black and white.
All sizes are shares of an em, the height of a line of text.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.ui.charts.chart_shapes import Area, Box, Dot, Ink, Point, Shape, Stroke

BAR, SPAN, DOT = 0.85, 0.45, 0.36
GAP_ASIDE, GAP_WIDTH = 0.25, 1.3
ARROW_WIDTH, ARROW_ASIDE = 1.0, 0.25
_ARROW_HEAD = 0.28
_LINE, _HATCH_LINE, _HATCH_STEP = 0.09, 0.075, 0.3
_HAIR = 0.05
# The line at which a value ends at most is so many times as thick as an outline.
_STOP = 2.5
# A sample in the legend is as high as its small letters.
_SAMPLE = 0.6


def bar(box: Box, em: float, *, is_hatched: bool) -> Iterator[Shape]:
    """A bar over a box: full, or hatched with an outline."""
    if not is_hatched:
        yield Area(box.corners, Ink.MARK)
        return
    inset = min(em * _LINE, box.width, box.height) / 2
    inner = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
    for line in _hatches(inner, em * _HATCH_STEP):
        yield Stroke(line, Ink.MARK, em * _HATCH_LINE)
    yield Stroke(inner.outline, Ink.MARK, em * _LINE)


def span(box: Box, em: float, *, is_hatched: bool) -> Iterator[Shape]:
    """A bar from one value to another, with a line across at either end."""
    yield from bar(box, em, is_hatched=is_hatched)
    reach = em * (BAR - SPAN) / 2
    for across in (box.left, box.right):
        ends = ((across, box.top - reach), (across, box.bottom + reach))
        yield Stroke(ends, Ink.MARK, em * _LINE * 1.5)


def dot(centre: Point, em: float, *, is_hatched: bool) -> Iterator[Shape]:
    """One value on a scale that does not begin at nought: a dot, or a hatched square."""
    radius = em * DOT
    if not is_hatched:
        yield Dot(centre, radius, Ink.MARK)
        return
    across, down = centre
    square = Box(across - radius, down - radius, across + radius, down + radius)
    yield Area(square.corners, Ink.PAPER)
    yield from bar(square, em, is_hatched=True)


def gap(left: float, middle: float, em: float, height: float = BAR) -> Iterator[Shape]:
    """The place of a value that the document does not state in numbers: an empty, dashed box."""
    half = em * height / 2
    box = Box(left, middle - half, left + em * GAP_WIDTH, middle + half)
    yield Stroke(box.outline, Ink.QUIET, em * _LINE, is_dashed=True)


def arrow(left: float, middle: float, em: float, *, is_upward: bool) -> Iterator[Shape]:
    """An arrow beside the end of a mark, to the side where the true value may lie."""
    start, end = left, left + em * ARROW_WIDTH
    if not is_upward:
        start, end = end, start
    yield Stroke(((start, middle), (end, middle)), Ink.TEXT, em * _LINE)
    back = em * _ARROW_HEAD * (-1 if is_upward else 1)
    head = ((end + back, middle + back), (end, middle), (end + back, middle - back))
    yield Stroke(head, Ink.TEXT, em * _LINE)


def up_to(box: Box, em: float, *, is_hatched: bool) -> Iterator[Shape]:
    """The most that a value may be: a line there, and an arrow back from it to the box's left.

    The body is empty, as nothing says how much of it there is, or hatched.
    """
    reach = min(em * (BAR - SPAN) / 2, box.width / 2)
    tip = min(box.height / 2 + reach, box.width)
    line, neck = em * _LINE, box.left + tip
    inner = Box(neck, box.top + line / 2, max(box.right - line / 2, neck), box.bottom - line / 2)
    if is_hatched:
        for ends in _hatches(inner, em * _HATCH_STEP):
            yield Stroke(ends, Ink.MARK, em * _HATCH_LINE)
    for across in (inner.top, inner.bottom):
        yield Stroke(((neck, across), (box.right, across)), Ink.MARK, line)
    head = ((box.left, box.middle), (neck, box.top - reach), (neck, box.bottom + reach))
    yield Area(head, Ink.MARK)
    stop = ((box.right, box.top - reach), (box.right, box.bottom + reach))
    yield Stroke(stop, Ink.MARK, line * _STOP)


def outline(box: Box, em: float) -> Stroke:
    """The empty part of a bar, from the least to the most that a value may be."""
    return Stroke(box.outline, Ink.MARK, em * _LINE)


def sample(kind: str, left: float, middle: float, em: float) -> Iterator[Shape]:
    """What a legend shows of a kind of mark: "hatched", "open", "most" or "gap"."""
    half = em * _SAMPLE / 2
    box = Box(left, middle - half, left + em * GAP_WIDTH, middle + half)
    match kind:
        case "hatched":
            yield from bar(box, em, is_hatched=True)
        case "open":
            start = left + em * (GAP_WIDTH - ARROW_WIDTH) / 2
            yield from arrow(start, middle, em, is_upward=True)
        case "most":
            thin = em * _SAMPLE / 4
            body = Box(left, middle - thin, left + em * GAP_WIDTH, middle + thin)
            yield from up_to(body, em, is_hatched=False)
        case _:
            yield from gap(left, middle, em, _SAMPLE)


def guide(left: float, right: float, middle: float, em: float) -> Stroke:
    """A thin line through a row, for the eye to follow."""
    return Stroke(((left, middle), (right, middle)), Ink.GRID, em * _HAIR)


def _hatches(box: Box, step: float) -> Iterator[tuple[Point, Point]]:
    """Parallel lines that rise to the right, each from side to side of a box."""
    # A line is where across + down is constant.
    total = box.left + box.top + step
    while total < box.right + box.bottom:
        low = min(box.bottom, total - box.left)
        high = max(box.top, total - box.right)
        yield (total - low, low), (total - high, high)
        total += step
