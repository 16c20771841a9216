"""Sheets of every kind whose texts are of any length: one page always, and nothing beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.domain.library import Library
from desktop.domain.records import Kind, Record
from desktop.domain.sheet_orders import MISSION, Layout, SheetKind, SheetOrder
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.pdf import pdf_bytes
from desktop.sheets.one_page.sheet import sheet_of, sheets_of
from tests.sheets.one_page.paper import document, inking, orders
from tests.sheets.one_page.paper.reading import sides_of

Languages = Mapping[str, Language]
# The letters and signs that the font has.
WRITTEN = st.characters(
    min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Cc", "Cs", "Cn", "Co")
)
WORDS = st.lists(st.text(WRITTEN, min_size=1, max_size=24), min_size=1, max_size=120).map(" ".join)
TITLES = st.text(WRITTEN, min_size=1, max_size=120)
LONG = "Internationale samenwerkingsverbanden overbruggen vele grenzen tegelijk. "


class Rewritten:
    """The records of a library with other texts: titles and all the rest, by language."""

    def __init__(
        self, library: Library, titles: Mapping[str, str], bodies: Mapping[str, str]
    ) -> None:
        self._library = library
        self._title = Text(dict(titles))
        self._body = Text(dict(bodies))
        self.get: Callable[[str], Record] = cache(lambda each: self._of(library.get(each)))
        self.list: Callable[..., Sequence[Record]] = cache(
            lambda kind=None: [self._of(each) for each in library.list(kind)]
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        return [self.get(each) for each in record_ids]

    def title(self, _record_id: str) -> Text:
        return self._title

    def titles(self, record_ids: Sequence[str]) -> Mapping[str, Text]:
        return dict.fromkeys(self._library.titles(record_ids), self._title)

    def _of(self, record: Record) -> Record:
        details: Any = record.details
        if is_dataclass(details):
            texts = {
                field.name: self._body
                for field in fields(details)
                if isinstance(getattr(details, field.name), Text)
            }
            details = replace(details, **texts)
        return replace(record, title=self._title, summary=self._body, details=details)


@pytest.fixture(scope="module")
def subjects(library: Library, languages: Languages) -> Mapping[SheetKind, str]:
    """One sheet of each kind: of places there are few enough to try them all."""
    ids = orders.subjects(library)
    tried = [
        each for each in ids if each.startswith(f"{Kind.PLACE}/") or orders.is_first(each, ids)
    ]
    found = {SheetKind.MISSION: MISSION}
    for subject in reversed(tried):
        sheet = sheet_of(library, SheetOrder(subject, ("en",)), languages["en"])
        found[sheet.kind] = subject
    return found


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("kind", list(SheetKind))
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(titles=st.tuples(TITLES, TITLES, TITLES), bodies=st.tuples(WORDS, WORDS, WORDS))
@example(titles=("X", "Y", "Z"), bodies=("A.", "B.", "C."))
@example(titles=(LONG, LONG * 2, "Z"), bodies=(LONG * 40, "B.", LONG * 9))
@example(titles=("W" * 120,) * 3, bodies=("W" * 900,) * 3)
def test_whatever_is_written_stays_on_its_page(
    library: Library,
    languages: Languages,
    subjects: Mapping[SheetKind, str],
    kind: SheetKind,
    layout: Layout,
    titles: tuple[str, str, str],
    bodies: tuple[str, str, str],
) -> None:
    written: Any = Rewritten(
        library,
        dict(zip(library.languages, titles, strict=True)),
        dict(zip(library.languages, bodies, strict=True)),
    )
    codes = ("fr",) if layout is Layout.SINGLE else ("nl", "fr")
    mission = None
    if kind is SheetKind.MISSION:
        mission = replace(orders.missions(library)["full"], note=bodies[0], audience=titles[0])
    sheets = sheets_of(
        written, SheetOrder(subjects[kind], codes, layout, mission=mission), languages
    )
    content = pdf_bytes(sheets, layout)
    faults = list(
        document.size_faults(
            document.reader_of(content), orders.SIZES[layout], 2 if layout is Layout.FACES else 1
        )
    )
    across, above, below = orders.MARGINS[layout]
    for side in sides_of(content):
        faults += inking.in_margins(side, sides=across, top=above, bottom=below)
        faults += inking.overlapping_words(side)
        faults += inking.overlapping_blocks(side)
    assert faults == []
