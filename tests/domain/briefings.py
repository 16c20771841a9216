"""Briefings for Hypothesis: few keys and few records, so that they meet each other."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from desktop.domain.briefing import Briefing, Item, Meeting, once_each

RECORDS = tuple(f"programme/{name}" for name in "abcd")
NOTES = st.sampled_from(["", "one", "two", "one\n\ntwo", "three\nlines\nhere"])
TITLES = st.sampled_from(["", "Leuven", "Gent"])


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """A briefing as the operations can make one: keys once, and a record once for each meeting."""
    meeting_keys = draw(st.lists(st.sampled_from("ABC"), unique=True))
    item_keys = iter(draw(st.permutations(range(8))))
    meetings = []
    for key in meeting_keys:
        count = draw(st.integers(0, 2))
        # The key of an item goes with its record, as it does in life.
        items = [
            Item(RECORDS[number % len(RECORDS)], draw(NOTES), f"i{number}")
            for number, _place in zip(item_keys, range(count), strict=False)
        ]
        meetings.append(Meeting(draw(TITLES), once_each(items), key))
    return Briefing(tuple(meetings))


def words_of(briefing: Briefing) -> set[str]:
    """Every line that a person wrote on a record, every title, and every record."""
    titles = {meeting.title for meeting in briefing.meetings if meeting.title}
    return lines_of(briefing.items) | titles | records_of(briefing)


def lines_of(items: Iterable[Item]) -> set[str]:
    return {f"{item.record}: {line}" for item in items for line in item.note.splitlines() if line}


def records_of(briefing: Briefing) -> set[str]:
    return {item.record for item in briefing.items}
