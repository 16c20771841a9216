"""The history as a value: where one was, where one may go, and how far down."""

from __future__ import annotations

from desktop.ui.frame.navigation import Address, History

HOME, REGIONS, FLANDERS = Address("home"), Address("regions"), Address("regions", "place/flanders")


def walked(*addresses: Address) -> History:
    history = History()
    for address in addresses:
        history.visit(address)
    return history


def test_a_new_history_is_nowhere() -> None:
    history = History()
    assert history.current is None
    assert not history.can_go_back
    assert not history.can_go_forward
    assert (history.behind, history.ahead, history.scrolled) == ([], [], 0)


def test_what_lies_behind_and_ahead_is_told_from_where_one_is() -> None:
    history = walked(HOME, REGIONS, FLANDERS)
    assert history.behind == [REGIONS, HOME]
    history.back()
    assert history.behind == [HOME]
    assert history.ahead == [FLANDERS]
    assert history.go(1) == FLANDERS
    assert history.go(-2) == HOME


def test_a_visit_forgets_what_lay_ahead() -> None:
    history = walked(HOME, REGIONS)
    history.back()
    history.visit(FLANDERS)
    assert history.ahead == []
    assert history.behind == [HOME]


def test_a_visit_to_where_one_is_is_no_step() -> None:
    history = walked(HOME, HOME)
    assert not history.can_go_back


def test_an_address_in_other_words_is_no_step() -> None:
    history = walked(HOME, REGIONS)
    history.replace(FLANDERS)
    assert history.current == FLANDERS
    assert history.behind == [HOME]
    alone = History()
    alone.replace(HOME)
    assert alone.current == HOME


def test_each_stop_remembers_how_far_one_had_read() -> None:
    history = walked(HOME)
    history.leave(120)
    history.visit(REGIONS)
    assert history.scrolled == 0
    history.leave(40)
    history.back()
    assert history.scrolled == 120
    history.forward()
    assert history.scrolled == 40
