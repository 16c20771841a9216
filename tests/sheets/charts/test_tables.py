"""The table and the file of a chart hold the same values as the drawing."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from desktop.l10n.language import Language
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.charts.tables import chart_csv, chart_table
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY


@pytest.fixture(params=LANGUAGES)
def describer(
    request: pytest.FixtureRequest, library: AtlasLibrary, languages: dict[str, Language]
) -> Describer:
    return Describer(library, languages[request.param], TODAY)


def test_each_row_of_the_table_says_one_mark(describer: Describer):
    for spec in describer.library.charts():
        page = chart_page(describer, spec)
        table = chart_table(page, describer.language)
        marks = [(panel, mark) for panel in page.panels for mark in panel.marks]
        for row, (panel, mark) in zip(table.rows, marks, strict=True):
            assert row[:4] == (mark.label, mark.value, mark.period, mark.scope)
            assert len(row) == len(table.header)
            if len(page.panels) > 1:
                assert row[4] == panel.title


def test_the_file_begins_with_title_source_and_age(describer: Describer):
    for spec in describer.library.charts():
        page = chart_page(describer, spec)
        lines = list(csv.reader(io.StringIO(chart_csv(page, describer.language))))
        assert lines[:3] == [[page.title], [page.source], [page.age]]


def test_the_file_holds_the_drawn_numbers_with_a_point_in_every_language(describer: Describer):
    for spec in describer.library.charts():
        page = chart_page(describer, spec)
        table = chart_table(page, describer.language)
        _title, _source, _age, header, *rows = csv.reader(
            io.StringIO(chart_csv(page, describer.language))
        )
        assert tuple(header[: len(table.header)]) == table.header
        marks = [(panel, mark) for panel in page.panels for mark in panel.marks]
        for row, said, (panel, mark) in zip(rows, table.rows, marks, strict=True):
            assert tuple(row[: len(said)]) == said
            low, high, unit, record = row[len(said) :]
            assert record == (mark.record or " ".join(mark.counted))
            if mark.low is None:
                assert (low, high, unit) == ("", "", "")
            else:
                assert (Decimal(low), Decimal(high), unit) == (mark.low, mark.high, panel.unit)
