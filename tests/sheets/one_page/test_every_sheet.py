"""Every sheet, in every language and layout, held to what a sheet promises.

What is asked of a page stands in `paper`. By default a fair sample of the sheets is held to it;
`pytest -m "sweep or not sweep"` takes all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

import pytest

from desktop import bundled
from desktop.domain.library import Library
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.parts import Form, Sheet
from desktop.sheets.one_page.sheet import sheets_of
from desktop.sheets.one_page.subject.freshness import cutoff_text
from desktop.store.reader import AtlasLibrary
from tests.sheets.one_page.paper import document, inking, orders, tagging
from tests.sheets.one_page.paper.database import Database, digits_of, number_faults
from tests.sheets.one_page.paper.order import Found, found_on
from tests.sheets.one_page.paper.reading import Side, sides_of, squeezed

Languages = Mapping[str, Language]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "subject" in metafunc.fixturenames:
        library = AtlasLibrary.open(bundled.atlas())
        subjects = orders.subjects(library)
        library.close()
        metafunc.parametrize(
            ("number", "subject"),
            [
                pytest.param(
                    number,
                    subject,
                    marks=[] if orders.is_sampled(subject, subjects) else [pytest.mark.sweep],
                    id=subject,
                )
                for number, subject in enumerate(subjects)
            ],
        )


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    opened = Database(bundled.atlas())
    yield opened
    opened.close()


@pytest.mark.parametrize("layout", list(Layout))
def test_a_sheet_keeps_every_promise(
    library: Library,
    languages: Languages,
    database: Database,
    number: int,
    subject: str,
    layout: Layout,
) -> None:
    wanted = orders.orders_of(subject, layout, number)
    faults = "\n".join(faults_of(library, languages, database, wanted))
    assert not faults, faults


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("name", ["bare", "pillar", "theme", "full"])
def test_a_mission_sheet_keeps_every_promise(
    library: Library, languages: Languages, database: Database, name: str, layout: Layout
) -> None:
    wanted = orders.mission_orders(orders.missions(library)[name], layout)
    faults = "\n".join(faults_of(library, languages, database, wanted))
    assert not faults, faults


_DIGESTS = """
import hashlib, sys
from desktop import bundled
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import languages_in
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.sheet import sheets_of
from desktop.store.reader import AtlasLibrary

library, languages = AtlasLibrary.open(bundled.atlas()), languages_in(bundled.catalogs())
for subject in sys.argv[1:]:
    for order in (SheetOrder(subject, ("fr",)), SheetOrder(subject, ("nl", "en"), Layout.FACES)):
        content = paper_of(library, order, languages).pdf()
        print(subject, order.layout, hashlib.sha256(content).hexdigest())
