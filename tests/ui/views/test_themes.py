"""Themes of a type and disagreements of a reason stand together."""

from __future__ import annotations

import itertools

from desktop.l10n import labels
from desktop.store.reader import AtlasLibrary
from tests.ui.lists.browsing import Start, column, go, headings, ids


def test_themes_of_a_type_stand_together_in_the_order_of_the_types(start: Start) -> None:
    program = start("en")
    view = go(program, "themes")
    types = [heading.partition(" (")[0] for heading in headings(view.model)]
    names = [program.context.language.gettext(name) for name in labels.TYPE.values()]
    assert types == [name for name in names if name in types]
    assert len(types) > 5
    said = column(view.model, 1)
    changes = [said[0], *(b for a, b in itertools.pairwise(said) if a != b)]
    assert changes == types


def test_in_each_type_the_most_important_come_first(start: Start, library: AtlasLibrary) -> None:
    view = go(start("en"), "themes", type="opportunity")
    weights = [library.get(record).weight for record in ids(view.model)]
    assert weights == sorted(weights, reverse=True)


def test_a_disagreement_stands_under_each_of_its_reasons(
    start: Start, library: AtlasLibrary
) -> None:
    view = go(start("en"), "disagreements")
    assert [heading.partition(" (")[0] for heading in headings(view.model)] == [
        "Different scope",
        "Different date",
        "Different method",
        "Reason not stated",
    ]
    every = ids(view.model)
    for record in set(every):
        reasons = getattr(library.get(record).details, "reasons", ())
        assert every.count(record) == len(reasons)


def test_a_row_chosen_in_its_second_group_stays_chosen_there(start: Start) -> None:
    program = start("en")
    view = go(program, "disagreements")
    every = [view.model.id_at(row) for row in range(view.model.rowCount())]
    row = next(
        row for row, record in enumerate(every) if record and every.index(record) not in (row, 1)
    )
    view.table.setCurrentIndex(view.model.index(row, 0))
    assert view.record_id == every[row]
    assert view.table.currentIndex().row() == row
    program.choose_language("nl")
    assert view.table.currentIndex().row() == row
