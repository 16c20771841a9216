"""A record goes into a file and comes back the same, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.library import Library
from desktop.domain.record_format import DETAILS, plain_record, read_record
from desktop.domain.records import Figure, Kind, Record

LANGUAGES = ("nl", "fr", "en")
FIGURE = "figure/export-share-belgium"


def written(record: Record) -> Any:
    """A record as a file has it."""
    return json.loads(json.dumps(plain_record(record)))


def test_every_record_of_the_atlas_comes_back_as_it_was(library: Library) -> None:
    for record in library.list():
        found = read_record(written(record), library.languages)
        assert found == replace(record, weight=0, names=(), links=())


def test_there_is_a_form_for_each_kind() -> None:
    assert set(DETAILS) == set(Kind)


def test_a_period_is_told_with_its_first_and_last_day(library: Library) -> None:
    plan = next(
        written(record)["details"]["period"]
        for record in library.list(Kind.MILESTONE)
        if getattr(record.details, "period", None) and "-" not in str(record.details.period)  # type: ignore[union-attr]
    )
    year = plan["text"][:4]
    assert plan["first_day"] == f"{year}-01-01"
    assert plan["last_day"].endswith("-12-31")


def test_a_text_that_lacks_a_language_is_there_in_another(library: Library) -> None:
    given = written(library.get(FIGURE))
    given["title"] = {"nl": "Uitvoer"}
    found = read_record(given, (*LANGUAGES, "de"))
    assert dict(found.title) == dict.fromkeys((*LANGUAGES, "de"), "Uitvoer")


def test_a_detail_that_is_not_there_and_need_not_be_is_none(library: Library) -> None:
    given = written(library.get(FIGURE))
    del given["details"]["value_to"], given["details"]["period"], given["outside"]
    details = read_record(given, LANGUAGES).details
    assert isinstance(details, Figure)
    assert (details.value_to, details.period) == (None, None)


WRONG: dict[str, Any] = {
    "nothing": None,
    "a list": [],
    "no id": {"id": None},
    "a kind that there is not": {"id": "planet/mars"},
    "no title": {"title": {}},
    "a title that is a number": {"title": {"nl": 1}},
    "citations that are none": {"citations": [1]},
    "a paragraph that is a truth": {
        "citations": [{"document": "d", "section": "s", "paragraph": True}]
    },
    "details of no figure": {"details": {}},
}
WRONG_DETAILS: dict[str, Any] = {
    "unit": "parsec",
    "value": "1e999999",
    "scale": None,
    "period": {"text": "9999-99"},
    "value_to": "NaN",
    "scope": "everything",
    "place": 3,
}


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG.keys())
def test_what_no_record_can_be_is_refused(library: Library, given: Any) -> None:
    whole = written(library.get(FIGURE)) | given if isinstance(given, dict) else given
    with pytest.raises(ValueError):  # noqa: PT011 - it says what it met
        read_record(whole, LANGUAGES)


@pytest.mark.parametrize(("name", "value"), WRONG_DETAILS.items(), ids=WRONG_DETAILS.keys())
def test_a_detail_that_no_figure_can_have_is_refused(
    library: Library, name: str, value: Any
) -> None:
    whole = written(library.get(FIGURE))
    whole["details"][name] = value
    with pytest.raises(ValueError):  # noqa: PT011 - it says what it met
        read_record(whole, LANGUAGES)