"""


def test_another_process_makes_the_same_bytes(library: Library) -> None:
    subjects = orders.subjects(library)[::40]
    printed = [
        subprocess.run(
            [sys.executable, "-c", _DIGESTS, *subjects],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(printed[0].splitlines()) == 2 * len(subjects)
    assert printed[0] == printed[1]


def test_a_sheet_is_the_same_alone_and_among_all_languages(
    library: Library, languages: Languages
) -> None:
    for subject in orders.subjects(library)[::40]:
        wanted = orders.orders_of(subject, Layout.SINGLE, 0)
        for order, content in orders.made(library, wanted, languages):
            assert paper_of(library, order, languages).pdf() == content


def faults_of(
    library: Library, languages: Languages, database: Database, wanted: Sequence[SheetOrder]
) -> Iterator[str]:
    """What is wrong with the sheets of these orders, which differ in language alone."""
    shown: list[Found] = []
    for order, content in orders.made(library, wanted, languages):
        sheets = sheets_of(library, order, languages)
        sides = sides_of(content)
        found = _found(sheets, sides)
        shown += found
        name = "+".join(order.languages)
        faults = [
            *_document_faults(sheets, order.layout, content, found),
            *(fault for side in sides for fault in _page_faults(side, order.layout)),
            *_tag_faults(found, sides, document.language_of(document.reader_of(content))),
            *(fault for each in found for fault in each.faults),
            *(
                fault
                for each, code in zip(found, order.languages, strict=True)
                for fault in number_faults(each.sheet, code, database)
            ),
            *_cutoff_faults(library, [languages[code] for code in order.languages], found, sides),
        ]
        yield from (f"{name}: {fault}" for fault in faults)
    yield from _differences([each.sheet for each in shown])


def _cutoff_faults(
    library: Library, languages: Sequence[Language], found: Sequence[Found], sides: Sequence[Side]
) -> Iterator[str]:
    """What the pages do not say of how far the facts reach that are on them."""
    said = squeezed("".join(side.text for side in sides))
    for each, language in zip(found, languages, strict=True):
        cutoff = cutoff_text(library, each.sheet, language)
        if squeezed(cutoff) not in said:
            yield f"it does not say “{cutoff}”"


def _found(sheets: Sequence[Sheet], sides: Sequence[Side]) -> list[Found]:
    """Each sheet as its page has it: of two on one page, each on its own."""
    if len(sides) == len(sheets):
        pairs = zip(sheets, sides, strict=True)
        return [found_on(sheet, side.root.text) for sheet, side in pairs]
    texts = [text for side in sides for text in tagging.texts_by_heading(side)]
    texts += [""] * (len(sheets) - len(texts))
    return [found_on(sheet, text) for sheet, text in zip(sheets, texts, strict=False)]


def _document_faults(
    sheets: Sequence[Sheet], layout: Layout, content: bytes, found: Sequence[Found]
) -> Iterator[str]:
    reader = document.reader_of(content)
    pages = 2 if layout is Layout.FACES else 1
    yield from document.size_faults(reader, orders.SIZES[layout], pages)
    yield from document.standard_faults(content)
    yield from document.identifier_faults(reader)
    yield from document.property_faults(reader, sheets[0].document_title, sheets[0].date)
    yield from document.font_faults(reader)
    records = {record for each in found for record in each.sheet.records}
    yield from document.attachment_faults(reader, sorted(records))
    if document.language_of(reader) != _tag(sheets[0]):
        yield f"the document is in “{document.language_of(reader)}”, not {_tag(sheets[0])}"


def _page_faults(side: Side, layout: Layout) -> Iterator[str]:
    across, above, below = orders.MARGINS[layout]
    yield from inking.in_margins(side, sides=across, top=above, bottom=below)
    yield from inking.overlapping_words(side)
    yield from inking.overlapping_blocks(side)
    yield from inking.undrawn(side)
    yield from inking.pale(side)
    if squeezed(side.text) != squeezed(side.root.text):
        yield "what one selects is not what the tags say"
    if side.loose.strip():
        yield f"“{side.loose}” is on the page and in no tag"


def _tag_faults(found: Sequence[Found], sides: Sequence[Side], language: str) -> Iterator[str]:
    sheets = [each.sheet for each in found]
    for side, on_it in zip(sides, _on_sides(sheets, sides), strict=True):
        yield from tagging.heading_faults(side, [sheet.title for sheet in on_it])
        yield from tagging.table_faults(side)
        yield from tagging.figure_faults(side, [*_spoken(on_it, side)])
        expected = {_tag(sheet) for sheet in on_it}
        said = tagging.languages_of(side, language)
        if said != expected:
            yield f"the texts are tagged as {sorted(said)}, not {sorted(expected)}"


def _on_sides(sheets: Sequence[Sheet], sides: Sequence[Side]) -> list[Sequence[Sheet]]:
    return [[sheet] for sheet in sheets] if len(sides) == len(sheets) else [sheets]


def _spoken(sheets: Sequence[Sheet], side: Side) -> Iterator[str]:
    """What the pictures of a page must say: its map, and its chart where there was room for it."""
    for sheet in sheets:
        if sheet.map:
            yield sheet.map.spoken
        if sheet.chart and squeezed(sheet.chart.headline) in squeezed(side.text):
            yield sheet.chart.described


def _tag(sheet: Sheet) -> str:
    return sheet.territory_code.replace("_", "-")


def _differences(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What the pages in several languages do not have in common."""
    first = sheets[0]
    for other in sheets[1:]:
        where = f"{_tag(first)} and {_tag(other)} differ"
        if [block.name for block in first.blocks] != [block.name for block in other.blocks]:
            yield f"{where} in their blocks"
            continue
        for block, same in zip(first.blocks, other.blocks, strict=True):
            rows, others = (
                [(row.records, row.citations) for row in each.rows] for each in (block, same)
            )
            if rows != others:
                yield f"{where} in the rows of “{block.name}”: {len(rows)} and {len(others)}"
            elif block.form is Form.FIGURES and _digits(block.rows) != _digits(same.rows):
                yield f"{where} in the figures of “{block.name}”"


def _digits(rows: Sequence[object]) -> list[object]:
    return [digits_of(str(getattr(row, "value", ""))) for row in rows]
