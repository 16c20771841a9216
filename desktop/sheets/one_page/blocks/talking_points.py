"""Talking points: a claim each, borne out by a figure with its year and source."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.records import Figure, Kind, Record, Theme
from desktop.domain.sheet_orders import SheetKind
from desktop.domain.sheet_specs import PERIOD, VALUE, TalkingPoint
from desktop.domain.text import Text
from desktop.sheets.one_page.blocks.figures import is_vague
from desktop.sheets.one_page.parts import Block, Entry, Form
from desktop.sheets.one_page.subject.circle import targets_of
from desktop.sheets.one_page.subject.shortening import chosen, length, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_by_all
from desktop.sheets.record.facts import figure_line
from desktop.sheets.values import value_text, when_text

_MOST = 3
# Characters of the longest language.
_ROOM = 600
_TEXT_ROOM = 160

# What one can speak about, the first first.
_TYPES = ("opportunity", "need", "priority", "action", "challenge", "recommendation")


def talking_points(subject: Subject) -> Block[Entry]:
    """The claims that the seeds chose, else the heaviest opportunities with a line on each."""
    language = subject.language
    if points := subject.spec.points:
        rows = [_claim(subject, point) for point in points]
        total = len(rows)
    else:
        themes = _themes(subject)
        rows = chosen(_sized(subject, themes), _ROOM, _MOST)
        total = len(themes)
    return subject.block(
        Form.POINTS,
        rows,
        total,
        lambda missing: language.ngettext(
            "{number} more subject in Valley Atlas",
            "{number} more subjects in Valley Atlas",
            missing,
        ),
    )


def _claim(subject: Subject, point: TalkingPoint) -> Entry:
    records = subject.library.get_many([point.figure, *point.records])
    return Entry(
        subject.say(point.text),
        _said(subject, point.line, records[0]),
        cited_by_all(records, "value", "statement"),
        tuple(record.id for record in records),
    )


def _said(subject: Subject, line: Text | None, record: Record) -> str:
    """The figure of a claim, in the words of the seeds or else under its title."""
    if line is None or not isinstance(record.details, Figure):
        return figure_line(record, subject.language)
    value = value_text(record.details, subject.language)
    period = when_text(record.details, subject.language)
    return subject.say(line).replace(VALUE, value).replace(PERIOD, period)


def _themes(subject: Subject) -> list[Record]:
    """The themes that one can speak about, those of the first types first.

    On the sheet of a region they stand among its priorities, and are not told twice.
    """
    if subject.circle.kind is SheetKind.REGION:
        return []
    found = [
        record
        for record in subject.records(Kind.THEME)
        if isinstance(record.details, Theme) and record.details.type in _TYPES
    ]
    return sorted(found, key=lambda theme: _TYPES.index(_type(theme)))


def _type(theme: Record) -> str:
    return theme.details.type if isinstance(theme.details, Theme) else ""


def _sized(subject: Subject, themes: list[Record]) -> Iterator[tuple[Entry, int]]:
    """Each theme with the figure that bears it out, else with a line of what it says."""
    figures = [record for record in subject.records(Kind.FIGURE) if _is_evidence(record)]
    for theme in themes:
        ties = targets_of(theme)
        figure = next((each for each in figures if each.id in ties), None)
        text = shortened(theme.summary, _TEXT_ROOM)
        if figure:
            citations = tuple(dict.fromkeys((*cited(theme, "title"), *cited(figure, "value"))))
            line = figure_line(figure, subject.language)
            entry = Entry(subject.say(theme.title), line, citations, (theme.id, figure.id))
            yield entry, length(theme.title) + _TEXT_ROOM
        elif text:
            yield subject.entry(theme, text), length(theme.title) + length(text)


def _is_evidence(record: Record) -> bool:
    """Whether a figure bears out what is said of a theme, which words and bare numbers do not."""
    return isinstance(record.details, Figure) and not is_vague(record.details)
