"""The main window: side bar, tool bar with the search box, and the views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from desktop.domain.records import Kind
from desktop.ui import views
from desktop.ui.context import Context
from desktop.ui.frame.about import show_about
from desktop.ui.frame.menus import Menus
from desktop.ui.frame.navigation import Address, History
from desktop.ui.frame.sheet_saving import SheetSaver

if TYPE_CHECKING:
    from desktop.ui.view import View

SIDE_BAR_CHARACTERS = 22
SEARCH_CHARACTERS = 42


class MainWindow(QMainWindow):
    """One window of the program. `first_painted` tells once that something can be seen."""

    first_painted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.history = History()
        self._has_painted = False
        self.saver = SheetSaver(context, self)
        self._make_menus()
        self._make_side_bar()
        self._make_tool_bar()
        self.stack = QStackedWidget()
        self._views: dict[str, View] = {}
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.stack.installEventFilter(self)
        context.language_changed.connect(self.retranslate)
        context.theme_changed.connect(self._recolour)
        self._recolour()
        self.retranslate()
        em = self.fontMetrics().height()
        self.resize(em * 62, em * 40)

    def _make_menus(self) -> None:
        self.menus = Menus(self.context, self)
        self.menus.save_sheet.triggered.connect(self.saver.ask)
        self.menus.quit.triggered.connect(self.close)
        self.menus.home.triggered.connect(self.go_home)
        self.menus.search.triggered.connect(self.focus_search)
        self.menus.about.triggered.connect(lambda: show_about(self.context, self))

    def _make_side_bar(self) -> None:
        self.side_bar = QListWidget()
        self.side_bar.setObjectName("sideBar")
        for spec in views.ALL:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, spec.key)
            self.side_bar.addItem(item)
        width = self.fontMetrics().averageCharWidth() * SIDE_BAR_CHARACTERS
        self.side_bar.setFixedWidth(width)
        self.side_bar.setIconSize(QSize(1, 1) * round(self.fontMetrics().height() * 1.1))
        self.side_bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_bar.currentItemChanged.connect(self._choose_view)

    def _make_tool_bar(self) -> None:
        self.tool_bar = QToolBar()
        self.tool_bar.setMovable(False)
        self.tool_bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.back_action = QAction(self)
        self.back_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.back_action.triggered.connect(lambda: self._arrive(self.history.back()))
        self.forward_action = QAction(self)
        self.forward_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Forward))
        self.forward_action.triggered.connect(lambda: self._arrive(self.history.forward()))
        self.tool_bar.addActions([self.back_action, self.forward_action])
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.tool_bar.addWidget(spring)
        self.search_box = QLineEdit()
        self.search_box.setClearButtonEnabled(True)
        self.search_box.setMaxLength(10_000)
        self.search_box.setFixedWidth(self.fontMetrics().averageCharWidth() * SEARCH_CHARACTERS)
        self.search_box.textEdited.connect(self._search)
        self.search_box.returnPressed.connect(self._enter_results)
        self.tool_bar.addWidget(self.search_box)
        margin = QWidget()
        margin.setFixedWidth(self.fontMetrics().height() // 2)
        self.tool_bar.addWidget(margin)
        self.addToolBar(self.tool_bar)

    def retranslate(self) -> None:
        """Set all text of the window's own anew in the language of the moment."""
        tr = self.context.language.gettext
        self.setWindowTitle(tr("Valley Atlas"))
        for number, spec in enumerate(views.ALL):
            item = self.side_bar.item(number)
            if spec.title is None:
                item.setText(self.context.country().title[self.context.language.code])
            else:
                item.setText(tr(spec.title))
        self.side_bar.setAccessibleName(tr("Views"))
        self.tool_bar.setWindowTitle(tr("Tool bar"))
        self.back_action.setText(tr("Back"))
        self.forward_action.setText(tr("Forward"))
        self.search_box.setPlaceholderText(tr("Search in any language"))
        self.search_box.setAccessibleName(tr("Search"))
        self.search_box.setToolTip(tr("Search (Ctrl+K)"))

    def go(self, address: Address) -> None:
        """Go to an address, as a step that one can take back."""
        self.history.visit(address)
        self._arrive(address)

    def go_home(self) -> None:
        """Show the country."""
        self.go(Address(views.HOME))

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def view(self, key: str) -> View:
        """The view of that key, made when first asked for."""
        if key not in self._views:
            spec = next(spec for spec in views.ALL if spec.key == key)
            made = spec.make(self.context)
            made.record_asked.connect(self.open_record)
            made.address_asked.connect(self.go)
            made.address_refined.connect(self.history.replace)
            self._views[key] = made
            self.stack.addWidget(made)
        return self._views[key]

    def open_record(self, record_id: str) -> None:
        """Show a record: in the view of its kind, or where one is if its kind has none."""
        here = self.history.current or Address(views.HOME)
        if here.view == views.SEARCH and self.view(views.SEARCH).lists(record_id):
            self.go(Address(views.SEARCH, record_id, here.query))
            return
        kind = Kind(record_id.partition("/")[0])
        home = next((spec.key for spec in views.ALL if kind in spec.kinds), here.view)
        self.go(Address(home, record_id, here.query if home == here.view else ""))

    def _choose_view(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = item.data(Qt.ItemDataRole.UserRole)
            self.go(Address(key, query=self.search_box.text() if key == views.SEARCH else ""))

    def _search(self, text: str) -> None:
        address = Address(views.SEARCH, query=text)
        if self.history.current and self.history.current.view == views.SEARCH:
            self.history.replace(address)
        else:
            self.history.visit(address)
        self._arrive(address)

    def _enter_results(self) -> None:
        """From the search box into what was found, with the keyboard alone."""
        self._search(self.search_box.text())
        self.view(views.SEARCH).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrive(self, address: Address) -> None:
        """Make the window show an address, and nothing but show it."""
        view = self.view(address.view)
        if self.search_box.text() != address.query:
            self.search_box.setText(address.query)
        view.arrive(address)
        self.stack.setCurrentWidget(view)
        row = [spec.key for spec in views.ALL].index(address.view)
        self.side_bar.blockSignals(True)
        self.side_bar.setCurrentRow(row)
        self.side_bar.blockSignals(False)
        self._update_actions()

    def _update_actions(self) -> None:
        self.back_action.setEnabled(self.history.can_go_back)
        self.forward_action.setEnabled(self.history.can_go_forward)

    def _recolour(self) -> None:
        for number, spec in enumerate(views.ALL):
            self.side_bar.item(number).setIcon(self.context.icon(spec.icon))
        self.back_action.setIcon(self.context.icon("arrow-left"))
        self.forward_action.setIcon(self.context.icon("arrow-right"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint, after which slower things may load."""
        if event.type() is QEvent.Type.Paint and not self._has_painted:
            self._has_painted = True
            self.stack.removeEventFilter(self)
            QTimer.singleShot(0, self.first_painted.emit)
        return super().eventFilter(watched, event)
