"""Sheets of every kind whose texts are of any length: one page always, and nothing beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.domain.library import Library
from desktop.domain.records import Kind, Record
from desktop.domain.sheet_orders import MISSION, Layout, SheetKind, SheetOrder
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.one_page.paper import document, inking, orders
from tests.sheets.one_page.paper.reading import sides_of

Languages = Mapping[str, Language]
Texts = tuple[str, str, str]
# What words of Dutch, French and English are written with.
WRITTEN = st.sampled_from(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâäçèéêëîïôöùûüœÉÀÇ-.,;:!?%/()’"
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
        own = [each.name for each in fields(details)]
        texts = {name: self._body for name in own if isinstance(getattr(details, name), Text)}
        return replace(
            record, title=self._title, summary=self._body, details=replace(details, **texts)
        )


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


@pytest.mark.parametrize("kind", list(SheetKind))
@settings(
    max_examples=3,
    deadline=None,
    # The same texts each time; `--hypothesis-seed` does not count then.
    derandomize=True,
    # Each page takes its time, so that a smaller failure is not worth looking for.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(titles=st.tuples(TITLES, TITLES, TITLES), bodies=st.tuples(WORDS, WORDS, WORDS))
@example(titles=("X", "Y", "Z"), bodies=("A.", "B.", "C."))
@example(titles=(LONG, LONG * 2, "Z"), bodies=(LONG * 40, "B.", LONG * 9))
def test_whatever_is_written_stays_on_its_page(
    library: Library,
    languages: Languages,
    subjects: Mapping[SheetKind, str],
    kind: SheetKind,
    titles: Texts,
    bodies: Texts,
) -> None:
    order = order_of(library, subjects[kind], ("fr",), Layout.SINGLE, bodies[0])
    assert faults_of(rewritten(library, titles, bodies), languages, order) == []


@pytest.mark.parametrize("layout", [Layout.FACES, Layout.BESIDE])
@pytest.mark.parametrize(
    "kind",
    [
        SheetKind.COUNTRY,
        *(pytest.param(kind, marks=pytest.mark.sweep) for kind in list(SheetKind)[1:]),
    ],
)
def test_two_languages_of_any_length_stay_on_their_pages(
    library: Library,
    languages: Languages,
    subjects: Mapping[SheetKind, str],
    kind: SheetKind,
    layout: Layout,
) -> None:
    titles, bodies = ("X", LONG * 2, "W" * 90), ("A.", LONG * 40, "W" * 900)
    order = order_of(library, subjects[kind], ("nl", "fr"), layout, LONG * 9)
    assert faults_of(rewritten(library, titles, bodies), languages, order) == []


def order_of(
    library: Library, subject: str, codes: tuple[str, ...], layout: Layout, note: str
) -> SheetOrder:
    mission = replace(orders.missions(library)["full"], note=note) if subject == MISSION else None
    return SheetOrder(subject, codes, layout, mission=mission)


def rewritten(library: Library, titles: Texts, bodies: Texts) -> Any:
    codes = library.languages
    return Rewritten(
        library, dict(zip(codes, titles, strict=True)), dict(zip(codes, bodies, strict=True))
    )


def faults_of(library: Any, languages: Languages, order: SheetOrder) -> list[str]:
    """What is on more pages than there should be, in the margins or on top of something else."""
    content = paper_of(library, order, languages).pdf()
    reader = document.reader_of(content)
    faults = page_faults(reader, order)
    across, above, below = orders.MARGINS[order.layout]
    for side in sides_of(content):
        faults += inking.in_margins(side, sides=across, top=above, bottom=below)
        faults += inking.overlapping_words(side)
        faults += inking.overlapping_blocks(side)
    return faults


def page_faults(reader: PdfReader, order: SheetOrder) -> list[str]:
    """What is wrong with the number of pages and their size."""
    pages = 2 if order.layout is Layout.FACES else 1
    return list(document.size_faults(reader, orders.SIZES[order.layout], pages))
