"""The bar above the map: what it is coloured by, and the ways to save it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from desktop.sheets.map.page import MapPage, OfferGroup
from desktop.ui.charts.file_forms import FORMS, FileForm
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.map.figure_picker import FigurePicker
from desktop.ui.widgets.menu_button import IconButton, OpeningButton


class MapBar(QWidget):
    """`colour_chosen` carries the key of what to colour by, `form_chosen` a FileForm to save as.

    `close_asked` tells that the page beside the map is to be closed. `figures` gives the figures
    that one may colour by, when someone wants to see them.
    """

    colour_chosen = Signal(str)
    form_chosen = Signal(object)
    close_asked = Signal()

    def __init__(self, context: Context, figures: Callable[[], Sequence[OfferGroup]]) -> None:
        super().__init__()
        self.setObjectName("facetBar")
        self._context = context
        self._figures = figures
        self._key = ""
        self.label = QLabel()
        set_role(self.label, Role.LABEL)
        self.colour = OpeningButton("facet")
        self.colour.opened.connect(self._open_colours)
        self.save = OpeningButton("quiet")
        self.save.opened.connect(lambda: self.forms.popup(self.save.below()))
        self.close_page = IconButton("quiet")
        self.close_page.clicked.connect(self.close_asked)
        self.colours, self.forms = QMenu(self), QMenu(self)
        for menu in (self.colours, self.forms):
            menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = QActionGroup(self)
        self._one_figure = QAction(self)
        self._one_figure.setCheckable(True)
        self._one_figure.triggered.connect(self.open_figures)
        for form in FORMS:
            self._add_form(form)
        row = QHBoxLayout(self)
        edge = space(Space.SMALL)
        row.setContentsMargins(space(Space.LARGE), edge, edge, edge)
        row.setSpacing(edge)
        row.addWidget(self.label)
        row.addWidget(self.colour)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.close_page)
        context.theme_changed.connect(self.recolour)
        self.recolour()

    def show_page(self, page: MapPage, counts: Sequence[tuple[str, str]]) -> None:
        """Show what the map is coloured by, in the language of the moment."""
        tr = self._context.language.gettext
        self._key = page.key
        self.label.setText(tr("Colour by"))
        shown = tr("One figure") if page.figure else page.choice
        self.colour.setText(shown)
        self.colour.setAccessibleName(tr("Colour by: {choice}").format(choice=page.choice))
        self.save.setText(tr("Save map"))
        self.close_page.setText(tr("Close page"))
        for action, form in zip(self.forms.actions(), FORMS, strict=True):
            action.setText(tr(form.title))
        self._fill(counts, page)

    def recolour(self) -> None:
        """Take the icons of the theme of the moment."""
        for button in (self.colour, self.save):
            button.setIcon(self._context.icon("chevron-down"))
        self.close_page.setIcon(self._context.icon("x"))

    def open_figures(self) -> None:
        """Open the list of figures that one may colour by."""
        # What the menu checked is not chosen yet.
        for action in self._group.actions():
            action.setChecked(action.data() == self._key)
        picker = FigurePicker(self.colour, self._figures(), self._context.language)
        picker.chosen.connect(self.colour_chosen)
        picker.open(self.colour.below(), self.window().geometry(), self._key)

    def _fill(self, counts: Sequence[tuple[str, str]], page: MapPage) -> None:
        """One entry a count, and one for all figures: their own list opens."""
        tr = self._context.language.gettext
        for action in self._group.actions():
            self._group.removeAction(action)
        self.colours.clear()
        self.colours.addSection(tr("Number of records"))
        for key, title in counts:
            action = QAction(title, self.colours)
            action.setCheckable(True)
            action.setData(key)
            action.setChecked(key == page.key)
            action.triggered.connect(lambda _on=False, key=key: self.colour_chosen.emit(key))
            self._group.addAction(action)
            self.colours.addAction(action)
        self.colours.addSeparator()
        self._one_figure.setText(tr("One figure…"))
        self._one_figure.setData(page.figure or None)
        self._one_figure.setChecked(bool(page.figure))
        self._group.addAction(self._one_figure)
        self.colours.addAction(self._one_figure)

    def _open_colours(self) -> None:
        checked = self._group.checkedAction()
        if checked:
            self.colours.setActiveAction(checked)
        self.colours.popup(self.colour.below())

    def _add_form(self, form: FileForm) -> None:
        action = QAction(self.forms)
        action.triggered.connect(lambda: self.form_chosen.emit(form))
        self.forms.addAction(action)
