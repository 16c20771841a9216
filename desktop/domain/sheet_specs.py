"""What the seeds choose for a sheet of one page, where weight alone would choose less well."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.records import Citation
from desktop.domain.text import Text

# Stand for what the figure says in the line of a talking point.
VALUE, PERIOD = "{value}", "{period}"


@dataclass(frozen=True, slots=True)
class ChosenFigure:
    """The id of a key figure, and of the figure that it is measured against, "" for none.

    `scope` says what is measured in fewer words than the figure does, and `label` what the other
    one is in fewer than its title; None for the figure's own.
    """

    figure: str
    beside: str = ""
    scope: Text | None = None
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One claim, and the id of the figure that bears it out, with its value, year and source.

    `records` are the ids of what the claim rests on besides. `line` says the figure in a line where
    its title would not be understood there, with VALUE and PERIOD where these belong.
    """

    text: Text
    figure: str
    records: tuple[str, ...] = ()
    line: Text | None = None


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """The choices for the sheet of the record `subject`; what is empty is chosen by weight.

    `short` says the most important in two sentences, and `competences` who decides what, in fewer
    words than the record; both from the paragraphs of `citations`. `chart` is the id of a chart,
    `disagreements` the ids of those that are shown, in order.
    """

    subject: str
    country: str
    short: Text | None = None
    competences: Text | None = None
    citations: tuple[Citation, ...] = ()
    figures: tuple[ChosenFigure, ...] = ()
    chart: str = ""
    points: tuple[TalkingPoint, ...] = ()
    disagreements: tuple[str, ...] = ()


def sheet_texts(spec: SheetSpec) -> dict[str, Text]:
    """Every text of a spec by its key: `short`, `competences`, `figure.0.scope`, `point.0.text`."""
    texts = {f"point.{number}.text": point.text for number, point in enumerate(spec.points)}
    for number, point in enumerate(spec.points):
        if point.line:
            texts[f"point.{number}.line"] = point.line
    for number, figure in enumerate(spec.figures):
        if figure.scope:
            texts[f"figure.{number}.scope"] = figure.scope
        if figure.label:
            texts[f"figure.{number}.label"] = figure.label
    return {**cited_texts(spec), **texts}


def cited_texts(spec: SheetSpec) -> dict[str, Text]:
    """The texts that the citations of a spec stand behind, by their keys."""
    texts = {"short": spec.short, "competences": spec.competences}
    return {key: text for key, text in texts.items() if text}
