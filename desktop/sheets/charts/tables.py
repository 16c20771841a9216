"""The same chart as a table, for those who read rows, and as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io

from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel, ChartTable


def chart_table(page: ChartPage, language: Language) -> ChartTable:
    """Every value with its period and scope; of several panels each is named in the last column."""
    tr = language.gettext
    header = (tr("Figure"), tr("Value"), tr("Period"), tr("Scope"))
    several = len(page.panels) > 1
    return ChartTable(
        (*header, tr("Group")) if several else header,
        tuple(
            (*_said(mark), panel.title) if several else _said(mark)
            for panel in page.panels
            for mark in panel.marks
        ),
    )


def chart_csv(page: ChartPage, language: Language) -> str:
    """The table as CSV, under title, source and age.

    The last columns hold each value in numbers as it is drawn, with a point whatever the language,
    its unit, and the id of its record, or of each record that it counts.
    """
    tr = language.gettext
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for line in (page.title, page.source, page.age):
        writer.writerow((line,))
    table = chart_table(page, language)
    writer.writerow((*table.header, tr("From"), tr("To"), tr("Unit"), tr("Record")))
    marks = [(panel, mark) for panel in page.panels for mark in panel.marks]
    for row, (panel, mark) in zip(table.rows, marks, strict=True):
        writer.writerow((*row, *_numbers(panel, mark)))
    return stream.getvalue()


def _said(mark: ChartMark) -> tuple[str, str, str, str]:
    return mark.label, mark.value, mark.period, mark.scope


def _numbers(panel: ChartPanel, mark: ChartMark) -> tuple[str, ...]:
    if mark.low is None or mark.high is None:
        return "", "", "", mark.record
    records = mark.record or " ".join(mark.counted)
    return f"{mark.low:f}", f"{mark.high:f}", panel.unit, records
