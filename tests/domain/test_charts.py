"""A chart counts what took place, and invents nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.charts import ActivityChart, Series, activity_chart
from desktop.domain.dates import Period
from desktop.domain.records import Details, Kind, Milestone, Pillar, Record, State, Theme
from desktop.domain.text import Text

TEXT = Text({"en": "x"})
MILESTONES = st.builds(
    Milestone,
    st.integers(1990, 2040).map(lambda year: Period.parse(str(year))),
    st.sampled_from([*Pillar, None]),
    st.sampled_from(State),
)


def record(details: Details) -> Record:
    kind = Kind.MILESTONE if isinstance(details, Milestone) else Kind.THEME
    return Record("x/y", kind, "zz", 50, TEXT, TEXT, (), (), (), (), details)


def milestone(
    period: str, pillar: Pillar | None = Pillar.TRADE, state: State = State.PAST
) -> Record:
    return record(Milestone(Period.parse(period), pillar, state))


def test_a_year_without_activity_is_there_with_nothing_in_it():
    chart = activity_chart([milestone("2018"), milestone("2020"), milestone("2020-07-14")])
    assert chart == ActivityChart((2018, 2019, 2020), (Series(Pillar.TRADE, (1, 0, 2)),))
    assert [chart.total(year) for year in chart.years] == [1, 0, 2]


def test_each_pillar_is_a_series_in_the_order_of_the_pillars_and_no_pillar_comes_last():
    chart = activity_chart(
        [milestone("2019", None), milestone("2019", Pillar.INNOVATE), milestone("2018", Pillar.G2G)]
    )
    assert chart.series == (
        Series(Pillar.G2G, (1, 0)),
        Series(Pillar.INNOVATE, (0, 1)),
        Series(None, (0, 1)),
    )
    assert chart.total(2019) == 2


def test_plans_are_left_out():
    assert activity_chart([milestone("2025", state=State.PLANNED)]) == ActivityChart((), ())


def test_a_period_that_has_no_one_year_is_left_out():
    periods = ("2013..2018", "2022-09..", "..2025")
    assert activity_chart(map(milestone, periods)) == ActivityChart((), ())


def test_a_period_within_one_year_counts_in_that_year():
    assert activity_chart([milestone("2018-05..2018-09")]).years == (2018,)


def test_records_of_other_kinds_are_left_out():
    assert activity_chart([record(Theme("challenge"))]) == ActivityChart((), ())


@given(st.lists(MILESTONES))
def test_every_past_milestone_with_a_year_is_counted_once(milestones: list[Milestone]):
    past = [each for each in milestones if each.state is State.PAST]
    chart = activity_chart(map(record, milestones))
    assert sum(chart.total(year) for year in chart.years) == len(past)
    assert all(following == year + 1 for year, following in pairwise(chart.years))
    for year in chart.years:
        for series in chart.series:
            assert series.counts[chart.years.index(year)] == sum(
                each.pillar is series.pillar and str(each.period) == str(year) for each in past
            )
