"""An order ranks what states it, equals alike, and leaves out what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.browsing import Order
from desktop.domain.dates import Period
from desktop.domain.records import Figure, Link, Per, Record, Relation, Scale, Unit
from desktop.domain.text import Text
from desktop.l10n.collation import sort_key
from desktop.store.checks import Seeds
from desktop.store.ranks import ranks_of

LANGUAGES = ("nl", "fr", "en")


def ranked(records: Sequence[Record], order: Order, language: str = "") -> list[list[str]]:
    """The ids of each rank in turn."""
    positions: dict[int, list[str]] = {}
    for rank in ranks_of(records, LANGUAGES, sort_key):
        if (rank.order, rank.language) == (order, language):
            positions.setdefault(rank.position, []).append(rank.record)
    assert sorted(positions) == list(range(len(positions)))
    return [positions[position] for position in sorted(positions)]


def record_of(seeds: Seeds, record_id: str) -> Record:
    (record,) = (record for record in seeds.records if record.id == record_id)
    return record


def with_columns(record: Record, name: str, **columns: Any) -> Record:
    """A copy under another name, with other columns of its kind."""
    copy = replace(record, id=f"{record.kind}/{name}")
    return replace(copy, details=replace(record.details, **columns))


def test_titles_stand_as_in_the_dictionary_of_each_language(zedland_seeds: Seeds):
    themes = [record for record in zedland_seeds.records if record.id.startswith("theme/")]
    oncology, prevention = ["theme/zed-oncology"], ["theme/zed-prevention"]
    assert ranked(themes, Order.TITLE, "en") == [oncology, prevention]
    # By code points it would come last.
    study = replace(themes[0], id="theme/study", title=Text(dict.fromkeys(LANGUAGES, "Étude")))
    assert ranked([study, *themes], Order.TITLE, "fr") == [oncology, ["theme/study"], prevention]


def test_records_of_one_title_share_a_rank(zedland_seeds: Seeds):
    theme = record_of(zedland_seeds, "theme/zed-oncology")
    twin = replace(theme, id="theme/twin")
    assert ranked([theme, twin], Order.TITLE, "nl") == [[theme.id, twin.id]]


def test_a_period_is_ranked_by_its_first_stated_day(zedland_seeds: Seeds):
    plan = record_of(zedland_seeds, "programme/zed-plan")
    periods = {
        "day": "2020-01-02",
        "year": "2020",
        "first-day": "2020-01-01",
        "month": "2019-12",
        "span": "2020-06..2030",
        "open": "2021..",
        "until": "..2018",
        "none": None,
    }
    records = [
        with_columns(plan, name, period=Period.parse(period) if period else None)
        for name, period in periods.items()
    ]
    assert ranked(records, Order.PERIOD) == [
        ["programme/until"],
        ["programme/month"],
        ["programme/year", "programme/first-day"],
        ["programme/day"],
        ["programme/span"],
        ["programme/open"],
    ]


def amount(seeds: Seeds, name: str, **columns: Any) -> Record:
    """A figure in euros about a programme of that name."""
    cost = record_of(seeds, "figure/zed-cost")
    figure = with_columns(cost, name, **columns)
    return replace(figure, links=(Link(Relation.ABOUT, f"programme/{name}"),))


def test_money_is_the_weightiest_amount_multiplied_out(zedland_seeds: Seeds):
    plan = record_of(zedland_seeds, "programme/zed-plan")
    amounts = {
        "million": {"value": Decimal(3), "scale": Scale.MILLION},
        "one": {"value": Decimal("3000000.5"), "scale": Scale.ONE},
        "billion": {"value": Decimal("0.002"), "scale": Scale.BILLION},
        "range": {"value": Decimal(1), "value_to": Decimal(9), "scale": Scale.MILLION},
        "thousand": {"value": Decimal(5000), "scale": Scale.THOUSAND},
    }
    records = [with_columns(plan, name) for name in amounts]
    records += [amount(zedland_seeds, name, **columns) for name, columns in amounts.items()]
    more = amount(zedland_seeds, "range", value=Decimal(999), scale=Scale.BILLION)
    lighter = replace(more, id="figure/lighter")
    expected = ["billion", "million", "one", "thousand", "range"]
    assert ranked([*records, lighter], Order.MONEY) == [[f"programme/{name}"] for name in expected]


@pytest.mark.parametrize(
    "columns",
    [{"per": Per.YEAR}, {"unit": Unit.COUNT}, {"unit": Unit.WORDS, "value": None}],
    ids=["a rate", "no money", "words"],
)
def test_what_is_no_amount_of_money_does_not_count(zedland_seeds: Seeds, columns: dict[str, Any]):
    plan = with_columns(record_of(zedland_seeds, "programme/zed-plan"), "plan")
    figure = amount(zedland_seeds, "plan", **columns)
    assert isinstance(figure.details, Figure)
    assert ranked([plan, figure], Order.MONEY) == []


def test_a_programme_whose_weightiest_figure_is_a_rate_has_no_rank(zedland_seeds: Seeds):
    plan = with_columns(record_of(zedland_seeds, "programme/zed-plan"), "plan")
    rate = amount(zedland_seeds, "plan", per=Per.YEAR)
    whole = replace(amount(zedland_seeds, "plan"), id="figure/lighter")
    assert ranked([plan, rate, whole], Order.MONEY) == []
    assert ranked([plan, whole, rate], Order.MONEY) == [["programme/plan"]]


def test_money_counts_where_a_figure_is_about_a_programme_alone(zedland_seeds: Seeds):
    plan = with_columns(record_of(zedland_seeds, "programme/zed-plan"), "plan")
    theme = record_of(zedland_seeds, "theme/zed-oncology")
    figure = amount(zedland_seeds, "plan")
    for links in ((Link(Relation.STATED_BY, plan.id),), (Link(Relation.ABOUT, theme.id),)):
        assert ranked([plan, theme, replace(figure, links=links)], Order.MONEY) == []


def test_reading_goes_through_each_document_by_paragraph(zedland_seeds: Seeds):
    document = record_of(zedland_seeds, "document/glance")
    second = replace(document, id="document/a-second")
    end = record_of(zedland_seeds, "section/glance-end")
    start = record_of(zedland_seeds, "section/glance-start")
    other = with_columns(start, "a-section", document=second.id)
    records = [end, other, document, start, second, record_of(zedland_seeds, "place/zedland")]
    assert ranked(records, Order.READING) == [
        [document.id],
        [start.id],
        [end.id],
        [second.id],
        [other.id],
    ]
