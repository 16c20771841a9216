"""The briefing as the window holds it: the value of the moment, kept at each change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.briefing import Briefing, BriefingStore


class BriefingBook(QObject):
    """Holds the briefing of the moment; `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, store: BriefingStore) -> None:
        super().__init__()
        self._store = store
        self._briefing: Briefing | None = None

    @property
    def briefing(self) -> Briefing:
        """The briefing of the moment, read when first asked for."""
        if self._briefing is None:
            self._briefing = self._store.read()
        return self._briefing

    def holds(self, record_id: str) -> bool:
        """Whether the record is saved for any meeting."""
        return any(
            item.record == record_id for meeting in self.briefing.meetings for item in meeting.items
        )

    def add(self, record_id: str, meeting: str | None = None) -> None:
        """Save a record for a meeting (its key), or for the first one; once for each meeting."""
        raise NotImplementedError
