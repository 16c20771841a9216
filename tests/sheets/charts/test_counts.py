"""The chart of milestones counts what the database holds, and says what it leaves out."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from desktop import bundled
from desktop.domain.browsing import Browse, Facet
from desktop.domain.chart_specs import ChartForm
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.charts.tables import chart_csv
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

ONE_YEAR = re.compile(r"(\d{4})(-\d\d){0,2}")


@pytest.fixture(params=LANGUAGES)
def describer(
    request: pytest.FixtureRequest, library: AtlasLibrary, languages: dict[str, Language]
) -> Describer:
    return Describer(library, languages[request.param], TODAY)


def drawn(describer: Describer) -> ChartPage:
    specs = describer.library.charts()
    return chart_page(describer, next(each for each in specs if each.form is ChartForm.COLUMNS))


def marks(describer: Describer) -> tuple[ChartMark, ...]:
    (panel,) = drawn(describer).panels
    return panel.marks


def stored() -> list[tuple[str, str | None, str | None, str]]:
    """Every milestone with its period, pillar and state, straight from the file."""
    with closing(sqlite3.connect(bundled.atlas())) as database:
        return database.execute("SELECT record, period, pillar, state FROM milestone").fetchall()


def counted() -> Counter[tuple[str, str, str]]:
    """How many milestones of one year there are by state, pillar and year."""
    return Counter(
        (state, pillar or "", found[1])
        for _record, period, pillar, state in stored()
        if (found := ONE_YEAR.fullmatch(period or ""))
    )


def test_every_column_is_as_high_as_the_database_says(describer: Describer):
    found = {tuple(value for _facet, value in mark.chosen): mark.high for mark in marks(describer)}
    assert found == dict(counted())
    assert len(found) > 10
    for mark in marks(describer):
        assert mark.low == mark.high == len(mark.counted)
        assert mark.value == describer.language.number(len(mark.counted))


def test_a_column_names_the_milestones_that_it_counts(describer: Describer):
    held = {record: (state, pillar or "") for record, _period, pillar, state in stored()}
    every = [record for mark in marks(describer) for record in mark.counted]
    assert len(every) == len(set(every)) == counted().total()
    for mark in marks(describer):
        state, pillar, _year = (value for _facet, value in mark.chosen)
        assert {held[record] for record in mark.counted} == {(state, pillar)}


def test_the_list_that_a_column_opens_has_all_that_it_counts(describer: Describer):
    for mark in marks(describer):
        chosen = tuple((Facet(facet), value) for facet, value in mark.chosen)
        browse = Browse((Kind.MILESTONE,), describer.language.code, chosen)
        listed = {each for group in describer.library.browse(browse) for each in group.ids}
        assert set(mark.counted) <= listed


def test_plans_are_hatched_and_counted_apart(describer: Describer):
    page = drawn(describer)
    planned = [mark for mark in marks(describer) if mark.is_hatched]
    assert planned
    for mark in marks(describer):
        assert mark.is_hatched == (dict(mark.chosen)["state"] == "planned")
    assert [kind for kind, _sentence in page.legend] == ["hatched"]
    past = sum(number for (state, _pillar, _year), number in counted().items() if state == "past")
    plans = counted().total() - past
    assert {str(past), str(plans)} <= set(re.findall(r"\d+", page.headline))
    assert str(past + plans) not in re.findall(r"\d+", page.headline)


def test_the_headline_names_the_year_in_which_most_took_place(describer: Describer):
    years: Counter[str] = Counter()
    for (state, _pillar, year), number in counted().items():
        if state == "past":
            years[year] += number
    ((peak, most),) = years.most_common(1)
    headline = drawn(describer).headline
    assert headline.index(peak) < headline.index(str(most))
    assert min(years) in headline
    assert max(years) in headline


def test_the_years_run_without_a_break_and_the_empty_ones_are_named(describer: Describer):
    (panel,) = drawn(describer).panels
    first, last = int(panel.columns[0]), int(panel.columns[-1])
    assert panel.columns == tuple(str(year) for year in range(first, last + 1))
    empty = set(panel.columns) - {mark.period for mark in panel.marks}
    assert empty
    assert all(year in panel.caution for year in empty)


def test_what_is_not_drawn_is_counted_in_the_note(describer: Describer):
    (panel,) = drawn(describer).panels
    undated = sum(period is None for _record, period, _pillar, _state in stored())
    rest = len(stored()) - undated - counted().total()
    assert re.findall(r"\b\d{1,3}\b", panel.caution) == [str(undated), str(rest)]
    assert panel.caution in drawn(describer).described


def test_every_column_is_described_in_words(describer: Describer):
    described = drawn(describer).described
    for mark in marks(describer):
        for text in (mark.label, mark.value, mark.period, mark.scope):
            assert text in described


def test_every_document_that_a_milestone_cites_is_named(describer: Describer):
    page = drawn(describer)
    for mark in marks(describer):
        for record in describer.library.get_many(mark.counted):
            for citation in record.citations:
                assert describer.title(citation.document) in page.source


def test_the_file_names_every_milestone_beside_its_count(describer: Describer):
    _title, _source, _age, _header, *rows = csv.reader(
        io.StringIO(chart_csv(drawn(describer), describer.language))
    )
    for row, mark in zip(rows, marks(describer), strict=True):
        assert tuple(row[-1].split()) == mark.counted


def test_the_counts_are_the_same_in_every_language(
    library: AtlasLibrary, languages: dict[str, Language]
):
    told = [
        [(mark.chosen, mark.high, mark.counted) for mark in marks(Describer(library, each, TODAY))]
        for each in languages.values()
    ]
    assert told[0] == told[1] == told[2]
