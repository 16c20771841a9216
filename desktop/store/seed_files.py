"""The seeds as files: each table of each TOML file as a checked seed, or the mistakes in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pydantic import BaseModel, ValidationError

from desktop.domain.problems import N_
from desktop.store import seed_values
from desktop.store.chart_seeds import CHART, ChartSeed
from desktop.store.seeds import MODELS, Seed
from desktop.store.sheet_seeds import SHEET, SheetSeed

NOT_TOML = N_("The file is no valid TOML ({detail}): mend it there.")
UNKNOWN_KIND = N_("“{value}” is no kind of record: write one of {kinds}.")
NOT_TABLES = N_("Write each record as a table of its own, [[{kind}]].")
UNKNOWN_KEY = N_("The key is unknown: take it out, or see the list of keys in seeds/README.md.")
MISSING_KEY = N_("The key is missing: add it.")
BAD_CHOICE = N_("“{value}” is not allowed here: write {expected}.")
BAD_VALUE = N_("“{value}” does not fit: {detail}.")

_FINGERPRINTS = "fingerprints"
_TABLES: Mapping[str, type[BaseModel]] = {**MODELS, CHART: ChartSeed, SHEET: SheetSeed}
_AnySeed = Seed | ChartSeed | SheetSeed


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where it stands, and a sentence (with its fields) on what to do."""

    file: str
    record: str
    key: str
    message: str
    fields: dict[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Entry:
    """A seed with the file and the country that it stands in."""

    file: str
    country: str
    seed: Seed


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """A chart with the file and the country that it stands in."""

    file: str
    country: str
    seed: ChartSeed


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """What is chosen for a sheet, with the file and the country that it stands in."""

    file: str
    country: str
    seed: SheetSeed


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """What the files hold: the seeds, the ids of all records (those with mistakes too), mistakes.

    Charts and sheets are no records: nothing can name them.
    """

    entries: list[Entry]
    charts: list[ChartEntry]
    sheets: list[SheetEntry]
    ids: frozenset[str]
    mistakes: list[Mistake]


def read_files(folder: Path, languages: tuple[str, ...]) -> SeedFiles:
    """Every seed of every country under `folder`, at any depth; fingerprints are no seeds."""
    found = SeedFiles([], [], [], frozenset(), [])
    ids: set[str] = set()
    for path in sorted(folder.glob("*/**/*.toml")):
        country, *inner = path.relative_to(folder).parts
        if not path.is_file() or inner[0] == _FINGERPRINTS:
            continue
        name = path.relative_to(folder).as_posix()
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            found.mistakes.append(Mistake(name, "", "", NOT_TOML, {"detail": str(error)}))
            continue
        for label, result in _seeds_in(tables, name, languages):
            if not label.startswith((f"{CHART}/", f"{SHEET}/")):
                ids.add(label)
            match result:
                case Mistake():
                    found.mistakes.append(result)
                case ChartSeed():
                    found.charts.append(ChartEntry(name, country, result))
                case SheetSeed():
                    found.sheets.append(SheetEntry(name, country, result))
                case Seed():
                    found.entries.append(Entry(name, country, result))
    return SeedFiles(found.entries, found.charts, found.sheets, frozenset(ids), found.mistakes)


def _seeds_in(
    tables: Mapping[str, object], file: str, languages: tuple[str, ...]
) -> Iterator[tuple[str, _AnySeed | Mistake]]:
    """Each record's id with its seed, or with each mistake in it."""
    for kind, rows in tables.items():
        if kind not in _TABLES:
            fields: dict[str, object] = {"value": kind, "kinds": ", ".join(_TABLES)}
            yield "", Mistake(file, "", kind, UNKNOWN_KIND, fields)
        elif not isinstance(rows, list):
            yield "", Mistake(file, "", kind, NOT_TABLES, {"kind": kind})
        else:
            for number, row in enumerate(cast("list[object]", rows), start=1):
                label = f"{kind}/{_id_in(row) or f'#{number}'}"
                for result in _seed(kind, row, file, label, languages):
                    yield label, result


def _id_in(row: object) -> object:
    return cast("dict[str, object]", row).get("id") if isinstance(row, dict) else None


def _seed(
    kind: str, row: object, file: str, label: str, languages: tuple[str, ...]
) -> Iterator[_AnySeed | Mistake]:
    try:
        seed = _TABLES[kind].model_validate(row, context={seed_values.LANGUAGES: languages})
    except ValidationError as error:
        yield from _explain(error, file, label)
        return
    yield cast("_AnySeed", seed)


def _explain(error: ValidationError, file: str, record: str) -> Iterator[Mistake]:
    for detail in error.errors(include_url=False):
        key = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        fields: dict[str, object] = dict(detail.get("ctx", {}))
        match detail["type"]:
            case seed_values.OWN_ERROR:
                message = str(fields.pop(seed_values.SENTENCE))
            case "extra_forbidden":
                message = UNKNOWN_KEY
            case "missing":
                message = MISSING_KEY
            case "literal_error" | "enum":
                message = BAD_CHOICE
                fields["value"] = detail["input"]
            case _:
                message = BAD_VALUE
                fields.update(value=detail["input"], detail=detail["msg"])
        yield Mistake(file, record, key, message, fields)
