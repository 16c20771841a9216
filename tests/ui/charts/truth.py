"""What the database states, read by plain SQL, and how a language must write it.

Nothing of the program reads or writes here: it is what the program is held against.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop import bundled

_NOUGHTS = {"one": 0, "thousand": 3, "million": 6, "billion": 9}
_WORDS = {
    "nl": {"duizend": 3, "miljoen": 6, "miljard": 9},
    "fr": {"mille": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    "en": {"thousand": 3, "million": 6, "billion": 9},
}
_DECIMAL = {"nl": ",", "fr": ",", "en": "."}
_HEDGES = {
    "about": {"nl": "ongeveer", "fr": "environ", "en": "about"},
    "nearly": {"nl": "bijna", "fr": "près de", "en": "nearly"},
    "more-than": {"nl": "meer dan", "fr": "plus de", "en": "more than"},
    "less-than": {"nl": "minder dan", "fr": "moins de", "en": "less than"},
    "at-least": {"nl": "minstens", "fr": "au moins", "en": "at least"},
    "at-most": {"nl": "hoogstens", "fr": "au plus", "en": "at most"},
}
_SIGNS = {"euro": "€|euro", "percent": "%", "trl": "TRL", "square-metre": "m²"}
_PER = {
    "day": {"nl": "per dag", "fr": "par jour", "en": "per day"},
    "year": {"nl": "per jaar", "fr": "par an", "en": "per year"},
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+|[\u202f\u00a0 ]\d{3})*")
_SPACES = re.compile(r"[\u00a0\u202f\u2009]")


@dataclass(frozen=True)
class Stored:
    """A figure as the database has it, with its words in one language."""

    record: str
    title: str
    scope: str
    noun: str
    statement: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str | None
    qualifier: str
    period: str | None
    is_hatched: bool = False

    @property
    def years(self) -> set[str]:
        """The years of its period."""
        return set(re.findall(r"\d{4}", self.period or ""))


@dataclass(frozen=True)
class StoredPanel:
    """A panel of a chart as the database has it."""

    title: str
    caution: str
    figures: tuple[Stored, ...]


@dataclass(frozen=True)
class StoredChart:
    """A chart as the database has it."""

    id: str
    form: str
    title: str
    panels: tuple[StoredPanel, ...]

    @property
    def figures(self) -> list[Stored]:
        """Of all panels, in their order."""
        return [figure for panel in self.panels for figure in panel.figures]


def rows(statement: str, *values: str) -> list[tuple[Any, ...]]:
    """What a statement finds in the atlas."""
    with closing(sqlite3.connect(f"file:{bundled.atlas()}?mode=ro", uri=True)) as connection:
        return connection.execute(statement, values).fetchall()


def stored_figures(ids: Sequence[str], code: str, requested: Sequence[str] = ()) -> list[Stored]:
    """Figures by their ids, in that order."""
    return [_stored(record, code, is_requested=record in requested) for record in ids]


def stored_charts(code: str) -> list[StoredChart]:
    """Every chart that draws figures."""
    return [
        _chart(chart, form, code)
        for chart, form in rows(
            "SELECT id, form FROM chart WHERE id IN (SELECT chart FROM chartfigure) "
            "ORDER BY position"
        )
    ]


def _chart(chart: str, form: str, code: str) -> StoredChart:
    texts: dict[str, str] = dict(
        rows("SELECT field, body FROM charttext WHERE chart = ? AND language = ?", chart, code)
    )
    panels: dict[str, list[Stored]] = {}
    for panel, record, requested in rows(
        "SELECT panel, figure, requested FROM chartfigure WHERE chart = ? ORDER BY panel, position",
        chart,
    ):
        panels.setdefault(panel, []).append(_stored(record, code, is_requested=bool(requested)))
    return StoredChart(
        chart,
        form,
        texts["title"],
        tuple(
            StoredPanel(
                texts[f"panel.{number}.title"], texts.get(f"panel.{number}.caution", ""), (*own,)
            )
            for number, own in panels.items()
        ),
    )


def _stored(record: str, code: str, *, is_requested: bool) -> Stored:
    ((low, high, scale, unit, per, qualifier, basis, period),) = rows(
        "SELECT value, value_to, scale, unit, per, qualifier, basis, period "
        "FROM figure WHERE record = ?",
        record,
    )
    texts: dict[str, str] = dict(
        rows("SELECT field, body FROM text WHERE record = ? AND language = ?", record, code)
    )
    ends = [None if end is None else Decimal(end).scaleb(_NOUGHTS[scale]) for end in (low, high)]
    return Stored(
        record,
        texts["title"],
        texts["scope"],
        texts.get("counted", ""),
        texts.get("statement", ""),
        ends[0],
        ends[0] if ends[1] is None else ends[1],
        unit,
        per,
        qualifier,
        period,
        is_hatched=is_requested or basis != "reported",
    )


def plain(text: str) -> str:
    """A text with ordinary spaces alone."""
    return _SPACES.sub(" ", text)


def number_in(text: str, code: str) -> Decimal:
    """A number as a language writes it; ValueError for anything else."""
    if not _NUMBER.fullmatch(text.lstrip("−-")):
        raise ValueError(text)
    decimal = _DECIMAL[code]
    bare = re.sub(rf"[^\d{re.escape(decimal)}]", "", text).replace(decimal, ".")
    return -Decimal(bare) if text[0] in "−-" else Decimal(bare)


def noughts_in(text: str, code: str) -> int:
    """How many noughts the words of a text stand for: of the first that it has."""
    words = re.findall(r"\w+", plain(text))
    return next((_WORDS[code][word] for word in words if word in _WORDS[code]), 0)


def misspelt(text: str, figure: Stored, code: str) -> list[str]:
    """In what a written value says anything but the figure."""
    said = plain(text)
    if figure.low is None:
        return [] if said == plain(figure.statement) else [f"{said!r} is no {figure.statement!r}"]
    found: list[str] = []
    bare = plain(text).replace(plain(figure.noun), "") if figure.noun else text
    numbers = [
        number_in(each, code).scaleb(noughts_in(bare, code)) for each in _NUMBER.findall(bare)
    ]
    ends = [figure.low] if figure.qualifier != "range" else [figure.low, figure.high]
    if numbers != ends:
        found.append(f"{said!r} is not {ends}")
    if figure.noun and plain(figure.noun) not in said:
        found.append(f"{said!r} counts no {figure.noun!r}")
    hedges = {kind for kind, words in _HEDGES.items() if said.startswith(words[code] + " ")}
    expected = {figure.qualifier} - {"exact", "range"}
    if hedges != expected:
        found.append(f"{said!r} is hedged as {hedges}, not {expected}")
    if figure.per and _PER[figure.per][code] not in said:
        found.append(f"{said!r} is not per {figure.per}")
    if (sign := _SIGNS.get(figure.unit)) and not re.search(sign, said):
        found.append(f"{said!r} has no {sign}")
    return found


def misdated(text: str, figure: Stored) -> list[str]:
    """In what a written period is of another time than the figure."""
    years = set(re.findall(r"\b\d{4}\b", text))
    return [] if years == figure.years else [f"{text!r} is not {figure.period}"]
