"""Glossary: abbreviations, words of the field and what figures measure, alphabetically."""

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
    return language.ngettext("{number} term", "{number} terms", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext("{number} of {total} term", "{number} of {total} terms", total)


GLOSSARY = CatalogueSpec(
    key="glossary",
    title=N_("Term"),
    kinds=(Kind.TERM,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No term matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("Type"), cells.type_name, characters=13),
        Column(N_("Stands for"), cells.expansion, characters=40, unstated=""),
    ),
    facets=(Facet.TYPE, Facet.DOCUMENT),
    sortings=(A_TO_Z, Z_TO_A, MOST_IMPORTANT_FIRST),
    groupings=(None, Facet.TYPE),
)


class GlossaryView(CatalogueView):
    """All terms, with what an abbreviation stands for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, GLOSSARY)
