"""The headline of a chart: what it shows, said from the values themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.chart_specs import Finding
from desktop.domain.records import Figure, Qualifier, Unit
from desktop.l10n.language import Language
from desktop.sheets.charts.caveats import caveats, joined, label_of, words_note
from desktop.sheets.charts.marks import Drawn, DrawnPanel
from desktop.sheets.record.facts import figure_line
from desktop.sheets.values import value_text


@dataclass(frozen=True, slots=True)
class Told:
    """A headline, short enough for two lines, and what must be said with it in smaller letters.

    `restated` is the beginning of the notes that says again what the marks say.
    """

    headline: str
    notes: str = ""
    restated: str = ""

    @property
    def cautions(self) -> str:
        """What of the notes the marks do not say."""
        return self.notes.removeprefix(self.restated).lstrip()


_Teller = Callable[[Sequence[DrawnPanel], Language], Told | None]


def told(finding: Finding, panels: Sequence[DrawnPanel], language: Language) -> Told:
    """A sentence that states the finding, with numbers that the marks have, and its caveats.

    Where a chart has no two numbers to compare, it is the one value that there is.
    """
    return _TELLERS[finding](panels, language) or _first_value(panels, language)


def _first_value(panels: Sequence[DrawnPanel], language: Language) -> Told:
    """The first number there is, or else the first value in words."""
    drawn = [each for panel in panels for each in panel.drawn]
    numbers = [each for panel in panels for each in panel.numbers]
    line = figure_line((numbers or drawn)[0].record, language)
    return Told(language.gettext("{statement}.").format(statement=line))


def _compared(panels: Sequence[DrawnPanel]) -> DrawnPanel | None:
    """The first panel that has numbers to compare."""
    return next((panel for panel in panels if len(panel.numbers) > 1), None)


def _largest(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """Which number of the first panel that has several is the largest, and what time it is of.

    A range counts by its upper end.
    """
    if not (panel := _compared(panels)):
        return None
    top = max(each.high for each in panel.numbers)
    first = [each for each in panel.numbers if each.high == top]
    count = language.number(len(panel.numbers))
    notes = caveats(panel, panels, language)
    if len(first) == 1:
        sentence = language.gettext(
            "{label}: {value}, the largest of {count} values in numbers."
        ).format(label=first[0].mark.label, value=_value_when(first[0], language), count=count)
        return Told(sentence, notes)
    sentence = language.gettext(
        "{number} of {count} values in numbers are the largest: {values}."
    ).format(
        number=language.number(len(first)),
        count=count,
        values=language.listed(list(dict.fromkeys(each.mark.value for each in first))),
    )
    which = language.gettext("The largest are {labels}.").format(
        labels=language.listed([label_of(each, language) for each in first])
    )
    return Told(sentence, joined([which, notes], language), which)


def _share(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """The largest of shares in one whole, or the parts of amounts that are the wholes.

    Of shares in several wholes, from what to what they go, and that they cannot be compared.
    """
    shares = [panel for panel in panels if _is_percent(panel)]
    numbers = [each for panel in shares for each in panel.numbers]
    if not shares:
        return _parts(panels, language)
    if len(numbers) > len(shares):
        return _largest(panels, language)
    if len(numbers) == 1:
        share = numbers[0]
        sentence = language.gettext("{label}: {value}.").format(
            label=share.mark.label, value=_value_when(share, language)
        )
        scope = language.gettext("{statement}.").format(statement=share.mark.scope)
        return Told(sentence, scope)
    sentence = language.gettext(
        "{count} shares, each of a whole of its own: from {least} to {most}."
    )
    fields = _from_to(numbers, language)
    note = language.gettext(
        "They must not be set against each other. "
        "The smallest is {least_label}, the largest {most_label}."
    )
    return Told(sentence.format(**fields), note.format(**fields))


def _is_percent(panel: DrawnPanel) -> bool:
    return any(each.figure.unit is Unit.PERCENT for each in panel.numbers)


def _parts(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """Of the first panel with a whole, which the seeds put first, what of it the others are."""
    wholes = [panel for panel in panels if len(panel.numbers) > 1]
    if not wholes:
        return None
    whole, *parts = wholes[0].numbers
    named = parts[0] if len(parts) == 1 else whole
    sentence = language.gettext("{label}: {parts} out of {whole}.").format(
        label=named.mark.label,
        parts=language.listed([part.mark.value for part in parts]),
        whole=whole.mark.value,
    )
    notes = joined([_whole_note(panel, language) for panel in wholes], language)
    return Told(sentence, notes, notes)


def _whole_note(panel: DrawnPanel, language: Language) -> str:
    """A whole with its parts, each with its name and its time."""
    whole, *parts = panel.numbers
    sentence = language.gettext("{label}: {value} ({period}). Part of that: {parts}.")
    return sentence.format(
        label=whole.mark.label,
        value=whole.mark.value,
        period=whole.mark.period,
        parts=language.listed([_value_said(part, language) for part in parts]),
    )


def _rivals(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """How far apart figures are that go by one name, and in what they differ."""
    panel = _compared(panels)
    if panel is None:
        return _apart(panels, language)
    fields = _from_to(panel.numbers, language)
    sentence = language.gettext(
        "{count} figures, from {least} to {most}, each measuring something else."
    ).format(**fields)
    note = language.gettext(
        "The lowest is {least_label}, the highest {most_label}: one must not be taken for another."
    ).format(**fields)
    return Told(sentence, joined([note, caveats(panel, panels, language)], language))


def _apart(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """Rivals of which no two can stand on one scale."""
    numbers = [each for panel in panels for each in panel.numbers]
    if len(numbers) < 2:
        return None
    count = language.number(len(numbers))
    sentence = language.gettext("{count} figures that no one scale can hold: {values}.").format(
        count=count, values=language.listed([each.mark.value for each in numbers])
    )
    note = language.gettext("They are {values}.").format(
        values=language.listed([_value_said(each, language) for each in numbers])
    )
    return Told(sentence, note, note)


def _requested(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """What was asked for and what was granted, of the first panel that has both."""
    said = [_asked_and_granted(panel, language) for panel in panels]
    first, *others = [each for each in said if each] or [""]
    notes = joined(others, language)
    return Told(first, notes, notes) if first else None


def _asked_and_granted(panel: DrawnPanel, language: Language) -> str:
    asked = [each for each in panel.numbers if each.requested]
    granted = [each for each in panel.numbers if not each.requested]
    if not (asked and granted):
        return ""
    periods = {each.mark.period for each in panel.numbers}
    if len(periods) == 1:
        sentence = language.gettext("{title} – asked for: {asked}; granted: {granted} ({period}).")
        return sentence.format(
            title=panel.panel.title,
            asked=language.listed([each.mark.value for each in asked]),
            granted=language.listed([each.mark.value for each in granted]),
            period=periods.pop(),
        )
    sentence = language.gettext("{title} – asked for: {asked}; granted: {granted}.")
    return sentence.format(
        title=panel.panel.title,
        asked=language.listed([_value_when(each, language) for each in asked]),
        granted=language.listed([_value_when(each, language) for each in granted]),
    )


def _range(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """From what to what the values of the first panel that has several reach."""
    if not (panel := _compared(panels)):
        return None
    least, most = _least_and_most(panel.numbers)
    spans = {(each.low, each.high) for each in panel.numbers}
    fields, note = _from_to(panel.numbers, language), ""
    if len(spans) == 1 and least.low != least.high:
        sentence = language.gettext("{count} values as stated, each from {least} to {most}.")
    elif least is most:
        sentence = language.gettext("{count} values as stated, all from {least} to {most}.")
        note = language.gettext("All of them lie within {least_label}.")
    else:
        sentence = language.gettext(
            "{count} values as stated: the lowest begins at {least}, the highest ends at {most}."
        )
        note = language.gettext("The lowest is {least_label}, the highest {most_label}.")
    note = note.format(**fields)
    notes = joined([note, caveats(panel, panels, language)], language)
    return Told(sentence.format(**fields), notes, note)


def _rank(panels: Sequence[DrawnPanel], language: Language) -> Told | None:
    """The best place that is held, of all panels."""
    numbers = [each for panel in panels for each in panel.numbers]
    if len(numbers) < 2:
        return None
    best = min(each.low for each in numbers)
    first = [each for each in numbers if each.low == best]
    count = language.number(len(numbers))
    notes = joined([words_note(panel, language) for panel in panels], language)
    if len(first) == 1:
        sentence = language.gettext("{label}: {value}, the best of {count} places in numbers.")
        fields = {"label": first[0].mark.label, "value": _value_when(first[0], language)}
        return Told(sentence.format(count=count, **fields), notes)
    sentence = language.gettext("{number} of {count} places in numbers are the best: {value}.")
    which = language.gettext("The best are {labels}.").format(
        labels=language.listed([label_of(each, language) for each in first])
    )
    said = sentence.format(
        number=language.number(len(first)), count=count, value=first[0].mark.value
    )
    return Told(said, joined([which, notes], language), which)


def _value_said(drawn: Drawn, language: Language) -> str:
    sentence = language.gettext("{value} for {label} ({period})")
    mark = drawn.mark
    return sentence.format(value=mark.value, label=label_of(drawn, language), period=mark.period)


def _value_when(drawn: Drawn, language: Language) -> str:
    """A value with its time; where no document states one, the caveats say so."""
    if drawn.figure.period is None:
        return drawn.mark.value
    sentence = language.gettext("{value} ({period})")
    return sentence.format(value=drawn.mark.value, period=drawn.mark.period)


def _least_and_most(numbers: Sequence[Drawn]) -> tuple[Drawn, Drawn]:
    """Those that reach lowest and highest; one and the same where one reaches both."""
    least = min(each.low for each in numbers)
    most = max(each.high for each in numbers)
    for each in numbers:
        if each.low == least and each.high == most:
            return each, each
    lowest = next(each for each in numbers if each.low == least)
    return lowest, next(each for each in numbers if each.high == most)


def _from_to(numbers: Sequence[Drawn], language: Language) -> dict[str, str]:
    """How many values there are, the least and the most of them, and what these are of."""
    least, most = _least_and_most(numbers)
    return {
        "count": language.number(len(numbers)),
        "least": _end_said(least.figure, least.figure.value, language),
        "least_label": label_of(least, language),
        "most": _end_said(most.figure, most.figure.value_to, language),
        "most_label": label_of(most, language),
    }


def _end_said(figure: Figure, end: Decimal | None, language: Language) -> str:
    """One end of a range; a value that is none, as it is stated."""
    if figure.qualifier is not Qualifier.RANGE:
        return value_text(figure, language)
    return value_text(
        replace(figure, value=end, value_to=None, qualifier=Qualifier.EXACT), language
    )


_TELLERS: dict[Finding, _Teller] = {
    Finding.LARGEST: _largest,
    Finding.SHARE: _share,
    Finding.RIVALS: _rivals,
    Finding.REQUESTED: _requested,
    Finding.RANGE: _range,
    Finding.RANK: _rank,
}
