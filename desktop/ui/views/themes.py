"""Themes: value chains, challenges, actions, opportunities and the like, type by type."""

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
    return language.ngettext("{number} theme", "{number} themes", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext("{number} of {total} theme", "{number} of {total} themes", total)


THEMES = CatalogueSpec(
    key="themes",
    title=N_("Theme"),
    kinds=(Kind.THEME,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No theme matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("Type"), cells.type_name, characters=16),
        Column(N_("Place"), cells.place, characters=16, unstated=""),
    ),
    facets=(Facet.TYPE, Facet.PLACE),
    sortings=(MOST_IMPORTANT_FIRST, A_TO_Z, Z_TO_A),
    groupings=(Facet.TYPE, Facet.PLACE, None),
)


class ThemesView(CatalogueView):
    """All themes: those of a type together, in each the most important first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, THEMES)
