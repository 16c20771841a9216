"""Every text that a window shows, speaks or hints: for tests of the language switch."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.ui.view import View

_GETTERS = (
    "text",
    "title",
    "windowTitle",
    "placeholderText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "currentMessage",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole + 1,
)


def texts_of(window: QWidget) -> list[tuple[str, str]]:
    """(where, text) of each text in the widget tree, in a stable order, empty ones left out.

    A view that is hidden is left out too: it takes up the language when it is shown again.
    """
    return [(where, text) for where, text in _all(window) if text.strip()]


def _all(window: QWidget) -> Iterator[tuple[str, str]]:
    for widget in filter(_is_shown, (window, *window.findChildren(QWidget))):
        if isinstance(widget, QAbstractItemView):
            yield from _model(widget)
        yield from _own(widget)
    for action in filter(_is_shown, window.findChildren(QAction)):
        yield from _own(action)


def _is_shown(thing: QObject) -> bool:
    at: QObject | None = thing
    while at is not None:
        if isinstance(at, View) and not at.isVisible():
            return False
        at = at.parent()
    return True


def _own(thing: QWidget | QAction) -> Iterator[tuple[str, str]]:
    for name in _GETTERS:
        getter = getattr(thing, name, None)
        if callable(getter) and isinstance(text := getter(), str):
            yield f"{type(thing).__name__}.{name}", text


def _model(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model: QAbstractItemModel | None = view.model()
    for row in range(model.rowCount(QModelIndex()) if model else 0):
        for role in _ROLES:
            if isinstance(text := model.index(row, 0).data(role), str):
                yield f"{type(view).__name__}[{view.objectName()}] {role}", text
