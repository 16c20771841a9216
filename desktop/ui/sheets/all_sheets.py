"""All sheets into a folder: in which languages, how far it is, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.problems import AtlasError
from desktop.sheets.values import error_text
from desktop.ui.background import run_in_background
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.text import set_text, text_label

_LEAST_CHARACTERS = 60
# Of what failed, so much is told at once.
_MOST_FAILURES = 5
_MINUTE = 60


class Progress(Protocol):
    """How far it is; `seconds_left` is None before that can be said."""

    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def seconds_left(self) -> float | None: ...


class Result(Protocol):
    """What came of it: the files written, and what failed, as pairs of a file's name and why."""

    @property
    def written(self) -> Sequence[Path]: ...
    @property
    def failed(self) -> Sequence[tuple[str, str]]: ...
    @property
    def is_cancelled(self) -> bool: ...


class Batch(Protocol):
    """The making of many sheets."""

    def run(
        self, on_progress: Callable[[Progress], None], is_cancelled: Callable[[], bool]
    ) -> Result:
        """Make them all, or as many as there is time for; AtlasError where none can be written."""
        ...


class AllSheetsDialog(QDialog):
    """Asks, then makes; `make` gives the batch for languages (codes) and a folder."""

    _went_on = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        make: Callable[[Sequence[str], Path], Batch],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._make = make
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = Path(QStandardPaths.writableLocation(documents)) / "valley-atlas"
        self._is_running = False
        self._is_cancelled = threading.Event()
        self._threads = QThreadPool(self)
        self._went_on.connect(self._show_progress)
        self._make_parts()
        self._lay_out()
        self._write()
        self._show_state()

    def _make_parts(self) -> None:
        self._intro = text_label("", Role.BODY)
        self.languages = {code: QCheckBox() for code in self._context.languages}
        for box in self.languages.values():
            box.setChecked(True)
            box.toggled.connect(self._show_state)
        self.path = text_label("", Role.BODY)
        self.choose = QPushButton()
        self.choose.clicked.connect(self._ask_folder)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.said = text_label("", Role.BODY)
        self.left = text_label("", Role.SMALL, "muted")
        self.buttons = QDialogButtonBox()
        self.start = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.start.clicked.connect(self.run)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        edge = space(Space.LARGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.SMALL))
        column.addWidget(self._intro)
        for box in self.languages.values():
            column.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(space(Space.SMALL))
        row.addWidget(self.path, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addSpacing(space(Space.SMALL))
        for part in (self.bar, self.said, self.left, self.buttons):
            column.addWidget(part)
        set_role(self.choose, Role.LABEL)
        for label in (self.said, self.left):
            # With room for two lines from the start: Cancel stays where it is.
            label.setMinimumHeight(2 * label.fontMetrics().lineSpacing())
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)

    def _write(self) -> None:
        tr = self._context.language.gettext
        self.setWindowTitle(tr("All sheets into a folder"))
        set_text(
            self._intro,
            tr(
                "This writes every sheet of the atlas as a PDF into one folder, in each language "
                "that is ticked. Files of the same name are replaced."
            ),
        )
        for code, box in self.languages.items():
            box.setText(self._context.languages[code].own_name)
        self.choose.setText(tr("Choose folder…"))
        self.start.setText(tr("Write all sheets"))
        self.bar.setAccessibleName(tr("How far it is"))

    def _show_state(self) -> None:
        tr = self._context.language.gettext
        set_text(self.path, tr("Folder: {path}").format(path=self.folder))
        for part in (*self.languages.values(), self.choose):
            part.setEnabled(not self._is_running)
        self.start.setEnabled(not self._is_running and bool(self._codes()))
        self.cancel.setText(tr("Cancel") if self._is_running else tr("Close"))
        self.cancel.setEnabled(not (self._is_running and self._is_cancelled.is_set()))

    def _codes(self) -> list[str]:
        return [code for code, box in self.languages.items() if box.isChecked()]

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.choose.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self.folder.parent))
        dialog.fileSelected.connect(self._choose_folder)
        dialog.open()

    def _choose_folder(self, path: str) -> None:
        self.folder = Path(path)
        self._show_state()

    def run(self) -> None:
        """Make all sheets, in the background."""
        self._is_running = True
        self._is_cancelled.clear()
        self.bar.setRange(0, 0)
        set_text(self.said, self._context.language.gettext("The first sheets are being made."))
        self.left.clear()
        self._show_state()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        batch = self._make(self._codes(), self.folder)
        run_in_background(
            self,
            lambda: batch.run(self._went_on.emit, self._is_cancelled.is_set),
            self._finish,
            self._fail,
            self._threads,
        )

    def reject(self) -> None:
        """Close the dialog; while sheets are made, end that first, and say what is there."""
        if not self._is_running:
            super().reject()
            return
        self._is_cancelled.set()
        set_text(
            self.left,
            self._context.language.gettext("Ending: the sheets under way are still written."),
        )
        self._show_state()

    def finish(self) -> None:
        """End what is under way, and wait until it has ended: the library may be closed then."""
        self._is_cancelled.set()
        self._threads.waitForDone()

    def _show_progress(self, progress: Progress) -> None:
        if not self._is_running:
            return
        language = self._context.language
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        sentence = language.ngettext(
            "{done} of {total} sheets is written.",
            "{done} of {total} sheets are written.",
            progress.done,
        )
        set_text(
            self.said,
            sentence.format(
                done=language.number(progress.done), total=language.number(progress.total)
            ),
        )
        if not self._is_cancelled.is_set():
            set_text(self.left, self._time_left(progress.seconds_left))

    def _time_left(self, seconds: float | None) -> str:
        language = self._context.language
        if seconds is None:
            return ""
        if seconds < _MINUTE:
            return language.gettext("Less than a minute left")
        minutes = round(seconds / _MINUTE)
        sentence = language.ngettext(
            "About {number} minute left", "About {number} minutes left", minutes
        )
        return sentence.format(number=language.number(minutes))

    def _finish(self, result: Result) -> None:
        language = self._context.language
        self._is_running = False
        number = len(result.written)
        sentence = language.ngettext(
            "{number} sheet was written to {path}.",
            "{number} sheets were written to {path}.",
            number,
        )
        if result.is_cancelled:
            sentence = language.ngettext(
                "Ended early: {number} sheet was written to {path}.",
                "Ended early: {number} sheets were written to {path}.",
                number,
            )
        said = sentence.format(number=language.number(number), path=self.folder)
        set_text(self.said, said)
        set_text(self.left, "\n".join(self._failures(result)))
        self.bar.setRange(0, 1)
        self.bar.setValue(0 if result.is_cancelled else 1)
        self._context.say(said)
        self._show_state()

    def _failures(self, result: Result) -> Sequence[str]:
        language, failed = self._context.language, result.failed
        if not failed:
            return []
        number = len(failed)
        sentence = language.ngettext(
            "{number} sheet could not be written:", "{number} sheets could not be written:", number
        )
        line = language.gettext("{file}: {reason}")
        return [
            sentence.format(number=language.number(number)),
            *(line.format(file=file, reason=reason) for file, reason in failed[:_MOST_FAILURES]),
            *(["…"] if len(failed) > _MOST_FAILURES else []),
        ]

    def _fail(self, error: Exception) -> None:
        self._is_running = False
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        set_text(self.said, "")
        set_text(self.left, "")
        self._show_state()
        if not isinstance(error, AtlasError):
            raise error
        set_text(self.said, error_text(error, self._context.language))
