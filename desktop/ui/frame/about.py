"""Help > About: which program, which edition of the facts, which licence."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import __version__
from desktop.ui.context import Context


def show_about(context: Context, window: QWidget) -> None:
    """Open the box that says so, in the language of the moment."""
    tr = context.language.gettext
    text = tr("Version {version}, edition {edition}. Licence: EUPL-1.2.").format(
        version=__version__, edition=context.library.edition["edition"]
    )
    box = QMessageBox(window)
    box.setWindowTitle(tr("About Valley Atlas"))
    box.setText(tr("Every figure has a source, a year and an age."))
    box.setInformativeText(text)
    box.open()
