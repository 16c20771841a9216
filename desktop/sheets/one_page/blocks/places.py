"""The blocks of running text: in short, the regions and cities, who decides what."""

from __future__ import annotations

from desktop.domain.records import Kind, Place, Record
from desktop.domain.sheet_orders import SheetKind
from desktop.domain.text import Text
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.subject.circle import CITY, country_of, parts_of, spec_of
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, in_step, length, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited

_MOST_REGIONS = 6
_MOST_CITIES = 5
# Characters of the longest language.
_SUMMARY_ROOM = 320
_LONG_SUMMARY_ROOM = 600
_REGIONS_ROOM = 960
_REGION_TEXT_ROOM = 270
_SHORT_ROOM = 130
_CITIES_ROOM = 800
_CITY_TEXT_ROOM = 200
_COMPETENCES_ROOM = 800


def summary(subject: Subject) -> Block[Entry]:
    """What the seeds say in short, else what the record says of itself."""
    language = subject.language
    rows = _in_short(subject)
    return subject.block(
        Form.TEXT,
        rows,
        len(rows),
        lambda _missing: language.gettext("The summary is in Valley Atlas"),
    )


def _in_short(subject: Subject) -> list[Entry]:
    mission = subject.circle.mission
    named = [each for each in (mission.place, mission.theme) if each]
    records = subject.library.get_many(named) if named else filter(None, [subject.record])
    return [_in_short_of(subject, record) for record in records]


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
    texts = [(record, text) for record in records if (text := _region_text(subject, record))]
    rows = chosen(
        (((record, text), length(text)) for record, text in texts), _REGIONS_ROOM, _MOST_REGIONS
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


def _region_text(subject: Subject, record: Record) -> Text | None:
    short = spec_of(subject.library, record.id).short
    if short and (begin := shortened(short, _SHORT_ROOM)):
        return begin
    return shortened(record.summary, _REGION_TEXT_ROOM)


def cities(subject: Subject) -> Block[TableRow]:
    """What matters in each city of a region."""
    language = subject.language
    records = parts_of(subject.library, subject.record, CITY) if subject.record else []
    texts = with_texts(records, _CITY_TEXT_ROOM)
    rows = chosen(
        (((record, text), length(text)) for record, text in texts), _CITIES_ROOM, _MOST_CITIES
    )
    return subject.block(
        Form.TABLE,
        [_row(subject, record, text) for record, text in rows],
        len(records),
        more_of(Kind.PLACE, language),
        (language.gettext("City"), language.gettext("What matters there")),
    )


def region_of_city(subject: Subject) -> Block[TableRow]:
    """The region around a city, in short."""
    language = subject.language
    place = subject.record
    wholes = [
        whole
        for whole in subject.library.list(Kind.PLACE)
        if place and place.id in {part.id for part in parts_of(subject.library, whole)}
    ]
    return subject.block(
        Form.TABLE,
        [
            _row(subject, record, text)
            for record, text in with_texts(wholes, _REGION_TEXT_ROOM + _CITY_TEXT_ROOM)
        ],
        len(wholes),
        more_of(Kind.PLACE, language),
        (language.gettext("Region"), language.gettext("What matters there")),
    )


def _row(subject: Subject, record: Record, text: Text) -> TableRow:
    cells = (subject.say(record.title), subject.say(text))
    return TableRow(cells, "", cited(record, "title", "summary"), (record.id,))


def competences(subject: Subject) -> Block[Entry]:
    """Who decides what in the place, or in the country around it; a sentence a row."""
    language = subject.language
    record = _ruled(subject)
    place = record.details if record else None
    text = place.competences if isinstance(place, Place) else None
    citations = cited(record, "competences") if record else ()
    spec = spec_of(subject.library, record.id if record else "")
    if spec.competences:
        text, citations = spec.competences, spec.citations
    parts = in_step(text) if text else []
    rows = chosen(((part, length(part)) for part in parts), _COMPETENCES_ROOM, len(parts))
    shown = (record.id,) if record else ()
    return subject.block(
        Form.LIST,
        [Entry("", subject.say(part), citations, shown) for part in rows],
        len(parts),
        lambda missing: language.ngettext(
            "{number} more point in Valley Atlas",
            "{number} more points in Valley Atlas",
            missing,
        ),
    )


def _ruled(subject: Subject) -> Record | None:
    record = subject.record
    if record is None or not isinstance(record.details, Place) or record.details.competences:
        return record
    return country_of(subject.library, record)


def with_texts(records: list[Record], room: int) -> list[tuple[Record, Text]]:
    """The records whose summary can be cut to `room`, with what is left of it."""
    texts = ((record, shortened(record.summary, room)) for record in records)
    return [(record, text) for record, text in texts if text]
