"""The trail: the way from the home page down to where one is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.library import Library
from desktop.domain.records import Kind, Record, Relation, Section
from desktop.l10n.language import Language
from desktop.ui import views
from desktop.ui.frame.addresses import chart_in
from desktop.ui.frame.navigation import Address

# Nobody needs to read more of a query to know it again.
MOST_OF_A_QUERY = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the trail, in words; the last one leads nowhere, as one is there."""

    title: str
    address: Address | None = None


def trail(library: Library, language: Language, country: str, address: Address) -> tuple[Step, ...]:
    """The steps down to an address, the home page first.

    A record comes below what it is part of, as far as that is shown in the same view, and a chart
    below the charts; the home page stands for the `country` (an id) that it is about.
    """
    steps = [Step(language.gettext("Home"), Address(views.HOME))]
    if address.view != views.HOME:
        steps.append(Step(_title_of_view(address, language), _top_of(address)))
    if chart := chart_in(address, library):
        steps.append(Step(chart.title[language.code]))
    if address.record:
        record = library.get(address.record)
        steps += (
            Step(above.title[language.code], Address(address.view, above.id))
            for above in _above(library, record, address.view)
            if above.id != country
        )
        steps.append(Step(_title_of_page(library, record, address.beside, language)))
    return (*steps[:-1], Step(steps[-1].title))


def as_text(steps: tuple[Step, ...]) -> str:
    """A trail on one line."""
    return " › ".join(step.title for step in steps)


def _top_of(address: Address) -> Address:
    filters = address.filters if address.view == views.SEARCH else ()
    return Address(address.view, query=address.query, filters=filters)


def _title_of_view(address: Address, language: Language) -> str:
    title = language.gettext(views.spec_of(address.view).title or "Home")
    query = " ".join(address.query.split())
    if not query:
        return title
    shown = query if len(query) <= MOST_OF_A_QUERY else query[:MOST_OF_A_QUERY] + "…"
    return language.gettext("{view}: {query}").format(view=title, query=shown)


def _title_of_page(library: Library, record: Record, beside: str | None, language: Language) -> str:
    title = record.title[language.code]
    if beside is None:
        return title
    other = library.title(beside)[language.code]
    return language.gettext("{one} beside {other}").format(one=title, other=other)


def _above(library: Library, record: Record, view: str) -> list[Record]:
    """What a record is part of, and what that is part of, the widest first."""
    kinds = views.spec_of(view).kinds
    found: list[Record] = []
    seen = {record.id}
    while (parent := _parent(record, kinds)) is not None and parent not in seen:
        seen.add(parent)
        record = library.get(parent)
        found.insert(0, record)
    return found


def _parent(record: Record, kinds: tuple[Kind, ...]) -> str | None:
    """What a record is part of in the first place, among records of some kinds."""
    if isinstance(record.details, Section):
        return record.details.document if Kind.DOCUMENT in kinds else None
    parents = (
        link.target
        for link in record.links
        if link.relation is Relation.PART_OF and not link.inverse
    )
    return next((each for each in parents if Kind(each.partition("/")[0]) in kinds), None)
