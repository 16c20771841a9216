"""A tree of records beside the page of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.record.pane import RecordPane
from desktop.ui.view import View
from desktop.ui.widgets.record_tree import RecordTree
from desktop.ui.widgets.record_tree_model import Branch

LEAST_CHARACTERS, USUAL_CHARACTERS = 24, 36


class TreeDetail(View):
    """A view with a tree on the left: `branches` says what is in it, in words.

    A subclass may add widgets below the tree (`left`) and other pages beside it (`right`).
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tree = RecordTree()
        self.tree.record_asked.connect(self.record_asked)
        self.tree.page_asked.connect(self.focus_page)
        self.pane = RecordPane(context)
        self.pane.record_asked.connect(self.record_asked)
        self.right = QStackedWidget()
        self.right.addWidget(self.pane)
        left = QWidget()
        self.left = QVBoxLayout(left)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(0)
        self.left.addWidget(self.tree, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.right)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(character * LEAST_CHARACTERS)
        splitter.setSizes([character * USUAL_CHARACTERS, character * USUAL_CHARACTERS * 2])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.setFocusProxy(self.tree)

    def branches(self) -> Sequence[Branch]:
        """The tree in the language of the moment."""
        raise NotImplementedError

    def first(self) -> Record | None:
        """The record that is shown where an address names none."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set all text anew; what is open, chosen and scrolled to stays so."""
        self.tree.set_branches(self.branches())
        self.pane.retranslate()

    def show_address(self, address: Address) -> None:
        record = self.context.library.get(address.record) if address.record else self.first()
        self.tree.select(record.id if record else None)
        if record is None or record.id != self.pane.record_id:
            self.pane.show_record(record)

    def focus_page(self) -> None:
        """Go on from the tree to the page, with the keyboard."""
        self.pane.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def record_id(self) -> str | None:
        return self.pane.record_id

    def lists(self, record_id: str) -> bool:
        return self.tree.branches.index_of(record_id).isValid()
