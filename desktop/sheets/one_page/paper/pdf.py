"""From sheets to pages of tagged PDF, PNG or SVG, set by typst: one page for each sheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import Any, Literal

from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import Layout
from desktop.sheets.one_page.memory.attached import Attachment, attachments
from desktop.sheets.one_page.paper.fitting import Page, Side, fitted
from desktop.sheets.one_page.paper.page import document_data
from desktop.sheets.one_page.paper.typesetting import STANDARDS, lacking_sign, typesetting
from desktop.sheets.one_page.parts import Sheet

UNWRITABLE = N_("The sheet cannot be written to {path} ({reason}): choose another place.")
NO_GLYPH = N_("The font of the sheet of {title} lacks the sign “{sign}”: write it in another way.")

_TEMPLATE = "one_page.typ"


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets as they fit: what is shown, printed and saved in every form.

    `pages` are the sheets with the rows that have room, and the size of the type of each.
    """

    pages: tuple[Page, ...]
    layout: Layout

    def pdf(self) -> bytes:
        """As one PDF; the same bytes for the same sheets."""
        import typst

        first = self.pages[0][0]
        sheets = [sheet for sheet, _size in self.pages]
        try:
            return typst.compile(
                output=None,
                format="pdf",
                pdf_standards=STANDARDS,
                # The template reads no clock; without a time of its own the file would carry one.
                timestamp=datetime.combine(first.date, time(), UTC),
                **_typesetting(self.pages, self.layout, attachments(sheets)),
            )
        except typst.TypstError as error:
            sign = lacking_sign(error)
            if not sign:
                raise
            raise AtlasError(NO_GLYPH, title=first.title, sign=sign) from error

    def pictures(self, dots_per_inch: float = 144) -> list[bytes]:
        """As PNG files, one for each side of paper."""
        return self._sides("png", dots_per_inch)

    def drawings(self) -> list[bytes]:
        """As SVG files, one for each side of paper."""
        return self._sides("svg", None)

    def _sides(self, form: Literal["png", "svg"], ppi: float | None) -> list[bytes]:
        import typst

        found: bytes | list[bytes] = typst.compile(
            output=None,
            format=form,
            ppi=ppi,
            **_typesetting(self.pages, self.layout),
        )
        return found if isinstance(found, list) else [found]


def laid_out(
    sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE, others: Sequence[Sheet] = ()
) -> Paper:
    """Sheets as they fit their paper, one language each.

    `others` are the same sheet in the languages that are not asked for: with them, each language
    keeps the same rows whichever is printed. AtlasError where a sheet fits on no page.
    """
    if len(sheets) < 2:
        layout = Layout.SINGLE

    def measure(sides: Sequence[Side]) -> list[float]:
        return _rooms(sides, layout)

    if layout is Layout.BESIDE:
        sides = fitted([tuple(sheets)], (), measure)
    else:
        sides = fitted([(sheet,) for sheet in sheets], [(sheet,) for sheet in others], measure)
    return Paper(_pages(sides), layout)


def _pages(sides: Sequence[Side]) -> tuple[Page, ...]:
    return tuple((sheet, size) for sheets, size in sides for sheet in sheets)


def _rooms(sides: Sequence[Side], layout: Layout) -> list[float]:
    """How many mm each side has to spare; less than nothing for what does not fit on one."""
    import typst

    answer = typst.query(
        selector="<room>",
        field="value",
        one=True,
        **_typesetting(_pages(sides), layout, is_measured=True),
    )
    return json.loads(answer)


def _typesetting(
    pages: Sequence[Page],
    layout: Layout,
    attached: Sequence[Attachment] = (),
    *,
    is_measured: bool = False,
) -> dict[str, Any]:
    """What a run of typst is given for these pages."""
    data = document_data(pages, layout) | {"is_measured": is_measured}
    return typesetting(_TEMPLATE, {"sheets": data, "attached": [asdict(each) for each in attached]})
