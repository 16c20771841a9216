"""The table of programmes: money as one document states it, what is not stated left open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.domain.browsing import Order
from desktop.domain.records import Figure, Kind, Programme, Record, Relation, Unit
from desktop.l10n.language import Language
from desktop.sheets.values import value_text, when_text
from desktop.store.reader import AtlasLibrary
from desktop.ui.views.programmes import PROGRAMMES
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start, go

PERIOD, MONEY, STATUS = 1, 2, 4


def amounts(library: AtlasLibrary, programme: Record) -> list[Record]:
    """The figures in euros about a programme, the weightiest first."""
    about = [
        library.get(link.target)
        for link in programme.links
        if link.inverse and link.relation is Relation.ABOUT and link.target.startswith("figure/")
    ]
    return [
        each
        for each in about
        if isinstance(each.details, Figure) and each.details.unit is Unit.EURO
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_money_of_a_programme_is_its_weightiest_figure_as_stated(
    start: Start, library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    view = go(start(code), "programmes")
    with_money = 0
    for programme in library.list(Kind.PROGRAMME):
        cell = view.model.index(view.model.row_of(programme.id) or 0, MONEY)
        found = amounts(library, programme)
        if not found:
            assert cell.data() == ""
            continue
        with_money += 1
        figure = found[0].details
        assert isinstance(figure, Figure)
        assert found[0].weight == max(each.weight for each in found)
        assert cell.data() == value_text(figure, languages[code])
        note = cell.data(Qt.ItemDataRole.ToolTipRole)
        assert found[0].title[code] in note
        assert when_text(figure, languages[code]) in note
        if len(found) > 1:
            assert str(len(found) - 1) in note
    assert with_money > 20


def test_a_period_that_is_not_stated_says_so_and_a_status_too(
    start: Start, library: AtlasLibrary
) -> None:
    view = go(start("en"), "programmes")
    for programme in library.list(Kind.PROGRAMME):
        details = programme.details
        assert isinstance(details, Programme)
        row = view.model.row_of(programme.id)
        assert row is not None
        said = view.model.index(row, PERIOD).data()
        assert (said == "not stated") == (details.period is None)
        assert (view.model.index(row, STATUS).data() == "not stated") == (
            details.status.value == "not-stated"
        )


def test_a_screen_reader_is_told_which_amount_the_money_is(start: Start) -> None:
    view = go(start("en"), "programmes", "programme/regmed-xb")
    spoken = view.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Money: Annual budget committed to two RegMed XB moonshots" in spoken
    assert "€3 million per year" in spoken
    assert "1 more amount" in spoken


def test_it_sorts_by_importance_title_period_and_money() -> None:
    orders = {sorting.order for sorting in PROGRAMMES.sortings}
    assert orders == {Order.IMPORTANCE, Order.TITLE, Order.PERIOD, Order.MONEY}
    assert PROGRAMMES.sortings[0].order is Order.IMPORTANCE
