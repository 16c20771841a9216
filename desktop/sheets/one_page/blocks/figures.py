"""The key figures: those that are chosen, else the heaviest, rival values side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from desktop.domain.chart_specs import top_of
from desktop.domain.library import compared_by
from desktop.domain.records import Disagreement, Figure, Kind, Reason, Record, Relation, Unit
from desktop.domain.text import Text
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, Form, KeyFigure
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_by_all
from desktop.sheets.values import age_text, looks_ahead, value_text, when_text

_MOST = 6
_MOST_OTHERS = 1
# A value so many times another is not mistaken for it.
_NEAR = Decimal("1.5")
# Characters of the longest language.
_ROOM = 1000


@dataclass(frozen=True, slots=True)
class Other:
    """A figure that another may be taken for.

    It `is_rival` where both claim to measure one thing; else it measures something else.
    """

    record: Record
    is_rival: bool


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """A key figure, what it is measured against if the seeds say so, and values beside it."""

    record: Record
    beside: Record | None = None
    others: tuple[Other, ...] = ()
    scope: Text | None = None
    label: Text | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of its figures."""
        beside = (self.beside.id,) if self.beside else ()
        return (self.record.id, *beside, *(other.record.id for other in self.others))


def key_figures(subject: Subject) -> Block[KeyFigure]:
    """The figures of the subject, with those that they are measured against or differ from."""
    groups = chosen_figures(subject)
    records = [len(group.ids) for group in groups]
    total = {*subject.figure_ids(), *(id_ for group in groups for id_ in group.ids)}
    return subject.block(
        Form.FIGURES,
        [_key_figure(subject, group) for group in groups],
        len(total),
        more_of(Kind.FIGURE, subject.language),
        shown=lambda rows: sum(records[:rows]),
    )


def but_for(block: Block[AnyRow], differing: Sequence[AnyRow]) -> Block[AnyRow]:
    """The key figures without the values beside them that lines on disagreements compare too."""
    compared = [set(row.records) for row in differing]

    def is_told(*figures: str) -> bool:
        return any(each.issuperset(figures) for each in compared)

    rows = [
        replace(
            row,
            others=tuple(
                other for other in row.others if not is_told(*row.records[:1], *other.records)
            ),
        )
        if isinstance(row, KeyFigure)
        else row
        for row in block.rows
    ]
    return replace(block, rows=tuple(rows))


def chosen_figures(subject: Subject) -> list[FigureGroup]:
    """The key figures, on paper and on the screen: the chosen ones, and then by weight.

    None that is vague, but where it is chosen.
    """
    if wanted := subject.circle.mission.figures:
        return [FigureGroup(record) for record in subject.library.get_many(wanted)]
    if named := subject.circle.key_figures():
        ids = [id_ for each in named for id_ in (each.figure, each.beside) if id_]
        records = dict(zip(ids, subject.library.get_many(ids), strict=True))
        groups = [
            FigureGroup(records[each.figure], records.get(each.beside), (), each.scope, each.label)
            for each in named
        ]
    else:
        groups, ids = [], []
    room = _ROOM - sum(map(_size, groups))
    rest = ((group, _size(group)) for group in _rivals(subject, ids))
    return [*groups, *chosen(rest, room, _MOST - len(groups))]


def _rivals(subject: Subject, named: Sequence[str]) -> Iterator[FigureGroup]:
    """Figures, each with the numbers beside it that are not to be taken for it.

    They are read one by one, because the first few are enough. What is vague is none of them.
    """
    shown = set(named)
    for record_id in subject.figure_ids():
        if record_id in shown:
            continue
        record = subject.library.get(record_id)
        if is_vague(_figure(record)):
            continue
        others = (other for other in _others(subject, record) if other.record.id not in shown)
        group = FigureGroup(record, None, tuple(islice(others, _MOST_OTHERS)))
        shown.update(group.ids)
        yield group


def is_vague(figure: Figure) -> bool:
    """Whether a value is in words, or a bare number that is not said to count anything."""
    return figure.unit is Unit.WORDS or (figure.unit is Unit.COUNT and figure.counted is None)


