"""A sheet of one page on a record: from the records of a library to ready text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind, Place, Record
from desktop.domain.sheet_orders import SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.attached import origin_of
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.recipes import blocks_of
from desktop.sheets.one_page.sources import sources_of
from desktop.sheets.one_page.subject import Subject, edition_of, regions_of

NO_SHEET = N_("There is no sheet for {id}: sheets exist for {known}.")


def sheet_ids(library: Library) -> list[str]:
    """The ids that there is a sheet for: countries that have regions, the heaviest first."""
    return [
        record.id
        for record in library.list(Kind.PLACE)
        if _is_country(record) and regions_of(library, record.id)
    ]


def file_name(order: SheetOrder, edition: str, extension: str = "pdf") -> str:
    """A name for a sheet's file that sorts and says what it holds."""
    name = order.subject.replace("/", "-")
    return f"valley-atlas_{name}_{'-'.join(order.languages)}_{edition}.{extension}"


def sheets_of(
    library: Library, order: SheetOrder, languages: Mapping[str, Language]
) -> tuple[Sheet, ...]:
    """The sheet that is ordered, in each of its languages; UsageError for an id that has none."""
    return tuple(sheet_of(library, order, languages[code]) for code in order.languages)


def sheet_of(library: Library, order: SheetOrder, language: Language) -> Sheet:
    """The sheet that is ordered, in one of its languages; UsageError for an id that has none.

    What goes in is chosen by weight and by the room that the longest language needs, so that the
    sheets of all languages hold the same facts. Ages are counted to the edition's date.
    """
    known = sheet_ids(library)
    if order.subject not in known:
        raise UsageError(NO_SHEET, id=order.subject, known=", ".join(known))
    subject = Subject(library, language, library.get(order.subject))
    title = subject.say(subject.record.title)
    edition = language.gettext("Edition {edition}").format(edition=language.date(subject.edition()))
    blocks = tuple(
        block for block in blocks_of(subject, SheetKind.COUNTRY) if block.name not in order.without
    )
    sheet = Sheet(
        subject=order.subject,
        kind=SheetKind.COUNTRY,
        territory_code=language.territory_code,
        date=edition_of(library).first_day(),
        document_title=language.gettext("Country sheet: {country}").format(country=title),
        title=title,
        subtitle=language.gettext("Life sciences and health – country sheet"),
        edition=edition,
        cutoff="",
        prepared="",
        map=None,
        chart=None,
        blocks=blocks,
        sources_heading=language.gettext("Sources"),
        sources=sources_of(subject, blocks),
        citation=language.gettext(
            "To cite this page: Valley Atlas, Country sheet: {country}, {edition}."
        ).format(country=title, edition=edition),
        caveat=language.gettext("Figures keep the year of their source."),
    )
    return replace(sheet, origin=origin_of(library, order, language, sheet))


def _is_country(record: Record) -> bool:
    return isinstance(record.details, Place) and record.details.type == "country"
