"""A value is written with its unit, its qualifier and its age, in each language's own way."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.dates import Period
from desktop.domain.problems import AtlasError, UsageError
from desktop.domain.records import (
    Basis,
    Figure,
    Milestone,
    Per,
    Programme,
    Qualifier,
    Scale,
    State,
    Status,
    Unit,
)
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.values import (
    age_text,
    aged_text,
    error_text,
    looks_ahead,
    period_text,
    value_text,
    when_text,
)
from desktop.store.file_format import NO_DATABASE

SCOPE = Text({"nl": "alles", "fr": "tout", "en": "everything"})
JOBS = Text({"nl": "banen", "fr": "emplois", "en": "jobs"})
TODAY = datetime.date(2026, 11, 22)


def figure(
    unit: Unit,
    value: str | None,
    value_to: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    scale: Scale = Scale.ONE,
    statement: Text | None = None,
    per: Per | None = None,
    basis: Basis = Basis.REPORTED,
) -> Figure:
    return Figure(
        indicator="term/x",
        value=None if value is None else Decimal(value),
        value_to=None if value_to is None else Decimal(value_to),
        scale=scale,
        unit=unit,
        per=per,
        counted=JOBS if unit is Unit.COUNT else None,
        qualifier=qualifier,
        basis=basis,
        period=None,
        place="place/x",
        scope=SCOPE,
        statement=statement,
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(languages: dict[str, Language], each: Figure) -> tuple[str, str, str]:
    """The value in Dutch, French and English, with plain spaces."""
    dutch, french, english = (plain(value_text(each, languages[code])) for code in LANGUAGES)
    return dutch, french, english


LANGUAGES = ("nl", "fr", "en")
VALUES = {
    "percent": (figure(Unit.PERCENT, "2.5"), ("2,5%", "2,5 %", "2.5%")),
    "euro": (figure(Unit.EURO, "30"), ("€ 30", "30 €", "€30")),
    "billion": (
        figure(Unit.EURO, "56", scale=Scale.BILLION),
        ("€ 56 miljard", "56 milliards d’euros", "€56 billion"),
    ),
    "one billion": (
        figure(Unit.EURO, "1", scale=Scale.BILLION),
        ("€ 1 miljard", "1 milliard d’euros", "€1 billion"),
    ),
    "year": (figure(Unit.YEAR, "1"), ("1 jaar", "1 an", "1 year")),
    "years": (figure(Unit.YEAR, "5"), ("5 jaar", "5 ans", "5 years")),
    "day": (figure(Unit.DAY, "1"), ("1 dag", "1 jour", "1 day")),
    "days": (figure(Unit.DAY, "30"), ("30 dagen", "30 jours", "30 days")),
    "count": (figure(Unit.COUNT, "40000"), ("40.000 banen", "40 000 emplois", "40,000 jobs")),
    "month": (figure(Unit.MONTH, "1"), ("1 maand", "1 mois", "1 month")),
    "months": (figure(Unit.MONTH, "18"), ("18 maanden", "18 mois", "18 months")),
    "square metre": (
        figure(Unit.SQUARE_METRE, "100000"),
        ("100.000 m²", "100 000 m²", "100,000 m²"),
    ),
    "factor": (figure(Unit.FACTOR, "6"), ("6 keer", "6 fois", "6 times")),
    "readiness level": (figure(Unit.TRL, "9"), ("TRL 9", "TRL 9", "TRL 9")),
    "range of readiness levels": (
        figure(Unit.TRL, "2", "5", Qualifier.RANGE),
        ("TRL 2 tot TRL 5", "TRL 2 à TRL 5", "TRL 2 to TRL 5"),
    ),
    "count of millions": (
        figure(Unit.COUNT, "700", scale=Scale.MILLION),
        ("700 miljoen banen", "700 millions emplois", "700 million jobs"),
    ),
    "money per day": (
        figure(Unit.EURO, "230", scale=Scale.MILLION, per=Per.DAY),
        ("€ 230 miljoen per dag", "230 millions d’euros par jour", "€230 million per day"),
    ),
    "count per year": (
        figure(Unit.COUNT, "8", per=Per.YEAR),
        ("8 banen per jaar", "8 emplois par an", "8 jobs per year"),
    ),
    "words": (figure(Unit.WORDS, None, statement=SCOPE), ("alles", "tout", "everything")),
    "range of percent": (
        figure(Unit.PERCENT, "10", "20", Qualifier.RANGE),
        ("10 tot 20%", "10 à 20 %", "10 to 20%"),
    ),
    "range of years": (
        figure(Unit.YEAR, "10", "20", Qualifier.RANGE),
        ("10 tot 20 jaar", "10 à 20 ans", "10 to 20 years"),
    ),
    "range of money": (
        figure(Unit.EURO, "1.5", "2", Qualifier.RANGE, Scale.BILLION),
        (
            "€ 1,5 miljard tot € 2 miljard",
            "1,5 milliard d’euros à 2 milliards d’euros",
            "€1.5 billion to €2 billion",
        ),
    ),
}
QUALIFIED = {
    Qualifier.EXACT: ("10%", "10 %", "10%"),
    Qualifier.ABOUT: ("ongeveer 10%", "environ 10 %", "about 10%"),
    Qualifier.NEARLY: ("bijna 10%", "près de 10 %", "nearly 10%"),
    Qualifier.MORE_THAN: ("meer dan 10%", "plus de 10 %", "more than 10%"),
    Qualifier.LESS_THAN: ("minder dan 10%", "moins de 10 %", "less than 10%"),
    Qualifier.AT_LEAST: ("minstens 10%", "au moins 10 %", "at least 10%"),
    Qualifier.AT_MOST: ("hoogstens 10%", "au plus 10 %", "at most 10%"),
}


@pytest.mark.parametrize(("each", "expected"), VALUES.values(), ids=VALUES.keys())
def test_each_unit_is_written_in_each_language(
    languages: dict[str, Language], each: Figure, expected: tuple[str, str, str]
):
    assert said(languages, each) == expected


def test_a_rank_is_written_as_a_number_of_order(languages: dict[str, Language]):
    dutch, french, english = said(languages, figure(Unit.RANK, "3"))
    assert (dutch.lower(), french.lower(), english) == ("nr. 3", "n° 3", "No. 3")


@pytest.mark.parametrize(("qualifier", "expected"), QUALIFIED.items())
def test_each_qualifier_is_written_in_each_language(
    languages: dict[str, Language], qualifier: Qualifier, expected: tuple[str, str, str]
):
    assert said(languages, figure(Unit.PERCENT, "10", qualifier=qualifier)) == expected


def test_a_goal_and_a_forecast_are_called_so_beside_their_period(languages: dict[str, Language]):
    english = languages["en"]
    reported, forecast, target = (figure(Unit.RANK, "5", basis=basis) for basis in Basis)
    assert when_text(reported, english) == "year not stated"
    assert when_text(forecast, english) == "year not stated; forecast"
    assert when_text(target, languages["nl"]) == "jaar niet vermeld; doelstelling"


def test_every_unit_and_every_qualifier_is_held_by_these_tests():
    assert {each.unit for each, _expected in VALUES.values()} | {Unit.RANK} == set(Unit)
    assert set(QUALIFIED) | {Qualifier.RANGE} == set(Qualifier)


@settings(deadline=None)  # The first number of all waits for Babel.
@given(
    value=st.decimals(0, 10**7, places=3),
    unit=st.sampled_from([unit for unit in Unit if unit is not Unit.WORDS]),
    qualifier=st.sampled_from([each for each in Qualifier if each is not Qualifier.RANGE]),
)
def test_no_language_loses_or_invents_a_digit(
    languages: dict[str, Language], value: Decimal, unit: Unit, qualifier: Qualifier
):
    each = figure(unit, str(value), qualifier=qualifier)
    digits = {
        "".join(filter(str.isdecimal, value_text(each, language)))
        for language in languages.values()
    }
    assert len(digits) == 1
    # Whole cents are two digits, even where the last is nought.
    written = digits.pop()
    exact = "".join(filter(str.isdecimal, f"{value.normalize():f}"))
    assert written in (exact, exact + "0")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (None, ("jaar niet vermeld", "année non précisée", "year not stated")),
        ("2018", ("2018", "2018", "2018")),
        ("2022-09", ("september 2022", "septembre 2022", "September 2022")),
        ("2020-07-14", ("14 juli 2020", "14 juillet 2020", "14 July 2020")),
        ("2013..2018", ("2013–2018", "2013–2018", "2013–2018")),
        (
            "2020-07-14..2020-07-16",
            (
                "14 juli 2020 – 16 juli 2020",
                "14 juillet 2020 – 16 juillet 2020",
                "14 July 2020 – 16 July 2020",
            ),
        ),
        (
            "2018..2022-09",
            ("2018 – september 2022", "2018 – septembre 2022", "2018 – September 2022"),
        ),
        (
            "2022-09..",
            ("vanaf september 2022", "à partir de septembre 2022", "from September 2022"),
        ),
        (
            "2020-07-14..",
            ("vanaf 14 juli 2020", "à partir du 14 juillet 2020", "from 14 July 2020"),
        ),
        ("..2025", ("tot 2025", "jusqu’en 2025", "until 2025")),
        ("..2025-09", ("tot september 2025", "jusqu’en septembre 2025", "until September 2025")),
        ("..2020-07-14", ("tot 14 juli 2020", "jusqu’au 14 juillet 2020", "until 14 July 2020")),
    ],
)
def test_a_period_is_written_as_precisely_as_the_source_states_it(
    languages: dict[str, Language], period: str | None, expected: tuple[str, str, str]
):
    parsed = Period.parse(period) if period else None
    dutch, french, english = (plain(period_text(parsed, languages[code])) for code in LANGUAGES)
    assert french == expected[1]
    assert english == expected[2]
    # "Tot en met" says as much as "tot", and says it better.
    assert dutch.replace("tot en met", "tot") == expected[0]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("..2025", "by 2025"),
        ("..2025-09", "by September 2025"),
        ("..2020-07-14", "by 14 July 2020"),
        ("2025", "2025"),
        ("2018..2025", "2018–2025"),
        ("2023..", "from 2023"),
        (None, "year not stated"),
    ],
)
def test_an_end_alone_is_a_deadline_in_what_looks_ahead(
    languages: dict[str, Language], period: str | None, expected: str
):
    parsed = Period.parse(period) if period else None
    assert period_text(parsed, languages["en"], is_ahead=True) == expected


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis.REPORTED, "until 2025"),
        (Basis.FORECAST, "by 2025; forecast"),
        (Basis.TARGET, "by 2025; goal"),
    ],
)
def test_a_goal_is_due_by_a_year_and_a_fact_holds_until_it(
    languages: dict[str, Language], basis: Basis, expected: str
):
    each = replace(figure(Unit.PERCENT, "5", basis=basis), period=Period.parse("..2025"))
    assert when_text(each, languages["en"]) == expected


def test_only_what_was_still_to_come_looks_ahead():
    year = Period.parse("..2025")
    assert looks_ahead(Milestone(year, None, State.PLANNED))
    assert not looks_ahead(Milestone(year, None, State.PAST))
    ahead = {status for status in Status if looks_ahead(Programme("plan", status, year))}
    assert ahead == {Status.PLANNED, Status.PROPOSED}


def test_a_forecast_whose_period_is_over_is_not_given_the_age_of_its_end(
    languages: dict[str, Language],
):
    over, to_come = Period.parse("2017..2024"), Period.parse("2017..2030")
    said = age_text(over, languages["en"], TODAY, is_ahead=True)
    assert said == "period now over"
    assert age_text(to_come, languages["en"], TODAY, is_ahead=True).startswith("period not over")
    aged = aged_text("2017–2024; forecast", over, languages["en"], TODAY, is_ahead=True)
    assert aged == "2017–2024; forecast · period now over"


@pytest.mark.parametrize(
    ("period", "english"),
    [
        (None, "age unknown: no date is stated"),
        ("2018", "at least 7 years old"),
        ("2024", "at least 1 year old"),
        ("2025-11-22", "at least 1 year old"),
        ("2025-11-23", "less than a year old"),
        ("2026", "period not over yet, or its end not stated"),
        ("2022-09..", "period not over yet, or its end not stated"),
        ("2020..2030", "period not over yet, or its end not stated"),
    ],
)
def test_an_age_counts_from_the_end_of_the_period(
    languages: dict[str, Language], period: str | None, english: str
):
    parsed = Period.parse(period) if period else None
    assert age_text(parsed, languages["en"], TODAY) == english


@pytest.mark.parametrize("period", [None, "2018", "2024", "2026-01", "2022-09.."])
def test_every_language_says_the_same_age_in_its_own_words(
    languages: dict[str, Language], period: str | None
):
    parsed = Period.parse(period) if period else None
    ages = {code: age_text(parsed, each, TODAY) for code, each in languages.items()}
    assert len(set(ages.values())) == len(ages)
    assert len({"".join(filter(str.isdecimal, age)) for age in ages.values()}) == 1


@pytest.mark.parametrize("kind", [AtlasError, UsageError])
def test_an_error_is_told_in_the_users_language(
    languages: dict[str, Language], kind: type[AtlasError]
):
    error = kind(NO_DATABASE, path="/a/{b}%s")
    told = {code: error_text(error, each) for code, each in languages.items()}
    assert len(set(told.values())) == 3
    assert all("/a/{b}%s" in sentence for sentence in told.values())
    assert told["en"] == str(error)


def test_a_figure_without_value_or_statement_is_a_fault_and_no_text(
    languages: dict[str, Language],
):
    with pytest.raises(ValueError, match="Figure"):
        value_text(figure(Unit.PERCENT, None), languages["en"])
