"""Widths of texts that are not set yet: about those of the font, and no less."""

from __future__ import annotations

import string

import pytest
from PySide6.QtGui import QRawFont

from desktop import bundled
from desktop.sheets.one_page.paper.letter_widths import width_of

WRITTEN = string.ascii_letters + string.digits + "àâäçèéêëîïôöùûüœæÉÈÀÇŒ.,:;’!?()/-–—“”«»€%&… "


@pytest.mark.usefixtures("qapp")
def test_no_letter_is_wider_than_is_reckoned() -> None:
    (upright,) = (path for path in bundled.fonts().iterdir() if "Italic" not in path.name)
    font = QRawFont(str(upright), 1000)
    for sign in WRITTEN:
        (advance,) = font.advancesForGlyphIndexes(font.glyphIndexesForString(sign))
        assert advance.x() / 1000 <= width_of(sign) <= 1.3 * advance.x() / 1000, sign
