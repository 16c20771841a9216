"""Programmes with their partners."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.domain.library import Library
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.programmes import programmes
from tests.sheets.one_page.subjects import subject_of

Languages = Mapping[str, Language]


@pytest.mark.parametrize(
    ("theme", "programme", "partners"),
    [
        ("theme/medical-devices", "programme/vlaio-company-support", ""),
        (
            "theme/personalised-medicine",
            "programme/icon-personalised-medicine-2019",
            "VLAIO",
        ),
    ],
)
def test_many_that_only_take_part_are_no_partners(
    library: Library, languages: Languages, theme: str, programme: str, partners: str
) -> None:
    rows = programmes(subject_of(library, theme, languages["en"])).rows
    assert next(row.under for row in rows if row.records == (programme,)) == partners
