"""What stands in the columns of lists: functions from a record to words in the list's language.

Each gives None where the document does not state it.
"""

from __future__ import annotations

from collections.abc import Collection

from desktop.domain.library import figures_about
from desktop.domain.records import (
    Disagreement,
    Figure,
    Kind,
    Milestone,
    Organisation,
    Person,
    Place,
    Programme,
    Record,
    Relation,
    State,
    Status,
    Term,
    Theme,
    Unit,
)
from desktop.l10n import labels
from desktop.sheets.record.rows import period_of, span_text
from desktop.sheets.values import value_text, when_text
from desktop.ui.lists.lookup import Lookup


def type_name(record: Record, lookup: Lookup) -> str | None:
    """Its type: `Network`."""
    match record.details:
        case (
            Place(type=type_)
            | Organisation(type=type_)
            | Programme(type=type_)
            | Theme(type=type_)
            | Term(type=type_)
        ):
            return lookup.language.gettext(labels.TYPE[type_])
        case _:
            return None


def period(record: Record, lookup: Lookup) -> str | None:
    """Its period, or the date of which it speaks."""
    return span_text(record, lookup.language) if period_of(record) else None


def status(record: Record, lookup: Lookup) -> str | None:
    """How far a programme was when its document spoke."""
    match record.details:
        case Programme(status=found) if found is not Status.NOT_STATED:
            return lookup.language.gettext(labels.STATUS[found])
        case _:
            return None


def pillar(record: Record, lookup: Lookup) -> str | None:
    """The pillar of a milestone."""
    match record.details:
        case Milestone(pillar=found) if found is not None:
            return lookup.language.gettext(labels.PILLAR[found])
        case _:
            return None


def plan(record: Record, lookup: Lookup) -> str | None:
    """That a milestone was a plan when its document spoke; nothing of one that took place."""
    match record.details:
        case Milestone(state=State.PLANNED):
            return lookup.language.gettext("Planned")
        case _:
            return None


def owner(record: Record, lookup: Lookup) -> str | None:
    """Who owns it."""
    return _titles(record, lookup, {Relation.OWNED_BY}, {Kind.ORGANISATION, Kind.PROGRAMME})


def place(record: Record, lookup: Lookup) -> str | None:
    """Where it is; of a figure, for where it holds."""
    match record.details:
        case Figure(place=found):
            return lookup.title(found)
        case _:
            return _titles(record, lookup, {Relation.LOCATED_IN}, {Kind.PLACE})


def role(record: Record, lookup: Lookup) -> str | None:
    """The role of a person."""
    match record.details:
        case Person(role=found):
            return found[lookup.language.code]
        case _:
            return None


def expansion(record: Record, lookup: Lookup) -> str | None:
    """What an abbreviation stands for."""
    match record.details:
        case Term(expansion=found) if found is not None:
            return found[lookup.language.code]
        case _:
            return None


def value(record: Record, lookup: Lookup) -> str | None:
    """The value of a figure, as its document hedges it."""
    match record.details:
        case Figure() as figure:
            return value_text(figure, lookup.language)
        case _:
            return None


def value_period(record: Record, lookup: Lookup) -> str | None:
    """The period of a figure, and whether it is a forecast or a goal."""
    match record.details:
        case Figure() as figure:
            return when_text(figure, lookup.language)
        case _:
            return None


def rivals(record: Record, lookup: Lookup) -> str | None:
    """That a figure is not to be taken for others, and how many disagreements say why."""
    number = sum(link.relation is Relation.COMPARES and link.inverse for link in record.links)
    if not number:
        return None
    sentence = lookup.language.ngettext(
        "Compared in {number} disagreement", "Compared in {number} disagreements", number
    )
    return sentence.format(number=lookup.language.number(number))


def compared(record: Record, lookup: Lookup) -> str | None:
    """How many figures a disagreement compares."""
    number = sum(link.relation is Relation.COMPARES for link in record.links)
    sentence = lookup.language.ngettext("{number} figure", "{number} figures", number)
    return sentence.format(number=lookup.language.number(number))


def reasons(record: Record, lookup: Lookup) -> str | None:
    """Why the figures of a disagreement differ."""
    match record.details:
        case Disagreement(reasons=found):
            named = [lookup.language.gettext(labels.REASON[reason]) for reason in found]
            return lookup.language.listed(named)
        case _:
            return None


def money(record: Record, lookup: Lookup) -> str | None:
    """The weightiest amount in euros about a record: one figure as it is stated, never a sum."""
    amounts = _amounts(record, lookup)
    return value(amounts[0], lookup) if amounts else None


def money_note(record: Record, lookup: Lookup) -> str | None:
    """Which amount `money` is, of which period, and how many others there are."""
    amounts = _amounts(record, lookup)
    if not amounts:
        return None
    language = lookup.language
    first, *others = amounts
    said = language.gettext("{label}: {value} ({period})").format(
        label=first.title[language.code],
        value=value(first, lookup),
        period=value_period(first, lookup),
    )
    if not others:
        return said
    sentence = language.ngettext(
        "{amount}. {number} more amount on the page.",
        "{amount}. {number} more amounts on the page.",
        len(others),
    )
    return sentence.format(amount=said, number=language.number(len(others)))


def _amounts(record: Record, lookup: Lookup) -> list[Record]:
    found = lookup.records(figures_about(record))
    return [each for each in found if getattr(each.details, "unit", None) is Unit.EURO]


def _titles(
    record: Record, lookup: Lookup, relations: Collection[Relation], kinds: Collection[Kind]
) -> str | None:
    titles = [
        lookup.title(link.target)
        for link in record.links
        if not link.inverse
        and link.relation in relations
        and link.target.partition("/")[0] in kinds
    ]
    return lookup.language.listed(titles) if titles else None
