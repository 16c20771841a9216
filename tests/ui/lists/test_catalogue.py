"""Narrowing, sorting and grouping a catalogue, by mouse and by keyboard, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.browsing import NOT_STATED, Browse, Facet, Order
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.facet_values import value_title
from desktop.ui.lists.spec import LARGEST_AMOUNT_FIRST, SMALLEST_AMOUNT_FIRST
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import (
    CATALOGUES,
    Start,
    catalogue,
    click_row,
    column,
    go,
    headings,
    ids,
    offered,
    open_values,
)

# Of the offscreen platform itself, where something pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_catalogue_shows_all_records_of_its_kind(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    for key in CATALOGUES:
        view = go(program, key)
        (kind,) = view.spec.kinds
        assert set(ids(view.model)) == {record.id for record in library.list(kind)}
        assert view.bar.count.text().startswith(f"{len(library.list(kind))} ")
        assert view.record_id == ids(view.model)[0]
        assert not view.is_empty


@pytest.mark.parametrize("key", CATALOGUES)
def test_the_models_keep_qts_rules_whatever_one_does(start: Start, key: str) -> None:
    program = start("en")
    view = go(program, key)
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for code in ("fr", "nl"):
        program.choose_language(code)
        for number in range(len(view.spec.sortings)):
            view.sort(number)
        for number in range(len(view.spec.groupings)):
            view.group(number)
        for facet in view.spec.facets:
            counts = view._count_values(facet)
            view.narrow(((facet, next(iter(counts), "")),))
            view.narrow(((facet, "nothing has this value"),) if facet is Facet.YEAR else ())
    assert tester.model() is view.model


def test_each_value_of_each_facet_leaves_as_many_as_its_count_says(start: Start) -> None:
    program = start("nl")
    for key in CATALOGUES:
        view = go(program, key)
        for facet in view.spec.facets:
            for value, count in list(view._count_values(facet).items())[:3]:
                view.narrow(((facet, value),))
                assert view.model.records == count
                view.narrow(())


def test_the_keyboard_alone_narrows_a_list_and_clears_it(start: Start) -> None:
    program = start("en")
    view = go(program, "programmes")
    every = view.model.records
    QTest.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert program.window.focusWidget() is view.bar.buttons[Facet.PLACE]
    values = open_values(view, Facet.STATUS)
    assert offered(values)[-1].startswith("Not stated")
    row = next(row for row, text in enumerate(offered(values)) if text.startswith("Running"))
    for _ in range(row):
        QTest.keyClick(values.list, Qt.Key.Key_Down)
    QTest.keyClick(values.list, Qt.Key.Key_Space)
    assert 0 < view.model.records < every
    QTest.keyClick(values.list, Qt.Key.Key_Up)
    QTest.keyClick(values.list, Qt.Key.Key_Return)
    assert next(value for _facet, value in view._chosen) == "running"
    assert len(view._chosen) == 2
    QTest.keyClick(values, Qt.Key.Key_Escape)
    assert view.bar.buttons[Facet.STATUS].text() == "Status (2)"
    assert view.bar.count.text() == f"{view.model.records} of {every} programmes"
    first, second = view.bar.chips[:2]
    assert first.text() == "Status: Running"
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert not second.isVisible()
    assert own(view, "status") == {"running"}
    QTest.keyClick(view.bar.clear, Qt.Key.Key_Space)
    assert view.model.records == every
    assert not view.bar.clear.isVisible()


def own(view: CatalogueView, name: str) -> set[str]:
    """What the records that are left say in a column of their kind."""
    records = view.lookup.records(ids(view.model))
    return {getattr(record.details, name) for record in records}


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(start: Start) -> None:
    view = go(start("en"), "programmes", type=("network", "plan"), status="running")
    assert own(view, "type") == {"network", "plan"}
    assert own(view, "status") == {"running"}


def test_the_values_on_offer_carry_their_counts_in_their_own_order(start: Start) -> None:
    view = go(start("en"), "figures")
    years = offered(open_values(view, Facet.YEAR))
    assert years[-1].startswith("Not stated (")
    assert years[:-1] == sorted(years[:-1], reverse=True)
    view = go(start("en"), "organisations")
    types = offered(open_values(view, Facet.TYPE))
    assert types[0].startswith("Government (")
    assert any(text.startswith("Company (29)") for text in types)


def test_what_was_chosen_is_ticked_when_the_values_open_again(start: Start) -> None:
    view = go(start("fr"), "themes", type="challenge")
    values = open_values(view, Facet.TYPE)
    ticked = [
        values.list.item(row).data(Qt.ItemDataRole.UserRole)
        for row in range(values.list.count())
        if values.list.item(row).checkState() is Qt.CheckState.Checked
    ]
    assert ticked == ["challenge"]


def test_narrowing_is_no_step_but_arriving_and_going_back_are(start: Start) -> None:
    program = start("en")
    window = program.window
    view = go(program, "milestones")
    view.narrow(((Facet.STATE, "planned"),))
    assert window.history.current == Address("milestones", filters=(("state", "planned"),))
    go(program, "milestones", pillar="trade")
    trade = ids(view.model)
    window.open_record("place/flanders")
    window.menus.back.trigger()
    assert ids(view.model) == trade
    window.menus.back.trigger()
    assert own(view, "state") == {"planned"}
    window.menus.back.trigger()
    assert window.history.current == Address("home")


def test_a_link_that_names_what_nobody_knows_is_taken_for_what_is_known(start: Start) -> None:
    view = go(
        start("en"), "programmes", type=("network", "castle"), smell="sweet", place="place/atlantis"
    )
    assert own(view, "type") == {"network"}


def test_a_record_chosen_in_a_narrowed_list_leaves_it_narrowed(start: Start) -> None:
    program = start("en")
    view = go(program, "programmes", type="network")
    networks = ids(view.model)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.record_id == networks[1]
    assert ids(view.model) == networks
    assert program.window.history.current == Address(
        "programmes", networks[1], filters=(("type", "network"),)
    )
    program.window.menus.back.trigger()
    assert view.record_id == networks[0]
    assert ids(view.model) == networks


def test_a_record_elsewhere_is_shown_in_the_whole_list(start: Start) -> None:
    program = start("en")
    view = go(program, "programmes", type="network")
    view.ask("programme/flanders-care")
    assert view.record_id == "programme/flanders-care"
    assert view.lists("programme/flanders-care")
    assert not view._chosen


def test_the_open_record_stays_while_it_fits_and_else_the_first_comes(start: Start) -> None:
    program = start("en")
    view = go(program, "programmes", "programme/flanders-care")
    view.narrow(((Facet.TYPE, "initiative"),))
    assert view.record_id == "programme/flanders-care"
    assert view.table.currentIndex().data() == "Flanders’ Care"
    view.narrow(((Facet.TYPE, "network"),))
    assert view.record_id == ids(view.model)[0]
    assert program.window.history.current == Address("programmes", filters=(("type", "network"),))


def test_a_list_narrowed_to_nothing_says_what_to_do_and_does_it(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = go(program, "programmes", type="network", status="ended")
    assert view.is_empty
    assert view.nothing_fits.isVisible()
    assert not view.table.isVisible()
    assert "remove one of the choices" in view.nothing_fits.label.text()
    assert view.bar.count.text().startswith("0 of ")
    qtbot.mouseClick(view.nothing_fits.clear, Qt.MouseButton.LeftButton)
    assert view.table.isVisible()
    assert not view.nothing_fits.isVisible()
    assert view.record_id == ids(view.model)[0]


def test_each_sorting_is_the_librarys_and_not_stated_comes_last(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("fr")
    for key in CATALOGUES:
        view = go(program, key)
        view.group(view.spec.groupings.index(None))
        for number, sorting in enumerate(view.spec.sortings):
            view.sort(number)
            browse = Browse(view.spec.kinds, "fr", (), sorting.order, sorting.descending)
            assert ids(view.model) == list(library.browse(browse)[0].ids)
            orders = [each.order for each in view.spec.columns]
            if sorting.order is Order.PERIOD and sorting.order in orders:
                stated = [
                    view.model.index(row, orders.index(Order.PERIOD) + 1)
                    for row in range(view.model.rowCount())
                ]
                has_text = [index.data(Qt.ItemDataRole.UserRole + 2) for index in stated]
                assert has_text == sorted(has_text, reverse=True)


def test_a_click_on_a_header_sorts_and_a_second_turns_it_round(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1400, 800)
    view = go(program, "programmes")
    header = view.table.header
    money = next(n for n, each in enumerate(view.spec.columns, 1) if each.order is Order.MONEY)
    for sorting, arrow in (
        (LARGEST_AMOUNT_FIRST, Qt.SortOrder.DescendingOrder),
        (SMALLEST_AMOUNT_FIRST, Qt.SortOrder.AscendingOrder),
        (LARGEST_AMOUNT_FIRST, Qt.SortOrder.DescendingOrder),
    ):
        x = header.sectionViewportPosition(money) + header.sectionSize(money) // 2
        pos = header.viewport().rect().center()
        pos.setX(x)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=pos)
        assert view.spec.sortings[view._sorting] is sorting
        assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (money, arrow)
        assert view.bar.sorting.text() == sorting.title
        assert column(view.model, money)[0]
        assert not column(view.model, money)[-1]


def test_a_header_that_nothing_is_sorted_by_stays_unmarked(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 900)
    view = go(program, "programmes")
    view.table.sorting_asked.emit(3)
    assert view.table.header.sortIndicatorSection() == -1
    assert view.spec.sortings[view._sorting].order is Order.IMPORTANCE


def test_the_keyboard_sorts_and_groups_by_menus(start: Start) -> None:
    view = go(start("en"), "figures")
    assert view.bar.grouping.text() == "By what they measure"
    view.bar.grouping.setFocus()
    QTest.keyClick(view.bar.grouping, Qt.Key.Key_Space)
    menu = view.bar.grouping.choices
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert view.bar.grouping.text() == "By place"
    assert headings(view.model)[0].startswith("Belgium (")
    QTest.keyClick(view.bar.sorting, Qt.Key.Key_Down)
    QTest.keyClick(view.bar.sorting.choices, Qt.Key.Key_Down)
    QTest.keyClick(view.bar.sorting.choices, Qt.Key.Key_Return)
    assert view.bar.sorting.text() == "From A to Z"


@pytest.mark.parametrize("code", LANGUAGES)
def test_chips_say_facet_and_value_in_the_language(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program = start("en")
    view = go(program, "programmes", place=("place/flanders", NOT_STATED))
    program.choose_language(code)
    tr = languages[code].gettext
    shown = [chip.text() for chip in view.bar.chips if chip.isVisible()]
    expected = [
        tr("{label}: {value}").format(
            label=tr("Place"), value=value_title(Facet.PLACE, value, view.lookup)
        )
        for value in ("place/flanders", NOT_STATED)
    ]
    assert shown == expected
    assert view.bar.chips[0].accessibleName() == tr("Remove {choice}").format(choice=shown[0])


def test_the_number_of_records_left_is_announced(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = go(program, "programmes")
    with qtbot.waitSignal(program.context.announced) as said:
        view.narrow(((Facet.TYPE, "network"),))
    assert said.args == [view.bar.count.text()]


@pytest.mark.parametrize("key", CATALOGUES)
def test_a_switch_of_language_keeps_the_place(start: Start, key: str) -> None:
    """Selection, scroll, what is chosen, sorting and grouping."""
    program = start("en")
    view = go(program, key)
    facet = view.spec.facets[0]
    counts = view._count_values(facet)
    view.narrow(((facet, max(counts, key=counts.__getitem__)),))
    view.sort(len(view.spec.sortings) - 1)
    view.group(len(view.spec.groupings) - 1)
    rows = [row for row in range(view.model.rowCount()) if not view.model.is_heading(row)]
    click_row(view.table, rows[len(rows) * 2 // 3])
    bar = view.table.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    shown, before = view.record_id, view.table.place_of(view.record_id)
    chosen, count = view._chosen, view.model.records
    assert before is not None
    for code in ("fr", "nl", "en"):
        program.choose_language(code)
        # The list may grow after that: what stands above it is of another height.
        was_at_an_end = bar.value() in (0, bar.maximum())
        QApplication.processEvents()
        assert view.record_id == shown == before[0]
        assert view.table.currentIndex().data(Qt.ItemDataRole.UserRole) == shown
        assert (view._chosen, view.model.records) == (chosen, count)
        assert view._sorting == len(view.spec.sortings) - 1
        assert view._grouping == len(view.spec.groupings) - 1
        after = view.table.place_of(shown)
        assert after is not None
        assert after[0] == shown
        # Unless in this language it stands too near to an end of the list.
        is_at_an_end = was_at_an_end or bar.value() in (0, bar.maximum())
        assert abs(after[1] - before[1]) <= 3 or is_at_an_end
        before = after
    assert catalogue(program, key) is view


def test_tab_leads_from_the_bar_through_the_list_to_the_page(start: Start) -> None:
    program = start("en")
    for key in CATALOGUES:
        view = go(program, key)
        view.narrow(((view.spec.facets[0], next(iter(view._count_values(view.spec.facets[0])))),))
        program.window.search_box.setFocus()
        stops: list[QWidget] = [program.window.search_box]
        while not view.pane.isAncestorOf(stops[-1]) and len(stops) < 20:
            program.window.focusNextPrevChild(True)
            stops.append(program.window.focusWidget())
        assert view.pane.isAncestorOf(stops[-1])
        assert stops[-2] is view.table
        assert all(view.bar.isAncestorOf(widget) for widget in stops[1:-2])
        assert stops[1 : 1 + len(view.bar.buttons)] == list(view.bar.buttons.values())
        assert stops[-4:-2] == [view.bar.chips[0], view.bar.clear]


def test_return_leads_from_the_list_into_the_page(start: Start) -> None:
    program = start("en")
    view = go(program, "programmes")
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.pane.isAncestorOf(program.window.focusWidget())


def test_typing_goes_to_a_title_from_where_one_is(start: Start) -> None:
    program = start("fr")
    view = go(program, "programmes")
    view.table.setFocus()
    QTest.keyClicks(view.table, "regmed")
    assert view.record_id == "programme/regmed-xb"
    QTest.keyClicks(view.table, "qqq")
    assert view.record_id == "programme/regmed-xb"
