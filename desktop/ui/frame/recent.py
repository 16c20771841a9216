"""The records that were open last, remembered from one start to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.domain.problems import UsageError
from desktop.domain.records import Record
from desktop.ui.context import Context, Settings

KEY = "recent"
MOST = 12


def recent_ids(settings: Settings) -> Sequence[str]:
    """The ids of the records that were open last, those of other editions included."""
    return settings.get(KEY, "").split()[:MOST]


class RecentRecords(QObject):
    """Ids, the newest first, kept in the settings under `recent` with spaces between them.

    `record_asked` carries the id of one that was chosen in the menu.
    """

    record_asked = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def ids(self) -> Sequence[str]:
        """The ids, the newest first, those of other editions included."""
        return recent_ids(self._context.settings)

    def records(self) -> Iterator[Record]:
        """The records, the newest first, as far as this edition has them."""
        for record_id in self.ids:
            try:
                yield self._context.library.get(record_id)
            except UsageError:
                continue

    def add(self, record_id: str) -> None:
        """Note that a record was opened."""
        ids = self.ids
        if ids[:1] != [record_id]:
            others = [other for other in ids if other != record_id]
            self._context.settings.put(KEY, " ".join([record_id, *others][:MOST]))

    def fill(self, menu: QMenu) -> None:
        """Make a menu name the records, in the language of the moment."""
        menu.clear()
        for record in self.records():
            title = record.title[self._context.language.code].replace("&", "&&")
            entry = menu.addAction(title)
            entry.triggered.connect(
                lambda _checked=False, record_id=record.id: self.record_asked.emit(record_id)
            )
        menu.setEnabled(not menu.isEmpty())
