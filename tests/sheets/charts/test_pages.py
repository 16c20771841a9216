"""Charts say and draw what the database holds, in every language, and nothing else."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from desktop import bundled
from desktop.domain.chart_specs import ChartForm, ChartSpec, Finding
from desktop.domain.records import Basis, Figure, Kind, Qualifier, Unit
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel
from desktop.sheets.charts.pages import chart_page, figures_page
from desktop.sheets.record.page import Describer
from desktop.sheets.values import value_text, when_text
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

WORDS = {"thousand": 3, "million": 6, "billion": 9}
NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")


@pytest.fixture(params=LANGUAGES)
def describer(
    request: pytest.FixtureRequest, library: AtlasLibrary, languages: dict[str, Language]
) -> Describer:
    return Describer(library, languages[request.param], TODAY)


@pytest.fixture
def english(library: AtlasLibrary, languages: dict[str, Language]) -> Describer:
    return Describer(library, languages["en"], TODAY)


def pages(describer: Describer) -> list[tuple[ChartSpec, ChartPage]]:
    """The charts of figures; those of counts have tests of their own."""
    drawn = (spec for spec in describer.library.charts() if spec.panels)
    return [(spec, chart_page(describer, spec)) for spec in drawn]


def marks(page: ChartPage) -> list[ChartMark]:
    return [mark for panel in page.panels for mark in panel.marks]


def figure(describer: Describer, record: str) -> Figure:
    details = describer.library.get(record).details
    assert isinstance(details, Figure)
    return details


def spec_of(library: AtlasLibrary, chart_id: str) -> ChartSpec:
    return next(spec for spec in library.charts() if spec.id == chart_id)


def stored() -> dict[str, tuple[Decimal | None, Decimal | None, int]]:
    """Of each figure its two ends and the noughts of its scale word, straight from the file."""
    with closing(sqlite3.connect(bundled.atlas())) as database:
        rows = database.execute("SELECT record, value, value_to, scale FROM figure").fetchall()
    return {
        record: (
            Decimal(low) if low else None,
            Decimal(high) if high else Decimal(low) if low else None,
            WORDS.get(scale, 0),
        )
        for record, low, high, scale in rows
    }


def test_there_are_charts_of_every_form_and_finding(library: AtlasLibrary):
    charts = library.charts()
    assert len(charts) >= 12
    assert {chart.form for chart in charts} == set(ChartForm)
    assert {chart.finding for chart in charts} == set(Finding)


def test_every_drawn_value_is_that_of_the_database(english: Describer):
    held = stored()
    for spec, page in pages(english):
        for panel_spec, panel in zip(spec.panels, page.panels, strict=True):
            noughts = WORDS.get(panel.unit.partition(" ")[0], 0)
            assert [mark.record for mark in panel.marks] == list(panel_spec.figures)
            for mark in panel.marks:
                low, high, scale = held[mark.record]
                if low is None or high is None:
                    assert mark.low is mark.high is None
                    continue
                assert mark.low is not None
                assert mark.high is not None
                assert mark.low.scaleb(noughts) == low.scaleb(scale)
                assert mark.high.scaleb(noughts) == high.scaleb(scale)


def test_the_numbers_are_the_same_in_every_language(
    library: AtlasLibrary, languages: dict[str, Language]
):
    drawn = [
        [
            [
                (mark.record, mark.low, mark.high, mark.is_open, mark.is_hatched)
                for mark in marks(page)
            ]
            for _spec, page in pages(Describer(library, language, TODAY))
        ]
        for language in languages.values()
    ]
    assert drawn[0] == drawn[1] == drawn[2]


def test_a_mark_says_its_value_period_and_scope_as_the_record_page_does(describer: Describer):
    language = describer.language
    for _spec, page in pages(describer):
        for mark in marks(page):
            own = figure(describer, mark.record)
            assert mark.value == value_text(own, language)
            assert mark.period == when_text(own, language)
            assert mark.scope == own.scope[language.code]
            assert mark.label.startswith(describer.title(mark.record))


def test_ticks_span_the_marks_and_are_written_as_the_language_does(describer: Describer):
    for _spec, page in pages(describer):
        for panel in page.panels:
            ends = [end for mark in panel.marks for end in (mark.low, mark.high) if end is not None]
            assert panel.ticks[0].at <= min(ends)
            assert panel.ticks[-1].at >= max(ends)
            assert [tick.text for tick in panel.ticks] == [
                describer.language.number(tick.at) for tick in panel.ticks
            ]


def test_panels_of_one_unit_have_one_scale_unless_a_bar_would_be_a_stump(english: Describer):
    for spec, page in pages(english):
        for one in page.panels:
            for other in page.panels:
                units = {_unit(english, panel) for panel in (one, other)}
                if len(units) == 1 and _largest(one) * 10 >= _largest(other) * 1 >= _largest(one):
                    assert one.ticks[-1].at == other.ticks[-1].at, spec.id


def _unit(describer: Describer, panel: ChartPanel) -> tuple[object, ...]:
    own = next(figure(describer, mark.record) for mark in panel.marks if mark.low is not None)
    return own.unit, own.per, panel.unit.partition(" ")[0] if own.unit is Unit.EURO else ""


def _largest(panel: ChartPanel) -> Decimal:
    return max(mark.high for mark in panel.marks if mark.high is not None)


def test_shares_stand_on_a_scale_of_the_whole(english: Describer):
    for spec, page in pages(english):
        for panel in page.panels:
            if spec.finding is Finding.SHARE and panel.unit == "%":
                assert panel.ticks[-1].at == 100


def test_no_two_marks_of_a_panel_have_one_label(describer: Describer):
    for _spec, page in pages(describer):
        for panel in page.panels:
            labels = [mark.label for mark in panel.marks]
            assert len(labels) == len(set(labels))


def test_what_is_hatched_open_or_a_gap_is_so_in_the_database(english: Describer):
    for spec, page in pages(english):
        requested = {record for panel in spec.panels for record in panel.requested}
        for mark in marks(page):
            own = figure(english, mark.record)
            up = own.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
            down = own.qualifier in (Qualifier.LESS_THAN, Qualifier.AT_MOST)
            assert mark.is_open == ("up" if up else "down" if down else "")
            assert mark.is_hatched == (own.basis is not Basis.REPORTED or mark.record in requested)
            assert (mark.low is None) == (own.unit is Unit.WORDS)


def test_the_legend_explains_the_signs_that_are_there(describer: Describer):
    for _spec, page in pages(describer):
        signs = {
            "hatched": any(mark.is_hatched for mark in marks(page)),
            "open": any(mark.is_open == "up" for mark in marks(page)),
            "most": any(mark.is_open == "down" for mark in marks(page)),
            "gap": any(mark.low is None for mark in marks(page)),
        }
        assert [kind for kind, _sentence in page.legend] == [kind for kind in signs if signs[kind]]


def test_the_numbers_of_a_headline_are_those_of_the_marks(describer: Describer):
    for _spec, page in pages(describer):
        known = {
            number
            for panel in page.panels
            for mark in panel.marks
            for text in (panel.title, mark.value, mark.period, mark.label, mark.scope)
            for number in NUMBER.findall(text)
        }
        counts = [sum(mark.low is not None for mark in panel.marks) for panel in page.panels]
        hatched = [sum(mark.is_hatched for mark in panel.marks) for panel in page.panels]
        known.update(str(count) for count in (*counts, sum(counts), *hatched))
        assert page.headline
        assert set(NUMBER.findall(page.headline)) <= known, page.headline
        assert set(NUMBER.findall(page.notes)) <= known, page.notes


def test_the_largest_of_a_headline_is_the_largest_of_the_database(describer: Describer):
    held = stored()
    found = 0
    for spec, page in pages(describer):
        panel = next((each for each in spec.panels if _numbers(each.figures, held) > 1), None)
        if spec.finding is not Finding.LARGEST or panel is None:
            continue
        largest = max(
            (record for record in panel.figures if held[record][1] is not None),
            key=lambda record: _written_out(held[record]),
        )
        assert value_text(figure(describer, largest), describer.language) in page.headline
        assert describer.title(largest) in page.headline
        found += 1
    assert found


def _numbers(
    records: tuple[str, ...], held: dict[str, tuple[Decimal | None, Decimal | None, int]]
) -> int:
    return sum(held[record][0] is not None for record in records)


def _written_out(held: tuple[Decimal | None, Decimal | None, int]) -> Decimal:
    _low, high, noughts = held
    assert high is not None
    return high.scaleb(noughts)


def test_rivals_are_told_from_the_least_to_the_most(describer: Describer, library: AtlasLibrary):
    page = chart_page(describer, spec_of(library, "jobs"))
    numbers = [mark for mark in marks(page) if mark.low is not None]
    least = min(numbers, key=lambda mark: mark.low or 0)
    most = max(numbers, key=lambda mark: mark.high or 0)
    assert page.headline.index(least.value) < page.headline.index(most.value)
    # The one in words may be more than any of them.
    for gap in (mark for mark in marks(page) if mark.low is None):
        assert gap.value in page.notes


def test_what_was_asked_for_comes_before_what_was_granted(
    describer: Describer, library: AtlasLibrary
):
    spec = spec_of(library, "icon-2019")
    page = chart_page(describer, spec)
    asked, granted = (mark.value for mark in page.panels[0].marks)
    assert page.headline.index(asked) < page.headline.index(granted)


def test_a_range_is_told_by_its_two_ends(english: Describer, library: AtlasLibrary):
    page = chart_page(english, spec_of(library, "readiness-levels"))
    ends = marks(page)
    assert f"TRL {min(mark.low for mark in ends if mark.low)}" in page.headline
    assert f"TRL {max(mark.high for mark in ends if mark.high)}" in page.headline


def test_the_best_rank_is_told(english: Describer, library: AtlasLibrary):
    page = chart_page(english, spec_of(library, "ranks"))
    numbers = [mark for mark in marks(page) if mark.low is not None]
    best = min(numbers, key=lambda mark: mark.low or 0)
    assert best.value in page.headline
    assert best.label in page.headline
    # The one in words may be better than any of them.
    (gap,) = (mark for mark in marks(page) if mark.low is None)
    assert gap.value in page.notes


def test_a_part_is_told_with_its_whole(english: Describer, library: AtlasLibrary):
    page = chart_page(english, spec_of(library, "development-investment"))
    whole, part = marks(page)
    assert page.headline.index(part.value) < page.headline.index(whole.value)
    assert page.headline.startswith(part.label)
    assert page.notes.index(whole.value) < page.notes.index(part.value)


def test_what_is_said_of_at_most_is_said_to_those_who_see_no_arrow(
    english: Describer, library: AtlasLibrary
):
    told = "the source states no lower end"
    for spec in library.charts():
        page = chart_page(english, spec)
        assert (told in page.described) == any(mark.is_open == "down" for mark in marks(page))


def test_every_document_cited_is_named_in_the_source_line(describer: Describer):
    for _spec, page in pages(describer):
        for mark in marks(page):
            for citation in describer.library.get(mark.record).citations:
                assert describer.title(citation.document) in page.source


def test_the_age_names_the_oldest_and_the_newest_year_or_says_that_none_is_known(
    describer: Describer,
):
    for _spec, page in pages(describer):
        periods = [figure(describer, mark.record).period for mark in marks(page)]
        ends = sorted(period.end.year for period in periods if period and period.end)
        years = re.findall(r"\b(?:19|20)\d\d\b", page.age)
        if not ends:
            assert not years
        else:
            assert {str(ends[0]), str(ends[-1])} <= set(years)


def test_the_description_says_every_value_with_period_and_scope(describer: Describer):
    for _spec, page in pages(describer):
        around = (page.title, page.headline, page.notes, page.source, page.age)
        assert all(text in page.described for text in around)
        for mark in marks(page):
            for text in (mark.label, mark.value, mark.period, mark.scope):
                assert text in page.described
        for panel in page.panels:
            assert panel.caution in page.described


def test_a_free_choice_of_all_figures_puts_nothing_on_one_scale_that_must_not_be(
    describer: Describer, library: AtlasLibrary
):
    figures = [record.id for record in library.list(Kind.FIGURE)]
    page = figures_page(describer, figures, "Everything")
    assert sorted(mark.record for mark in marks(page)) == sorted(figures)
    for panel in page.panels:
        numbers = [figure(describer, mark.record) for mark in panel.marks if mark.low is not None]
        assert len({(own.unit, own.per, own.indicator) for own in numbers}) <= 1
        assert bool(panel.ticks) == bool(numbers)
        if len({own.scope for own in numbers}) > 1:
            assert panel.caution
        if numbers and numbers[0].unit is Unit.RANK:
            assert panel.form is ChartForm.RANKS


def test_a_free_choice_is_drawn_with_the_largest_first_and_words_behind(
    english: Describer, library: AtlasLibrary
):
    jobs = spec_of(library, "jobs").panels[0].figures
    page = figures_page(english, tuple(reversed(jobs)), "Jobs")
    assert page.title == "Jobs"
    for panel in page.panels:
        drawn = [mark.high for mark in panel.marks]
        numbers = [high for high in drawn if high is not None]
        assert numbers == sorted(numbers, reverse=True)
        assert all(high is None for high in drawn[len(numbers) :])


def test_a_request_looks_like_one_in_a_free_choice_too(english: Describer, library: AtlasLibrary):
    panel = spec_of(library, "tetra").panels[0]
    page = figures_page(english, panel.figures, "TETRA")
    hatched = {mark.record for mark in marks(page) if mark.is_hatched}
    assert hatched == set(panel.requested)


def test_a_choice_of_no_figure_is_an_empty_page(describer: Describer):
    page = figures_page(describer, (), "Nothing")
    assert (page.panels, page.headline, page.source, page.age) == ((), "", "", "")


def test_a_figure_in_words_alone_is_told_in_its_words(english: Describer, library: AtlasLibrary):
    record = next(
        each
        for each in library.list(Kind.FIGURE)
        if isinstance(each.details, Figure) and each.details.unit is Unit.WORDS
    )
    page = figures_page(english, (record.id,), "Words")
    (mark,) = marks(page)
    assert mark.value in page.headline
    assert page.panels[0].ticks == ()
