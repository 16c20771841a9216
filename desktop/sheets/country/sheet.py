"""The country sheet: one page on a country, from the records of a library to ready text."""

from __future__ import annotations

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind, Place, Record
from desktop.l10n.language import Language
from desktop.sheets.country.figures import key_figures
from desktop.sheets.country.gaps import open_points
from desktop.sheets.country.milestones import chart, ribbon
from desktop.sheets.country.parts import CountrySheet
from desktop.sheets.country.programmes import programmes
from desktop.sheets.country.sources import sources_of
from desktop.sheets.country.subject import Subject, edition_of, regions_of
from desktop.sheets.country.texts import competences, regions, summary, talking_points

__all__ = ["CountrySheet", "country_sheet", "file_name", "sheet_ids"]

NO_SHEET = N_("There is no sheet for {id}: sheets exist for {known}.")


def sheet_ids(library: Library) -> list[str]:
    """The ids that there is a sheet for: countries that have regions, the heaviest first."""
    return [
        record.id
        for record in library.list(Kind.PLACE)
        if _is_country(record) and regions_of(library, record.id)
    ]


def file_name(record_id: str, language_code: str, edition: str) -> str:
    """A name for a sheet's file that sorts and says what it holds."""
    return f"valley-atlas_{record_id.rpartition('/')[2]}_{language_code}_{edition}.pdf"


def country_sheet(library: Library, record_id: str, language: Language) -> CountrySheet:
    """The sheet of a country in a language; UsageError for an id that has none.

    What goes in is chosen by weight and by the room that the longest language needs, so that the
    sheets of all languages hold the same facts. Ages are counted to the edition's date.
    """
    known = sheet_ids(library)
    if record_id not in known:
        raise UsageError(NO_SHEET, id=record_id, known=", ".join(known))
    subject = Subject(library, language, library.get(record_id))
    title = subject.say(subject.country.title)
    edition = language.gettext("Edition {edition}").format(edition=language.date(subject.edition()))
    blocks = (
        summary(subject),
        key_figures(subject),
        regions(subject),
        competences(subject),
        programmes(subject),
        ribbon(subject),
        talking_points(subject),
    )
    return CountrySheet(
        territory_code=language.territory_code,
        date=edition_of(library).first_day(),
        document_title=language.gettext("Country sheet: {country}").format(country=title),
        title=title,
        subtitle=language.gettext("Life sciences and health – country sheet"),
        edition=edition,
        summary=blocks[0],
        figures=blocks[1],
        chart=chart(subject),
        regions=blocks[2],
        competences=blocks[3],
        programmes=blocks[4],
        milestones=blocks[5],
        talking_points=blocks[6],
        open_heading=language.gettext("What the documents leave open"),
        open_text=open_points(subject),
        sources_heading=language.gettext("Sources"),
        sources=sources_of(subject, blocks),
        citation=language.gettext(
            "To cite this page: Valley Atlas, Country sheet: {country}, {edition}."
        ).format(country=title, edition=edition),
        caveat=language.gettext("Figures keep the year of their source."),
    )


def _is_country(record: Record) -> bool:
    return isinstance(record.details, Place) and record.details.type == "country"
