"""How values, periods and ages are written in a language."""

from __future__ import annotations

import datetime
from decimal import Decimal

from desktop.domain.dates import PartialDate, Period
from desktop.domain.problems import AtlasError
from desktop.domain.records import (
    Basis,
    Details,
    Figure,
    Milestone,
    Per,
    Programme,
    Qualifier,
    State,
    Status,
    Unit,
)
from desktop.l10n import labels
from desktop.l10n.language import Language

_BEFORE_THE_NUMBER = (Unit.EURO, Unit.RANK, Unit.TRL)


def value_text(figure: Figure, language: Language) -> str:
    """The value with qualifier and unit: `more than 10%`, `plus de 10 %`."""
    if figure.statement is not None:
        return figure.statement[language.code]
    if figure.value is None:
        raise ValueError(figure)
    top = figure.value if figure.value_to is None else figure.value_to
    value = _measured(figure, top, language)
    sentence = labels.QUALIFIER[figure.qualifier]
    if figure.qualifier is Qualifier.EXACT:
        return value
    # "10 to 20%", but "€1 billion to €2 billion": what stands before a number stands before each.
    low = language.number(figure.value)
    if figure.unit in _BEFORE_THE_NUMBER:
        low = _measured(figure, figure.value, language)
    return language.gettext(sentence).format(low=low, value=value)


def _measured(figure: Figure, value: Decimal, language: Language) -> str:
    """A value with its unit, and the span of time that a rate is for."""
    amount = _amount(figure, value, language)
    match figure.per:
        case Per.DAY:
            return language.gettext("{amount} per day").format(amount=amount)
        case Per.YEAR:
            return language.gettext("{amount} per year").format(amount=amount)
        case None:
            return amount


def _amount(figure: Figure, value: Decimal, language: Language) -> str:
    match figure.unit:
        case Unit.PERCENT:
            return language.percent(value)
        case Unit.EURO:
            return language.money(value, figure.scale)
        case Unit.COUNT | Unit.WORDS:
            noun = figure.counted[language.code] if figure.counted else ""
            number = language.scaled(value, figure.scale)
            return language.gettext("{number} {noun}").format(number=number, noun=noun).strip()
        case Unit.YEAR | Unit.MONTH | Unit.DAY:
            return _time(figure.unit, value, language)
        case Unit.SQUARE_METRE | Unit.FACTOR | Unit.TRL | Unit.RANK:
            sentence = language.gettext(labels.UNIT[figure.unit])
            return sentence.format(number=language.number(value))


def _time(unit: Unit, value: Decimal, language: Language) -> str:
    whole = int(value)
    sentences = {
        Unit.YEAR: language.ngettext("{number} year", "{number} years", whole),
        Unit.MONTH: language.ngettext("{number} month", "{number} months", whole),
        Unit.DAY: language.ngettext("{number} day", "{number} days", whole),
    }
    return sentences[unit].format(number=language.number(value))


def looks_ahead(details: Details) -> bool:
    """Whether a record told of what was still to come: a forecast, a goal, a plan, a proposal."""
    match details:
        case Figure(basis=basis):
            return basis is not Basis.REPORTED
        case Milestone(state=state):
            return state is State.PLANNED
        case Programme(status=status):
            return status in (Status.PLANNED, Status.PROPOSED)
        case _:
            return False


def when_text(figure: Figure, language: Language) -> str:
    """The period of a figure, and whether it is a forecast or a goal."""
    period = period_text(figure.period, language, is_ahead=looks_ahead(figure))
    if figure.basis is Basis.REPORTED:
        return period
    basis = language.gettext(labels.BASIS[figure.basis])
    return language.gettext("{period}; {basis}").format(period=period, basis=basis)


def period_text(period: Period | None, language: Language, *, is_ahead: bool = False) -> str:
    """A period as the source states it; `year not stated` for None.

    An end that stands alone is a deadline where the record `is_ahead`: by 2025, not until 2025.
    """
    if period is None:
        return language.gettext("year not stated")
    if period.start is None and period.end is not None:
        return _end_text(period.end, language, is_ahead)
    if period.end is None and period.start is not None:
        start = language.date(period.start)
        if period.start.precision == "day":
            return language.pgettext("a day", "from {start}").format(start=start)
        return language.pgettext("a year or a month", "from {start}").format(start=start)
    dates = [language.date(date) for date in period.dates]
    # A range of years takes an en dash with no spaces in all three languages; longer dates, spaces.
    precise = any(date.precision != "year" for date in period.dates)
    return (" – " if precise else "–").join(dates)


def _end_text(date: PartialDate, language: Language, is_ahead: bool) -> str:
    end, is_day = language.date(date), date.precision == "day"
    if is_ahead and is_day:
        return language.pgettext("a day", "by {end}").format(end=end)
    if is_ahead:
        return language.pgettext("a year or a month", "by {end}").format(end=end)
    if is_day:
        return language.pgettext("a day", "until {end}").format(end=end)
    return language.pgettext("a year or a month", "until {end}").format(end=end)


def age_text(
    period: Period | None, language: Language, today: datetime.date, *, is_ahead: bool = False
) -> str:
    """How old a fact is on the day `today`, counted from the end of the period it speaks of.

    What `is_ahead` of its time has no age of that kind: whether its period is over is all that is
    known.
    """
    if period is None:
        return language.gettext("age unknown: no date is stated")
    years = period.age_in_years(today)
    if years is None:
        return language.gettext("period not over yet, or its end not stated")
    if is_ahead:
        return language.gettext("period now over")
    if years == 0:
        return language.gettext("less than a year old")
    return language.ngettext(
        "at least {number} year old", "at least {number} years old", years
    ).format(number=language.number(years))


def aged_text(
    when: str,
    period: Period | None,
    language: Language,
    today: datetime.date,
    *,
    is_ahead: bool = False,
) -> str:
    """When a fact holds, and how old it is by now; `when` alone where the age is not known."""
    if period is None or period.age_in_years(today) is None:
        return when
    age = age_text(period, language, today, is_ahead=is_ahead)
    return language.gettext("{period} · {age}").format(period=when, age=age)


def hedge_text(figure: Figure, language: Language) -> str:
    """How the source hedges a value, in words, and whether it reports, forecasts or aims at it."""
    hedge = labels.HEDGE[figure.qualifier]
    if figure.statement is not None and figure.qualifier is Qualifier.EXACT:
        hedge = labels.IN_WORDS
    return language.gettext("{qualifier}; {basis}").format(
        qualifier=language.gettext(hedge), basis=language.gettext(labels.BASIS[figure.basis])
    )


def error_text(error: AtlasError, language: Language) -> str:
    """The sentence of an error in the user's language."""
    return language.gettext(error.message).format(**error.fields)
