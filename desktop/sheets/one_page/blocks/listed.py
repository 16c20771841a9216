"""Lists of what is around a subject: organisations, people, themes, places, programmes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop.domain.records import (
    Citation,
    Kind,
    Organisation,
    Person,
    Programme,
    Record,
    Relation,
    Theme,
)
from desktop.domain.text import Text
from desktop.l10n import labels
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.subject.circle import targets_of
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_for_tie, named_by
from desktop.sheets.record.rows import period_of, span_text
from desktop.sheets.values import period_text

_MOST = 6
_MOST_ROWS = 7
# Characters of the longest language.
_ROOM = 1000
_TEXT_ROOM = 200
_SECTION_ROOM = 480
_TABLE_ROOM = 420
_ROW = 40

# The relations that give someone a part in a programme, the weightiest first.
_PARTS = (
    Relation.OWNED_BY,
    Relation.LED_BY,
    Relation.SIGNED_BY,
    Relation.FUNDED_BY,
    Relation.TAKES_PART_IN,
    Relation.ABOUT,
    Relation.PART_OF,
    Relation.SUCCESSOR_OF,
    Relation.LOCATED_IN,
    Relation.STATED_BY,
)


def organisations(subject: Subject) -> Block[Entry]:
    """The organisations, each with a line, or with its type where no line is short enough."""
    return _list(subject, Kind.ORGANISATION, subject.records(Kind.ORGANISATION))


def themes(subject: Subject) -> Block[Entry]:
    """The themes, each with a line or with its type."""
    return _list(subject, Kind.THEME, subject.records(Kind.THEME))


def places(subject: Subject) -> Block[Entry]:
    """The places by name and type: what else is said of them is on sheets of their own."""
    records = subject.records(Kind.PLACE)
    rows = [_entry(subject, record, None) for record in records[:_MOST]]
    return subject.block(Form.LIST, rows, len(records), more_of(Kind.PLACE, subject.language))


def opportunities(subject: Subject) -> Block[Entry]:
    """The themes of a place that say where its policy and its chances lie."""
    wanted = ("priority", "opportunity", "strength", "need")
    found = [
        record
        for record in subject.records(Kind.THEME)
        if isinstance(record.details, Theme) and record.details.type in wanted
    ]
    return _list(subject, Kind.THEME, found)


def sections(subject: Subject) -> Block[Entry]:
    """Where the documents speak of the record, and what else is said there."""
    cited_in = {cite.section for cite in subject.record.citations} if subject.record else set[str]()
    found = [record for record in subject.library.list(Kind.SECTION) if record.id in cited_in]
    return _list(subject, Kind.SECTION, found, _SECTION_ROOM)


def on_related_themes(subject: Subject) -> Block[TableRow]:
    """The programmes of the themes that a theme is tied to, and not of the theme itself."""
    language = subject.language
    own = subject.record.id if subject.record else ""
    known = {own, *(record.id for record in subject.records(Kind.PROGRAMME))}
    themes_of: dict[str, Record] = {}
    for theme in subject.records(Kind.THEME):
        for target in targets_of(theme) - known:
            if target.startswith(f"{Kind.PROGRAMME}/"):
                themes_of.setdefault(target, theme)
    found = [each for each in subject.library.list(Kind.PROGRAMME) if each.id in themes_of]
    sized = ((record, length(record.title) + _ROW) for record in found)
    return subject.block(
        Form.TABLE,
        [
            _by_theme(subject, record, themes_of[record.id])
            for record in chosen(sized, _TABLE_ROOM, _MOST_ROWS)
        ],
        len(found),
        more_of(Kind.PROGRAMME, language),
        (language.gettext("Programme"), language.gettext("Related theme")),
    )


def _by_theme(subject: Subject, record: Record, theme: Record) -> TableRow:
    cells = (subject.say(record.title), subject.say(theme.title))
    citations = dict.fromkeys((*cited_for_tie(theme, record), *named_by(theme)))
    return TableRow(cells, "", tuple(citations), (record.id, theme.id))


def people(subject: Subject) -> Block[TableRow]:
    """The people, in the role that the document gives, and as of when."""
    language = subject.language
    records = subject.records(Kind.PERSON)
    rows = chosen(((record, _person_size(record)) for record in records), _TABLE_ROOM, _MOST_ROWS)
    return subject.block(
        Form.TABLE,
        [_person(subject, record) for record in rows],
        len(records),
        more_of(Kind.PERSON, language),
        (language.gettext("Name"), language.gettext("Role"), language.gettext("As of")),
    )


def tied_programmes(subject: Subject) -> Block[TableRow]:
    """The programmes around an organisation or a programme, with what ties them to it."""
    tr = subject.language.gettext
    columns = (tr("Programme"), tr("Tie"), tr("Period"))
    return _tied(subject, Kind.PROGRAMME, _role, columns)


def partners(subject: Subject) -> Block[TableRow]:
    """Who has which part in a programme."""
    tr = subject.language.gettext
    return _tied(subject, Kind.ORGANISATION, _partner, (tr("Who"), tr("Tie")))


def _tied(
    subject: Subject,
    kind: Kind,
    row: Callable[[Subject, Record, str], TableRow],
    columns: tuple[str, ...],
) -> Block[TableRow]:
    """A table of the records of a kind that are tied to the subject, each with its tie."""
    related = _related(subject, kind)
    rows = chosen(
        ((pair, length(pair[0].title) + _ROW) for pair in related), _TABLE_ROOM, _MOST_ROWS
    )
    return subject.block(
        Form.TABLE,
        [row(subject, record, label) for record, label in rows],
        len(related),
        more_of(kind, subject.language),
        columns,
    )


def at_a_glance(subject: Subject) -> Block[Entry]:
    """What the record is: type, status, period and place, as the documents state them."""
    rows = list(_glance(subject)) if subject.record else []
    return subject.block(
        Form.LIST,
        rows,
        len(rows),
        lambda missing: subject.language.ngettext(
            "{number} more point in Valley Atlas",
            "{number} more points in Valley Atlas",
            missing,
        ),
    )


def _glance(subject: Subject) -> Iterator[Entry]:
    record, language = subject.record, subject.language
    if record is None:
        return
    tr = language.gettext
    match record.details:
        case Programme(type=type_) | Organisation(type=type_) | Theme(type=type_):
            yield _glimpse(subject, tr("Type"), tr(labels.TYPE[type_]), "type")
        case _:
            pass
    if isinstance(record.details, Programme):
        status = tr(labels.STATUS[record.details.status])
        yield _glimpse(subject, tr("Status in the document"), status, "status")
        period = span_text(record, language)
        yield _glimpse(subject, tr("Period"), period, "period")
    located = [
        link.target
        for link in record.links
        if link.relation is Relation.LOCATED_IN and not link.inverse
    ]
    if located:
        titles = subject.library.titles(located)
        names = language.listed([titles[each][language.code] for each in located])
        label = tr(labels.RELATION[Relation.LOCATED_IN][False])
        yield _glimpse(subject, label, names, "links", *located)


def _glimpse(subject: Subject, label: str, value: str, part: str, *others: str) -> Entry:
    if subject.record is None:
        raise ValueError(label)
    return Entry(label, value, cited(subject.record, part), (subject.record.id, *others))


def _list(
    subject: Subject, kind: Kind, records: Sequence[Record], text_room: int = _TEXT_ROOM
) -> Block[Entry]:
    lines = _lines(records, text_room)
    room = _ROOM * text_room // _TEXT_ROOM
    rows = chosen((((record, text), size) for record, text, size in lines), room, _MOST)
    return subject.block(
        Form.LIST,
        [_entry(subject, record, text) for record, text in rows],
        len(records),
        more_of(kind, subject.language),
    )


def _lines(records: Iterable[Record], text_room: int) -> Iterator[tuple[Record, Text | None, int]]:
    for record in records:
        text = shortened(record.summary, text_room)
        if text is None and length(record.summary) <= text_room * 3 // 2:
            # Its sentences do not run in step: the whole, where it is not much longer.
            text = record.summary
        yield record, text, length(record.title) + (length(text) if text else _ROW)


def _entry(subject: Subject, record: Record, text: Text | None) -> Entry:
    if text:
        return subject.entry(record, text)
    type_: str = getattr(record.details, "type", "")
    said = subject.language.gettext(labels.TYPE[type_]) if type_ else ""
    return Entry(subject.say(record.title), said, named_by(record), (record.id,))


def _related(subject: Subject, kind: Kind) -> list[tuple[Record, str]]:
    """The records of a kind with the label of their weightiest tie, by that tie and by weight."""
    if subject.record is None:
        return []
    ties: dict[str, tuple[int, str]] = {}
    for link in subject.record.links:
        rank = _PARTS.index(link.relation) if link.relation in _PARTS else len(_PARTS)
        found = (rank, labels.RELATION[link.relation][link.inverse])
        ties[link.target] = min(ties.get(link.target, found), found)
    records = [record for record in subject.records(kind) if record.id in ties]
    records.sort(key=lambda record: ties[record.id][0])
    return [(record, ties[record.id][1]) for record in records]


def _role(subject: Subject, record: Record, label: str) -> TableRow:
    language = subject.language
    cells = (
        subject.say(record.title),
        language.gettext(label),
        span_text(record, language),
    )
    citations = dict.fromkeys((*cited(record, "title", "period"), *_tie(subject, record)))
    return TableRow(cells, "", tuple(citations), (record.id,))


def _partner(subject: Subject, record: Record, label: str) -> TableRow:
    cells = (subject.say(record.title), subject.language.gettext(label))
    return TableRow(cells, "", _tie(subject, record), (record.id,))


def _tie(subject: Subject, other: Record) -> tuple[Citation, ...]:
    return cited_for_tie(subject.record, other) if subject.record else ()


def _person(subject: Subject, record: Record) -> TableRow:
    if not isinstance(record.details, Person):
        raise TypeError(record.id)
    role = subject.say(record.details.role)
    as_of = period_text(period_of(record), subject.language)
    return TableRow(
        (subject.say(record.title), role, as_of), "", cited(record, "role", "as-of"), (record.id,)
    )


def _person_size(record: Record) -> int:
    role = record.details.role if isinstance(record.details, Person) else None
    return length(record.title) + (length(role) if role else 0)
