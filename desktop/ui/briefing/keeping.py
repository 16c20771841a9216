"""Notes are never lost without a word: a window says when its disk does not keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMessageBox

from desktop.domain.problems import N_, AtlasError
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.ui.frame.window import MainWindow

NOT_KEPT = N_(
    "This disk cannot be written to: your notes last only until you close the program. Open the "
    "briefing, and export it to another place."
)
DAMAGED = N_(
    "The file with your notes was damaged. It was put aside unchanged, as {path}; all that could "
    "be read of it is in the briefing."
)


class KeepingWatch(QObject):
    """Says once that a change could not be kept, and asks before the window closes over it."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._was_told = False
        self._may_close = False
        context.briefing.state_changed.connect(self._look)
        window.first_painted.connect(self._tell_of_damage)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and not self._may_close:
            # A last try: the disk may be back.
            self._context.briefing.flush()
            if not self._context.briefing.is_saved:
                event.ignore()
                self._ask()
                return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        book = self._context.briefing
        if book.is_kept:
            self._was_told = False
        elif not book.is_saved and not self._was_told:
            self._was_told = True
            title = self._context.language.gettext("Your notes are not kept")
            self._context.complain(title, AtlasError(NOT_KEPT))

    def _tell_of_damage(self) -> None:
        path = self._context.briefing.set_aside
        if path:
            title = self._context.language.gettext("Your notes were damaged")
            self._context.complain(title, AtlasError(DAMAGED, path=path))

    def _ask(self) -> None:
        """Ask what is to become of the notes: take them elsewhere, lose them, or go on."""
        tr = self._context.language.gettext
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Your notes are not kept"))
        box.setText(tr("This disk cannot be written to: what you noted is lost when you close."))
        export = box.addButton(tr("Export…"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(tr("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(export)
        export.clicked.connect(self._export)
        close.clicked.connect(self._close)
        box.open()

    def _export(self) -> None:
        # The view's file, which is imported when it is first needed.
        from desktop.ui.briefing.exchange import Exchange

        Exchange(self._context, self._window).ask_export()

    def _close(self) -> None:
        self._may_close = True
        self._window.close()
