"""Made-up events for tests of the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Kind, Pillar
from desktop.domain.timelines import span_of
from desktop.sheets.timeline.page import TimelineEvent, TimelineLane, TimelinePage


def event(number: int, period: Period, title: str = "", is_plan: bool = False) -> TimelineEvent:
    title = title or f"Event {number}"
    return TimelineEvent(
        record=f"milestone/event-{number}",
        kind=Kind.PROGRAMME if number % 3 == 0 else Kind.MILESTONE,
        pillar=(*Pillar, None)[number % 5],
        is_plan=is_plan,
        span=span_of(period),
        title=title,
        when=str(period),
        detail=f"{period} · detail",
        line=f"{title}. {period}",
        source="Source: a document.",
    )


def page(events: Sequence[TimelineEvent], lanes: int = 2) -> TimelinePage:
    """Events in order of time, dealt out to lanes."""
    ordered = tuple(sorted(events, key=lambda each: (each.span.first, each.span.last)))
    made = tuple(
        TimelineLane(str(lane), f"Lane {lane}", f"Lane {lane}", numbers)
        for lane in range(lanes)
        if (numbers := tuple(range(lane, len(ordered), lanes)))
    )
    return TimelinePage(ordered, made, (), "headline", "source", "described", ())


def _period(start: PartialDate, years: int, open_end: str) -> Period:
    end = PartialDate(start.year + years) if years else start
    return Period(None if open_end == "before" else start, None if open_end == "after" else end)


DATES = st.builds(
    lambda year, month, day, precision: PartialDate(*(year, month, day)[:precision]),
    st.integers(1990, 2030),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(1, 3),
)
PERIODS = st.builds(
    _period, DATES, st.sampled_from([0, 0, 0, 1, 5]), st.sampled_from(["", "", "before", "after"])
)
PAGES = st.lists(
    st.tuples(PERIODS, st.integers(1, 60), st.booleans()), min_size=1, max_size=60
).map(
    lambda made: page(
        [
            event(number, period, "n" * length, is_plan)
            for number, (period, length, is_plan) in enumerate(made)
        ]
    )
)
