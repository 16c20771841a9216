"""Typing goes to the titles that begin so, accents and case aside."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.browsing import Browse, Order
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.type_ahead import Typing, beginning_with


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("regmed", ["RegMed XB", "RegMed XB moonshots"]),
        ("REGMED X", ["RegMed XB", "RegMed XB moonshots"]),
        ("zzz", []),
        ("", []),
        ("…", []),
    ],
)
def test_titles_that_begin_so_are_found(
    library: AtlasLibrary, languages: dict[str, Language], typed: str, titles: list[str]
) -> None:
    lookup = Lookup(library, languages["en"])
    (programmes,) = library.browse(Browse((Kind.PROGRAMME,), "en", order=Order.TITLE))
    found = beginning_with(typed, programmes.ids, lookup)
    assert [lookup.title(record) for record in found] == titles


def test_accents_need_not_be_typed(library: AtlasLibrary, languages: dict[str, Language]) -> None:
    lookup = Lookup(library, languages["fr"])
    (terms,) = library.browse(Browse((Kind.TERM,), "fr", order=Order.TITLE))
    accented = [each for each in terms.ids if lookup.title(each).startswith(("É", "é"))]
    assert accented
    for record in accented:
        plain = "e" + lookup.title(record)[1:4]
        assert record in beginning_with(plain, terms.ids, lookup)


def test_a_pause_begins_anew(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    interval = QApplication.keyboardInputInterval()
    typing = Typing()
    try:
        QApplication.setKeyboardInputInterval(10_000)
        assert [typing.so_far(letter) for letter in "abc"] == ["a", "ab", "abc"]
        QApplication.setKeyboardInputInterval(0)
        qtbot.wait(2)
        assert typing.so_far("d") == "d"
    finally:
        QApplication.setKeyboardInputInterval(interval)
