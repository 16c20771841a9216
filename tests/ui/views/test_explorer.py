"""The explorer: what is chosen, what is seen of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Program
from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.exploring import Exploration, first_indicator
from desktop.domain.library import compared_by
from desktop.domain.records import Figure, Kind
from desktop.l10n.language import Language
from desktop.sheets.values import value_text
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.addresses import address_of
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.views.explorer import ExplorerView
from desktop.ui.widgets.check_list import CheckList
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]

# The offscreen platform has no window manager to raise a list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

JOBS = (("indicator", "term/jobs"),)


def go(program: Program, *filters: tuple[str, str]) -> ExplorerView:
    """Go to the explorer with something chosen, as a link does."""
    program.window.go(Address("explorer", filters=filters))
    QApplication.processEvents()
    view = program.window.view("explorer")
    assert isinstance(view, ExplorerView)
    return view


def offered(view: ExplorerView, facet: Facet) -> CheckList:
    """Open the values of a facet by keyboard."""
    button = view.bar.buttons[facet]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    (values,) = [each for each in button.findChildren(CheckList) if each.isVisible()]
    return values


def texts(values: CheckList) -> list[str]:
    return [values.list.item(row).text() for row in range(values.list.count())]


def choose(view: ExplorerView, facet: Facet, text: str) -> None:
    """Choose a value by keyboard, as it is written without its number."""
    values = offered(view, facet)
    rows = [row for row, each in enumerate(texts(values)) if each.rpartition(" (")[0] == text]
    values.list.setCurrentRow(rows[0])
    QTest.keyClick(values.list, Qt.Key.Key_Space)
    values.close()
    QApplication.processEvents()


def drawn(view: ExplorerView) -> set[str]:
    """The ids of the figures in the chart."""
    page = view.body.chart.view.page
    assert page is not None
    return {mark.record for panel in page.panels for mark in panel.marks}


def every_figure(library: AtlasLibrary) -> dict[str, Figure]:
    return {
        record.id: record.details
        for record in library.list(Kind.FIGURE)
        if isinstance(record.details, Figure)
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_of_every_indicator_chart_and_table_say_what_the_atlas_says(
    start: Start, library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    view = go(program)
    figures = every_figure(library)
    language = languages[code]
    for indicator in sorted({figure.indicator for figure in figures.values()}):
        view.explore(Exploration(indicator))
        expected = {id_ for id_, figure in figures.items() if figure.indicator == indicator}
        assert set(view.body.table.figures) == expected
        model = view.body.table.model()
        for row, id_ in enumerate(view.body.table.figures):
            figure = figures[id_]
            assert model.index(row, 1).data() == value_text(figure, language)
            assert model.index(row, 3).data() == library.title(figure.place)[code]
            assert model.index(row, 6).data() == figure.scope[code]
        if any(figures[id_].value is not None for id_ in expected):
            assert drawn(view) == expected
            assert not view.body.chart.isHidden()
        else:
            assert view.body.chart.isHidden()
            assert view.body.words.text().startswith(library.title(indicator)[code])


def test_it_opens_with_the_indicator_that_has_most_to_draw(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    view = go(program)
    assert view.exploration == Exploration(first_indicator(library))
    assert program.window.history.current == view.address
    assert view.address.filters == (("indicator", first_indicator(library)),)


def test_a_list_offers_only_what_some_figure_has_and_of_how_many(
    start: Start, library: AtlasLibrary
) -> None:
    view = go(start("en"), *JOBS)
    values = offered(view, Facet.PLACE)
    assert texts(values) == ["Belgium (7)", "Flanders (2)"]
    values.close()
    years = offered(view, Facet.YEAR)
    assert texts(years) == ["Year not stated (9)"]
    years.close()
    every = every_figure(library)
    indicators = offered(view, Facet.INDICATOR)
    assert indicators.list.count() == len({figure.indicator for figure in every.values()})
    assert indicators.list.currentItem().text() == "Jobs (9)"
    indicators.close()


def test_years_stand_newest_first_and_the_one_not_stated_last(start: Start) -> None:
    view = go(start("en"), ("indicator", "term/projects-granted"))
    values = offered(view, Facet.YEAR)
    years = [text.partition(" (")[0] for text in texts(values)]
    values.close()
    assert years == sorted(years, reverse=True) or years[-1] == "Year not stated"
    assert years[0] == "2020"


def test_choices_narrow_what_is_seen_and_each_other(start: Start, library: AtlasLibrary) -> None:
    view = go(start("en"), ("indicator", "term/projects-granted"))
    before = set(view.body.table.figures)
    choose(view, Facet.YEAR, "2020")
    figures = every_figure(library)
    assert view.exploration.years == ("2020",)
    shown = set(view.body.table.figures)
    assert shown < before
    for id_ in before:
        period = figures[id_].period
        covers = bool(
            period and period.start and period.end and period.start.year <= 2020 <= period.end.year
        )
        assert (id_ in shown) == covers
    assert drawn(view) == shown
    values = offered(view, Facet.INDICATOR)
    with_2020 = {
        figure.indicator
        for figure in figures.values()
        if figure.period and any(date.year == 2020 for date in figure.period.dates)
    }
    assert values.list.count() >= len(with_2020)
    assert values.list.count() < len({figure.indicator for figure in figures.values()})
    values.close()


def test_a_chip_and_the_button_beside_it_widen_again(start: Start) -> None:
    view = go(start("en"), *JOBS, ("place", "place/belgium"), ("year", ""))
    assert [chip.text() for chip in view.bar.chips] == ["Place: Belgium", "Year: Year not stated"]
    view.bar.chips[0].click()
    assert view.exploration == Exploration("term/jobs", (), (NOT_STATED,))
    view.explore(Exploration("term/jobs", ("place/belgium", "place/flanders")))
    view.bar.clear.click()
    assert view.exploration == Exploration("term/jobs")
    assert not any(chip.isVisible() for chip in view.bar.chips)


def test_nothing_chosen_says_what_to_do(start: Start) -> None:
    view = go(start("en"), *JOBS)
    choose(view, Facet.INDICATOR, "Jobs")
    assert view.exploration == Exploration()
    assert view.body.words.text().startswith("Choose above what to measure")
    assert not view.body.words.isHidden()
    assert view.body.chart.isHidden()
    assert view.body.table.isHidden()
    assert not view.bar.save.isVisible()
    assert not view.is_empty


def test_what_fits_nothing_says_what_to_do(start: Start) -> None:
    view = go(start("en"), *JOBS, ("place", "place/iceland"))
    assert "Remove one of them" in view.body.words.text()
    assert view.bar.chips[0].isVisible()


def test_what_is_chosen_is_remembered_from_one_start_to_the_next(start: Start) -> None:
    first = start("en")
    view = go(first, *JOBS)
    choose(view, Facet.PLACE, "Flanders")
    first.window.close()
    again = go(start("fr"))
    assert again.exploration == Exploration("term/jobs", ("place/flanders",))


def test_nothing_chosen_is_remembered_too(start: Start) -> None:
    first = start("en")
    go(first, *JOBS).explore(Exploration())
    first.window.close()
    assert go(start("en")).exploration == Exploration()


def test_what_an_older_edition_had_is_passed_over(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    program.context.settings.put("explorer", "indicator=term/gone&place=place/gone")
    assert go(program).exploration == Exploration(first_indicator(library))
    program.context.settings.put("explorer", "indicator=term/jobs&place=place/gone")
    program.window.go_home()
    assert go(program).exploration == Exploration("term/jobs")


def test_back_leads_to_what_was_chosen_there(start: Start) -> None:
    program = start("en")
    view = go(program)
    first = view.exploration
    program.window.open_record("term/jobs")
    program.window.open_record("explorer?indicator=term/jobs")
    assert view.exploration == Exploration("term/jobs")
    program.window.back_action.trigger()
    program.window.back_action.trigger()
    assert view.exploration == first
    program.window.forward_action.trigger()
    program.window.forward_action.trigger()
    assert view.exploration == Exploration("term/jobs")


def test_the_address_that_is_copied_leads_back(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    view = go(program, *JOBS, ("place", "place/belgium"), ("year", ""))
    view.bar.copy_address.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith('valley-atlas "explorer?')
    address = address_of(copied.removeprefix("valley-atlas ").strip('"'), library)
    assert address == view.address == program.window.history.current


def test_all_figures_go_into_the_briefing_in_one_step(start: Start) -> None:
    program = start("en")
    said: list[str] = []
    program.context.announced.connect(said.append)
    view = go(program, *JOBS)
    assert view.bar.save.text() == "Save 9 figures to briefing"
    view.bar.save.click()
    briefing = program.context.briefing
    assert [item.record for item in briefing.briefing.items] == view.body.table.figures
    assert len(briefing.briefing.meetings) == 1
    assert said[-1].startswith("9 figures were saved to the briefing")
    assert view.bar.save.text() == "9 figures in the briefing"
    view.bar.save.click()
    assert "already" in said[-1]
    assert len(briefing.briefing.items) == 9
    briefing.undo()
    assert not briefing.briefing.items
    assert view.bar.save.text() == "Save 9 figures to briefing"


def test_figures_go_to_the_meeting_that_one_was_at_last(start: Start) -> None:
    from desktop.domain.briefing import Briefing, Item, Meeting

    program = start("en")
    book = program.context.briefing
    second = Meeting("Leuven", (Item("figure/pharma-jobs-flanders"),))
    book.change(Briefing((Meeting("Ghent"), second)))
    book.chosen = second.items[0].key
    said: list[str] = []
    program.context.announced.connect(said.append)
    view = go(program, *JOBS, ("place", "place/flanders"))
    assert view.bar.save.text() == "Save 1 figure to briefing"
    view.bar.save.click()
    ghent, leuven = book.briefing.meetings
    assert not ghent.items
    assert {item.record for item in leuven.items} == set(view.body.table.figures)
    assert said[-1] == "1 figure was saved to the briefing, in “Leuven”."


def test_disagreements_that_name_the_figures_are_shown_with_why(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    view = go(program, ("indicator", "term/rd-spending"))
    shown = set(view.body.table.figures)
    naming = [d for d in library.list(Kind.DISAGREEMENT) if shown & set(compared_by(d))]
    assert naming
    caution = view.body.caution
    assert not caution.isHidden()
    assert "Compare with care" in caution.sentence.text()
    spoken = caution.links.accessibleName()
    for disagreement in naming:
        assert disagreement.title["en"] in spoken
    caution.links.linkActivated.emit(naming[0].id)
    assert program.window.history.current == Address("disagreements", naming[0].id)
    go(program, ("indicator", "term/prevention-spending"))
    assert caution.isHidden()


def test_many_disagreements_are_named_when_one_asks(start: Start) -> None:
    view = go(start("en"), ("indicator", "term/research-funding"))
    links = view.body.caution.links
    assert links.text().count("disagreement/") == 3
    links.linkActivated.emit("all:")
    assert links.text().count("disagreement/") > 4


def test_a_figure_of_the_table_or_the_chart_opens_its_page(start: Start) -> None:
    program = start("en")
    view = go(program, *JOBS)
    table = view.body.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert program.window.history.current == Address("figures", table.figures[1])
    program.window.back_action.trigger()
    canvas = view.body.chart.view.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    here = program.window.history.current
    assert here is not None
    assert here.record in table.figures


def test_the_page_goes_along_with_the_keys(start: Start) -> None:
    """In the chart and in the table: what one comes to is seen."""
    program = start("en")
    program.window.resize(1024, 640)
    view = go(program, ("indicator", "term/projects-granted"))
    canvas, table = view.body.chart.view.canvas, view.body.table
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    layout = canvas.layout_now
    assert layout is not None
    assert is_seen(view, canvas, QPoint(0, round(layout.rows[-1].middle)))
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert is_seen(view, canvas, QPoint(0, round(layout.rows[0].middle)))
    table.setFocus()
    for key, row in ((Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(table, key)
        model = table.model()
        index = model.index(range(model.rowCount())[row], 0)
        assert table.currentIndex() == index
        assert is_seen(view, table.viewport(), table.visualRect(index).center())


def is_seen(view: ExplorerView, widget: QWidget, point: QPoint) -> bool:
    """Whether a point of a part of the page is in sight."""
    QApplication.processEvents()
    there = widget.mapTo(view.page.viewport(), point)
    return 0 <= there.y() < view.page.viewport().height()


def test_f6_goes_from_the_choices_to_the_page_and_the_table(start: Start) -> None:
    program = start("en")
    view = go(program, *JOBS)
    assert list(view.landmarks) == [view.bar, view.page, view.body.table]
    view.take_focus()
    assert view.bar.isAncestorOf(program.window.focusWidget())


@pytest.mark.parametrize(("before", "after"), [("nl", "fr"), ("fr", "en"), ("en", "nl")])
def test_another_language_says_the_same_at_once(
    start: Start, library: AtlasLibrary, before: str, after: str
) -> None:
    program = start(before)
    view = go(program, *JOBS, ("place", "place/belgium"))
    figures = list(view.body.table.figures)
    program.choose_language(after)
    QApplication.processEvents()
    assert view.body.table.figures == figures
    assert library.title("term/jobs")[after] in view.bar.buttons[Facet.INDICATOR].text()
    assert library.title("place/belgium")[after] in view.bar.chips[0].text()
    model = view.body.table.model()
    assert model.index(0, 0).data() == library.title(figures[0])[after]
    page = view.body.chart.view.page
    assert page is not None
    assert page.title == library.title("term/jobs")[after]
    assert library.title("place/belgium")[after] == model.index(0, 3).data()


def test_the_theme_reaches_every_part(start: Start) -> None:
    program = start("en")
    view = go(program, *JOBS)
    program.choose_theme("light")
    QApplication.processEvents()
    light = view.grab().toImage()
    program.choose_theme("dark")
    QApplication.processEvents()
    dark = view.grab().toImage()
    ground = program.context.theme.colour("base")
    assert dark.pixelColor(3, dark.height() - 3) == ground
    assert light.pixelColor(3, light.height() - 3) != ground
    program.choose_theme("light")
    QApplication.processEvents()
    assert view.grab().toImage() == light


def test_larger_text_keeps_what_is_chosen(start: Start) -> None:
    program = start("en")
    go(program, *JOBS, ("place", "place/flanders"))
    program.choose_text_size(2)
    QApplication.processEvents()
    view = program.window.view("explorer")
    assert isinstance(view, ExplorerView)
    assert view.exploration == Exploration("term/jobs", ("place/flanders",))


def test_an_indicator_leads_from_its_glossary_page_to_its_figures(start: Start) -> None:
    program = start("en")
    program.window.open_record("term/number-of-actions")
    glossary = program.window.view("glossary")
    assert isinstance(glossary, RecordsView)
    pane = glossary.pane
    assert len(pane.page.facts) == 12
    pane.record_asked.emit("explorer?indicator=term/number-of-actions")
    view = program.window.view("explorer")
    assert isinstance(view, ExplorerView)
    assert len(view.body.table.figures) == 14
