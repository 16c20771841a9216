"""What a sheet remembers of itself."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.records import Record
from desktop.domain.sheet_orders import SheetOrder


@dataclass(frozen=True, slots=True)
class SheetMemory:
    """A sheet that was saved: the order it was made to, its title, and each fact as it was then.

    `edition` is that of the atlas then, `program` what made it. `records` stand in reading order,
    with no links; `languages` are those that their texts were written in.
    """

    order: SheetOrder
    edition: str
    program: str
    title: str
    languages: tuple[str, ...]
    records: tuple[Record, ...]
