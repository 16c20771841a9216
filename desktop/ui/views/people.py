"""People: whom the documents name, in the role that they then held."""

from __future__ import annotations

from desktop.domain.browsing import Facet
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.lists import cells
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.spec import A_TO_Z, MOST_IMPORTANT_FIRST, Z_TO_A, CatalogueSpec, Column


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} person", "{number} people", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext("{number} of {total} person", "{number} of {total} people", total)


PEOPLE = CatalogueSpec(
    key="people",
    title=N_("Person"),
    kinds=(Kind.PERSON,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("Nobody matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("As of"), cells.period, characters=16),
        Column(N_("Role"), cells.role, characters=44),
    ),
    facets=(Facet.DOCUMENT,),
    sortings=(A_TO_Z, Z_TO_A, MOST_IMPORTANT_FIRST),
)


class PeopleView(CatalogueView):
    """All people with their role, and as of when they held it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, PEOPLE)
