"""Saving a coloured map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.outlines import Outline
from desktop.sheets.map.page import MapPage
from desktop.ui.charts.file_forms import FileForm, file_name
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver

if TYPE_CHECKING:
    from desktop.ui.map.picture import MapPicture


class MapSaver:
    """Saves the map of the moment in the language of the moment."""

    def __init__(self, context: Context, parent: QWidget, outlines: Sequence[Outline]) -> None:
        self._context = context
        self._outlines = outlines
        self._saver = FileSaver(context, parent)

    def ask(self, page: MapPage, form: FileForm) -> None:
        """Open the dialog that asks for a file."""
        language = self._context.language
        self._saver.ask(
            language.gettext("Save map"),
            {language.gettext(form.filter): form.suffix},
            self.name(page, form),
            lambda path: self.save(page, form, path),
        )

    def name(self, page: MapPage, form: FileForm) -> str:
        """A name for the file of a map that says what it shows."""
        about, edition = page.key.replace("/", "-"), self._context.library.edition["edition"]
        return file_name(f"map-{about}", self._context.language.code, edition, form)

    def save(self, page: MapPage, form: FileForm, path: Path) -> None:
        """Write the file and report in the status bar, or in a message if it fails."""
        # Drawn here and not in the background, as fonts belong to this thread.
        content = form.content(self.picture(page))
        self._saver.fill(path, content, self._context.language.gettext("The map was not saved"))

    def picture(self, page: MapPage) -> MapPicture:
        """The map as it is saved."""
        # Few who look at a map save it.
        from desktop.ui.map.picture import MapPicture

        return MapPicture(page, self._outlines, self._context.language, self._context.resources)
