"""Home in ten minutes: what one sees first, what is a click away, and what a switch keeps."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.sheet_orders import SheetOrder
from desktop.sheets.one_page.parts import KeyFigure
from desktop.sheets.one_page.sheet import sheet_of
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.home.rest import HomeRest
from desktop.ui.views.home import HomeView
from desktop.ui.widgets.placing import Placed
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts

Start = Callable[[str | None], Program]


def home_of(program: Program, qtbot: QtBot, width: int = 1024, height: int = 640) -> HomeView:
    """Home, whole, in a window of that size."""
    program.window.resize(width, height)
    program.window.go(Address("home"))
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    qtbot.waitUntil(lambda: view.rest is not None and view.rest.map.map.height() > 100)
    return view


def settle(view: HomeView, qtbot: QtBot) -> None:
    """Let Qt lay out all that has changed; on a busy machine no set time is enough."""

    def is_laid_out() -> bool:
        placed = [each for each in view.findChildren(Placed) if each.isVisible()]
        for each in placed:
            each.forget()
        return all(each.height() >= each.heightForWidth(each.width()) for each in placed)

    qtbot.wait(1)
    qtbot.waitUntil(is_laid_out)
    view.grab()


def rest_of(view: HomeView) -> HomeRest:
    assert view.rest
    return view.rest


def top_of(view: HomeView, widget: QWidget) -> int:
    """How far down a widget begins in what is in sight of the page."""
    return widget.mapTo(view.page.viewport(), QPoint()).y()


def texts_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_screen_shows_name_in_short_figures_and_map(
    start: Start, qtbot: QtBot, library: AtlasLibrary, code: str
) -> None:
    view = home_of(start(code), qtbot)
    belgium = library.get("place/belgium")
    assert view.record_id == "place/belgium"
    assert view.body.header.title.text() == belgium.title[code]
    assert view.body.header.summary.text() == belgium.summary[code]
    height = view.page.viewport().height()
    in_sight = (
        view.body.header.title,
        view.body.header.summary,
        view.body.figures.cards[1].value,
        rest_of(view).map.map,
    )
    for widget in in_sight:
        assert top_of(view, widget) >= 0
        assert top_of(view, widget) + widget.height() <= height


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_figures_are_those_of_the_country_sheet(
    start: Start, qtbot: QtBot, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    view = home_of(program, qtbot)
    sheet = sheet_of(library, SheetOrder("place/belgium", (code,)), program.context.language)
    shown = [card.value.text() for card in view.body.figures.cards]
    block = sheet.block("figures")
    assert block
    assert shown == [row.value for row in block.rows if isinstance(row, KeyFigure)]


def test_a_passport_is_one_click_away_and_escape_closes_it(start: Start, qtbot: QtBot) -> None:
    view = home_of(start("en"), qtbot)
    view.window().activateWindow()
    card = view.body.figures.cards[0]
    qtbot.mouseClick(card.source_button, Qt.MouseButton.LeftButton)
    assert card.passport
    settle(view, qtbot)
    assert "paragraph 7" in texts_in(card.passport)
    following = view.body.figures.cards[2]
    assert top_of(view, card.passport) + card.passport.height() <= top_of(view, following)
    copy = card.passport.findChildren(QPushButton)[0]
    copy.setFocus()
    qtbot.waitUntil(copy.hasFocus)
    qtbot.keyClick(copy, Qt.Key.Key_Escape)
    assert not card.passport.isVisible()
    assert card.source_button.hasFocus()
    assert not card.source_button.isChecked()


def test_two_passports_of_one_row_stand_one_below_the_other(start: Start, qtbot: QtBot) -> None:
    view = home_of(start("nl"), qtbot)
    first, second = view.body.figures.cards[:2]
    second.source_button.click()
    first.source_button.click()
    assert first.passport
    assert second.passport
    upper, lower = first.passport, second.passport
    qtbot.waitUntil(lambda: top_of(view, lower) >= top_of(view, upper) + upper.height() > 100)


def test_titles_open_their_records(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = home_of(program, qtbot)
    card, rest = view.body.figures.cards[0], rest_of(view)
    links = [
        (view.body.header.record_link, "place/belgium"),
        (card.title, "figure/biopharma-exports-2020"),
        (rest.moments.latest.moments[0].title, "milestone/knowledge-for-growth-2024"),
    ]
    for label, record in links:
        assert f'href="{record}"' in label.text()
        label.linkActivated.emit(record)
        assert program.window.history.current is not None
        assert program.window.history.current.record == record


def test_all_milestones_and_all_plans_are_a_link_away(start: Start, qtbot: QtBot) -> None:
    program = start("fr")
    moments = rest_of(home_of(program, qtbot)).moments
    moments.latest.all_link.linkActivated.emit("all")
    assert program.window.history.current == Address("milestones")
    moments.plans.all_link.linkActivated.emit("all")
    planned = (("state", "planned"),)
    assert program.window.history.current == Address("milestones", filters=planned)


def test_every_plan_is_said_to_be_one(start: Start, qtbot: QtBot) -> None:
    plans = rest_of(home_of(start("en"), qtbot)).moments.plans
    assert plans.moments
    for moment in plans.moments:
        assert moment.note.isVisible()
        assert moment.note.text().startswith("A plan ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None], ids=["keyboard", "mouse"])
def test_a_card_leads_to_its_view(start: Start, qtbot: QtBot, key: Qt.Key | None) -> None:
    program = start("en")
    ways = rest_of(home_of(program, qtbot)).ways
    expected = {
        "Trade": Address("milestones", filters=(("pillar", "trade"),)),
        "Invest": Address("search", query="Invest"),
        "Who decides what": Address("regions", "place/belgium"),
        "Where sources disagree": Address("disagreements"),
        "Glossary": Address("glossary"),
    }
    cards = {card.accessibleName(): card for card in (*ways.pillars.cards, *ways.others.cards)}
    for title, address in expected.items():
        if key is None:
            qtbot.mouseClick(cards[title], Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(cards[title], key)
        assert program.window.history.current == address


def test_the_records_that_were_open_last_come_newest_first(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = home_of(program, qtbot)
    recent = rest_of(view).recent
    assert not recent.isVisible()
    for record in ("place/leuven", "programme/regmed-xb"):
        program.window.open_record(record)
    program.window.go(Address("home"))
    qtbot.waitUntil(recent.isVisible)
    assert recent.links.text().index("RegMed XB") < recent.links.text().index("Leuven")
    recent.links.linkActivated.emit("place/leuven")
    assert program.window.history.current == Address("regions", "place/leuven")


def test_of_the_recent_ones_at_most_six_are_shown_and_none_that_is_gone(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    ids = [record.id for record in library.list()[:8]]
    program.user_file.put("recent", " ".join(["place/atlantis", *ids]))
    view = home_of(program, qtbot)
    assert rest_of(view).recent.links.text().count("<a ") == 5
    assert "atlantis" not in rest_of(view).recent.links.text()


def test_there_is_one_column_where_it_is_narrow_and_two_where_it_is_wide(
    start: Start, qtbot: QtBot
) -> None:
    program = start("fr")
    view = home_of(program, qtbot)
    header, map_section = view.body.header, rest_of(view).map
    settle(view, qtbot)
    assert map_section.x() > header.geometry().right()
    program.window.resize(820, 640)
    qtbot.waitUntil(lambda: map_section.x() == header.x())
    assert map_section.y() > view.body.figures.geometry().bottom()
    program.window.resize(1600, 1000)
    qtbot.waitUntil(lambda: map_section.x() > header.geometry().right())


@pytest.mark.parametrize(
    ("code", "steps"), [("nl", 0), ("fr", 0), ("en", 0), ("fr", 1), ("nl", 5), ("fr", 5)]
)
def test_nothing_is_cut_from_top_to_bottom(
    start: Start, qtbot: QtBot, code: str, steps: int
) -> None:
    program = start(code)
    for _ in range(steps):
        program.choose_text_size(1)
    view = home_of(program, qtbot)
    view.body.figures.cards[1].source_button.click()
    settle(view, qtbot)
    bar = view.page.verticalScrollBar()
    assert bar.maximum() > 0
    faults: list[str] = []
    for scroll in range(0, bar.maximum() + bar.pageStep(), bar.pageStep() // 2):
        bar.setValue(scroll)
        faults += cut_texts(view)
    program.choose_text_size(0)
    assert faults == []


def test_nothing_is_cut_at_twice_the_size(tmp_path: Path) -> None:
    """The scale is a matter of the whole process."""
    script = textwrap.dedent(
        f"""
        import datetime
        from pathlib import Path
        from PySide6.QtTest import QTest
        from desktop import bundled
        from desktop.app import Program, make_application
        from desktop.l10n.language import languages_in
        from tests.ui.measure import cut_texts

        application = make_application()
        languages = languages_in(bundled.catalogs())
        folder = Path({str(tmp_path)!r})
        program = Program(application, languages, bundled.atlas(), folder, "fr")
        program.start()
        program.window.resize(1024, 640)
        view = program.window.view("home")
        while view.rest is None:
            application.processEvents()
        QTest.qWait(50)
        print(program.window.devicePixelRatioF(), cut_texts(view))
        program.window.close()
        program.close()
        """
    )
    finished = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert finished.stdout.strip() == "2.0 []", finished.stderr


def test_a_switch_of_the_language_keeps_scroll_passport_place_and_focus(
    start: Start, qtbot: QtBot
) -> None:
    program = start("nl")
    view = home_of(program, qtbot)
    program.window.activateWindow()
    card, bar = view.body.figures.cards[1], view.page.verticalScrollBar()
    card.source_button.click()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    places = rest_of(view).map.list
    places.setFocus()
    qtbot.waitUntil(places.hasFocus)
    qtbot.keyClick(places, Qt.Key.Key_Down)
    chosen = places.currentIndex().row()
    bar.setValue(220)
    program.choose_language("fr")
    settle(view, qtbot)
    assert bar.value() == 220
    assert card.passport
    assert card.passport.isVisible()
    assert "année non précisée" in texts_in(card.passport)
    assert places.hasFocus()
    assert places.currentIndex().row() == chosen
    assert places.currentIndex().data() == "Flandre"


def test_a_switch_makes_no_new_widgets(start: Start, qtbot: QtBot) -> None:
    program = start("nl")
    view = home_of(program, qtbot)
    before = len(view.findChildren(QWidget))
    for code in ("fr", "en", "nl", "en"):
        program.choose_language(code)
    assert len(view.findChildren(QWidget)) == before


def test_a_switch_while_home_is_hidden_is_seen_on_return(start: Start, qtbot: QtBot) -> None:
    program = start("nl")
    view = home_of(program, qtbot)
    program.window.go(Address("regions"))
    program.choose_language("fr")
    program.window.go(Address("home"))
    assert view.body.header.title.text() == "Belgique"
    settle(view, qtbot)
    assert cut_texts(view) == []


def test_tab_goes_through_home_as_one_reads_it(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = home_of(program, qtbot)
    program.window.activateWindow()
    view.body.figures.cards[0].source_button.click()
    rest = rest_of(view)
    passport = view.body.figures.cards[0].passport
    assert passport
    expected: list[QWidget] = [
        view.body.header.record_link,
        view.body.figures.cards[0].title,
        view.body.figures.cards[0].source_button,
        *passport.focusables,
        view.body.figures.cards[1].title,
        rest.map.map,
        rest.map.list,
        rest.moments.latest.moments[0].title,
        rest.moments.plans.all_link,
        rest.ways.pillars.cards[0],
        rest.ways.others.cards[-1],
    ]
    view.body.header.record_link.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.body.header.record_link.hasFocus)
    visited: list[QWidget] = []
    while view.isAncestorOf(focus := program.window.focusWidget()) and len(visited) < 100:
        # A label of several links is several stops.
        if focus not in visited:
            assert focus.accessibleName(), focus
            visited.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    positions = [visited.index(widget) for widget in expected]
    assert positions == sorted(positions)
