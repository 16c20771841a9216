"""The counts of an atlas say how much it holds, what it covers and what is not stated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.dates import Period
from desktop.domain.records import (
    Citation,
    Details,
    Document,
    Kind,
    Milestone,
    Pillar,
    Programme,
    Record,
    State,
    Status,
    Term,
)
from desktop.domain.stats import Coverage, Gap, stats_of
from desktop.domain.text import Text

YEAR = Period.parse("2024")
FULL_NAME = Text({"nl": "Voluit Zed", "en": "Zed in full"})


def record(id_: str, details: Details, *paragraphs: int, outside: tuple[str, ...] = ()) -> Record:
    return Record(
        id=id_,
        kind=Kind(id_.partition("/")[0]),
        country="zz",
        weight=50,
        title=Text({"nl": "Een titel", "en": "Title"}),
        summary=Text({"nl": "Drie woorden hier", "en": "Two words"}),
        names=(),
        outside=outside,
        citations=tuple(Citation("document/report", "", number) for number in paragraphs),
        links=(),
        details=details,
    )


REPORT = record("document/report", Document("001_report", "en", None), 1)


def test_records_are_counted_by_kind_and_a_kind_without_any_is_nought():
    stats = stats_of([REPORT], {"document/report": (3, 0)})
    assert stats.records[Kind.DOCUMENT] == 1
    assert set(stats.records) == set(Kind)
    assert sum(stats.records.values()) == 1


def test_a_paragraph_that_is_cited_twice_is_covered_once():
    plan = record("programme/plan", Programme("plan", Status.RUNNING, YEAR), 1, 2)
    stats = stats_of([REPORT, plan], {"document/report": (4, 1)})
    assert stats.citations == {"001_report": 3}
    assert stats.coverage == {"001_report": Coverage(4, 2, 1)}
    assert not stats.coverage["001_report"].is_whole
    assert Coverage(4, 3, 1).is_whole


def test_words_of_every_text_are_counted_by_language():
    term = record("term/zed", Term("abbreviation", FULL_NAME))
    stats = stats_of([term], {})
    assert stats.words == {"nl": 2 + 3 + 2, "en": 1 + 2 + 3}


@pytest.mark.parametrize(
    ("details", "gaps"),
    [
        (Milestone(None, None, State.PAST), {"date": 1, "pillar": 1}),
        (Milestone(YEAR, Pillar.TRADE, State.PAST), {"date": 0, "pillar": 0}),
        (Programme("plan", Status.NOT_STATED, None), {"period": 1, "status": 1}),
        (Programme("plan", Status.RUNNING, YEAR), {"period": 0, "status": 0}),
        (Document("001_report", "en", None), {"date": 1}),
        (Term("abbreviation", None), {"expansion": 1}),
        (Term("abbreviation", FULL_NAME), {"expansion": 0}),
        (Term("concept", None), {}),
    ],
)
def test_what_is_not_stated_is_counted(details: Details, gaps: dict[str, int]):
    kind = {Milestone: "milestone", Programme: "programme", Document: "document", Term: "term"}
    stats = stats_of([record(f"{kind[type(details)]}/it", details)], {"document/it": (1, 0)})
    assert {gap.part: gap.open for gap in stats.gaps} == gaps
    assert all(gap.total == 1 for gap in stats.gaps)


def test_an_expansion_from_general_knowledge_is_none_that_the_documents_state():
    known = record("term/zed", Term("abbreviation", FULL_NAME))
    outside = replace(known, outside=("expansion",))
    gaps = stats_of([known, outside], {}).gaps
    assert gaps == (Gap(Kind.TERM, "expansion", 1, 2),)
