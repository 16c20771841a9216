"""Every value stands where its scale says, every word is there, and nothing lies over another."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

import pytest

from desktop.domain.chart_specs import ChartForm
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.chart_layout import ChartLayout, ChartRow, lay_out
from desktop.ui.charts.chart_scale import is_up_to
from desktop.ui.charts.chart_shapes import Area, Box, Dot, Ink, Point, Shape, Stroke, Words
from desktop.ui.charts.chart_type import Faces, Typesetter, export_faces, screen_faces
from desktop.ui.look.typography import Role
from tests.conftest import LANGUAGES, TODAY
from tests.ui.charts.chart_pages import BARS, MADE, RANGES, RANKS

WIDTHS = (340, 560, 960, 2000)


def pages_of(
    library: AtlasLibrary, language: Language, today: datetime.date
) -> Iterator[ChartPage]:
    describer = Describer(library, language, today)
    for spec in library.charts():
        yield chart_page(describer, spec)


def marks_of(page: ChartPage) -> list[tuple[int, object]]:
    return [(number, each) for number, panel in enumerate(page.panels) for each in panel.marks]


def words_of(shapes: Sequence[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def points_of(shape: Shape) -> list[tuple[float, float]]:
    if isinstance(shape, Dot):
        across, down = shape.centre
        return [(across - shape.radius, down), (across + shape.radius, down)]
    return list(shape.points) if isinstance(shape, Area | Stroke) else []


def inked(layout: ChartLayout, row: ChartRow) -> tuple[float, float]:
    """From where to where the mark of a row is drawn."""
    places = [
        across
        for shape in layout.shapes
        if not isinstance(shape, Words) and shape.ink is Ink.MARK
        for across, down in points_of(shape)
        if row.band.top < down < row.band.bottom
    ]
    return min(places), max(places)


def all_pages(library: AtlasLibrary, languages: dict[str, Language]) -> Iterator[ChartPage]:
    yield from MADE
    for code in LANGUAGES:
        yield from pages_of(library, languages[code], TODAY)


@pytest.fixture
def typesetter(dressed_application: object) -> Typesetter:
    return Typesetter(screen_faces())


@pytest.mark.parametrize("width", WIDTHS)
def test_every_value_is_drawn_where_its_scale_says(
    library: AtlasLibrary, languages: dict[str, Language], typesetter: Typesetter, width: int
) -> None:
    drawn = 0
    for page in all_pages(library, languages):
        layout = lay_out(page, typesetter, width)
        assert [(row.panel, row.mark) for row in layout.rows] == marks_of(page)
        for row in layout.rows:
            panel, scale = page.panels[row.panel], layout.scales[row.panel]
            if panel.columns:
                assert scale is None
                continue
            if row.mark.low is None or row.mark.high is None:
                assert row.ends is None
                continue
            assert scale is not None
            drawn += 1
            first, last = panel.ticks[0].at, panel.ticks[-1].at
            for value, place in zip((row.mark.low, row.mark.high), row.ends or (), strict=True):
                share = float(value - first) / float(last - first)
                assert place == pytest.approx(scale.left + share * (scale.right - scale.left))
    assert drawn > 100


@pytest.mark.parametrize("page", MADE, ids=lambda page: page.id)
def test_what_is_drawn_reaches_from_end_to_end(page: ChartPage, typesetter: Typesetter) -> None:
    layout = lay_out(page, typesetter, 700)
    slack = typesetter.em * 0.15
    radius = typesetter.em * 0.36
    for row in layout.rows:
        scale = layout.scales[row.panel]
        if row.ends is None or scale is None:
            continue
        low, high = row.ends
        if page.form is ChartForm.BARS or is_up_to(row.mark, scale, page.form):
            low, high = min(low, scale.origin), max(high, scale.origin)
        aside = radius if low == high and page.form is not ChartForm.BARS else 0
        start, end = inked(layout, row)
        assert start == pytest.approx(low - aside, abs=slack), row.mark.label
        assert end == pytest.approx(high + aside, abs=slack), row.mark.label


def test_the_first_place_stands_first_and_nought_where_bars_begin(typesetter: Typesetter) -> None:
    ranks = lay_out(RANKS, typesetter, 700)
    places = {row.mark.label: row.ends[0] for row in ranks.rows if row.ends}
    assert places["best"] < places["goal"] < places["third"]
    bars = lay_out(BARS, typesetter, 700)
    assert bars.scales[0] is not None
    assert bars.scales[0].origin == bars.scales[0].left
    assert bars.scales[2] is not None
    assert bars.scales[2].left < bars.scales[2].origin < bars.scales[2].right
    assert bars.scales[1] is None


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_the_page_is_drawn(
    library: AtlasLibrary, languages: dict[str, Language], typesetter: Typesetter, width: int
) -> None:
    for page in all_pages(library, languages):
        words = words_of(lay_out(page, typesetter, width).shapes)
        expected = [page.title, page.headline, page.source, page.age]
        expected += [sentence for _kind, sentence in page.legend]
        for panel in page.panels:
            expected += [panel.title, panel.unit, panel.caution]
            expected += [part for mark in panel.marks for part in (mark.label, mark.value)]
            # Of years, only so many have room.
            expected += [mark.period for mark in panel.marks if not panel.columns]
        missing = {text for text in expected if text} - set(words)
        assert not missing, page.id


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("faces", [screen_faces, export_faces])
def test_no_words_lie_over_others_or_outside(
    library: AtlasLibrary,
    languages: dict[str, Language],
    dressed_application: object,
    faces: Callable[[], Faces],
    width: int,
) -> None:
    setter = Typesetter(faces())
    for page in all_pages(library, languages):
        layout = lay_out(page, setter, width)
        boxes = list(line_boxes(layout, setter))
        for text, box in boxes:
            assert box.left >= 0, (page.id, text)
            assert box.right <= layout.width + 0.5, (page.id, text)
            assert box.bottom <= layout.height, (page.id, text)
        for (text, box), (other, other_box) in combinations(boxes, 2):
            assert not overlap(box, other_box), (page.id, text, other)


def line_boxes(layout: ChartLayout, setter: Typesetter) -> Iterator[tuple[str, Box]]:
    """Where the letters of each line are, without the space around them."""
    for shape in layout.shapes:
        if not isinstance(shape, Words):
            continue
        for line in shape.lines:
            assert line.width >= setter.width(line.text.rstrip(), shape.role) - 1
            top = line.base - setter.em * 0.5
            yield line.text, Box(line.left, top, line.left + line.width, line.base + 1)


def overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def test_no_mark_lies_over_words(
    library: AtlasLibrary, languages: dict[str, Language], typesetter: Typesetter
) -> None:
    for page, width in (
        (page, width) for page in all_pages(library, languages) for width in WIDTHS
    ):
        layout = lay_out(page, typesetter, width)
        boxes = list(line_boxes(layout, typesetter))
        for row in layout.rows:
            if row.ends is None:
                continue
            start, end = inked(layout, row)
            bar = Box(start, row.middle - 1, end, row.middle + 1)
            assert not [text for text, box in boxes if overlap(bar, box)], page.id


def test_ticks_stand_at_their_numbers_and_grow_fewer_where_there_is_no_room(
    typesetter: Typesetter,
) -> None:
    layout = lay_out(RANGES, typesetter, 900)
    scale = layout.scales[0]
    assert scale is not None
    middles = {
        shape.text: shape.lines[0].left + typesetter.width(shape.text, shape.role) / 2
        for shape in layout.shapes
        if isinstance(shape, Words) and shape.lines
    }
    for tick in RANGES.panels[0].ticks:
        assert middles[tick.text] == pytest.approx(scale.at(tick.at), abs=0.5)


def test_equal_lengths_mean_equal_numbers_in_panels_with_the_same_ends(
    library: AtlasLibrary, languages: dict[str, Language], typesetter: Typesetter
) -> None:
    shared = 0
    for page in all_pages(library, languages):
        layout = lay_out(page, typesetter, 700)
        widths: dict[object, set[float]] = {}
        for scale in layout.scales:
            if scale is not None:
                kind = scale.low, scale.high
                widths.setdefault(kind, set()).add(scale.right - scale.left)
        assert all(len(each) == 1 for each in widths.values()), page.id
        shared += len(widths) < len([scale for scale in layout.scales if scale])
    assert shared > 0


def test_marks_differ_by_pattern_and_not_only_by_colour(typesetter: Typesetter) -> None:
    layout = lay_out(BARS, typesetter, 700)
    kinds = {row.mark.label: pattern(layout, row) for row in layout.rows if row.panel == 0}
    patterns = {name: kinds[name] for name in ("full", "hatched", "gap", "between")}
    assert len(set(patterns.values())) == len(patterns)
    assert kinds["more"] != kinds["full"]
    assert kinds["more"] != kinds["less"]


def pattern(layout: ChartLayout, row: ChartRow) -> tuple[str, ...]:
    """What a mark looks like to who sees no colours."""
    found: set[object] = set()
    for shape in layout.shapes:
        if isinstance(shape, Words) or shape.ink in (Ink.GRID, Ink.AXIS):
            continue
        points = points_of(shape)
        if not all(row.band.top < down < row.band.bottom for _across, down in points):
            continue
        found.add((type(shape).__name__, isinstance(shape, Stroke) and shape.is_dashed))
        if isinstance(shape, Stroke) and shape.ink is Ink.TEXT and len(points) == 2:
            found.add(("arrow", points[0] < points[1]))
        if isinstance(shape, Stroke) and shape.ink is Ink.MARK and len(points) == 2:
            found.add("hatch")
    return tuple(sorted(map(str, found)))


def test_an_arrow_points_to_where_the_true_value_may_lie(typesetter: Typesetter) -> None:
    for page in (BARS, RANGES):
        layout = lay_out(page, typesetter, 700)
        rows = {row.mark.label: row for row in layout.rows}
        ways = {label: pattern(layout, row) for label, row in rows.items()}
        assert str(("arrow", True)) in ways["more"]
        assert not any("arrow" in each for label in ("full", "less") for each in ways[label])
        scale = layout.scales[0]
        assert scale is not None
        # “At most”: a head at nought that points there, and a line where it ends.
        tip, *wings = head_of(layout, rows["less"])
        assert tip == pytest.approx((scale.origin, rows["less"].middle))
        assert all(across > tip[0] for across, _down in wings)
        assert lines_at(layout, rows["less"], scale.at(Decimal(60))) == 1


def head_of(layout: ChartLayout, row: ChartRow) -> tuple[Point, ...]:
    """The only filled shape in a row."""
    (head,) = (
        shape.points
        for shape in layout.shapes
        if isinstance(shape, Area) and all(row.band.holds(*point) for point in shape.points)
    )
    return head


def lines_at(layout: ChartLayout, row: ChartRow, across: float) -> int:
    """How many upright lines of a mark stand at a place in a row."""
    return sum(
        shape.ink is Ink.MARK and {point[0] for point in shape.points} == {across}
        for shape in layout.shapes
        if isinstance(shape, Stroke) and all(row.band.holds(*point) for point in shape.points)
    )


def test_no_word_of_a_headline_stands_alone_on_its_line(
    library: AtlasLibrary, languages: dict[str, Language], typesetter: Typesetter
) -> None:
    broken = 0
    for page in all_pages(library, languages):
        shapes = lay_out(page, typesetter, 560).shapes
        (headline,) = (
            each for each in shapes if isinstance(each, Words) and each.role is Role.HEADING
        )
        assert headline.text == page.headline
        if len(headline.lines) > 1:
            broken += 1
            widths = [line.width for line in headline.lines]
            assert min(widths) > max(widths) * 0.3, headline.lines
    assert broken > 10


def test_a_narrow_chart_puts_its_labels_above_its_marks(typesetter: Typesetter) -> None:
    wide, narrow = (lay_out(BARS, typesetter, width) for width in (900, 340))
    assert narrow.height > wide.height
    assert narrow.scales[0] is not None
    assert narrow.scales[0].right - narrow.scales[0].left > 340 * 0.35
