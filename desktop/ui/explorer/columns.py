"""What the table of the explorer says of a figure, beside its title."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from desktop.domain.problems import N_
from desktop.domain.records import Figure, Record
from desktop.sheets.values import aged_text, hedge_text, looks_ahead, when_text
from desktop.ui.lists import cells
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.spec import Column
from desktop.ui.look.typography import Role

# What is a whole sentence stands below the title, however wide the table is.
_BELOW = 10_000


def figure_columns(today: datetime.date) -> Sequence[Column]:
    """The columns, with ages counted to `today`."""

    def period(record: Record, lookup: Lookup) -> str | None:
        """When it holds, and how old it is by now."""
        match record.details:
            case Figure(period=found) as figure:
                when = when_text(figure, lookup.language)
                ahead = looks_ahead(figure)
                return aged_text(when, found, lookup.language, today, is_ahead=ahead)
            case _:
                return None

    return (
        Column(N_("Value"), cells.value, characters=18, role=Role.STRONG, is_number=True),
        Column(N_("Period"), period, characters=16),
        Column(N_("Place"), cells.place, characters=11),
        Column(N_("How it is stated"), hedge, characters=15),
        Column(N_("Document"), documents, characters=18, needs=cited),
        Column(N_("Scope"), scope, characters=_BELOW),
    )


def hedge(record: Record, lookup: Lookup) -> str | None:
    """How the source hedges it, and whether it reports, forecasts or aims at it."""
    match record.details:
        case Figure() as figure:
            return hedge_text(figure, lookup.language)
        case _:
            return None


def scope(record: Record, lookup: Lookup) -> str | None:
    """What exactly is counted."""
    match record.details:
        case Figure(scope=found):
            return found[lookup.language.code]
        case _:
            return None


def documents(record: Record, lookup: Lookup) -> str | None:
    """The documents that it was read in."""
    titles = [lookup.title(document) for document in cited(record)]
    return lookup.language.listed(titles) if titles else None


def cited(record: Record) -> Sequence[str]:
    """The ids of the documents that it was read in, each once."""
    return list(dict.fromkeys(citation.document for citation in record.citations))
