"""What must be said with a headline: of what time, kind and panel the values compared are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from desktop.domain.records import Basis
from desktop.l10n.language import Language
from desktop.sheets.charts.marks import Drawn, DrawnPanel


def caveats(panel: DrawnPanel, panels: Sequence[DrawnPanel], language: Language) -> str:
    """Which of several panels was compared, and all without which its values mislead."""
    notes = [_panel_note(panel, panels, language)] if len(panels) > 1 else []
    tellers = (_time_note, _basis_note, _request_note, words_note)
    return joined([*notes, *(note(panel, language) for note in tellers)], language)


def joined(sentences: Sequence[str], language: Language) -> str:
    """Sentences one after another; those that are empty are left out."""
    said = [sentence for sentence in sentences if sentence]
    both = language.gettext("{first} {other}")
    return reduce(lambda first, other: both.format(first=first, other=other), said) if said else ""


def label_of(drawn: Drawn, language: Language) -> str:
    """The label of a mark, in quotation marks."""
    return language.gettext("“{title}”").format(title=drawn.mark.label)


def _panel_note(panel: DrawnPanel, panels: Sequence[DrawnPanel], language: Language) -> str:
    """Which of several panels was compared; of those with one title the unit tells it."""
    title, unit = panel.panel.title, panel.panel.unit
    if sum(each.panel.title == title for each in panels) > 1:
        return language.gettext("Compared here: “{title}” ({unit}).").format(title=title, unit=unit)
    return language.gettext("Compared here: “{title}”.").format(title=title)


def _time_note(panel: DrawnPanel, language: Language) -> str:
    """That values compared do not speak of one time, or that no document says of which."""
    periods = {each.figure.period for each in panel.numbers}
    if periods == {None}:
        return language.gettext("No year is stated for any of them.")
    if None in periods:
        return language.gettext("Their years differ or are not all stated.")
    return language.gettext("They are not all of the same time.") if len(periods) > 1 else ""


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


def words_note(panel: DrawnPanel, language: Language) -> str:
    """What is no number, and may still be the most or the least of all."""
    words = [each for each in panel.drawn if each.mark.low is None]
    if not words:
        return ""
    sentence = language.gettext("“{value}” for {label}")
    said = [
        sentence.format(value=each.mark.value, label=label_of(each, language)) for each in words
    ]
    return language.gettext("Stated in words only: {values}.").format(values=language.listed(said))
