"""The keys of a window, read from its menus: a table of them cannot lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


@dataclass(frozen=True)
class MenuKeys:
    """A menu by its name, and (keys, what they do) of each entry that has a shortcut."""

    title: str
    rows: tuple[tuple[str, str], ...]


def keys_of(menu_bar: QMenuBar) -> list[MenuKeys]:
    """The menus that hold shortcuts, in the order and the language in which they stand there."""
    tables = [
        MenuKeys(plain(menu.title()), tuple(_rows(menu)))
        for action in menu_bar.actions()
        if isinstance(menu := action.menu(), QMenu)
    ]
    return [table for table in tables if table.rows]


def keys(action: QAction) -> str:
    """The first shortcut of an action, as this system and language write it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """What an entry says, without the mark of its underlined letter and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _rows(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        if not action.shortcut().isEmpty():
            yield keys(action), plain(action.text())
