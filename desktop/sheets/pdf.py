"""From a sheet to one page of tagged PDF, set by typst."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from desktop.domain.problems import N_, AtlasError
from desktop.sheets.country.fitting import fitted
from desktop.sheets.country.page import page_data
from desktop.sheets.country.parts import CountrySheet

UNWRITABLE = N_("The sheet cannot be written to {path} ({reason}): choose another place.")

# For screen readers (PDF/UA-1) and for archives (PDF/A-3a).
_STANDARDS = ["ua-1", "a-3a"]


def pdf_bytes(sheet: CountrySheet, templates: Path) -> bytes:
    """The sheet as a PDF of one A4 page; the same bytes for the same sheet.

    `templates` is the folder of sheet templates. AtlasError where the sheet fits on no page.
    """
    import typst

    setup = _setup(templates)

    def fits(candidate: CountrySheet, size: float) -> bool:
        pages = typst.query(
            selector="<pages>",
            field="value",
            one=True,
            sys_inputs=_inputs(candidate, size),
            **setup,
        )
        return json.loads(pages) == 1

    chosen, size = fitted(sheet, fits)
    # The template reads no clock; without a fixed time the file would still carry one.
    midnight = datetime.combine(sheet.date, time(), UTC)
    return typst.compile(
        format="pdf",
        pdf_standards=_STANDARDS,
        timestamp=midnight,
        sys_inputs=_inputs(chosen, size),
        **setup,
    )


def save(sheet: CountrySheet, path: Path, templates: Path) -> None:
    """Write the sheet to `path`, whole or not at all; AtlasError where that is impossible."""
    content = pdf_bytes(sheet, templates)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(content)
            draft.replace(path)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise
    except OSError as error:
        raise AtlasError(UNWRITABLE, path=path, reason=error.strerror) from error


def _inputs(sheet: CountrySheet, size: float) -> dict[str, str]:
    """The data as the template's input: text, and never a part of the template."""
    return {"sheet": json.dumps(page_data(sheet, size), ensure_ascii=False)}


def _setup(templates: Path) -> dict[str, Any]:
    """What every run of typst is given: the bundled template and font, and nothing else."""
    import fontpkg_inter

    return {
        "input": str(templates / "country.typ"),
        "root": str(templates),
        "font_paths": [str(fontpkg_inter.ROOT / "files")],
        "ignore_system_fonts": True,
    }
