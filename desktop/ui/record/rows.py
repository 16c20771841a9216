"""The rows of a record page: what stands side by side, and what opens below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.ui.look.typography import Space, space
from desktop.ui.record.fact_view import FactView


@dataclass(frozen=True)
class Row:
    """Widgets side by side, in columns of one width, at a distance below the row above."""

    gap: Space
    widgets: tuple[QWidget, ...]
    columns: int = 1

    def column_width(self, width: int) -> int:
        """How wide each column is, where the row is so wide."""
        return (width - (self.columns - 1) * space(Space.WIDE)) // self.columns


def fact_rows(views: Sequence[FactView], columns: int, gap: Space, width: int) -> Iterator[Row]:
    """Short facts in columns, others over the whole width; passports below their row."""
    row: list[FactView] = []
    for view in views:
        if row and view.is_narrow and row[0].is_narrow and len(row) < columns:
            row.append(view)
            continue
        yield from _with_passports(row, columns, gap, width)
        gap = Space.MEDIUM if row else gap
        row = [view]
    yield from _with_passports(row, columns, gap, width)


def _with_passports(
    views: Sequence[FactView], columns: int, gap: Space, width: int
) -> Iterator[Row]:
    if not views:
        return
    row = Row(gap, tuple(views), columns if views[0].is_narrow else 1)
    _level(views, row.column_width(width))
    yield row
    for view in views:
        if view.passport:
            yield Row(Space.SMALL, (view.passport,))


def _level(views: Sequence[FactView], width: int) -> None:
    """Put the values of facts that stand side by side on one line, however high the labels."""
    room = max(view.label_height(width) for view in views) if len(views) > 1 else 0
    for view in views:
        view.level(room)
