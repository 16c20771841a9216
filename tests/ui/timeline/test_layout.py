"""No mark and no title of a row stands over another, however near or far one looks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import Facet
from desktop.domain.dates import Period
from desktop.domain.timelines import LANES_BY, Grid, timeline
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.sheets.timeline.page import TimelinePage, timeline_page
from desktop.store.reader import AtlasLibrary
from desktop.ui.timeline.layout import MOST_TITLES, THINNEST, Metrics, Packing, TimelineLayout
from desktop.ui.timeline.placing import Picture, Placing
from desktop.ui.timeline.scale import TimeScale
from desktop.ui.timeline.titles import Titles
from tests.conftest import TODAY
from tests.ui.timeline.events import PAGES, event, page

WIDTH = 700.0


def scale_of(shown: TimelinePage) -> TimeScale:
    scale = TimeScale()
    scale.set_width(WIDTH)
    first = min(each.span.start for each in shown.events)
    scale.set_whole(first - 60, max(each.span.end for each in shown.events) + 60)
    return scale


def picture_of(shown: TimelinePage, scale: TimeScale, pixels: float, language: Language) -> Picture:
    """What is drawn at a scale, in rows packed for so many pixels a day."""
    titles, metrics = Titles(shown.events), Metrics.of_moment()
    is_measured = len(shown.events) <= MOST_TITLES
    widths = [titles.width(n) if is_measured else 0.0 for n in range(len(shown.events))]
    layout = TimelineLayout(shown.events, shown.lanes, Packing.at(scale, pixels), metrics, widths)
    today = TODAY.toordinal()
    return Picture(layout, scale, titles, Grid(()), language, WIDTH, 1e6, 0.0, 30.0, today, "Today")


def assert_nothing_overlaps(picture: Picture) -> None:
    placing = Placing(picture)
    for band in picture.layout.bands:
        for row in band.rows:
            taken: list[tuple[float, float]] = []
            for number in placing.seen(row):
                mark = row.marks[number]
                left, right = placing.extent(mark)
                before, after = placing._open(mark)
                taken.append((left - before, right + after))
                place = placing.title(row, number, left, right)
                if place is not None:
                    start, end = place[0], place[0] + place[1]
                    is_inside = left <= start and end <= right
                    assert is_inside or end <= left - before or start >= right + after
                    assert start >= 0
                    assert end <= WIDTH + 0.01 or is_inside
                    if not is_inside:
                        taken.append((start, end))
            taken.sort()
            for (_start, end), (start, _end) in pairwise(taken):
                assert end <= start + 0.01


@settings(max_examples=60, deadline=None)
@given(PAGES, st.floats(1, 400), st.floats(0, WIDTH))
def test_rows_packed_for_the_whole_hold_at_every_scale(
    dressed_application: object,
    languages: dict[str, Language],
    shown: TimelinePage,
    near: float,
    x: float,
) -> None:
    scale = scale_of(shown)
    picture = picture_of(shown, scale, scale.least, languages["en"])
    assert_nothing_overlaps(picture)
    scale.zoom(near, x)
    assert_nothing_overlaps(picture)


@settings(max_examples=40, deadline=None)
@given(PAGES, st.floats(1, 100), st.floats(1, 20), st.floats(0, WIDTH))
def test_rows_packed_near_hold_from_there_on(
    dressed_application: object,
    languages: dict[str, Language],
    shown: TimelinePage,
    near: float,
    nearer: float,
    x: float,
) -> None:
    scale = scale_of(shown)
    scale.zoom(near, x)
    picture = picture_of(shown, scale, scale.scale, languages["en"])
    assert_nothing_overlaps(picture)
    scale.zoom(nearer, x)
    assert_nothing_overlaps(picture)


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
@pytest.mark.parametrize("by", LANES_BY)
def test_the_events_of_the_atlas_do_not_overlap(
    library: AtlasLibrary, languages: dict[str, Language], by: Facet, code: str
) -> None:
    describer = Describer(library, languages[code], TODAY)
    shown = timeline_page(describer, timeline(library, (), by))
    scale = scale_of(shown)
    picture = picture_of(shown, scale, scale.least, languages[code])
    for factor in (1, 1.5, 3, 10, 40):
        scale.show_whole()
        scale.zoom(factor, WIDTH * 0.6)
        assert_nothing_overlaps(picture)


def test_a_mark_is_as_wide_as_its_days_and_starts_where_they_start(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    describer = Describer(library, languages["en"], TODAY)
    shown = timeline_page(describer, timeline(library, (), Facet.PILLAR))
    scale = scale_of(shown)
    for factor in (1, 7, 60):
        scale.zoom(factor, WIDTH / 2)
        picture = picture_of(shown, scale, scale.least, languages["en"])
        marks = [m for band in picture.layout.bands for row in band.rows for m in row.marks]
        assert sorted(mark.event for mark in marks) == list(range(len(shown.events)))
        for mark in marks:
            span = shown.events[mark.event].span
            left, right = Placing(picture).extent(mark)
            days = (span.last - span.first).days + 1
            assert left == pytest.approx(scale.x(span.first.toordinal()))
            assert right - left == pytest.approx(max(days * scale.scale, THINNEST))


def test_what_follows_year_by_year_may_share_a_row_when_near(
    languages: dict[str, Language], dressed_application: object
) -> None:
    shown = page(
        [event(n, Period.parse(str(2000 + n)), "A title of ours") for n in range(12)], lanes=1
    )
    scale = scale_of(shown)
    far = picture_of(shown, scale, scale.least, languages["en"])
    near = picture_of(shown, scale, 1.0, languages["en"])
    assert len(far.layout.bands[0].rows) > 1
    assert len(near.layout.bands[0].rows) == 1


def test_every_row_is_found_by_its_height(
    languages: dict[str, Language], dressed_application: object
) -> None:
    shown = page([event(n, Period.parse("2000"), "A title") for n in range(20)], lanes=3)
    layout = picture_of(shown, scale_of(shown), 0.1, languages["en"]).layout
    for band in layout.bands:
        for row in range(len(band.rows)):
            top = layout.row_top(band, row)
            assert layout.row_at(top + 1) == (band, row)
            assert (band.top, row) in [
                (each.top, number) for each, rows in layout.seen(top, top + 1) for number in rows
            ]
        assert layout.row_at(band.top + 1) is None
