"""Two briefings become one: an import, and two programs with one file. Nothing is ever lost."""

from __future__ import annotations

from hypothesis import given

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.briefing_merge import came_in, kept_together, reconciled, with_import
from tests.domain.briefings import briefings, lines_of, records_of, words_of

BASE = Briefing(
    (
        Meeting("", (Item("a/1", "one", "i1"), Item("a/2", "", "i2")), "A"),
        Meeting("Leuven", (Item("a/3", "", "i3"),), "B"),
    )
)


def order(briefing: Briefing) -> list[tuple[str, list[str]]]:
    return [(meeting.key, [item.key for item in meeting.items]) for meeting in briefing.meetings]


@given(base=briefings(), ours=briefings())
def test_what_only_one_side_changed_is_as_that_side_left_it(base: Briefing, ours: Briefing) -> None:
    assert reconciled(base, ours, base) == ours
    assert reconciled(base, base, ours) == ours


@given(ours=briefings(), theirs=briefings())
def test_an_import_loses_nothing_of_either(ours: Briefing, theirs: Briefing) -> None:
    after = with_import(ours, theirs)
    wanted = words_of(ours) | words_of(theirs)
    # Titles of one meeting may stand in one line.
    titles = {meeting.title for meeting in (*ours.meetings, *theirs.meetings)}
    assert wanted - titles <= words_of(after)
    said = " ".join(meeting.title for meeting in after.meetings)
    assert all(title in said for title in titles)


@given(ours=briefings(), theirs=briefings())
def test_an_import_leaves_what_is_there_where_it_is(ours: Briefing, theirs: Briefing) -> None:
    after = with_import(ours, theirs)
    for meeting in ours.meetings:
        found = after.meeting(meeting.key)
        assert found is not None
        kept = [item.key for item in found.items][: len(meeting.items)]
        assert kept == [item.key for item in meeting.items]
    for item in ours.items:
        found = after.item(item.key)
        assert found is not None
        assert item.note in found.note


@given(ours=briefings(), theirs=briefings())
def test_the_same_file_imported_twice_changes_nothing_more(
    ours: Briefing, theirs: Briefing
) -> None:
    once = with_import(ours, theirs)
    assert records_of(with_import(once, theirs)) == records_of(once)
    assert words_of(with_import(once, theirs)) == words_of(once)


@given(briefing=briefings())
def test_ones_own_file_brings_nothing(briefing: Briefing) -> None:
    after = with_import(briefing, briefing)
    assert after == briefing
    assert came_in(briefing, after) == 0


@given(base=briefings(), ours=briefings(), theirs=briefings())
def test_two_programs_keep_what_either_of_them_wrote_new(
    base: Briefing, ours: Briefing, theirs: Briefing
) -> None:
    after = kept_together(base, ours, theirs)
    new = {*ours.items, *theirs.items} - set(base.items)
    assert lines_of(new) <= lines_of(after.items)
    assert len({item.key for item in after.items}) == len(after.items)


def test_both_changes_are_there_where_two_programs_wrote() -> None:
    ours = BASE.noted("i2", "ours").with_item(Item("a/8", key="i8"))
    theirs = BASE.renamed("B", "Gent").with_item(Item("a/9", key="i9"), "B")
    after = reconciled(BASE, ours, theirs)
    assert order(after) == [("A", ["i1", "i2", "i8"]), ("B", ["i3", "i9"])]
    assert after.meetings[1].title == "Gent"
    assert after.items[1].note == "ours"


def test_a_note_that_both_changed_keeps_both() -> None:
    after = reconciled(BASE, BASE.noted("i1", "ours"), BASE.noted("i1", "theirs"))
    assert after.items[0].note == "ours\n\ntheirs"


def test_what_one_removed_goes_unless_the_other_changed_it() -> None:
    assert order(reconciled(BASE, BASE.without("i1"), BASE.noted("i2", "x")))[0] == ("A", ["i2"])
    noted = BASE.noted("i3", "important")
    for after in (
        reconciled(BASE, BASE.without("B"), noted),
        reconciled(BASE, noted, BASE.without("B")),
    ):
        assert after.meeting("B") == Meeting("Leuven", (Item("a/3", "important", "i3"),), "B")


def test_what_is_missing_on_the_disk_is_not_taken_for_removed() -> None:
    assert kept_together(BASE, BASE.noted("i1", "x"), Briefing()) == BASE.noted("i1", "x")


def test_what_we_removed_stays_removed() -> None:
    assert kept_together(BASE, BASE.without("i1"), BASE) == BASE.without("i1")


def test_the_same_record_saved_twice_becomes_one_with_both_notes() -> None:
    ours = BASE.with_item(Item("a/7", "ours", "i7"))
    theirs = BASE.with_item(Item("a/7", "theirs", "i77"))
    after = reconciled(BASE, ours, theirs)
    assert after.items[2] == Item("a/7", "ours\n\ntheirs", "i7")


def test_an_import_joins_the_meetings_that_have_no_title_and_counts_what_came() -> None:
    theirs = Briefing((Meeting("", (Item("a/1", "two", "x1"), Item("a/5", "", "x5")), "X"),))
    after = with_import(BASE, theirs)
    assert order(after) == [("A", ["i1", "i2", "x5"]), ("B", ["i3"])]
    assert after.items[0].note == "one\n\ntwo"
    assert came_in(BASE, after) == 2


def test_a_key_that_means_something_else_here_is_given_another() -> None:
    theirs = Briefing((Meeting("Gent", (Item("a/9", "n", "i1"), Item("a/8", "m", "A")), "i2"),))
    after = with_import(BASE, theirs)
    assert order(after)[:2] == order(BASE)
    assert [(item.record, item.note) for item in after.meetings[2].items] == [
        ("a/9", "n"),
        ("a/8", "m"),
    ]
