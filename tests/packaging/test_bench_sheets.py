"""The rival in the measurement of sheets: it has to say as much as the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import bench_sheets
from pytestqt.qtbot import QtBot

from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of
from tests.sheets.one_page.paper.order import row_texts
from tests.sheets.one_page.paper.reading import sides_of, squeezed


def test_the_rival_says_what_the_sheet_says_on_one_page(
    qtbot: QtBot, library: Library, languages: Mapping[str, Language], tmp_path: Path
) -> None:
    sheet = sheet_of(library, SheetOrder(sheet_ids(library)[0], ("fr",)), languages["fr"])
    path = tmp_path / "rival.pdf"
    bench_sheets.draw_with_qt(bench_sheets.as_html(sheet), path)
    (side,) = sides_of(path.read_bytes())
    assert (round(side.width), round(side.height)) == (595, 842)
    page = squeezed(side.text)
    texts = [text for block in sheet.blocks for row in block.rows for text in row_texts(row)]
    assert sum(map(len, map(squeezed, texts))) <= len(page)
    for text in (sheet.title, sheet.caveat, sheet.blocks[0].heading):
        assert squeezed(text) in page
