"""The key figures, rival values side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.library import rivals_of
from desktop.domain.records import Figure, Record, Unit
from desktop.sheets.one_page.parts import Block, Entry, Form, KeyFigure
from desktop.sheets.one_page.shortening import chosen, length
from desktop.sheets.one_page.subject import Subject, cited
from desktop.sheets.values import age_text, period_text, value_text

_MOST = 6
_MOST_OTHERS = 1
# Characters of the longest language.
_ROOM = 1000


def key_figures(subject: Subject) -> Block[KeyFigure]:
    """The heaviest figures of the country and its regions, with those that they differ from."""
    language = subject.language
    groups = chosen_figures(subject)
    records = [len(group) for group in groups]
    return subject.block(
        "figures",
        Form.FIGURES,
        language.gettext("Key figures"),
        [_key_figure(subject, group) for group in groups],
        len(subject.figure_ids()),
        lambda missing: language.ngettext(
            "{number} more figure in Valley Atlas",
            "{number} more figures in Valley Atlas",
            missing,
        ),
        shown=lambda rows: sum(records[:rows]),
    )


def chosen_figures(subject: Subject) -> list[list[Record]]:
    """The key figures, on paper and on the screen, each with the one that it differs from."""
    return chosen(((group, _size(group)) for group in _rivals(subject)), _ROOM, _MOST)


def _rivals(subject: Subject) -> Iterator[list[Record]]:
    """Figures, each with the numbers beside it that are not to be taken for it.

    They are read one by one, because the first few are enough.
    """
    shown: set[str] = set()
    for record_id in subject.figure_ids():
        if record_id in shown:
            continue
        record = subject.library.get(record_id)
        rivals = [
            rival
            for rival in rivals_of(subject.library, record)
            if rival.id not in shown and _is_rival(_figure(rival), _figure(record))
        ]
        group = [record, *rivals[:_MOST_OTHERS]]
        shown.update(each.id for each in group)
        yield group


def _is_rival(other: Figure, figure: Figure) -> bool:
    """Whether two compared figures are numbers for one indicator."""
    return other.unit is not Unit.WORDS and other.indicator == figure.indicator


def _size(group: Sequence[Record]) -> int:
    scope = _figure(group[0]).scope
    return length(scope) + sum(length(other.title) + 40 for other in group[1:])


def _key_figure(subject: Subject, group: Sequence[Record]) -> KeyFigure:
    record = group[0]
    figure = _figure(record)
    return KeyFigure(
        value=value_text(figure, subject.language),
        in_words=figure.unit is Unit.WORDS,
        scope=subject.say(figure.scope),
        period=_period_and_age(subject, figure),
        others=tuple(_other(subject, other) for other in group[1:]),
        citations=cited(record, "scope", "value", "value-to", "statement", "period"),
        records=(record.id,),
    )


def _period_and_age(subject: Subject, figure: Figure) -> str:
    period = period_text(figure.period, subject.language)
    if figure.period is None or figure.period.age_in_years(subject.today()) is None:
        return period
    age = age_text(figure.period, subject.language, subject.today())
    return subject.language.gettext("{period} ({age})").format(period=period, age=age)


def _other(subject: Subject, record: Record) -> Entry:
    figure = _figure(record)
    text = subject.language.gettext("Also stated: {value} ({period}), {title}").format(
        value=value_text(figure, subject.language),
        period=period_text(figure.period, subject.language),
        title=subject.say(record.title),
    )
    return Entry("", text, cited(record, "title", "value", "value-to", "period"), (record.id,))


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details
