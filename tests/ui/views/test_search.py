"""Search: found while typing, best first, with what shows why, and narrowed at will."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.browsing import Facet
from desktop.domain.problems import AtlasError
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Figure, Kind, Place
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.paragraphs import MARKED_WEIGHT
from desktop.ui.views.search import SearchView
from desktop.ui.widgets.check_list import CheckList
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start
from tests.ui.search.held_library import HeldLibrary
from tests.ui.settling import settled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# Asks for a figure that the atlas has, in words that it knows in each language.
QUESTION = "how many people work in the pharma sector in Flanders"
PROGRAMME = ("kind", "programme")


def search(program: Program) -> SearchView:
    """The view, once it has found what was asked of it."""
    view = settled(program.window)
    assert isinstance(view, SearchView)
    return view


def find(program: Program, query: str, *filters: tuple[str, str]) -> SearchView:
    """Go to a search, as a link does."""
    program.window.go(Address("search", query=query, filters=filters))
    return search(program)


def type_in(program: Program, text: str) -> None:
    """Type into the search box what no keyboard of the tests can."""
    program.window.search_box.setText(text)
    program.window.search_box.textEdited.emit(text)


def shown(view: SearchView) -> list[str]:
    return [row.id for row in view.told.rows]


def here(program: Program) -> Address:
    address = program.window.history.current
    assert address is not None
    return address


@pytest.fixture
def start_held(start: Start, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Program]:
    """Starts a program whose searches can be held up."""

    def start_it() -> Program:
        monkeypatch.setattr("desktop.app.AtlasLibrary", HeldLibrary)
        return start("en")

    return start_it


def held(program: Program) -> HeldLibrary:
    assert isinstance(program.library, HeldLibrary)
    return program.library


# While one types.


@pytest.mark.parametrize("code", LANGUAGES)
def test_typing_regmed_finds_the_network(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(program.window.search_box, "regmed")
    view = search(program)
    assert program.window.stack.currentWidget() is view
    assert view.model.index(0, 0).data() == "RegMed XB"
    assert view.record_id == "programme/regmed-xb"
    assert program.window.focusWidget() is program.window.search_box


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "R&D",
        "l'h",
        "COVID-19",
        '"',
        "*",
        "'",
        "(",
        "NEAR(",
        "a AND",
        "in:",
        "kind:nothing",
        "-",
        "x" * 10_000,
        "zorg " * 2_000,
        "é̂́ 😀\x00",
    ],
)
def test_any_query_gives_results_or_none_and_no_error(start: Start, query: str) -> None:
    program = start("nl")
    type_in(program, query)
    assert search(program).told.summary


def test_what_was_found_stays_until_something_else_is(
    start_held: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start_held()
    view = find(program, "regmed")
    before, page = shown(view), view.record_id
    held(program).hold()
    for end in range(1, len("prevention") + 1):
        type_in(program, "prevention"[:end])
    qtbot.waitUntil(lambda: held(program).begun[-1] == "prevention")
    assert shown(view) == before
    assert view.table.isVisible()
    assert view.record_id == page
    held(program).let_go()
    search(program)
    assert view.told.rows[0].title.text == "Prevention"
    assert view.record_id == "theme/prevention"


def test_what_one_typed_over_is_never_shown(
    start_held: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start_held()
    view = find(program, "regmed")
    summaries: list[str] = []
    view.model.modelReset.connect(lambda: summaries.append(view.told.summary))
    held(program).hold()
    for text in ("zorg", "care", "biotech"):
        type_in(program, text)
    held(program).let_go()
    search(program)
    assert len(summaries) == 1
    assert "“biotech”" in summaries[0]


def test_who_types_fast_sees_the_list_at_once_and_the_page_at_a_pause(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is.
    monkeypatch.setattr("desktop.ui.views.search.HURRY_MS", 60_000)
    program = start("en")
    view = find(program, "regmed")
    view._pause.setInterval(2_000)
    opened: list[str | None] = []
    view.settled.connect(lambda: opened.append(view.record_id))
    for end in range(1, len("prevention") + 1):
        with qtbot.waitSignal(view._searcher.found):
            type_in(program, "prevention"[:end])
        assert view.record_id == "programme/regmed-xb"
    assert view.told.rows[0].id == "theme/prevention"
    assert search(program).record_id == "theme/prevention"
    assert opened == ["theme/prevention"]


def test_closing_the_window_ends_the_search_that_runs(
    start_held: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start_held()
    find(program, "regmed")
    held(program).hold()
    type_in(program, "zorg")
    qtbot.waitUntil(lambda: held(program).begun[-1] == "zorg")
    program.window.close()
    assert not program.window.isVisible()


@pytest.mark.parametrize("what", ["theme", "text size"])
def test_a_view_that_is_let_go_of_ends_the_search_that_runs(
    start_held: Callable[[], Program], qtbot: QtBot, what: str
) -> None:
    program = start_held()
    find(program, "regmed")
    held(program).hold()
    type_in(program, "zorg")
    qtbot.waitUntil(lambda: held(program).begun[-1] == "zorg")
    if what == "theme":
        program.window.go(Address("help"))
        program.choose_theme("dark")
    else:
        program.choose_text_size(1)
    held(program).let_go()
    assert shown(find(program, "zorg"))


def test_a_damaged_file_is_told_in_a_message(
    start_held: Callable[[], Program], qtbot: QtBot
) -> None:
    program = start_held()
    find(program, "regmed")
    held(program).error = AtlasError("broken")
    with qtbot.waitSignal(program.context.complained) as complaint:
        type_in(program, "zorg")
    assert complaint.args == ["The search did not work", "broken"]
    held(program).error = None
    type_in(program, "zorg")
    assert shown(search(program))


def test_the_number_of_results_is_said_once_when_one_stops_typing(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    said: list[str] = []
    program.context.told.connect(said.append)
    qtbot.keyClicks(program.window.search_box, "prevention")
    view = search(program)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [view.told.summary]
    assert "“prevention”" in said[0]


def test_who_has_gone_elsewhere_is_told_nothing(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "prevention")
    program.window.go_home()
    with qtbot.assertNotEmitted(program.context.told):
        qtbot.waitUntil(lambda: not view._quiet.isActive())


# The list.


def test_results_come_best_first_with_what_they_are(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    view = find(program, "regmed")
    hits = library.search(SearchQuery.parse("regmed"), "en").hits
    assert shown(view) == [hit.id for hit in hits]
    for row, hit in enumerate(hits):
        spoken = view.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(f"{hit.title.text}. ")
        assert hit.kind.value.capitalize() in spoken
        assert hit.snippet.text in spoken


def marked(layout: QTextLayout) -> list[str]:
    """The words of a text that are heavier than the rest."""
    return [
        layout.text()[each.start : each.start + each.length]
        for each in layout.formats()
        if each.format.font().variableAxisValue("wght") == MARKED_WEIGHT
    ]


def test_what_was_looked_for_stands_out_in_title_and_text(start: Start) -> None:
    program = start("en")
    view = find(program, "regmed")
    title, _below, snippet = view.table._rows.layout(0).texts
    assert title.marks == view.told.rows[0].title.marks
    assert snippet.marks == view.told.rows[0].snippet.marks
    for text in (title, snippet):
        assert text.ground == program.context.theme.colour("mark")
        drawn = text.paragraph.layout.text()
        assert {drawn[start:end] for start, end in text.marks} == {"RegMed"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ground_of_what_stands_out_follows_the_theme(start: Start, theme: str) -> None:
    program = start("en")
    view = find(program, "regmed")
    program.choose_theme(theme)
    title, *_others = view.table._rows.layout(0).texts
    assert title.ground == program.context.theme.colour("mark")


def test_letters_lead_nowhere_in_the_list(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "prevention")
    view.table.setFocus()
    first = view.table.currentIndex().row()
    qtbot.keyClicks(view.table, "zorg")
    assert view.table.currentIndex().row() == first


def test_return_in_the_search_box_leads_into_the_results(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    qtbot.keyClicks(program.window.search_box, "prevention")
    qtbot.keyClick(program.window.search_box, Qt.Key.Key_Return)
    view = search(program)
    first = view.record_id
    assert program.window.focusWidget() is view.table
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.record_id not in (None, first)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert program.window.focusWidget() is view.pane.page


def test_return_does_not_undo_a_choice(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "prevention")
    program.window.open_record(shown(view)[2])
    program.window.focus_search()
    qtbot.keyClick(program.window.search_box, Qt.Key.Key_Return)
    assert view.record_id == shown(view)[2]
    assert program.window.focusWidget() is view.table


def test_where_nothing_is_found_one_goes_on_typing(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.focus_search()
    qtbot.keyClicks(program.window.search_box, "qqqqzzzz")
    qtbot.keyClick(program.window.search_box, Qt.Key.Key_Return)
    search(program)
    assert program.window.focusWidget() is program.window.search_box


def test_the_model_keeps_qts_rules_while_one_types(start: Start) -> None:
    program = start("en")
    view = find(program, "care")
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for query in ("ca", "care f", "", "qqqq", "zorg"):
        find(program, query)
        program.choose_language("nl" if query else "fr")
        search(program)
    assert tester.model() is view.model


def test_a_switch_of_language_finds_again_and_keeps_what_is_open(start: Start) -> None:
    program = start("en")
    program.window.go(Address("search", "theme/prevention", query="prevention"))
    view = search(program)
    program.choose_language("nl")
    search(program)
    assert view.record_id == "theme/prevention"
    assert view.table.currentIndex().data(Qt.ItemDataRole.UserRole) == "theme/prevention"
    assert view.told.summary == view.head.summary.text()
    assert "resultaten" in view.told.summary


def test_a_record_that_is_chosen_can_be_left_again(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "prevention", PROGRAMME)
    first, second, *_others = shown(view)
    program.window.open_record(second)
    assert here(program) == Address("search", second, "prevention", (PROGRAMME,))
    program.window.back_action.trigger()
    assert search(program).record_id == first
    assert view.table.currentIndex().row() == 0


def test_back_leads_to_where_one_was_on_the_page(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = find(program, "belgium")
    bar = view.pane.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 50)
    bar.setValue(50)
    find(program, "regmed")
    program.window.back_action.trigger()
    search(program)
    qtbot.waitUntil(lambda: bar.value() == 50)


# What narrows the results.


@pytest.mark.parametrize("query", ["", "qqqq zzzz", "kind:term qqqq zzzz"])
def test_without_results_it_says_what_to_do(start: Start, query: str) -> None:
    program = start("en")
    find(program, "prevention")
    view = find(program, query)
    assert view.is_empty
    assert not view.table.isVisible()
    assert view.record_id is None
    assert view.nothing.sentence.isVisible()
    assert not view.head.summary.isVisible()
    assert not view.head.offers.isVisible()
    assert view.nothing.sentence.text() == view.told.summary
    assert view.told.summary.startswith("Nothing found" if query else "Type a word")
    assert view.nothing.hint.isVisible() is not bool(query)


def test_the_hint_names_operators_that_work(start: Start) -> None:
    for code in LANGUAGES:
        program = start(code)
        view = find(program, "")
        typed = view._operators.typed(Facet.KIND, "programme")
        assert typed in view.nothing.hint.text()
        assert {each.partition("/")[0] for each in shown(find(program, typed))} == {"programme"}


def chips(view: SearchView) -> dict[str, QPushButton]:
    return {each.text(): each for each in view.head.chips.chips if each.isVisible()}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None], ids=["keyboard", "mouse"])
def test_every_narrowing_has_a_chip_that_takes_it_away(
    start: Start, qtbot: QtBot, key: Qt.Key | None
) -> None:
    program = start("en")
    program.window.go(Address("milestones"))
    text = 'in:flanders "health care" -budget care'
    view = find(program, text, PROGRAMME)
    assert list(chips(view)) == [
        "Place: Flanders",
        "Exactly “health care”",
        "Without “budget”",
        "Kind: Programme",
    ]
    left = {
        "Without “budget”": ('in:flanders "health care" care', (PROGRAMME,)),
        "Exactly “health care”": ("in:flanders care", (PROGRAMME,)),
        "Kind: Programme": ("in:flanders care", ()),
        "Place: Flanders": ("care", ()),
    }
    for chip, (query, filters) in left.items():
        button = chips(view)[chip]
        assert button.accessibleName() == f"Remove {chip}"
        if key is None:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(button, key)
        search(program)
        assert program.window.search_box.text() == query
        assert here(program) == Address("search", query=query, filters=filters)
        assert chip not in chips(view)
    program.window.back_action.trigger()
    assert here(program) == Address("milestones")


def test_all_narrowings_go_at_once(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "care in:flanders -budget", PROGRAMME)
    view.head.chips.clear.click()
    search(program)
    assert here(program) == Address("search", query="care")
    assert not view.head.chips.isVisible()


def values_of(view: SearchView, qtbot: QtBot, facet: Facet) -> CheckList:
    """Open the values of a facet, by keyboard."""
    button = view.head.facets.buttons[facet]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Down)

    def opened() -> list[CheckList]:
        return [each for each in button.findChildren(CheckList) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()))
    (values,) = opened()
    return values


def offered(values: CheckList) -> dict[str, str]:
    """Value -> text, in the order in which they are offered."""
    items = [values.list.item(row) for row in range(values.list.count())]
    return {item.data(Qt.ItemDataRole.UserRole): item.text() for item in items}


def test_facets_say_how_many_records_each_value_leaves(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "regmed")
    for facet in (Facet.KIND, Facet.PLACE, Facet.YEAR, Facet.THEME, Facet.DOCUMENT):
        counts = view.context.library.search_counts(view._query, facet)
        values = values_of(view, qtbot, facet)
        texts = offered(values)
        assert set(texts) == set(counts)
        for value, text in texts.items():
            assert text.endswith(f"({counts[value]})")
        values.close()


def test_a_facet_that_no_record_states_says_so(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "kind:term care")
    with qtbot.waitSignal(program.context.announced) as said:
        view.head.facets.buttons[Facet.PILLAR].click()
    assert said.args == ["Pillar: no record that was found states it."]


def test_years_come_newest_first(start: Start, qtbot: QtBot) -> None:
    view = find(start("en"), "flanders")
    values = values_of(view, qtbot, Facet.YEAR)
    years = [value for value in offered(values) if value]
    assert years == sorted(years, reverse=True)
    assert len(years) > 2
    values.close()


def test_a_value_that_is_chosen_narrows_and_stands_in_the_address(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    view = find(program, "flanders")
    values = values_of(view, qtbot, Facet.KIND)
    counts = offered(values)
    row = list(counts).index("programme")
    values.list.setCurrentRow(row)
    qtbot.keyClick(values.list, Qt.Key.Key_Return)
    search(program)
    assert values.isVisible()
    assert here(program) == Address("search", query="flanders", filters=(PROGRAMME,))
    assert {library.get(each).kind for each in shown(view)} == {Kind.PROGRAMME}
    assert view.head.facets.buttons[Facet.KIND].text() == "Kind (1)"
    assert "Kind: Programme" in chips(view)
    qtbot.keyClick(values.list, Qt.Key.Key_Return)
    search(program)
    assert here(program) == Address("search", query="flanders")
    values.close()


def test_a_value_that_was_typed_is_marked_and_can_be_given_up(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "kind:programme care")
    values = values_of(view, qtbot, Facet.KIND)
    row = list(offered(values)).index("programme")
    assert values.list.item(row).checkState() is Qt.CheckState.Checked
    values.list.setCurrentRow(row)
    qtbot.keyClick(values.list, Qt.Key.Key_Space)
    search(program)
    assert program.window.search_box.text() == "care"
    values.close()


def test_control_f_leads_to_the_facets(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = find(program, "care")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert program.window.focusWidget() is next(iter(view.head.facets.buttons.values()))


def test_what_is_chosen_stays_while_one_types_on_and_goes_with_another_query(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    find(program, "care", PROGRAMME)
    qtbot.keyClicks(program.window.search_box, " f")
    assert here(program) == Address("search", query="care f", filters=(PROGRAMME,))
    program.window.focus_search()
    qtbot.keyClicks(program.window.search_box, "z")
    assert here(program) == Address("search", query="z")


def test_a_record_that_one_chose_stays_open_while_one_narrows(start: Start) -> None:
    program = start("en")
    view = find(program, "care")
    chosen = next(each for each in shown(view)[1:] if each.startswith("programme/"))
    program.window.open_record(chosen)
    view.head.facets.toggled.emit(Facet.KIND, "programme", True)
    assert search(program).record_id == chosen
    assert view.table.currentIndex().data(Qt.ItemDataRole.UserRole) == chosen


@pytest.mark.parametrize("filters", [(("kind", "no such kind"),), (("place", "place/nowhere"),)])
def test_a_filter_of_another_edition_can_be_taken_away(
    start: Start, filters: tuple[tuple[str, str], ...]
) -> None:
    program = start("en")
    view = find(program, "care", *filters)
    assert view.is_empty
    (chip,) = chips(view).values()
    chip.click()
    assert shown(search(program))


# What is offered.


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_slip_of_the_pen_is_mended_and_said(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    view = find(program, "preventon")
    assert view.record_id == "theme/prevention"
    assert view.head.offers.isVisible()
    view.head.offers.links.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.head.offers.links, Qt.Key.Key_Return)
    assert here(program) == Address("search", query="preventon", filters=(("spelling", "typed"),))
    search(program)
    assert "theme/prevention" not in shown(view)
    qtbot.keyClicks(program.window.search_box, "s")
    assert here(program).filters == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_is_answered_on_top(start: Start, library: AtlasLibrary, code: str) -> None:
    program = start(code)
    view = find(program, QUESTION)
    card, answer = view.head.answer, view.told.answers[0]
    figure = library.get(answer.id).details
    assert isinstance(figure, Figure)
    assert isinstance(library.get(figure.place).details, Place)
    assert card.isVisible()
    assert card.value.text() == answer.value
    shown = (card.title.accessibleName(), card.when.text(), card.scope.text(), card.source.text())
    for text, part in zip(
        shown, (answer.title, answer.period, answer.scope, answer.source), strict=True
    ):
        assert part in text
    assert answer.place in card.when.text()
    assert answer.age in card.source.text()
    for _rival, title, value in answer.rivals:
        assert title in card.rivals.accessibleName()
        assert value in card.rivals.accessibleName()
    assert not find(program, "regmed").head.answer.isVisible()


def test_the_card_leads_to_the_figure_to_its_source_and_to_its_rivals(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    view = find(program, QUESTION)
    answer = view.told.answers[0]
    program.window.open_record(next(each for each in shown(view) if each != answer.id))
    view.head.answer.source_button.click()
    assert here(program).view == "search"
    assert view.record_id == answer.id
    passport = next(fact for fact in view.pane.page.facts if fact.passport)
    assert passport.source_button.isChecked()
    assert program.window.focusWidget() is passport.source_button
    rival, _title, _value = answer.rivals[0]
    view.head.answer.rivals.linkActivated.emit(rival)
    assert here(program).record == rival


def test_more_answers_stand_below_the_first(start: Start) -> None:
    program = start("en")
    view = find(program, "how many jobs")
    others = view.told.answers[1:]
    assert others
    assert view.head.others.isVisible()
    view.head.others.links.linkActivated.emit(others[0].id)
    assert view.record_id == others[0].id


@pytest.mark.parametrize("steps", [0, 3])
def test_the_results_keep_room_below_the_answer(start: Start, steps: int) -> None:
    program = start("fr")
    for _ in range(steps):
        program.choose_text_size(1)
    program.window.resize(1024, 640)
    view = find(program, QUESTION)
    QTest.qWaitForWindowExposed(program.window)
    assert program.window.height() == 640
    assert view.table.height() >= view.height() * 0.35