def _others(subject: Subject, record: Record) -> Iterator[Other]:
    """The figures of the subject that this one may be taken for, as the disagreements say.

    Where they differ in nothing but scope, they are two figures, each to be read by itself; and
    where in that too, nobody takes one for the other unless their values are near each other.
    """
    own = frozenset(subject.figure_ids())
    named = [
        link.target for link in record.links if link.relation is Relation.COMPARES and link.inverse
    ]
    for disagreement in subject.library.get_many(named):
        reasons = _reasons(disagreement)
        if reasons == {Reason.SCOPE}:
            continue
        near = [each for each in compared_by(disagreement) if each in own and each != record.id]
        for other in subject.library.get_many(near):
            is_rival = Reason.SCOPE not in reasons
            if _measures_alike(_figure(other), _figure(record)) and (
                is_rival or _is_near(_figure(other), _figure(record))
            ):
                yield Other(other, is_rival)


def _reasons(record: Record) -> set[Reason]:
    if not isinstance(record.details, Disagreement):
        raise TypeError(record.id)
    return set(record.details.reasons)


def _measures_alike(other: Figure, figure: Figure) -> bool:
    """Whether two numbers could be taken for one: of one indicator, in one unit, of one place."""
    return not is_vague(other) and _measure(other) == _measure(figure)


def _is_near(other: Figure, figure: Figure) -> bool:
    low, high = sorted((top_of(other), top_of(figure)))
    return high <= low * _NEAR


def _measure(figure: Figure) -> tuple[object, ...]:
    return (figure.indicator, figure.unit, figure.per, figure.place)


def _size(group: FigureGroup) -> int:
    scope = group.scope or _figure(group.record).scope
    return length(scope) + sum(length(other.record.title) + 40 for other in group.others)


def _key_figure(subject: Subject, group: FigureGroup) -> KeyFigure:
    record, figure = group.record, _figure(group.record)
    own = cited(record, "scope", "value", "value-to", "statement", "period")
    beside = (group.beside,) if group.beside else ()
    return KeyFigure(
        value=value_text(figure, subject.language),
        in_words=figure.unit is Unit.WORDS,
        scope=subject.say(group.scope or figure.scope),
        period=_period_and_age(subject, figure),
        others=tuple(_other(subject, other) for other in group.others),
        citations=tuple(dict.fromkeys((*own, *cited_by_all(beside, "title", "statement")))),
        comparator=_comparator(subject, figure, group),
        records=(record.id, *(other.id for other in beside)),
    )


def _comparator(subject: Subject, figure: Figure, group: FigureGroup) -> str:
    """What a figure is measured against; a period that both have is said of the figure alone."""
    if group.beside is None:
        return ""
    language, beside = subject.language, _figure(group.beside)
    label, value = subject.say(group.label or group.beside.title), value_text(beside, language)
    when = when_text(beside, language)
    if when == when_text(figure, language):
        return language.gettext("{label}: {value}").format(label=label, value=value)
    return language.gettext("{label}: {value} ({period})").format(
        label=label, value=value, period=when
    )


def _period_and_age(subject: Subject, figure: Figure) -> str:
    period = when_text(figure, subject.language)
    if figure.period is None or figure.period.age_in_years(subject.today()) is None:
        return period
    is_ahead = looks_ahead(figure)
    age = age_text(figure.period, subject.language, subject.today(), is_ahead=is_ahead)
    return subject.language.gettext("{period} ({age})").format(period=period, age=age)


def _other(subject: Subject, other: Other) -> Entry:
    record, figure = other.record, _figure(other.record)
    sentence = subject.language.gettext("Not to be confused with: {value} ({period}), {title}")
    if other.is_rival:
        sentence = subject.language.gettext("Also stated: {value} ({period}), {title}")
    text = sentence.format(
        value=value_text(figure, subject.language),
        period=when_text(figure, subject.language),
        title=subject.say(record.title),
    )
    return Entry("", text, cited(record, "title", "value", "value-to", "period"), (record.id,))


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details
