"""What is chosen for the sheets of an atlas, written as rows and read by plain SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from desktop.domain.records import Citation
from desktop.domain.sheet_specs import ChosenFigure, SheetSpec, TalkingPoint
from desktop.domain.text import Text
from desktop.store.charts import Rows

SHEET_COLUMNS = ("subject", "country", "chart")
TEXT_COLUMNS = ("sheet", "field", "language", "body")
ITEM_COLUMNS = ("sheet", "part", "number", "record")
CITATION_COLUMNS = ("sheet", "document", "section", "paragraph")

FIGURE, POINT, DISAGREEMENT = "figure", "point", "disagreement"

# What is chosen of a sheet, part by part: the records of each choice, the leading one first.
_Items = dict[str, dict[int, list[str]]]


def items_of(spec: SheetSpec) -> Iterator[tuple[str, int, int, str]]:
    """(part, number, position, record) of every record that is chosen; `read_sheets` undoes it."""
    choices: tuple[tuple[str, list[tuple[str, ...]]], ...] = (
        (FIGURE, [(each.figure, each.beside) for each in spec.figures]),
        (POINT, [(point.figure, *point.records) for point in spec.points]),
        (DISAGREEMENT, [(each,) for each in spec.disagreements]),
    )
    for part, chosen in choices:
        for number, records in enumerate(chosen):
            for position, record in enumerate(filter(None, records)):
                yield part, number, position, record


def read_sheets(rows: Rows, languages: Sequence[str]) -> tuple[SheetSpec, ...]:
    """Every spec, in the order of the seeds."""
    texts: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for sheet, field, language, body in rows(f"SELECT {', '.join(TEXT_COLUMNS)} FROM sheettext"):
        texts[sheet].setdefault(field, {})[language] = body
    items: defaultdict[str, _Items] = defaultdict(dict)
    chosen = (
        f"SELECT {', '.join(ITEM_COLUMNS)} FROM sheetitem ORDER BY sheet, part, number, position"
    )
    for sheet, part, number, record in rows(chosen):
        items[sheet].setdefault(part, {}).setdefault(int(number), []).append(record)
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    cited = f"SELECT {', '.join(CITATION_COLUMNS)} FROM sheetcitation ORDER BY sheet, position"
    for sheet, document, section, paragraph in rows(cited):
        citations[sheet].append(Citation(document, section, int(paragraph)))
    sheets = rows(f"SELECT {', '.join(SHEET_COLUMNS)} FROM sheet ORDER BY position")
    return tuple(
        _sheet(row, texts[row[0]], items[row[0]], citations[row[0]], languages) for row in sheets
    )


def _sheet(
    row: tuple[Any, ...],
    texts: dict[str, dict[str, str]],
    items: _Items,
    citations: Sequence[Citation],
    languages: Sequence[str],
) -> SheetSpec:
    subject, country, chart = row
    told = {
        field: Text({language: bodies[language] for language in languages})
        for field, bodies in texts.items()
    }
    return SheetSpec(
        subject=subject,
        country=country,
        short=told.get("short"),
        competences=told.get("competences"),
        citations=tuple(citations),
        figures=tuple(
            ChosenFigure(
                figure,
                "".join(beside),
                told.get(f"figure.{number}.scope"),
                told.get(f"figure.{number}.label"),
            )
            for number, (figure, *beside) in items.get(FIGURE, {}).items()
        ),
        chart=chart,
        points=tuple(
            TalkingPoint(
                told[f"point.{number}.text"],
                figure,
                tuple(others),
                told.get(f"point.{number}.line"),
            )
            for number, (figure, *others) in items.get(POINT, {}).items()
        ),
        disagreements=tuple(record for (record,) in items.get(DISAGREEMENT, {}).values()),
    )
