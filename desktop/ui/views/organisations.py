"""Organisations: every body that the documents name, in order of the alphabet."""

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
    return language.ngettext("{number} organisation", "{number} organisations", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext(
        "{number} of {total} organisation", "{number} of {total} organisations", total
    )


ORGANISATIONS = CatalogueSpec(
    key="organisations",
    title=N_("Organisation"),
    kinds=(Kind.ORGANISATION,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No organisation matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("Type"), cells.type_name, characters=20),
        Column(N_("Place"), cells.place, characters=18, unstated=""),
    ),
    facets=(Facet.TYPE, Facet.PLACE),
    sortings=(A_TO_Z, Z_TO_A, MOST_IMPORTANT_FIRST),
    groupings=(None, Facet.TYPE, Facet.PLACE),
)


class OrganisationsView(CatalogueView):
    """All organisations with type and place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, ORGANISATIONS)
