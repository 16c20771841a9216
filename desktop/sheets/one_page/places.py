"""The blocks of running text: in short, the regions, who decides what, talking points."""

from __future__ import annotations

from desktop.domain.records import Kind, Place, Record, Theme
from desktop.domain.text import Text
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.shortening import chosen, in_step, length, shortened
from desktop.sheets.one_page.subject import Subject, cited

_MOST_REGIONS = 6
_MOST_POINTS = 2
# Characters of the longest language.
_SUMMARY_ROOM = 250
_LONG_SUMMARY_ROOM = 700
_REGIONS_ROOM = 960
_REGION_TEXT_ROOM = 270
_COMPETENCES_ROOM = 800
_POINTS_ROOM = 360
_POINT_TEXT_ROOM = 160


def summary(subject: Subject) -> Block[Entry]:
    """What the country's record says of it in short."""
    language = subject.language
    whole = subject.record.summary
    text = shortened(whole, _SUMMARY_ROOM) or shortened(whole, _LONG_SUMMARY_ROOM)
    citations = cited(subject.record, "summary")
    return subject.block(
        "summary",
        Form.TEXT,
        language.gettext("In short"),
        [Entry("", subject.say(text), citations, (subject.record.id,))] if text else [],
        1,
        lambda _missing: language.gettext("The summary is in Valley Atlas"),
    )


def regions(subject: Subject) -> Block[TableRow]:
    """What matters in each region."""
    language = subject.language
    records = subject.regions()
    texts = _shortened(records, _REGION_TEXT_ROOM)
    rows = chosen(
        (((record, text), length(text)) for record, text in texts), _REGIONS_ROOM, _MOST_REGIONS
    )
    return subject.block(
        "regions",
        Form.TABLE,
        language.gettext("Regions"),
        [_row(subject, record, text) for record, text in rows],
        len(records),
        lambda missing: language.ngettext(
            "{number} more region in Valley Atlas",
            "{number} more regions in Valley Atlas",
            missing,
        ),
        (language.gettext("Region"), language.gettext("What matters there")),
    )


def _row(subject: Subject, record: Record, text: Text) -> TableRow:
    cells = (subject.say(record.title), subject.say(text))
    return TableRow(cells, "", cited(record, "title", "summary"), (record.id,))


def competences(subject: Subject) -> Block[Entry]:
    """Who decides what, a sentence a row."""
    language = subject.language
    place = subject.record.details
    text = place.competences if isinstance(place, Place) else None
    parts = in_step(text) if text else []
    rows = chosen(((part, length(part)) for part in parts), _COMPETENCES_ROOM, len(parts))
    citations = cited(subject.record, "competences")
    return subject.block(
        "competences",
        Form.LIST,
        language.gettext("Who decides what"),
        [Entry("", subject.say(part), citations, (subject.record.id,)) for part in rows],
        len(parts),
        lambda missing: language.ngettext(
            "{number} more point in Valley Atlas",
            "{number} more points in Valley Atlas",
            missing,
        ),
    )


def talking_points(subject: Subject) -> Block[Entry]:
    """The heaviest opportunities, with a line on each."""
    language = subject.language
    themes = [
        record
        for record in subject.records(Kind.THEME)
        if isinstance(record.details, Theme) and record.details.type == "opportunity"
    ]
    texts = _shortened(themes, _POINT_TEXT_ROOM)
    rows = chosen(
        (((theme, text), length(theme.title) + length(text)) for theme, text in texts),
        _POINTS_ROOM,
        _MOST_POINTS,
    )
    return subject.block(
        "talking_points",
        Form.POINTS,
        language.gettext("Talking points"),
        [subject.entry(theme, text) for theme, text in rows],
        len(themes),
        lambda missing: language.ngettext(
            "{number} more opportunity in Valley Atlas",
            "{number} more opportunities in Valley Atlas",
            missing,
        ),
    )


def _shortened(records: list[Record], room: int) -> list[tuple[Record, Text]]:
    """The records whose summary can be cut to `room`, with what is left of it."""
    texts = ((record, shortened(record.summary, room)) for record in records)
    return [(record, text) for record, text in texts if text]
