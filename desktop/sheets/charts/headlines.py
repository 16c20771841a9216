"""The headline of a chart: what it shows, said from the values themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from desktop.domain.chart_specs import Finding
from desktop.domain.records import Basis, Figure, Qualifier, Unit
from desktop.l10n.language import N_, Language
from desktop.sheets.charts.marks import Drawn, DrawnPanel
from desktop.sheets.record.facts import figure_line
from desktop.sheets.values import value_text

# Said of one value that is the largest, and of several that are as large.
_LARGEST = {
    Finding.LARGEST: (
        N_("Of the {count} values given in numbers, the largest is {value} ({period}): {label}."),
        N_("Of the {count} values given in numbers, these are the largest: {values}."),
    ),
    Finding.SHARE: (
        N_("Of the {count} shares given in numbers, the largest is {value} ({period}): {label}."),
        N_("Of the {count} shares given in numbers, these are the largest: {values}."),
    ),
}
_Teller = Callable[[Sequence[DrawnPanel], Language], str]


def headline(finding: Finding, panels: Sequence[DrawnPanel], language: Language) -> str:
    """One or two sentences that state the finding, with numbers that the marks have.

    Where a chart has no two numbers to compare, it is the one value that there is.
    """
    return _TELLERS[finding](panels, language) or _first_value(panels, language)


def _first_value(panels: Sequence[DrawnPanel], language: Language) -> str:
    """The first number there is, or else the first value in words."""
    drawn = [each for panel in panels for each in panel.drawn]
    numbers = [each for panel in panels for each in panel.numbers]
    line = figure_line((numbers or drawn)[0].record, language)
    return language.gettext("{statement}.").format(statement=line)


def _compared(panels: Sequence[DrawnPanel]) -> DrawnPanel | None:
    """The first panel that has numbers to compare."""
    return next((panel for panel in panels if len(panel.numbers) > 1), None)


def _largest(panels: Sequence[DrawnPanel], language: Language) -> str:
    return _largest_of(Finding.LARGEST, panels, language)


def _largest_of(finding: Finding, panels: Sequence[DrawnPanel], language: Language) -> str:
    """Which number of the first panel that has several is the largest, and what time they are of.

    A range counts by its upper end.
    """
    if not (panel := _compared(panels)):
        return ""
    top = max(each.high for each in panel.numbers)
    first = [each for each in panel.numbers if each.high == top]
    one, several = _LARGEST[finding]
    count = language.number(len(panel.numbers))
    if len(first) == 1:
        sentence = language.gettext(one).format(count=count, **_fields(first[0], language))
    else:
        values = language.listed([_value_said(each, language) for each in first])
        sentence = language.gettext(several).format(count=count, values=values)
    return _told(panel, panels, sentence, language)


def _share(panels: Sequence[DrawnPanel], language: Language) -> str:
    """The largest of shares in one whole, or the parts of amounts that are the wholes.

    Of shares in several wholes, from what to what they go, and that they cannot be compared.
    """
    shares = [panel for panel in panels if _is_percent(panel)]
    numbers = [each for panel in shares for each in panel.numbers]
    if not shares:
        return _joined([_parts(panel, language) for panel in panels], language)
    if len(numbers) > len(shares):
        return _largest_of(Finding.SHARE, panels, language)
    if len(numbers) == 1:
        sentence = language.gettext("{label}: {value} ({period}). {scope}.")
        share = numbers[0].mark
        return sentence.format(
            label=share.label, value=share.value, period=share.period, scope=share.scope
        )
    sentence = language.gettext(
        "{count} shares, each of a whole of its own and not to be set against the others: "
        "from {least} ({least_label}) to {most} ({most_label})."
    )
    return sentence.format(**_from_to(numbers, language))


def _is_percent(panel: DrawnPanel) -> bool:
    return any(each.figure.unit is Unit.PERCENT for each in panel.numbers)


def _parts(panel: DrawnPanel, language: Language) -> str:
    """A whole, which the seeds put first, and what of it the others are."""
    whole, *parts = panel.numbers
    if not parts:
        return ""
    sentence = language.gettext("{label}: {value} ({period}). Part of that: {parts}.")
    return sentence.format(
        label=whole.mark.label,
        value=whole.mark.value,
        period=whole.mark.period,
        parts=language.listed([_value_said(part, language) for part in parts]),
    )


def _rivals(panels: Sequence[DrawnPanel], language: Language) -> str:
    """How far apart figures are that go by one name, and in what they differ."""
    panel = _compared(panels)
    if panel is None:
        return _apart(panels, language)
    sentence = language.gettext(
        "{count} figures, from {least} ({least_label}) to {most} ({most_label}): "
        "they differ in what they measure, and one must not be taken for another."
    )
    return _told(panel, panels, sentence.format(**_from_to(panel.numbers, language)), language)


def _apart(panels: Sequence[DrawnPanel], language: Language) -> str:
    """Rivals of which no two can stand on one scale."""
    numbers = [each for panel in panels for each in panel.numbers]
    if len(numbers) < 2:
        return ""
    sentence = language.gettext("{count} figures that no one scale can hold: {values}.")
    values = language.listed([_value_said(each, language) for each in numbers])
    return sentence.format(count=language.number(len(numbers)), values=values)


def _requested(panels: Sequence[DrawnPanel], language: Language) -> str:
    """What was asked for and what was granted, of each panel that has both."""
    return _joined([_asked_and_granted(panel, language) for panel in panels], language)


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


def _range(panels: Sequence[DrawnPanel], language: Language) -> str:
    """From what to what the values of the first panel that has several reach."""
    if not (panel := _compared(panels)):
        return ""
    least, most = _least_and_most(panel.numbers)
    spans = {(each.low, each.high) for each in panel.numbers}
    if len(spans) == 1 and least.low != least.high:
        sentence = language.gettext("{count} values as stated, each from {least} to {most}.")
    elif least is most:
        sentence = language.gettext(
            "{count} values as stated, all within {least_label}: from {least} to {most}."
        )
    else:
        sentence = language.gettext(
            "{count} values as stated: the lowest begins at {least} ({least_label}), "
            "the highest ends at {most} ({most_label})."
        )
    return _told(panel, panels, sentence.format(**_from_to(panel.numbers, language)), language)


def _rank(panels: Sequence[DrawnPanel], language: Language) -> str:
    """The best place that is held, of all panels."""
    numbers = [each for panel in panels for each in panel.numbers]
    if len(numbers) < 2:
        return ""
    best = min(each.low for each in numbers)
    first = [each for each in numbers if each.low == best]
    sentence = language.gettext("Of the {count} places stated, the best is {values}.")
    values = language.listed([_value_said(each, language) for each in first])
    return sentence.format(count=language.number(len(numbers)), values=values)


def _fields(drawn: Drawn, language: Language) -> dict[str, str]:
    label = language.gettext("“{title}”").format(title=drawn.mark.label)
    return {"label": label, "value": drawn.mark.value, "period": drawn.mark.period}


def _value_said(drawn: Drawn, language: Language) -> str:
    sentence = language.gettext("{value} for {label} ({period})")
    return sentence.format(**_fields(drawn, language))


def _value_when(drawn: Drawn, language: Language) -> str:
    return language.gettext("{value} ({period})").format(**_fields(drawn, language))


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
        "least_label": _fields(least, language)["label"],
        "most": _end_said(most.figure, most.figure.value_to, language),
        "most_label": _fields(most, language)["label"],
    }


def _end_said(figure: Figure, end: Decimal | None, language: Language) -> str:
    """One end of a range; a value that is none, as it is stated."""
    if figure.qualifier is not Qualifier.RANGE:
        return value_text(figure, language)
    return value_text(
        replace(figure, value=end, value_to=None, qualifier=Qualifier.EXACT), language
    )


def _time_note(panel: DrawnPanel, language: Language) -> str:
    """That values compared do not speak of one time, or that no document says of which."""
    periods = {each.figure.period for each in panel.numbers}
    if periods == {None}:
        return language.gettext("No year is stated for any of them.")
    if None in periods:
        return language.gettext("Their years differ or are not all stated.")
    return language.gettext("They are not all of the same time.") if len(periods) > 1 else ""


def _told(
    panel: DrawnPanel, panels: Sequence[DrawnPanel], sentence: str, language: Language
) -> str:
    """A sentence about one panel, named where there are others, and what must be said with it."""
    if len(panels) > 1:
        named = language.gettext("{title} – {sentence}")
        sentence = named.format(title=panel.panel.title, sentence=sentence)
    notes = (_time_note, _basis_note, _request_note, _words_note)
    return _joined([sentence, *(note(panel, language) for note in notes)], language)


def _basis_note(panel: DrawnPanel, language: Language) -> str:
    """That values compared are no reports of what was."""
    match {each.figure.basis for each in panel.numbers}:
        case bases if bases == {Basis.REPORTED}:
            return ""
        case bases if bases == {Basis.FORECAST}:
            return language.gettext("All of them are forecasts.")
        case bases if bases == {Basis.TARGET}:
            return language.gettext("All of them are goals.")
        case _:
            return language.gettext("Some of them are forecasts or goals.")


def _request_note(panel: DrawnPanel, language: Language) -> str:
    """How many of the values compared were asked for, and not given."""
    requests = sum(each.requested for each in panel.numbers)
    if not requests:
        return ""
    sentence = language.ngettext(
        "{number} of them was asked for, not granted.",
        "{number} of them were asked for, not granted.",
        requests,
    )
    return sentence.format(number=language.number(requests))


def _words_note(panel: DrawnPanel, language: Language) -> str:
    """What is no number, and may still be the most or the least of all."""
    words = [each for each in panel.drawn if each.mark.low is None]
    if not words:
        return ""
    sentence = language.gettext("“{value}” for {label}")
    said = [sentence.format(**_fields(each, language)) for each in words]
    return language.gettext("Stated in words only: {values}.").format(values=language.listed(said))


def _joined(sentences: Sequence[str], language: Language) -> str:
    said = [sentence for sentence in sentences if sentence]
    both = language.gettext("{first} {other}")
    return reduce(lambda first, other: both.format(first=first, other=other), said) if said else ""


_TELLERS: dict[Finding, _Teller] = {
    Finding.LARGEST: _largest,
    Finding.SHARE: _share,
    Finding.RIVALS: _rivals,
    Finding.REQUESTED: _requested,
    Finding.RANGE: _range,
    Finding.RANK: _rank,
}
