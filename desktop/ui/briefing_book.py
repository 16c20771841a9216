"""The briefing as the window holds it: the value of the moment, kept at each change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.domain.briefing import Briefing, BriefingStore, Item
from desktop.domain.briefing_merge import reconciled

# Typing is written so long after the first key that is not on the disk yet.
TYPING_MS = 400
# So often a disk that refused is asked again.
RETRY_MS = 10_000


class BriefingBook(QObject):
    """Holds the briefing of the moment; `changed` tells that it is another one.

    Each change is on the disk at once, typing after 400 ms at most. `state_changed` tells that
    `is_saved` or `is_kept` may have changed. `chosen` is the key of the meeting or item that one
    was at last.
    """

    changed = Signal()
    state_changed = Signal()

    def __init__(self, store: BriefingStore) -> None:
        super().__init__()
        self._store = store
        self._briefing: Briefing | None = None
        self._is_saved = True
        self.chosen = ""
        # The briefing before and after each step; a step back undoes what it did and no more.
        self._done: list[tuple[Briefing, Briefing]] = []
        self._undone: list[tuple[Briefing, Briefing]] = []
        # The item that is being typed in: all its typing is one step.
        self._typing = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.flush)

    @property
    def briefing(self) -> Briefing:
        """The briefing of the moment, read when first asked for."""
        if self._briefing is None:
            self._briefing = self._store.read()
        return self._briefing

    @property
    def is_kept(self) -> bool:
        """Whether the disk takes what is written: False where notes last until the end only."""
        return self._store.is_kept

    @property
    def is_saved(self) -> bool:
        """Whether the disk has all that was changed."""
        return self._is_saved

    @property
    def set_aside(self) -> str:
        """Where a damaged file was put, unchanged, to begin a new one; "" if none was."""
        return self._store.set_aside

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def holds(self, record_id: str) -> bool:
        """Whether the record is saved for any meeting."""
        return self.briefing.holds(record_id)

    def add(self, record_id: str, meeting: str | None = None) -> None:
        """Save a record for a meeting (its key), or for the first one; once for each meeting."""
        self.change(self.briefing.with_item(Item(record_id), meeting))

    def change(self, briefing: Briefing) -> None:
        """Put another briefing in the place of this one, as a step, on the disk at once."""
        self._typing = ""
        if briefing != self.briefing:
            self._done.append((self.briefing, briefing))
            self._undone.clear()
            self._set(briefing)
            self._write()

    def type_note(self, key: str, note: str) -> None:
        """Set the note of an item that someone is typing."""
        briefing = self.briefing.noted(key, note)
        if briefing == self.briefing:
            return
        before = self.briefing
        if self._typing == key and self._done:
            before = self._done.pop()[0]
        self._typing = key
        self._done.append((before, briefing))
        self._undone.clear()
        self._is_saved = False
        # Not put off by each key: who types on and on is saved too.
        if not self._timer.isActive():
            self._timer.start(TYPING_MS)
        self._set(briefing)
        self.state_changed.emit()

    def flush(self) -> None:
        """Write what is not on the disk yet; what is typed after it is another step."""
        self._typing = ""
        if not self._is_saved:
            self._write()

    def undo(self) -> None:
        """Take back the last step, and nothing that came from elsewhere meanwhile."""
        self._step(self._done, self._undone)

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        self._step(self._undone, self._done)

    def _step(
        self, taken: list[tuple[Briefing, Briefing]], other: list[tuple[Briefing, Briefing]]
    ) -> None:
        if not taken:
            return
        self._typing = ""
        target, source = taken.pop()
        other.append((source, target))
        self._set(reconciled(source, target, self.briefing))
        self._write()

    def _set(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self.changed.emit()

    def _write(self) -> None:
        self._timer.stop()
        written = self.briefing
        kept = self._store.write(written)
        self._is_saved = self._store.is_kept
        if not self._is_saved:
            self._timer.start(RETRY_MS)
        if kept != written:
            self._set(kept)
        self.state_changed.emit()
