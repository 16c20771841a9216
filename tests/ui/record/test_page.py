"""The record page in the real window: one order for every kind, nothing cut, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.records import Kind
from desktop.sheets.record.page import MOST_FIGURES
from desktop.store.reader import AtlasLibrary
from desktop.ui.look.typography import Role, font
from desktop.ui.record.link_group_view import MOST_LINKS, LinkGroupView
from desktop.ui.record.page import RecordPageView
from desktop.ui.record.pane import RecordPane
from desktop.ui.widgets.text import LinkLabel
from tests.conftest import LANGUAGES
from tests.ui.record.conftest import OpenIn, pane_of

Start = Callable[[str | None], Program]

# One of each kind, and the longest pages.
RECORDS = (
    "place/flanders",
    "place/belgium",
    "organisation/vlaio",
    "person/jan-wauters",
    "programme/regmed-xb",
    "milestone/healthcare-mission-2019",
    "figure/hospitals-in-belgium",
    "theme/personalised-medicine",
    "document/policy-note",
    "section/country-page-trade",
    "term/one-plus-mega",
    "disagreement/tetra",
)


def leaves(page: RecordPageView) -> Iterator[tuple[QWidget, QRect]]:
    """Every text and button of a page, and where it stands on it."""
    for sheet in page.sheets:
        for widget in sheet.findChildren(QWidget):
            if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible():
                corner = widget.mapTo(page.body, widget.rect().topLeft())
                yield widget, QRect(corner, widget.size())


def pages_of(program: Program, open_in: OpenIn) -> Iterator[tuple[str, RecordPane]]:
    """A pane of the window that shows each of `RECORDS` in turn."""
    pane = open_in(program, RECORDS[0])
    for record_id in RECORDS:
        pane.show_record(program.library.get(record_id))
        yield record_id, pane


def label_of(page: RecordPageView, text: str) -> QLabel:
    return next(each for each in page.findChildren(QLabel) if each.text() == text)


def group_of(pane: RecordPane, target: str) -> LinkGroupView:
    """The group of links that has one with that target."""
    groups = pane.page.findChildren(LinkGroupView)
    return next(each for each in groups if f'href="{target}"' in links_of(each).text())


def links_of(group: LinkGroupView) -> LinkLabel:
    (label,) = group.findChildren(LinkLabel)
    return label


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_kind_stands_in_the_same_order(start: Start, open_in: OpenIn, code: str) -> None:
    program = start(code)
    for record_id, pane in pages_of(program, open_in):
        page = pane.page
        described = program.context.describer.page(program.library.get(record_id))
        texts = [described.kind, described.title]
        texts += [described.plan] * bool(described.plan)
        texts.append(described.summary)
        tops = [label_of(page, text).y() for text in texts]
        tops += [fact.y() for fact in page.facts]
        tops += [group.y() for group in page.findChildren(LinkGroupView)]
        assert tops == sorted(tops), record_id
        # The same words may stand under a date, higher up.
        age = [each for each in page.findChildren(QLabel) if each.text() == described.age][-1]
        foot = age.parentWidget()
        assert foot is not None
        assert foot.y() > tops[-1]
        assert label_of(page, program.context.language.gettext("Sources")).parentWidget() is foot


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("beside", [False, True])
def test_nothing_is_cut_and_nothing_overlaps_in_the_smallest_window(
    start: Start, qtbot: QtBot, open_in: OpenIn, code: str, beside: bool
) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    for record_id, pane in pages_of(program, open_in):
        if beside and not any(each.isChecked() for each in pane.header.languages.values()):
            pane.header.languages["fr" if code != "fr" else "nl"].click()
        for fact in pane.page.facts[:2]:
            fact.source_button.setChecked(True)
        placed = list(leaves(pane.page))
        for widget, area in placed:
            assert pane.page.body.rect().contains(area), (record_id, widget)
            if isinstance(widget, QLabel) and widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
            else:
                assert widget.width() >= widget.sizeHint().width(), (record_id, widget)
                assert widget.height() >= widget.sizeHint().height(), (record_id, widget)
        for number, (one, area) in enumerate(placed):
            for other, place in placed[number + 1 :]:
                assert not area.intersects(place), (record_id, one, other)
        assert pane.page.horizontalScrollBar().maximum() == 0


def test_figures_stand_in_two_columns_where_there_is_room(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("fr")
    page = open_in(program, "place/belgium").page

    def columns() -> int:
        return len({fact.x() for fact in page.facts if fact.is_narrow})

    program.window.resize(1800, 900)
    qtbot.waitUntil(lambda: columns() == 2)
    one, other = page.facts[:2]
    assert one.y() == other.y()
    assert one._value.y() == other._value.y()
    program.window.resize(1024, 640)
    qtbot.waitUntil(lambda: columns() == 1)


def test_a_number_is_large_and_its_digits_are_of_one_width(start: Start, open_in: OpenIn) -> None:
    page = open_in(start("en"), "place/belgium").page
    value = page.facts[0]._value
    assert value.font() == font(Role.FIGURE)
    assert value.font().pointSizeF() > page.font().pointSizeF() * 1.3
    ones, eights = (value.fontMetrics().horizontalAdvance(digit * 4) for digit in "18")
    assert ones == eights


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plan_is_called_one_at_the_head_of_its_page(
    start: Start, open_in: OpenIn, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    planned = [
        record
        for record in library.list(Kind.MILESTONE)
        if program.context.describer.page(record).plan
    ]
    assert planned
    page = open_in(program, planned[0].id).page
    plan = program.context.describer.page(planned[0]).plan
    shown = [each for each in page.findChildren(QLabel) if each.text() == plan]
    assert [each.isVisible() for each in shown] == [True]
    assert shown[0].y() < label_of(page, planned[0].summary[code]).y()


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_old_figure_says_how_old_it_is(start: Start, open_in: OpenIn, code: str) -> None:
    program = start(code)
    page = open_in(program, "figure/biopharma-exports-2020").page
    note = page.facts[0]._note.text()
    age = program.context.language.ngettext(
        "at least {number} year old", "at least {number} years old", 5
    )
    assert note.startswith("2020")
    assert age.format(number=5) in note


def test_a_link_is_followed_with_the_keyboard_alone(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("fr")
    pane = open_in(program, "milestone/economic-mission-leuven-2018")
    pane.page.facts[-1].source_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
    links = program.window.focusWidget()
    assert isinstance(links, LinkLabel)
    assert links.hasSelectedText()
    target = links.text().partition('href="')[2].partition('"')[0]
    qtbot.keyClick(links, Qt.Key.Key_Return)
    assert pane_of(program).record_id == target


def test_a_record_chosen_elsewhere_leaves_the_focus_there(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    pane = open_in(program, "programme/regmed-xb")
    pane.page.facts[0].source_button.setFocus(Qt.FocusReason.TabFocusReason)
    program.window.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    program.window.open_record("programme/elixir")
    assert pane.record_id == "programme/elixir"
    assert program.window.focusWidget() is program.window.search_box


def test_who_follows_a_link_with_the_keyboard_goes_on_in_what_it_opened(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    pane = open_in(program, "programme/regmed-xb")
    links = links_of(group_of(pane, "programme/regmed-xb-moonshots"))
    links.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(links, Qt.Key.Key_Return)
    assert pane.record_id == "programme/regmed-xb-moonshots"
    assert program.window.focusWidget() is pane.page
    qtbot.keyClick(pane.page, Qt.Key.Key_Tab)
    assert program.window.focusWidget() is pane.page.facts[0].source_button


def test_each_link_of_a_group_is_one_stop_and_comes_into_sight(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("nl")
    program.window.resize(1024, 640)
    pane = open_in(program, "theme/personalised-medicine")
    group = group_of(pane, "all:")
    links = links_of(group)
    links.linkActivated.emit("all:")
    count = links.text().count("href=")
    assert count > MOST_LINKS
    links.setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[str] = []
    while program.window.focusWidget() is links:
        stops.append(links.selectedText())
        line = links.mapTo(pane.page.viewport(), links._line_of_link()).y()
        assert 0 <= line < pane.page.viewport().height(), stops[-1]
        qtbot.keyClick(links, Qt.Key.Key_Tab)
    assert len(stops) == count
    assert len(set(stops)) == count
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Backtab)
    assert program.window.focusWidget() is links
    assert links.selectedText() == stops[-1]


def test_a_link_that_has_the_focus_looks_different(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    pane = open_in(program, "milestone/economic-mission-leuven-2018")
    links = pane.page.findChildren(LinkLabel)[0]
    before = links.grab().toImage()
    links.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(links.hasFocus)
    assert links.grab().toImage() != before


def test_a_long_group_shows_sixteen_links_and_how_many_more(
    start: Start, open_in: OpenIn, library: AtlasLibrary
) -> None:
    program = start("fr")
    pane = open_in(program, "place/belgium")
    here = program.window.history.current
    links = links_of(group_of(pane, "all:"))
    assert links.text().count("href=") == MOST_LINKS + 1
    every = library.figures_in(["place/belgium"])
    assert str(len(every) - MOST_FIGURES - MOST_LINKS) in links.text()
    links.linkActivated.emit("all:")
    assert 'href="all:"' not in links.text()
    shown = [figure for figure in every if f'href="{figure}"' in links.text()]
    assert len(shown) == len(every) - MOST_FIGURES
    assert program.window.history.current == here


def test_who_opens_a_long_group_by_keyboard_goes_on_at_what_was_hidden(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    links = links_of(group_of(open_in(program, "place/belgium"), "all:"))
    links.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert "more" in links.selectedText()
    qtbot.keyClick(links, Qt.Key.Key_Return)
    assert links.hasFocus()
    seventeenth = links.text().split("<a ")[MOST_LINKS + 1]
    assert f">{links.selectedText()}<" in seventeenth


def test_the_keyboard_goes_through_a_page_as_one_reads_it(start: Start, open_in: OpenIn) -> None:
    program = start("nl")
    page = open_in(program, "place/belgium").page
    for fact in (page.facts[2], page.facts[0]):
        fact.source_button.click()
    (sheet,) = page.sheets
    stops: list[QWidget] = []
    widget = page.facts[0].source_button.nextInFocusChain()
    while widget is not None and widget is not page.facts[0].source_button:
        if sheet.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    assert len(stops) > 15
    assert page.facts[0].passport is not None
    assert page.facts[0].passport.isAncestorOf(stops[0])
    passports = [fact.passport for fact in page.facts if fact.passport]
    inside = [next((p for p in passports if p.isAncestorOf(each)), None) for each in stops]
    tops = [
        stop.mapTo(sheet, stop.rect().topLeft()).y()
        for stop, panel in zip(stops, inside, strict=True)
        if panel is not passports[0]
    ]
    # Two figures side by side are read before the next two; their buttons may differ in height.
    line = page.fontMetrics().height()
    assert all(later >= earlier - line for earlier, later in pairwise(tops))


@pytest.mark.parametrize("code", LANGUAGES)
def test_whatever_can_be_focused_has_a_name(start: Start, open_in: OpenIn, code: str) -> None:
    program = start(code)
    for record_id, pane in pages_of(program, open_in):
        for fact in pane.page.facts[:1]:
            fact.source_button.setChecked(True)
        for widget in pane.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), (record_id, widget)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_fact_is_spoken_with_label_value_and_period(
    start: Start, open_in: OpenIn, code: str
) -> None:
    program = start(code)
    language = program.context.language
    page = open_in(program, "place/belgium").page
    described = program.context.describer.page(program.library.get("place/belgium"))
    for view, fact in zip(page.facts, described.facts, strict=True):
        assert view.accessibleName() == fact.line
        assert fact.label in view.accessibleName()
        assert fact.value in view.accessibleName()
        spoken = language.gettext("Source of {label}").format(label=fact.label)
        assert view.source_button.accessibleName() == spoken
        assert view.source_button.accessibleDescription() == fact.line


def test_the_heading_of_a_group_belongs_to_its_links(start: Start, open_in: OpenIn) -> None:
    page = open_in(start("en"), "programme/regmed-xb").page
    for group in page.findChildren(LinkGroupView):
        (heading,) = [each for each in group.findChildren(QLabel) if each is not links_of(group)]
        assert heading.buddy() is links_of(group)
        assert links_of(group).accessibleName().startswith(heading.text())


def test_the_text_of_a_record_can_be_selected_and_copied(
    start: Start, qtbot: QtBot, open_in: OpenIn, library: AtlasLibrary
) -> None:
    program = start("nl")
    pane = open_in(program, "programme/regmed-xb")
    (sheet,) = pane.page.sheets
    beginning = QPoint(5, 5)
    qtbot.mouseDClick(sheet.summary, Qt.MouseButton.LeftButton, pos=beginning)
    assert pane.page.selected_text == "RegMed"
    menu = pane.menu()
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == "RegMed"


def test_another_theme_keeps_what_is_open(start: Start, open_in: OpenIn) -> None:
    program = start("en")
    program.choose_theme("light")
    page = open_in(program, "place/belgium").page
    page.facts[1].source_button.click()
    program.choose_theme("dark")
    assert [fact.passport is not None for fact in page.facts[:3]] == [False, True, False]
    accent = program.context.theme.colour("accent")
    links = page.findChildren(LinkLabel)[-1]
    image = links.grab().toImage()
    colours = {image.pixel(x, y) for x in range(200) for y in range(image.height())}
    assert accent.rgb() in colours
