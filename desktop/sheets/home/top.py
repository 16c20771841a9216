"""The top of home: which country, how fresh the facts are, in short, and the key figures."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.dates import PartialDate
from desktop.domain.library import rivals_of
from desktop.domain.records import Record
from desktop.domain.sheet_orders import SheetKind
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.figures import chosen_figures
from desktop.sheets.one_page.subject.circle import Circle
from desktop.sheets.one_page.subject.subject import Subject, edition_of
from desktop.sheets.record.facts import Fact
from desktop.sheets.record.page import Describer


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """A key figure, and for how many others it is not to be taken."""

    record: Record
    rivals: int


@dataclass(frozen=True, slots=True)
class KeyValue:
    """A key figure, whose note is its period and age; `mark` warns of others, or is ""."""

    fact: Fact
    mark: str


@dataclass(frozen=True, slots=True)
class HomeTop:
    """What home begins with, in one language."""

    record: str
    title: str
    edition: str
    summary: str
    figures: tuple[KeyValue, ...]


def key_records(describer: Describer, country: Record) -> tuple[KeyRecord, ...]:
    """The figures that the country sheet shows too; the choice is the same in every language."""
    circle = Circle(describer.library, country, SheetKind.COUNTRY)
    subject = Subject(circle, describer.language)
    figures = (group.record for group in chosen_figures(subject))
    return tuple(KeyRecord(record, len(rivals_of(describer.library, record))) for record in figures)


def home_top(country: Record, figures: tuple[KeyRecord, ...], describer: Describer) -> HomeTop:
    """What home begins with in the language of the describer."""
    code = describer.language.code
    return HomeTop(
        record=country.id,
        title=country.title[code],
        edition=_edition(describer),
        summary=country.summary[code],
        figures=tuple(
            KeyValue(describer.figure_fact(key.record), _mark(key.rivals, describer.language))
            for key in figures
        ),
    )


def _edition(describer: Describer) -> str:
    """Which edition of the facts this is, and up to which date its documents go."""
    library, language = describer.library, describer.language
    edition = language.date(edition_of(library))
    if not (cut_off := library.edition.get("cut_off")):
        return language.gettext("Edition {edition}").format(edition=edition)
    return language.gettext("Edition {edition}; facts up to {date}").format(
        edition=edition, date=language.date(PartialDate.parse(cut_off))
    )


def _mark(rivals: int, language: Language) -> str:
    if not rivals:
        return ""
    return language.ngettext(
        "Not to be taken for {number} other figure",
        "Not to be taken for {number} other figures",
        rivals,
    ).format(number=language.number(rivals))
