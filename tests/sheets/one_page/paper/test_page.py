"""Sheets as the data of the template."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.sheets.one_page.paper.page import page_data
from desktop.sheets.one_page.parts import Entry, Form, Zone
from tests.sheets.one_page.sheets import block, cites, sheet


@pytest.mark.parametrize(
    ("title", "text", "joint", "rest"),
    [
        ("Owner", "A house of two.", "\u2002", "A house of two."),
        ("A house", "A house of two.", " ", "of two."),
        ("A house", "A house, one of two.", "", ", one of two."),
        ("A house", "A houseboat.", "\u2002", "A houseboat."),
        ("", "A house of two.", "\u2002", "A house of two."),
    ],
)
def test_a_text_that_begins_with_its_title_does_not_say_it_twice(
    title: str, text: str, joint: str, rest: str
) -> None:
    row_of = Entry(title, text, cites(0))
    entries = replace(block(Form.LIST, Zone.FOOT, ["x"]), rows=(row_of,))
    foot: Any = page_data(sheet(entries), 9.5)["foot"]
    (row,) = foot[0]["rows"]
    assert (row["joint"], row["text"].replace("\u00a0", " ")) == (joint, rest)
