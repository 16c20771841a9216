"""What is particular to each kind: the columns of its table, and the domain value made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import (
    Basis,
    Details,
    Disagreement,
    Document,
    Figure,
    Kind,
    Milestone,
    Organisation,
    Per,
    Person,
    Pillar,
    Place,
    Programme,
    Qualifier,
    Reason,
    Scale,
    Section,
    State,
    Status,
    Term,
    Theme,
    Unit,
)
from desktop.domain.text import Text

# The texts of one record by the name of their key.
Texts = Mapping[str, Text]

# The columns of each kind's own table, in the order in which `MAKERS` takes them.
COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.PLACE: ("type", "code", "latitude", "longitude"),
    Kind.ORGANISATION: ("type",),
    Kind.PERSON: ("as_of",),
    Kind.PROGRAMME: ("type", "status", "period"),
    Kind.MILESTONE: ("period", "pillar", "state"),
    Kind.FIGURE: (
        "indicator",
        "value",
        "value_to",
        "scale",
        "unit",
        "per",
        "qualifier",
        "basis",
        "period",
        "place",
    ),
    Kind.THEME: ("type",),
    Kind.DOCUMENT: ("file", "language", "published"),
    Kind.SECTION: ("document", "first", "last"),
    Kind.TERM: ("type",),
    Kind.DISAGREEMENT: ("reasons",),
}


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _period(text: str | None) -> Period | None:
    return Period.parse(text) if text else None


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _place(
    texts: Texts, type_: str, code: str | None, latitude: float | None, longitude: float | None
) -> Place:
    return Place(type_, code, latitude, longitude, texts.get("competences"))


def _organisation(texts: Texts, type_: str) -> Organisation:
    return Organisation(type_)


def _theme(texts: Texts, type_: str) -> Theme:
    return Theme(type_)


def _person(texts: Texts, as_of: str | None) -> Person:
    return Person(texts["role"], _date(as_of))


def _programme(texts: Texts, type_: str, status: str, period: str | None) -> Programme:
    return Programme(type_, Status(status), _period(period))


def _milestone(texts: Texts, period: str | None, pillar: str | None, state: str) -> Milestone:
    return Milestone(_period(period), Pillar(pillar) if pillar else None, State(state))


def _figure(
    texts: Texts,
    indicator: str,
    value: str | None,
    value_to: str | None,
    scale: str,
    unit: str,
    per: str | None,
    qualifier: str,
    basis: str,
    period: str | None,
    place: str,
) -> Figure:
    return Figure(
        indicator,
        _number(value),
        _number(value_to),
        Scale(scale),
        Unit(unit),
        Per(per) if per else None,
        texts.get("counted"),
        Qualifier(qualifier),
        Basis(basis),
        _period(period),
        place,
        texts["scope"],
        texts.get("statement"),
    )


def _document(texts: Texts, file: str, language: str, published: str | None) -> Document:
    return Document(file, language, _date(published))


def _section(texts: Texts, document: str, first: int, last: int) -> Section:
    return Section(document, first, last)


def _term(texts: Texts, type_: str) -> Term:
    return Term(type_, texts.get("expansion"))


def _disagreement(texts: Texts, reasons: str) -> Disagreement:
    return Disagreement(tuple(Reason(reason) for reason in reasons.split()))


MAKERS: dict[Kind, Callable[..., Details]] = {
    Kind.PLACE: _place,
    Kind.ORGANISATION: _organisation,
    Kind.PERSON: _person,
    Kind.PROGRAMME: _programme,
    Kind.MILESTONE: _milestone,
    Kind.FIGURE: _figure,
    Kind.THEME: _theme,
    Kind.DOCUMENT: _document,
    Kind.SECTION: _section,
    Kind.TERM: _term,
    Kind.DISAGREEMENT: _disagreement,
}
