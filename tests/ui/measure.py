"""Measures, widget by widget, whether every text of a window has the room that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QStyleOptionViewItem,
    QToolBar,
    QToolButton,
    QTreeView,
    QWidget,
)

# What rounding to whole pixels may take.
SLACK = 1
_MOST_COLUMNS = 12


def cut_texts(window: QWidget) -> list[str]:
    """One line for each visible text that is elided, cut off or covered; none is how it must be."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += (f"{_path(widget)}: {fault}" for fault in _faults(widget))
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    yield from _clipped(widget)
    for type_, check in _CHECKS:
        if isinstance(widget, type_):
            yield from check(widget)
            return


def _clipped(widget: QWidget) -> Iterator[str]:
    """A widget must lie within its parents; down and up a scroll area may lead further."""
    text = _text(widget)
    if not text:
        return
    inside = widget.rect()
    parent = widget
    is_scrolled = False
    while (above := parent.parentWidget()) is not None and not parent.isWindow():
        inside = inside.translated(parent.pos())
        parent = above
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            is_scrolled = True
            if area.horizontalScrollBar().maximum() > 0:
                yield f"“{text}” has to be scrolled sideways"
        room = parent.rect()
        sideways = inside.left() < -SLACK or inside.right() > room.right() + SLACK
        upright = inside.top() < -SLACK or inside.bottom() > room.bottom() + SLACK
        if sideways or (upright and not is_scrolled):
            yield f"“{text}” {inside} reaches out of {type(parent).__name__} {room}"
            return


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    needed = _label_size(label)
    if label.height() + SLACK < needed.height():
        yield f"“{text[:60]}” needs {needed.height()} of {label.height()} in height"
    if label.width() + SLACK < needed.width():
        yield f"“{text[:60]}” needs {needed.width()} of {label.width()} in width"


def _label_size(label: QLabel) -> QSize:
    margins = label.contentsMargins()
    extra = 2 * label.margin() + 2 * label.frameWidth()
    across = extra + margins.left() + margins.right()
    if not label.wordWrap():
        return label.sizeHint()
    width = label.width() - across
    if label.textFormat() == Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        document.setTextWidth(width)
        needed = ceil(document.idealWidth()) + across
        return QSize(needed, label.heightForWidth(label.width()))
    metrics = label.fontMetrics()
    # A line may end at a space or after a hyphen, dash or slash.
    widest = max(
        (metrics.horizontalAdvance(word) for word in re.split(r"[ \n]|(?<=[-–—/])", label.text())),
        default=0,
    )
    return QSize(widest + across, label.heightForWidth(label.width()))


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text():
        return
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    is_picture = isinstance(button, QToolButton) and button.toolButtonStyle() == icon_only
    if is_picture and not button.icon().isNull():
        return
    needed = button.sizeHint()
    if button.width() + SLACK < needed.width() or button.height() + SLACK < needed.height():
        yield f"“{button.text()}” needs {needed} of {button.size()}"


def _line_edit(edit: QLineEdit) -> Iterator[str]:
    hint = edit.placeholderText()
    room = edit.contentsRect().width() - edit.textMargins().left() - edit.textMargins().right()
    needed = edit.fontMetrics().horizontalAdvance(hint)
    if needed > room:
        yield f"“{hint}” needs {needed} of {room}"


def _combo_box(box: QComboBox) -> Iterator[str]:
    if box.width() + SLACK < box.minimumSizeHint().width():
        yield f"“{box.currentText()}” needs {box.minimumSizeHint().width()} of {box.width()}"


def _header(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        needed = header.sectionSizeFromContents(section).width()
        if header.sectionSize(section) + SLACK < needed:
            yield f"heading {section} needs {needed} of {header.sectionSize(section)}"


def _item_view(view: QAbstractItemView) -> Iterator[str]:
    """Each cell that can be seen whole: what its delegate asks for at that width."""
    for index in _visible(view):
        rect = view.visualRect(index)
        option = QStyleOptionViewItem()
        option.initFrom(view)
        view.initViewItemOption(option)
        option.rect = rect
        needed = view.itemDelegateForIndex(index).sizeHint(option, index)
        if rect.height() + SLACK < needed.height():
            yield f"“{index.data()}” needs {needed.height()} of {rect.height()} in height"
        wraps = getattr(view.itemDelegateForIndex(index), "wraps", False)
        if not wraps and rect.width() + SLACK < needed.width():
            yield f"“{index.data()}” needs {needed.width()} of {rect.width()} in width"


def _visible(view: QAbstractItemView) -> Iterator[QModelIndex]:
    area: QRect = view.viewport().rect()
    index = view.indexAt(QPoint(area.left() + 2, area.top() + 2))
    while index.isValid() and view.visualRect(index).bottom() <= area.bottom():
        # A list model hides its columnCount: what lies beyond the last column is no index.
        for column in range(_MOST_COLUMNS):
            cell = index.siblingAtColumn(column)
            if cell.isValid() and not view.visualRect(cell).isEmpty():
                yield cell
        if isinstance(view, QTreeView):
            index = view.indexBelow(index)
        else:
            index = index.siblingAtRow(index.row() + 1)


def _tool_bar(bar: QToolBar) -> Iterator[str]:
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if isinstance(extension, QToolButton) and extension.isVisible():
        yield "some of its entries are hidden behind an arrow"


def _menu_bar(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if action.isVisible() and not bar.rect().contains(bar.actionGeometry(action)):
            yield f"“{action.text()}” has no room"


def _text(widget: QWidget) -> str:
    getter = getattr(widget, "text", None)
    text = getter() if callable(getter) else ""
    return text[:60] if isinstance(text, str) else ""


def _path(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 3:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def _nothing(_widget: QWidget) -> Iterator[str]:
    yield from ()


_CHECKS: tuple[tuple[type[QWidget], Callable[[Any], Iterator[str]]], ...] = (
    (QScrollBar, _nothing),
    (QLabel, _label),
    (QAbstractButton, _button),
    (QLineEdit, _line_edit),
    (QComboBox, _combo_box),
    (QHeaderView, _header),
    (QAbstractItemView, _item_view),
    (QToolBar, _tool_bar),
    (QMenuBar, _menu_bar),
)
