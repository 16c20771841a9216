"""The blocks of running text: in short, the regions and cities, who decides what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.records import Citation, Kind, Place, Record
from desktop.domain.sheet_orders import SheetKind
from desktop.domain.text import Text
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.subject.circle import (
    CITY,
    REGION,
    country_of,
    parts_of,
    spec_of,
    wholes_of,
)
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, in_step, length, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited

MOST_REGIONS = 6
_MOST_CITIES = 5
# Characters of the longest language.
_SUMMARY_ROOM = 320
_LONG_SUMMARY_ROOM = 600
_REGIONS_ROOM = 960
_REGION_TEXT_ROOM = 270
_SHORT = 130
_CITIES_ROOM = 800
_CITY_TEXT_ROOM = 200
_COMPETENCES_ROOM = 800


@dataclass(frozen=True, slots=True)
class _Told:
    """A text and what stands behind it."""

    body: Text
    citations: tuple[Citation, ...]


def summary(subject: Subject) -> Block[Entry]:
    """What the seeds say in short, else what the record says of itself."""
    records = _told_in_short(subject)
    return subject.block(
        Form.TEXT,
        [_in_short_of(subject, record) for record in records],
        len(records),
        lambda missing: _missing_summary(subject, records, missing),
    )


def _told_in_short(subject: Subject) -> Sequence[Record]:
    mission = subject.circle.mission
    named = [each for each in (mission.place, mission.theme) if each]
    if named:
        return subject.library.get_many(named)
    return [subject.record] if subject.record else []


def _missing_summary(subject: Subject, records: Sequence[Record], missing: int) -> str:
    """Where the summary is that a page has no room for; of two, which of them it is."""
    tr = subject.language.gettext
    if missing == len(records):
        return tr("The summary is in Valley Atlas")
    return tr("The summary of {title} is in Valley Atlas").replace(
        "{title}", subject.say(records[-1].title)
    )


def _in_short_of(subject: Subject, record: Record) -> Entry:
    spec = spec_of(subject.library, record.id)
    if spec.short:
        return Entry("", subject.say(spec.short), spec.citations, (record.id,))
    whole = record.summary
    # The page of a country or region is full; on others there is more room for what they are.
    is_full = subject.circle.kind in (SheetKind.COUNTRY, SheetKind.REGION, SheetKind.MISSION)
    room = _SUMMARY_ROOM if is_full else _LONG_SUMMARY_ROOM
    text = shortened(whole, room) or shortened(whole, _LONG_SUMMARY_ROOM) or in_step(whole)[0]
    return Entry("", subject.say(text), cited(record, "summary"), (record.id,))


def regions(subject: Subject) -> Block[TableRow]:
    """What matters in each region."""
    language = subject.language
    records = subject.regions()
    told = [(record, text) for record in records if (text := _of_region(subject, record, _SHORT))]
    rows = chosen(
        (((record, text), length(text.body)) for record, text in told),
        _REGIONS_ROOM,
        MOST_REGIONS,
    )
    return subject.block(
        Form.TABLE,
        [_row(subject, record, text) for record, text in rows],
        len(records),
        lambda missing: language.ngettext(
            "{number} more region in Valley Atlas",
            "{number} more regions in Valley Atlas",
            missing,
        ),
        (language.gettext("Region"), language.gettext("What matters there")),
    )


def _of_region(subject: Subject, record: Record, room: int) -> _Told | None:
    """What the seeds say of a region in short, as far as there is room, else its summary."""
    spec = spec_of(subject.library, record.id)
    if spec.short and (begin := shortened(spec.short, room)):
        return _Told(begin, spec.citations)
    return _of_place(record, _REGION_TEXT_ROOM)


def _of_place(record: Record, room: int) -> _Told | None:
    text = shortened(record.summary, room)
    return _Told(text, cited(record, "title", "summary")) if text else None


def cities(subject: Subject) -> Block[TableRow]:
    """What matters in each city of a region."""
    language = subject.language
    records = parts_of(subject.library, subject.record, CITY) if subject.record else []
    told = [(record, text) for record in records if (text := _of_place(record, _CITY_TEXT_ROOM))]
    rows = chosen(
        (((record, text), length(text.body)) for record, text in told), _CITIES_ROOM, _MOST_CITIES
    )
    return subject.block(
        Form.TABLE,
        [_row(subject, record, text) for record, text in rows],
        len(records),
        more_of(Kind.PLACE, language),
        (language.gettext("City"), language.gettext("What matters there")),
    )


def region_of_city(subject: Subject) -> Block[TableRow]:
    """The region around a city, in short, however many places lie between the two."""
    language = subject.language
    region = _region_around(subject)
    text = _of_region(subject, region, _SUMMARY_ROOM) if region else None
    return subject.block(
        Form.TABLE,
        [_row(subject, region, text)] if region and text else [],
        1 if region else 0,
        more_of(Kind.PLACE, language),
        (language.gettext("Region"), language.gettext("What matters there")),
    )


def _region_around(subject: Subject) -> Record | None:
    """The nearest region that the subject lies in."""
    wholes = wholes_of(subject.record) if subject.record else []
    seen: set[str] = set()
    while wholes:
        place = subject.library.get(wholes[0])
        if isinstance(place.details, Place) and place.details.type == REGION:
            return place
        seen.add(place.id)
        wholes = [each for each in (*wholes[1:], *wholes_of(place)) if each not in seen]
    return None


def _row(subject: Subject, record: Record, text: _Told) -> TableRow:
    cells = (subject.say(record.title), subject.say(text.body))
    return TableRow(cells, "", text.citations, (record.id,))


def competences(subject: Subject) -> Block[Entry]:
    """Who decides what in the place, or in the country around it; a sentence a row."""
    language = subject.language
    ruled = _ruled(subject)
    text = _competences_of(subject, ruled) if ruled else None
    parts = in_step(text.body) if text else []
    if ruled and subject.circle.kind is SheetKind.REGION and ruled != subject.record:
        # Of what is said of the whole country, its own level comes first; here, that of the region.
        parts[:2] = reversed(parts[:2])
    rows = chosen(((part, length(part)) for part in parts), _COMPETENCES_ROOM, len(parts))
    return subject.block(
        Form.LIST,
        [
            Entry("", subject.say(part), text.citations, (ruled.id,))
            for part in rows
            if ruled and text
        ],
        len(parts),
        lambda missing: language.ngettext(
            "{number} more point in Valley Atlas",
            "{number} more points in Valley Atlas",
            missing,
        ),
    )


def _ruled(subject: Subject) -> Record | None:
    """The place whose powers are told: the subject, or the country around it."""
    record = subject.record
    if record is None or not isinstance(record.details, Place) or _competences_of(subject, record):
        return record
    return country_of(subject.library, record)


def _competences_of(subject: Subject, record: Record) -> _Told | None:
    """Who decides what in a place: as the seeds say it for sheets, else as the record does."""
    spec = spec_of(subject.library, record.id)
    if spec.competences:
        return _Told(spec.competences, spec.citations)
    text = record.details.competences if isinstance(record.details, Place) else None
    return _Told(text, cited(record, "competences")) if text else None
