"""Columns stand over their years, as high as they count, in one unit through all strips."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPanel
from desktop.ui.charts.chart_layout import ChartLayout, ChartRow, lay_out
from desktop.ui.charts.chart_shapes import Area, Ink, Stroke, Words
from desktop.ui.charts.chart_type import Typesetter, screen_faces
from tests.ui.charts.chart_pages import page, ticks


def count(label: str, year: str, number: int, *, is_hatched: bool = False) -> ChartMark:
    return ChartMark(
        record="",
        label=label,
        low=Decimal(number),
        high=Decimal(number),
        value=str(number),
        period=year,
        scope="What is counted",
        is_hatched=is_hatched,
        counted=tuple(f"milestone/{label}-{year}-{each}" for each in range(number)),
        chosen=(("year", year),),
    )


YEARS = tuple(str(year) for year in range(2010, 2016))
MARKS = (
    count("Trade", "2010", 1),
    count("Trade", "2014", 4),
    count("None", "2010", 2),
    count("None", "2014", 3),
    count("None", "2014", 1, is_hatched=True),
    count("None", "2015", 1, is_hatched=True),
)
PAGE = page(
    ChartForm.COLUMNS, ChartPanel("", "events", MARKS, ticks("0", "2", "4"), "Not all", None, YEARS)
)


@pytest.fixture
def typesetter(dressed_application: object) -> Typesetter:
    return Typesetter(screen_faces())


def box_of(layout: ChartLayout, row: ChartRow) -> tuple[float, float, float, float]:
    """The column of a row: left, top, right, bottom."""
    corners = [
        point
        for shape in layout.shapes
        if isinstance(shape, Area | Stroke) and shape.ink is Ink.MARK
        for point in shape.points
        if row.band.left < point[0] < row.band.right and row.band.top < point[1] < row.band.bottom
    ]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("width", [340, 700, 1400])
def test_equal_heights_mean_equal_counts_in_all_strips(typesetter: Typesetter, width: int) -> None:
    layout = lay_out(PAGE, typesetter, width)
    assert [row.mark for row in layout.rows] == list(MARKS)
    ones = []
    for row in layout.rows:
        _left, top, _right, bottom = box_of(layout, row)
        ones.append((bottom - top) / float(row.mark.high or 0))
    # An outline stands inside of its column by half of its width.
    assert max(ones) - min(ones) < typesetter.em * 0.1


def test_a_year_stands_at_one_place_in_all_strips_and_an_empty_one_keeps_its_room(
    typesetter: Typesetter,
) -> None:
    layout = lay_out(PAGE, typesetter, 900)
    middles = {}
    for row in layout.rows:
        left, _top, right, _bottom = box_of(layout, row)
        middles.setdefault(row.mark.period, []).append((left + right) / 2)
    assert middles["2010"][0] == pytest.approx(middles["2010"][1])
    trade, past, planned = middles["2014"]
    assert trade == pytest.approx((past + planned) / 2, abs=1)
    slot = middles["2015"][0] - trade
    assert trade - middles["2010"][0] == pytest.approx(4 * slot, abs=1)


def test_plans_stand_beside_what_took_place_and_not_on_it(typesetter: Typesetter) -> None:
    layout = lay_out(PAGE, typesetter, 900)
    past, planned = layout.rows[3], layout.rows[4]
    assert box_of(layout, past)[2] < box_of(layout, planned)[0]
    assert box_of(layout, past)[3] == pytest.approx(box_of(layout, planned)[3], abs=2)


def test_no_two_columns_share_their_room_and_each_is_found_at_its_point(
    typesetter: Typesetter,
) -> None:
    layout = lay_out(PAGE, typesetter, 900)
    for number, row in enumerate(layout.rows):
        middle = (row.band.left + row.band.right) / 2
        assert layout.row_at(middle, row.band.middle) == number


def test_the_keys_up_and_down_go_from_strip_to_strip(typesetter: Typesetter) -> None:
    layout = lay_out(PAGE, typesetter, 900)
    assert layout.beyond(1, down=True) in (3, 4)
    assert layout.beyond(0, down=True) == 2
    assert layout.beyond(5, down=False) == 1
    assert layout.beyond(0, down=False) == 0
    assert layout.beyond(5, down=True) == 5


@pytest.mark.parametrize("width", [340, 700, 1400])
def test_every_number_stands_above_its_column(typesetter: Typesetter, width: int) -> None:
    layout = lay_out(PAGE, typesetter, width)
    words = [shape for shape in layout.shapes if isinstance(shape, Words)]
    for row in layout.rows:
        left, top, right, _bottom = box_of(layout, row)
        above = [
            line
            for shape in words
            for line in shape.lines
            if line.text == row.mark.value
            and line.left < (left + right) / 2 < line.left + line.width
            and row.band.top < line.base < top
        ]
        assert len(above) == 1, row.mark


def test_many_years_do_not_touch(typesetter: Typesetter) -> None:
    years = tuple(str(year) for year in range(1980, 2031))
    crowded = page(
        ChartForm.COLUMNS,
        ChartPanel(
            "", "events", (count("Trade", "2030", 400),), ticks("0", "400"), "", None, years
        ),
    )
    layout = lay_out(crowded, typesetter, 700)
    lines = sorted(
        (line.left, line.left + line.width)
        for shape in layout.shapes
        if isinstance(shape, Words)
        for line in shape.lines
        if line.text in years
    )
    assert lines
    assert all(end < start for (_, end), (start, _) in pairwise(lines))
    assert layout.height < typesetter.em * 40
