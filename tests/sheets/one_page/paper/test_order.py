"""The check of order and notes, which must be able to fail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.paper.fitting import trimmed
from desktop.sheets.one_page.parts import Entry, Form, KeyFigure, Sheet, Zone
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of
from tests.sheets.one_page.paper.order import (
    found_on,
    in_reading_order,
    numbered,
    row_texts,
    source_texts,
)


@pytest.fixture(scope="module")
def sheet(library: Library, languages: Mapping[str, Language]) -> Sheet:
    return sheet_of(library, SheetOrder(sheet_ids(library)[0], ("en",)), languages["en"])


def written(sheet: Sheet) -> str:
    """All that a page of the sheet has to say, in one run."""
    notes = numbered(sheet)
    parts = [sheet.title, sheet.subtitle, sheet.edition, sheet.cutoff, sheet.prepared]
    for zone in Zone:
        for block in (block for block in sheet.blocks if block.zone is zone):
            parts += [block.heading if block.form is not Form.TEXT else "", block.missing]
            parts += block.columns
            for row in in_reading_order(block):
                first, *rest = filter(None, row_texts(row))
                parts += [first, str(notes.get(frozenset(row.citations), "")), *rest]
                if isinstance(row, KeyFigure):
                    parts += [
                        f"{other.text}{notes[frozenset(other.citations)]}" for other in row.others
                    ]
    parts.append(sheet.chart.headline if sheet.chart else sheet.chart_left_out)
    foot = [sheet.sources_heading, *source_texts(sheet), sheet.citation, sheet.caveat]
    return "\n".join([*parts, *foot])


def test_a_page_that_says_all_has_no_faults(sheet: Sheet) -> None:
    found = found_on(sheet, written(sheet))
    assert found.faults == ()
    assert found.sheet == sheet


def test_rows_that_were_left_out_are_known_and_must_be_counted(sheet: Sheet) -> None:
    name = next(block.name for block in sheet.blocks if len(block.rows) > 2)
    short = trimmed(sheet, [name, name])
    found = found_on(sheet, written(short))
    assert found.faults == ()
    assert found.sheet == short
    block = short.block(name)
    assert block
    assert block.missing
    silent = written(short).replace(f"\n{block.missing}\n", "\n")
    assert any(name in fault for fault in found_on(sheet, silent).faults)


def test_a_chart_that_was_left_out_must_be_told_of(sheet: Sheet) -> None:
    assert sheet.chart
    silent = replace(sheet, chart=None, chart_left_out="")
    assert any("chart" in fault for fault in found_on(sheet, written(silent)).faults)


def test_a_block_in_another_place_is_found(sheet: Sheet) -> None:
    swapped = replace(sheet, blocks=tuple(reversed(sheet.blocks)))
    assert found_on(sheet, written(replace(swapped, sources=sheet.sources))).faults


def test_a_missing_text_is_found(sheet: Sheet) -> None:
    for text in (sheet.edition, sheet.caveat, sheet.blocks[0].rows[0], sheet.title):
        lost = text.text if isinstance(text, Entry) else str(text)
        assert found_on(sheet, written(sheet).replace(lost, "")).faults, lost


def test_wrong_notes_and_sources_are_found(sheet: Sheet) -> None:
    (block, *_rest) = (block for block in sheet.blocks if len(block.rows) > 2)
    one, *rows = block.rows
    other = next(row for row in rows if row.citations != one.citations)
    turned = replace(block, rows=(replace(one, citations=other.citations), *rows))
    page = written(
        replace(sheet, blocks=tuple(turned if each is block else each for each in sheet.blocks))
    )
    faults = found_on(sheet, page).faults
    assert any("is not followed by its note" in fault for fault in faults)
    assert any(fault.startswith("source ") for fault in faults)
    lost = written(sheet).replace(source_texts(sheet)[-1], "")
    assert any(fault.startswith("source ") for fault in found_on(sheet, lost).faults)


def test_a_row_without_a_source_is_found(sheet: Sheet) -> None:
    block = next(block for block in sheet.blocks if block.rows[0].records)
    bare = replace(block, rows=tuple(replace(row, citations=()) for row in block.rows))
    without = replace(sheet, blocks=tuple(bare if b is block else b for b in sheet.blocks))
    assert any("has no source" in fault for fault in found_on(without, written(sheet)).faults)


def test_a_block_that_goes_silently_is_found(sheet: Sheet) -> None:
    block = sheet.blocks[1]
    silent = replace(block, left_out=("",) * len(block.left_out))
    page = written(replace(sheet, blocks=(sheet.blocks[0], *sheet.blocks[2:])))
    without = replace(sheet, blocks=(sheet.blocks[0], silent, *sheet.blocks[2:]))
    assert any("without a word" in fault for fault in found_on(without, page).faults)
