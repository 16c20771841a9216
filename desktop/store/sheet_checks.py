"""Checks of what is chosen for sheets: that it exists, and that no number is made up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from desktop.domain.chart_specs import ChartSpec
from desktop.domain.problems import N_
from desktop.domain.records import Figure, Record
from desktop.domain.sheet_specs import PERIOD, VALUE, SheetSpec, cited_texts
from desktop.store.citation_checks import (
    BROKEN_LINK,
    Documents,
    Finding,
    cited_text_findings,
)
from desktop.store.sheet_seeds import SHEET

UNKNOWN_CHART = N_("There is no chart “{target}”: mend the id, or add the chart.")
TWICE = N_("“{value}” is chosen more than once: take one out.")
POINT_NUMBER = N_(
    "The number {value} is in no title, scope or period of the figure: leave it to the data."
)

NO_PLACE_FOR = N_("The line does not say where {value} belongs: write it there.")

_DIGITS = re.compile(r"\d+")


def sheet_findings(
    sheets: Sequence[SheetSpec],
    charts: Sequence[ChartSpec],
    records: Mapping[str, Record],
    ids: Collection[str],
    documents: Documents,
) -> Iterator[Finding]:
    """Every mistake of sheets that one sheet alone cannot show; `ids` are all records."""
    known_charts = {chart.id for chart in charts}
    for sheet in sheets:
        owner = f"{SHEET}/{sheet.subject}"
        for key, target in _named(sheet):
            if target not in ids:
                yield owner, key, BROKEN_LINK, {"target": target}
        if sheet.chart and sheet.chart not in known_charts:
            yield owner, "chart", UNKNOWN_CHART, {"target": sheet.chart}
        for key, value in _repeated(sheet):
            yield owner, key, TWICE, {"value": value}
        for key, value in _placeless(sheet):
            yield owner, key, NO_PLACE_FOR, {"value": value}
        for key, value in _foreign_numbers(sheet, records):
            yield owner, key, POINT_NUMBER, {"value": value}
        yield from cited_text_findings(
            owner, cited_texts(sheet), sheet.citations, documents, tuple(records.values())
        )


def _named(sheet: SheetSpec) -> Iterator[tuple[str, str]]:
    """Every record that a sheet names, with the key that names it."""
    yield "id", sheet.subject
    for number, figure in enumerate(sheet.figures):
        yield f"figure.{number}.id", figure.figure
        if figure.beside:
            yield f"figure.{number}.beside", figure.beside
    for number, point in enumerate(sheet.points):
        yield f"point.{number}.figure", point.figure
        for record in point.records:
            yield f"point.{number}.records", record
    for disagreement in sheet.disagreements:
        yield "disagreements", disagreement


def _repeated(sheet: SheetSpec) -> Iterator[tuple[str, str]]:
    figures = [id_ for each in sheet.figures for id_ in (each.figure, each.beside) if id_]
    for key, chosen in (("figure", figures), ("disagreements", sheet.disagreements)):
        for value in dict.fromkeys(chosen):
            if list(chosen).count(value) > 1:
                yield key, value


def _placeless(sheet: SheetSpec) -> Iterator[tuple[str, str]]:
    """Lines of talking points that do not say where the value of a figure goes, or its time."""
    lines = ((number, point.line) for number, point in enumerate(sheet.points) if point.line)
    for number, line in lines:
        for language, body in line.items():
            for value in (VALUE, PERIOD):
                if body.count(value) != 1:
                    yield f"point.{number}.line.{language}", value


def _foreign_numbers(sheet: SheetSpec, records: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """Numbers in what is said of figures that are no part of a name: these say the others."""
    texts = [
        (f"point.{number}.text", point.text, point.figure, point.records)
        for number, point in enumerate(sheet.points)
    ]
    texts += [
        (f"point.{number}.line", point.line, point.figure, point.records)
        for number, point in enumerate(sheet.points)
        if point.line
    ]
    texts += [
        (f"figure.{number}.scope", each.scope, each.figure, ())
        for number, each in enumerate(sheet.figures)
        if each.scope
    ]
    texts += [
        (f"figure.{number}.label", each.label, each.beside, ())
        for number, each in enumerate(sheet.figures)
        if each.label
    ]
    for key, text, figure, others in texts:
        record = records.get(figure)
        if record is None or not isinstance(record.details, Figure):
            continue
        titles = [records[other].title for other in others if other in records]
        names = (record.title, record.details.scope, *titles)
        named = [body for name in names for body in name.values()]
        known = set(_DIGITS.findall(" ".join((*named, str(record.details.period)))))
        for language, body in text.items():
            for value in sorted(set(_DIGITS.findall(body)) - known):
                yield f"{key}.{language}", value
