"""Where one is, and the way back: the history of a window."""

from __future__ import annotations

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


class History:
    """Addresses visited, with a current one."""

    def __init__(self) -> None:
        self._visited: list[Address] = []
        self._current = -1

    @property
    def current(self) -> Address | None:
        """Where one is; None before the first visit."""
        return self._visited[self._current] if self._visited else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier address."""
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back from a later address."""
        return self._current + 1 < len(self._visited)

    def visit(self, address: Address) -> None:
        """Go to a new address; what lay ahead is forgotten. Visiting the current one is none."""
        if address != self.current:
            self._visited[self._current + 1 :] = [address]
            self._current += 1

    def replace(self, address: Address) -> None:
        """Change the current address without a step: a query that is still being typed."""
        if self._visited:
            self._visited[self._current] = address
        else:
            self.visit(address)

    def back(self) -> Address:
        """One step back."""
        self._current -= 1
        return self._visited[self._current]

    def forward(self) -> Address:
        """One step forward."""
        self._current += 1
        return self._visited[self._current]
