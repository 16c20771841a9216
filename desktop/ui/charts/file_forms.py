"""The forms in which a drawing may be saved: what a menu calls them, and how each file is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.problems import N_


class DrawingFiles(Protocol):
    """What a chart or a map is as a file."""

    def svg(self) -> bytes:
        """The drawing as SVG."""
        ...

    def png(self, scale: int) -> bytes:
        """The drawing as a PNG picture, so many pixels to a unit of it."""
        ...

    def csv(self) -> bytes:
        """The values for a spreadsheet."""
        ...


@dataclass(frozen=True)
class FileForm:
    """A way to save a drawing: what the menu calls it, what the dialog does, and how it is made.

    `mark` stands in the name of the file, so that two pictures may lie side by side.
    """

    title: str
    filter: str
    suffix: str
    content: Callable[[DrawingFiles], bytes]
    mark: str = ""


FORMS = (
    FileForm(
        N_("Save as a drawing (SVG)…"),
        N_("SVG drawings (*.svg)"),
        ".svg",
        lambda files: files.svg(),
    ),
    FileForm(
        N_("Save as a picture (PNG)…"),
        N_("PNG pictures (*.png)"),
        ".png",
        lambda files: files.png(1),
    ),
    FileForm(
        N_("Save as a picture of twice the size (PNG)…"),
        N_("PNG pictures (*.png)"),
        ".png",
        lambda files: files.png(2),
        mark="_2x",
    ),
    FileForm(
        N_("Save the values for a spreadsheet (CSV)…"),
        N_("CSV tables (*.csv)"),
        ".csv",
        lambda files: files.csv(),
    ),
)


def file_name(about: str, code: str, edition: str, form: FileForm) -> str:
    """A name for the file of a drawing in a language that sorts and says what it holds."""
    return f"valley-atlas_{about}_{code}_{edition}{form.mark}{form.suffix}"
