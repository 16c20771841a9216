"""What is wrong with the ink of a page: in the margins, on top of other ink, cut off, or too pale.

Every function gives back sentences; none means that all is well.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

import numpy as np

from tests.sheets.one_page.paper.reading import POINTS_PER_INCH, SCALE, Box, Element, Side, Word

_MILLIMETRES_PER_INCH = 25.4
# Of grey, between ink and what it stands on.
_SEEN = 40
_PAPER = 250
# In millimetres: as much as the smallest type reaches below its line.
_TAIL = 0.7
# In points: signs reach over the box of a neighbour by less, in kerning and at the slant.
_TOUCH = 0.6
# Of WCAG, for text of every size.
_LEAST_CONTRAST = 4.5
_BLOCKS = {"Div", "P", "H1", "H2", "H3", "L", "LI", "Table", "THead", "TBody", "TR", "TH", "TD"}
_BLOCKS |= {"Figure", "Sect", "Caption", "Lbl", "LBody"}


def in_margins(
    side: Side, *, sides: float = 15, top: float = 15, bottom: float = 9
) -> Iterator[str]:
    """Ink in a margin; they are in millimetres.

    A little is left to slants and to the tails that hang below the last line.
    """
    inked = side.grey < _PAPER
    height, width = inked.shape
    across, above, below = (_pixels(each - _TAIL) for each in (sides, top, bottom))
    strips = {
        "left": inked[:, :across],
        "right": inked[:, width - across :],
        "upper": inked[:above],
        "lower": inked[height - below :],
    }
    for name, strip in strips.items():
        if strip.any():
            row, column = (int(place) for place in np.argwhere(strip)[0])
            yield f"{int(strip.sum())} pixels of ink in the {name} margin, first at {column}, {row}"


def overlapping_words(side: Side) -> Iterator[str]:
    """Words that are printed over each other, and lines through words."""
    rising = sorted(side.words, key=lambda word: word.box.bottom)
    for index, word in enumerate(rising):
        box = word.box
        left, right, top = box.left + _TOUCH, box.right - _TOUCH, box.top - _TOUCH
        for other in islice(rising, index + 1, None):
            if other.box.bottom > top:
                break
            # Most stand beside each other on one line.
            if (
                other.box.left < right
                and other.box.right > left
                and _depth(box, other.box) > _TOUCH
            ):
                yield f"“{word.text}” over “{other.text}”"
    boxes = np.array([_numbers(word.box) for word in rising]).reshape(-1, 4)
    for line in map(_swollen, side.lines):
        low = np.maximum(boxes[:, :2], (line.left, line.bottom))
        high = np.minimum(boxes[:, 2:], (line.right, line.top))
        for index in np.flatnonzero((high - low).min(axis=1) > _TOUCH * 2):
            yield f"a line through “{rising[int(index)].text}”"


def overlapping_blocks(side: Side) -> Iterator[str]:
    """Neighbouring blocks, cells and columns of which one reaches into the other."""
    for element in side.root.walk():
        blocks = [
            (child, child.box) for child in element.children if child.tag in _BLOCKS and child.box
        ]
        for (one, place), (other, other_place) in combinations(blocks, 2):
            if _depth(place, other_place) > 1.5:
                yield f"{one.tag} “{one.text[:40]}” over {other.tag} “{other.text[:40]}”"


def undrawn(side: Side) -> Iterator[str]:
    """Words that lie off the page, or whose ink stops short of one of their four edges."""
    for word in side.words:
        box = word.box
        if box.left < 0 or box.bottom < 0 or box.right > side.width or box.top > side.height:
            yield f"“{word.text}” reaches off the page"
        elif not all(_is_inked(strip) for strip in _edges(side, box)):
            yield f"“{word.text}” is cut off or not drawn"


def pale(side: Side) -> Iterator[str]:
    """Words that stand out too little from what they are printed on, also in shades of grey."""
    for word in side.words:
        ground = _ground(side, word)
        lighter, darker = sorted((_luminance(ground), _luminance(word.colour)), reverse=True)
        contrast = (lighter + 0.05) / (darker + 0.05)
        if contrast < _LEAST_CONTRAST:
            yield f"“{word.text}” has a contrast of {contrast:.1f}"


def runts(side: Side) -> Iterator[str]:
    """Last lines of paragraphs that hold one short word, for people to look at."""
    for element in side.root.walk():
        if element.tag in {"P", "LBody", "TD"}:
            lines = lines_of(element)
            last = lines[-1].strip("\u2060 .") if lines else ""
            if len(lines) > 1 and len(last) < 5:
                yield " / ".join(lines[-2:])


def lines_of(element: Element) -> list[str]:
    """The lines that the text of an element is broken into, its notes left out."""
    lines: list[tuple[Box, str]] = []
    for text, box in element.runs:
        if lines and box.top > lines[-1][0].bottom:
            lines[-1] = (lines[-1][0].joined(box), lines[-1][1] + text)
        else:
            lines.append((box, text))
    return [text for _box, text in lines]


def _pixels(millimetres: float) -> int:
    return round(millimetres / _MILLIMETRES_PER_INCH * POINTS_PER_INCH * SCALE)


def _numbers(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def _swollen(line: Box) -> Box:
    return Box(line.left - _TOUCH, line.bottom - _TOUCH, line.right + _TOUCH, line.top + _TOUCH)


def _depth(one: Box, other: Box) -> float:
    """How far one box reaches into the other, the shorter way; less than nothing if it does not."""
    across = min(one.right, other.right) - max(one.left, other.left)
    along = min(one.top, other.top) - max(one.bottom, other.bottom)
    return min(across, along)


def _part(side: Side, left: float, bottom: float, right: float, top: float) -> np.ndarray:
    rows = slice(max(0, int((side.height - top) * SCALE)), int((side.height - bottom) * SCALE) + 1)
    return side.grey[rows, max(0, int(left * SCALE)) : int(right * SCALE) + 1]


def _edges(side: Side, box: Box) -> Iterator[np.ndarray]:
    """The strips along the edges of a word, each with a little of what is around it."""
    near = 1.2
    yield _part(side, box.left - near, box.bottom, box.left + near, box.top)
    yield _part(side, box.right - near, box.bottom, box.right + near, box.top)
    yield _part(side, box.left, box.top - near, box.right, box.top + near)
    yield _part(side, box.left, box.bottom - near, box.right, box.bottom + near)


def _is_inked(strip: np.ndarray) -> bool:
    return bool(strip.size) and int(strip.max()) - int(strip.min()) >= _SEEN


def _ground(side: Side, word: Word) -> tuple[int, int, int]:
    """The grey around a word: what most of the rim of its box has."""
    box = word.box
    part = _part(side, box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
    rim = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    grey = int(np.median(rim))
    return grey, grey, grey


def _luminance(colour: tuple[int, int, int]) -> float:
    shares = [part / 255 for part in colour]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
