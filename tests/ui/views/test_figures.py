"""Figures: those of one thing together, each with its value, rivals marked in words."""

from __future__ import annotations

import pytest

from desktop.domain.browsing import Facet
from desktop.domain.records import Figure, Relation
from desktop.l10n.language import Language
from desktop.sheets.values import value_text
from desktop.store.reader import AtlasLibrary
from desktop.ui.lists.model import MARK_ROLE
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start, go, headings


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_row_says_the_value_as_its_document_does(
    start: Start, library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    view = go(start(code), "figures")
    for row in range(view.model.rowCount()):
        record_id = view.model.id_at(row)
        if record_id is not None:
            figure = library.get(record_id).details
            assert isinstance(figure, Figure)
            assert view.model.index(row, 1).data() == value_text(figure, languages[code])


def test_figures_of_one_thing_stand_together_under_its_name(
    start: Start, library: AtlasLibrary
) -> None:
    view = go(start("fr"), "figures")
    indicator = None
    for row in range(view.model.rowCount()):
        record_id = view.model.id_at(row)
        if record_id is None:
            indicator = view.model.index(row, 0).data().rpartition(" (")[0]
        else:
            figure = library.get(record_id).details
            assert isinstance(figure, Figure)
            assert library.title(figure.indicator)["fr"] == indicator
    names = [heading.rpartition(" (")[0] for heading in headings(view.model)]
    assert len(set(names)) == len(names)


def test_rivals_are_marked_in_words_and_only_they(start: Start, library: AtlasLibrary) -> None:
    view = go(start("en"), "figures")
    rivals = 0
    for row in range(view.model.rowCount()):
        record_id = view.model.id_at(row)
        if record_id is None:
            continue
        links = library.get(record_id).links
        number = sum(link.relation is Relation.COMPARES for link in links)
        mark = view.model.index(row, 0).data(MARK_ROLE)
        if number:
            rivals += 1
            plural = "" if number == 1 else "s"
            assert mark == f"Compared in {number} disagreement{plural}"
        else:
            assert mark == ""
    assert rivals > 100


def test_figures_of_a_place_are_one_link_away(start: Start, library: AtlasLibrary) -> None:
    view = go(start("en"), "figures", place="place/wallonia")
    assert view.model.records == view._count_values(Facet.PLACE)["place/wallonia"]
    assert 0 < view.model.records < 20
