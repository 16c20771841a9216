"""How many more records of a kind there are in the program than on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.records import Kind
from desktop.l10n.language import Language


def more_of(kind: Kind, language: Language) -> Callable[[int], str]:
    """The sentence on so many more records of a kind, with a field `{number}`."""
    return lambda missing: _SENTENCES[kind](language, missing)


def _figures(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more figure in Valley Atlas", "{number} more figures in Valley Atlas", missing
    )


def _milestones(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more milestone in Valley Atlas",
        "{number} more milestones in Valley Atlas",
        missing,
    )


def _programmes(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more programme in Valley Atlas",
        "{number} more programmes in Valley Atlas",
        missing,
    )


def _places(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more place in Valley Atlas", "{number} more places in Valley Atlas", missing
    )


def _organisations(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more organisation in Valley Atlas",
        "{number} more organisations in Valley Atlas",
        missing,
    )


def _people(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more person in Valley Atlas", "{number} more people in Valley Atlas", missing
    )


def _themes(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more theme in Valley Atlas", "{number} more themes in Valley Atlas", missing
    )


def _sections(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more section in Valley Atlas", "{number} more sections in Valley Atlas", missing
    )


def _disagreements(language: Language, missing: int) -> str:
    return language.ngettext(
        "{number} more disagreement in Valley Atlas",
        "{number} more disagreements in Valley Atlas",
        missing,
    )


_SENTENCES: Mapping[Kind, Callable[[Language, int], str]] = {
    Kind.FIGURE: _figures,
    Kind.MILESTONE: _milestones,
    Kind.PROGRAMME: _programmes,
    Kind.PLACE: _places,
    Kind.ORGANISATION: _organisations,
    Kind.PERSON: _people,
    Kind.THEME: _themes,
    Kind.SECTION: _sections,
    Kind.DISAGREEMENT: _disagreements,
}
