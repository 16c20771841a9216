"""Changes to a briefing: each makes another one, and only what it says is different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.briefing import Briefing, Item, Meeting, both_notes, clean, once_each
from tests.domain.briefings import briefings, records_of, words_of

FIRST = Meeting("", (Item("a/1", key="i1"), Item("a/2", "note", key="i2")), "A")
SECOND = Meeting("Leuven", (Item("a/3", key="i3"), Item("a/2", "other", key="i4")), "B")
BRIEFING = Briefing((FIRST, SECOND))


def order(briefing: Briefing) -> list[tuple[str, list[str]]]:
    return [(meeting.key, [item.key for item in meeting.items]) for meeting in briefing.meetings]


def test_the_first_thing_saved_makes_a_meeting_without_a_title() -> None:
    briefing = Briefing().with_item(Item("a/1"))
    (meeting,) = briefing.meetings
    assert (meeting.title, records_of(briefing)) == ("", {"a/1"})


def test_a_record_is_saved_for_the_first_meeting_or_for_the_one_that_is_named() -> None:
    item = Item("a/9", key="new")
    assert order(BRIEFING.with_item(item))[0] == ("A", ["i1", "i2", "new"])
    assert order(BRIEFING.with_item(item, "B"))[1] == ("B", ["i3", "i4", "new"])
    assert order(BRIEFING.with_item(item, "gone"))[0] == ("A", ["i1", "i2", "new"])


def test_a_record_is_saved_once_for_each_meeting() -> None:
    assert BRIEFING.with_item(Item("a/1")) == BRIEFING
    assert BRIEFING.with_item(Item("a/1"), "B").items[-1].record == "a/1"


def test_a_meeting_is_renamed_and_an_item_gets_its_note() -> None:
    assert BRIEFING.renamed("A", "Gent").meetings[0].title == "Gent"
    noted = BRIEFING.noted("i3", "new")
    assert [item.note for item in noted.items] == ["", "note", "new", "other"]


@pytest.mark.parametrize(
    ("key", "meeting", "place", "expected"),
    [
        ("i1", "A", 1, [("A", ["i2", "i1"]), ("B", ["i3", "i4"])]),
        ("i1", "B", 0, [("A", ["i2"]), ("B", ["i1", "i3", "i4"])]),
        ("i1", "B", 99, [("A", ["i2"]), ("B", ["i3", "i4", "i1"])]),
        ("i1", "gone", 0, order(BRIEFING)),
        ("gone", "A", 0, order(BRIEFING)),
    ],
)
def test_an_item_moves_within_a_meeting_and_to_another(
    key: str, meeting: str, place: int, expected: list[tuple[str, list[str]]]
) -> None:
    assert order(BRIEFING.moved(key, meeting, place)) == expected


def test_an_item_that_comes_where_its_record_is_keeps_both_notes() -> None:
    (item,) = [item for item in BRIEFING.moved("i2", "B", 0).items if item.record == "a/2"]
    assert item.note == "note\n\nother"


@pytest.mark.parametrize(
    ("key", "step", "expected"),
    [
        ("i2", -1, [("A", ["i2", "i1"]), ("B", ["i3", "i4"])]),
        ("i1", 1, [("A", ["i2", "i1"]), ("B", ["i3", "i4"])]),
        # Over the edge, to the near end of the next meeting.
        ("i3", -1, [("A", ["i1", "i2", "i3"]), ("B", ["i4"])]),
        # Not where its record is already.
        ("i2", 1, order(BRIEFING)),
        ("i4", 1, order(BRIEFING)),
        ("B", -1, [("B", ["i3", "i4"]), ("A", ["i1", "i2"])]),
        ("A", -1, order(BRIEFING)),
        ("B", 1, order(BRIEFING)),
        ("gone", 1, order(BRIEFING)),
    ],
)
def test_items_and_meetings_take_one_step(
    key: str, step: int, expected: list[tuple[str, list[str]]]
) -> None:
    assert order(BRIEFING.stepped(key, step)) == expected


def test_what_is_removed_is_gone_and_nothing_else() -> None:
    assert order(BRIEFING.without("i1")) == [("A", ["i2"]), ("B", ["i3", "i4"])]
    assert order(BRIEFING.without("A")) == [("B", ["i3", "i4"])]
    assert BRIEFING.without("gone") == BRIEFING


@given(
    briefing=briefings(),
    key=st.sampled_from([f"i{number}" for number in range(8)]),
    meeting=st.sampled_from("ABC"),
    place=st.integers(0, 4),
)
def test_moving_loses_nothing(briefing: Briefing, key: str, meeting: str, place: int) -> None:
    moved = briefing.moved(key, meeting, place)
    assert words_of(moved) == words_of(briefing)
    for step in (-1, 1):
        assert sorted(briefing.stepped(key, step).items, key=lambda item: item.key) == sorted(
            briefing.items, key=lambda item: item.key
        )


@given(briefing=briefings(), meeting=st.sampled_from("ABC"))
def test_a_meeting_has_each_record_once_whatever_is_moved_there(
    briefing: Briefing, meeting: str
) -> None:
    for item in briefing.items:
        briefing = briefing.moved(item.key, meeting, 0)
    for each in briefing.meetings:
        records = [item.record for item in each.items]
        assert len(records) == len(set(records))


@given(one=st.text(), other=st.text())
def test_two_notes_become_one_that_holds_both(one: str, other: str) -> None:
    both = both_notes(one, other)
    assert one in both
    assert other in both
    assert both_notes(both, other) == both_notes(both, one) == both


def test_a_note_that_stands_in_the_other_is_not_written_twice() -> None:
    assert both_notes("ask\nbring", "ask") == both_notes("ask", "ask\nbring") == "ask\nbring"
    assert both_notes("basket", "ask") == "basket\n\nask"


def test_items_of_one_record_become_one() -> None:
    items = (Item("a/1", "x", "1"), Item("a/2", "", "2"), Item("a/1", "y", "3"))
    assert once_each(items) == (Item("a/1", "x\n\ny", "1"), Item("a/2", "", "2"))


def test_half_a_sign_does_not_get_into_a_file() -> None:
    assert clean("a\ud83d\ude00b") == "a\U0001f600b"
    clean("a\ud83db\r\nc\rd\u2029e").encode()
    assert clean("a\r\nb\rc\u2029d") == "a\nb\nc\nd"
