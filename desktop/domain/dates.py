"""Dates as precise as the source states them, and the periods between two of them."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2018`, `2022-09` or `2020-07-14`; ValueError for anything else or no such day."""
        if not (parts := _DATE.fullmatch(text)):
            raise ValueError(text)
        date = cls(*(int(part) for part in parts.groups() if part is not None))
        date.first_day()
        return date

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def first_day(self) -> datetime.date:
        """The earliest day that the date can mean."""
        month = 1 if self.month is None else self.month
        return datetime.date(self.year, month, 1 if self.day is None else self.day)

    def last_day(self) -> datetime.date:
        """The latest day that the date can mean."""
        if self.day is not None:
            return self.first_day()
        month = self.month or 12
        return datetime.date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = (self.year, self.month, self.day)
        return "-".join(
            f"{part:0{width}d}"
            for part, width in zip(parts, (4, 2, 2), strict=True)
            if part is not None
        )


@dataclass(frozen=True, slots=True)
class Period:
    """A span between two dates; an end that the source leaves open is None.

    A single date is a period whose two ends are equal.
    """

    start: PartialDate | None
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2018`, `2013..2018`, `2022-09..` or `..2025`; ValueError for anything else."""
        if ".." not in text:
            date = PartialDate.parse(text)
            return cls(date, date)
        first, last = text.split("..", 1)
        start = PartialDate.parse(first) if first else None
        end = PartialDate.parse(last) if last else None
        if start is None and end is None:
            raise ValueError(text)
        if start and end and start.first_day() > end.last_day():
            raise ValueError(text)
        return cls(start, end)

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """The dates that the source states, in order, each once."""
        stated = (date for date in (self.start, self.end) if date is not None)
        return tuple(dict.fromkeys(stated))

    def age_in_years(self, today: datetime.date) -> int | None:
        """Whole years from the last day that the period can mean to `today`.

        None for a period that is still open or that ends in the future: it has no age yet.
        """
        if self.end is None:
            return None
        last = self.end.last_day()
        if last > today:
            return None
        return today.year - last.year - ((today.month, today.day) < (last.month, last.day))

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or ''}..{self.end or ''}"
