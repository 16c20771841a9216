"""The ways to save a coloured map: what the menu calls them, and how each file is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.outlines import Outline
from desktop.domain.problems import N_
from desktop.sheets.map.page import MapPage
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver, Saving

if TYPE_CHECKING:
    from desktop.ui.map.picture import MapPicture


@dataclass(frozen=True)
class MapForm:
    """A kind of file; `mark` stands in its name, so that two pictures may lie side by side."""

    title: str
    filter: str
    suffix: str
    content: Callable[[MapPicture], bytes]
    mark: str = ""


FORMS = (
    MapForm(
        N_("Save as a drawing (SVG)…"),
        N_("SVG drawings (*.svg)"),
        "svg",
        lambda picture: picture.svg(),
    ),
    MapForm(
        N_("Save as a picture (PNG)…"),
        N_("PNG pictures (*.png)"),
        "png",
        lambda picture: picture.png(1),
    ),
    MapForm(
        N_("Save as a picture of twice the size (PNG)…"),
        N_("PNG pictures (*.png)"),
        "png",
        lambda picture: picture.png(2),
        mark="_2x",
    ),
    MapForm(
        N_("Save the values for a spreadsheet (CSV)…"),
        N_("CSV tables (*.csv)"),
        "csv",
        lambda picture: picture.csv(),
    ),
)


class MapSaver:
    """Saves the map of the moment in the language of the moment."""

    def __init__(self, context: Context, parent: QWidget, outlines: Sequence[Outline]) -> None:
        self._context = context
        self._outlines = outlines
        self.files = FileSaver(context, parent)

    def ask(self, page: MapPage, form: MapForm) -> None:
        """Open the dialog that asks for a file."""
        self.files.ask(self.saving(page, form))

    def saving(self, page: MapPage, form: MapForm) -> Saving:
        """A map in one of the forms."""
        language = self._context.language
        edition = self._context.library.edition["edition"]
        about = page.key.replace("/", "-")
        return Saving(
            title=language.gettext("Save map"),
            filter=language.gettext(form.filter),
            name=f"valley-atlas_map-{about}_{language.code}_{edition}{form.mark}.{form.suffix}",
            content=lambda: form.content(self._picture(page)),
            failed=language.gettext("The map was not saved"),
        )

    def _picture(self, page: MapPage) -> MapPicture:
        # Few who look at a map save it.
        from desktop.ui.map.picture import MapPicture

        return MapPicture(page, self._outlines, self._context.language, self._context.resources)
