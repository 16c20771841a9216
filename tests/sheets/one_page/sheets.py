"""Sheets for tests: real ones by id, and made-up ones of any length."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader

from desktop.domain.chart_specs import ChartForm
from desktop.domain.library import Library
from desktop.domain.records import Citation
from desktop.domain.sheet_orders import Layout, SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel, ChartTick
from desktop.sheets.one_page.paper.pdf import laid_out
from desktop.sheets.one_page.parts import (
    AnyRow,
    Block,
    Entry,
    Form,
    KeyFigure,
    MapDrawing,
    Moment,
    Sheet,
    SheetSource,
    TableRow,
    Zone,
)
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of

Languages = Mapping[str, Language]
TERRITORIES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 16">'
    '<path d="M1 1H19V15H1Z" fill="#8fb8bf"/></svg>'
)


def pdf_of(sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE) -> bytes:
    """Sheets as they fit by themselves, whatever room they need in other languages."""
    return laid_out(sheets, layout).pdf()


def country(library: Library, languages: Languages, code: str) -> Sheet:
    """The sheet of the first country of the atlas."""
    return sheet_of(library, SheetOrder(sheet_ids(library)[0], (code,)), languages[code])


def ruritania(library: Library, languages: Languages, code: str) -> Sheet:
    """The sheet of the made-up country."""
    return sheet_of(library, SheetOrder("place/ruritania", (code,)), languages[code])


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def squeezed(text: str) -> str:
    """A text without what typesetting may change: spaces, hyphens, places to break."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "-\u2060\u200b\u00ad")))


def words_of(content: bytes) -> str:
    """The text of all pages, squeezed."""
    return squeezed("".join(page.extract_text() for page in read(content).pages))


def cites(number: int) -> tuple[Citation, ...]:
    return (Citation("document/report", "section/first", number + 1),)


def _entry(number: int, text: str) -> AnyRow:
    return Entry(f"{text[:40]} {number}", text, cites(number))


def _figure(number: int, text: str) -> AnyRow:
    other = Entry("", text[:80], cites(number))
    value = f"{number} {text[:25]}"
    return KeyFigure(value, number % 3 == 2, text[:200], "2020", (other,), cites(number), text[:40])


def _row(number: int, text: str) -> AnyRow:
    return TableRow((f"{text[:60]} {number}", text, "2020"), text[:90], cites(number))


def _moment(number: int, text: str) -> AnyRow:
    day = datetime.date(2000 + number % 50, 1, 1)
    note = "plan" if number % 2 else ""
    return Moment(day, str(day.year), f"{text[:120]} {number}", note, cites(number))


MAKERS: Mapping[Form, Callable[[int, str], AnyRow]] = {
    Form.TEXT: _entry,
    Form.FIGURES: _figure,
    Form.TABLE: _row,
    Form.LIST: _entry,
    Form.RIBBON: _moment,
    Form.POINTS: _entry,
    Form.LINES: _entry,
}


def block(form: Form, zone: Zone, texts: Sequence[str], rank: int = 0, kept: int = 1) -> Block:
    """A block with a row for each text, named after its form and zone."""
    rows = tuple(MAKERS[form](number, text) for number, text in enumerate(texts))
    left_out = (*(f"{len(rows) - count} more" for count in range(len(rows))), "")
    columns = ("Name", "What", "When") if form is Form.TABLE else ()
    heading = f"Heading of {form}"
    return Block(f"{form}-{zone}", zone, form, heading, rows, left_out, columns, rank, kept)


def chart(marks: int = 3, label: str = "A value") -> ChartPage:
    """A chart of bars, with a hatched one, an open one and a gap among them."""
    values = [Decimal(number + 1) for number in range(marks)]
    drawn = tuple(
        ChartMark(
            f"figure/{number}",
            label,
            None if number == 2 else value,
            None if number == 2 else value,
            f"€ {number + 1} million",
            "2020",
            "",
            is_open=("", "up", "down")[number % 3],
            is_hatched=number == 1,
        )
        for number, value in enumerate(values)
    )
    ticks = (ChartTick(Decimal(0), "0"), ChartTick(Decimal(max(marks, 1)), str(marks)))
    panel = ChartPanel(label, "million euros", drawn, ticks)
    return ChartPage(
        "chart",
        ChartForm.BARS,
        "Title",
        "The largest is known.",
        (panel,),
        "Source: report.",
        "All from 2020.",
        "The chart in words.",
        (("hatched", "Hatched: a goal."), ("open", "Arrow: more."), ("gap", "Empty: words.")),
    )


def sheet(*blocks: Block, code: str = "en", title: str = "Ruritania", with_chart: int = 0) -> Sheet:
    """A sheet of those blocks, every source of which is in one report."""
    used = dict.fromkeys(
        citation for each in blocks for row in each.rows for citation in row.citations
    )
    sources = tuple(
        SheetSource(citation, "The report", "in English", "First", f"par. {citation.paragraph}")
        for citation in sorted(used, key=lambda citation: citation.paragraph)
    )
    return Sheet(
        subject="place/ruritania",
        kind=SheetKind.COUNTRY,
        territory_code=TERRITORIES[code],
        date=datetime.date(2026, 11, 1),
        document_title=f"Sheet: {title}",
        title=title,
        subtitle="Sheet",
        edition="Edition November 2026",
        cutoff="Data up to August 2023",
        prepared="Prepared for the minister on 3 December 2026",
        map=MapDrawing(MAP, "A map of Ruritania"),
        chart=chart(with_chart) if with_chart else None,
        blocks=blocks,
        sources_heading="Sources",
        sources=sources,
        citation="To cite this page: Valley Atlas.",
        caveat="Each figure carries the year its source gives.",
        chart_left_out="The chart is in Valley Atlas" if with_chart else "",
    )


def in_language(of: Sheet, code: str, longer: int = 1) -> Sheet:
    """The same sheet as another language has it: with texts so many times as long."""
    blocks = tuple(
        replace(
            each,
            rows=tuple(
                replace(row, text=row.text * longer) if isinstance(row, Entry) else row
                for row in each.rows
            ),
        )
        for each in of.blocks
    )
    return replace(of, territory_code=TERRITORIES[code], blocks=blocks)
