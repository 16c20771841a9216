"""What a user puts on a mission sheet: a note, and what was saved in the briefing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Figure, Kind, Record
from desktop.domain.sheet_orders import Mission
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.listed import entry
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, Form
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import in_step, sentences, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited
from desktop.sheets.record.entries import entries_of
from desktop.sheets.values import value_text, when_text

NO_PLACE = N_("“{id}” is no place: choose a place for the mission.")
NO_THEME = N_("“{id}” is no theme: choose a theme or value chain for the mission.")
NO_FIGURE = N_("“{id}” is no figure: choose figures for the mission.")

_MOST_ITEMS = 12
# A longer line of a note is cut into its sentences, so that a full page loses as little as it can.
_LONG_LINE = 240
# Characters of the longest language.
_TEXT_ROOM = 300


def check_mission(library: Library, mission: Mission) -> None:
    """UsageError, in one sentence, for an id that there is not or that is of another kind."""
    wanted = (
        *((place, Kind.PLACE, NO_PLACE) for place in (mission.place,) if place),
        *((theme, Kind.THEME, NO_THEME) for theme in (mission.theme,) if theme),
        *((figure, Kind.FIGURE, NO_FIGURE) for figure in mission.figures),
    )
    for record_id, kind, sentence in wanted:
        if library.get(record_id).kind is not kind:
            raise UsageError(sentence, id=record_id)
    library.get_many(mission.items)


def mission_record(library: Library, mission: Mission) -> Record | None:
    """What a mission is about first: its place, else its theme, else nothing."""
    named = mission.place or mission.theme
    return library.get(named) if named else None


def mission_title(library: Library, mission: Mission, language: Language) -> str:
    """The place and the theme of a mission, else its pillar, else that it is one."""
    titles = [library.title(each)[language.code] for each in (mission.place, mission.theme) if each]
    if not titles and mission.pillar:
        return language.gettext(labels.PILLAR[mission.pillar])
    if not titles:
        return language.gettext("Mission")
    if len(titles) == 1:
        return titles[0]
    return language.gettext("{place}: {theme}").format(place=titles[0], theme=titles[1])


def mission_subtitle(mission: Mission, language: Language) -> str:
    """What kind of page it is, and under which pillar."""
    if mission.pillar is None or not (mission.place or mission.theme):
        return language.gettext("Life sciences and health – mission sheet")
    return language.gettext("Life sciences and health – mission sheet – {pillar}").format(
        pillar=language.gettext(labels.PILLAR[mission.pillar])
    )


def prepared_text(mission: Mission, language: Language) -> str:
    """For whom and for which day a sheet was made; "" where neither is said."""
    audience = " ".join(mission.audience.split())
    day = language.date(mission.day) if mission.day else ""
    if audience and day:
        return language.gettext("Prepared for {audience} on {day}").format(
            audience=audience, day=day
        )
    if audience:
        return language.gettext("Prepared for {audience}").format(audience=audience)
    return language.gettext("For the meeting of {day}").format(day=day) if day else ""


def note(subject: Subject) -> Block[Entry]:
    """The user's note as it was written, line by line, in whichever language that is."""
    language = subject.language
    rows = [Entry("", text, ()) for text in _lines(subject.circle.mission.note)]
    return subject.block(
        Form.LIST,
        rows,
        len(rows),
        lambda missing: language.ngettext(
            "{number} more sentence of the note", "{number} more sentences of the note", missing
        ),
    )


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        whole = " ".join(line.split())
        if whole:
            yield from sentences(whole) if len(whole) > _LONG_LINE else [whole]


def items(subject: Subject) -> Block[Entry]:
    """What was saved in the briefing, in its order."""
    language = subject.language
    records = subject.library.get_many(list(dict.fromkeys(subject.circle.mission.items)))
    return subject.block(
        Form.LIST,
        [_item(subject, record) for record in records[:_MOST_ITEMS]],
        len(records),
        lambda missing: language.ngettext(
            "{number} more item in your briefing", "{number} more items in your briefing", missing
        ),
    )


def not_in_briefing(
    subject: Subject, organisations: Block[AnyRow], briefing: Block[AnyRow]
) -> Block[AnyRow]:
    """The organisations but for those that stand in the briefing."""
    told = {id_ for row in briefing.rows for id_ in row.records}
    rows = [row for row in organisations.rows if told.isdisjoint(row.records)]
    others = [each for each in subject.records(Kind.ORGANISATION) if each.id not in told]
    sentence = more_of(Kind.ORGANISATION, subject.language)
    block = subject.block(organisations.form, rows, len(others), sentence)
    return replace(organisations, rows=block.rows, left_out=block.left_out)


def _item(subject: Subject, record: Record) -> Entry:
    language = subject.language
    if isinstance(record.details, Figure):
        text = language.gettext("{value} ({period})").format(
            value=value_text(record.details, language), period=when_text(record.details, language)
        )
        citations = cited(record, "value", "statement", "title")
        return Entry(subject.say(record.title), text, citations, (record.id,))
    (noted,) = entries_of([record], language)
    text = shortened(in_step(record.summary)[0], _TEXT_ROOM)
    # The title of a milestone says what took place; of all else, a date alone says nothing.
    if noted.note and (record.kind is Kind.MILESTONE or text is None):
        citations = cited(record, "title", "period")
        return Entry(noted.title, noted.note, citations, (record.id,))
    return entry(subject, record, text)
