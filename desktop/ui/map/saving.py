"""Saving a coloured map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.outlines import Outline
from desktop.sheets.map.page import MapPage
from desktop.ui.charts.file_forms import FileForm, file_name
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver, Saving

if TYPE_CHECKING:
    from desktop.ui.map.picture import MapPicture


class MapSaver:
    """Saves the map of the moment in the language of the moment."""

    def __init__(self, context: Context, parent: QWidget, outlines: Sequence[Outline]) -> None:
        self._context = context
        self._outlines = outlines
        self.files = FileSaver(context, parent)

    def ask(self, page: MapPage, form: FileForm) -> None:
        """Open the dialog that asks for a file."""
        self.files.ask(self.saving(page, form))

    def saving(self, page: MapPage, form: FileForm) -> Saving:
        """A map in one of the forms."""
        language = self._context.language
        edition = self._context.library.edition["edition"]
        about = page.key.replace("/", "-")
        return Saving(
            title=language.gettext("Save map"),
            filter=language.gettext(form.filter),
            name=file_name(f"map-{about}", language.code, edition, form),
            content=lambda: form.content(self._picture(page)),
            failed=language.gettext("The map was not saved"),
        )

    def _picture(self, page: MapPage) -> MapPicture:
        # Few who look at a map save it.
        from desktop.ui.map.picture import MapPicture

        return MapPicture(page, self._outlines, self._context.language, self._context.resources)
