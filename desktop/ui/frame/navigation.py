"""Where one is, and the way back: the history of a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A view, the record open in it (if any), and how the view was narrowed.

    `query` is what was searched for, `filters` are the (facet, value) pairs that were chosen, and
    `beside` is the record that stands next to `record` to be compared with it.
    """

    view: str
    record: str | None = None
    query: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    beside: str | None = None


@dataclass(slots=True)
class _Stop:
    """An address that was visited, and how far its page was scrolled when one left."""

    address: Address
    scrolled: int = 0


class History:
    """Addresses visited, with a current one."""

    def __init__(self) -> None:
        self._visited: list[_Stop] = []
        self._current = -1

    @property
    def current(self) -> Address | None:
        """Where one is; None before the first visit."""
        return self._visited[self._current].address if self._visited else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier address."""
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back from a later address."""
        return self._current + 1 < len(self._visited)

    @property
    def behind(self) -> Sequence[Address]:
        """The earlier addresses, the last one first."""
        return [stop.address for stop in reversed(self._visited[: max(self._current, 0)])]

    @property
    def ahead(self) -> Sequence[Address]:
        """The addresses that one has gone back from, the next one first."""
        return [stop.address for stop in self._visited[self._current + 1 :]]

    @property
    def scrolled(self) -> int:
        """How far the page of the current address was scrolled when one left it; 0 at first."""
        return self._visited[self._current].scrolled if self._visited else 0

    def leave(self, scrolled: int) -> None:
        """Remember how far the page of the current address is scrolled."""
        if self._visited:
            self._visited[self._current].scrolled = scrolled

    def visit(self, address: Address) -> None:
        """Go to a new address; what lay ahead is forgotten. Visiting the current one is none."""
        if address != self.current:
            self._visited[self._current + 1 :] = [_Stop(address)]
            self._current += 1

    def replace(self, address: Address) -> None:
        """Change the current address without a step: a query that is still being typed."""
        if self._visited:
            self._visited[self._current].address = address
        else:
            self.visit(address)

    def go(self, steps: int) -> Address:
        """So many steps forward, or back if negative: no further than there are."""
        self._current += steps
        return self._visited[self._current].address

    def back(self) -> Address:
        """One step back."""
        return self.go(-1)

    def forward(self) -> Address:
        """One step forward."""
        return self.go(1)
