"""A chart with all that belongs to it: the drawing, its table twin, a line that reads it out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.records import Kind
from desktop.sheets.charts.page import ChartMark, ChartPage
from desktop.sheets.charts.tables import chart_table
from desktop.ui.charts.chart_canvas import ChartCanvas
from desktop.ui.charts.chart_header import ChartHeader
from desktop.ui.charts.chart_saving import ChartSaver
from desktop.ui.charts.chart_table_view import ChartTableView
from desktop.ui.charts.file_forms import FileForm
from desktop.ui.context import Context
from desktop.ui.frame.addresses import home_of
from desktop.ui.frame.navigation import Address
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import set_text, text_label


class ChartView(QWidget):
    """Shows one ChartPage. `record_asked` carries the id of a figure that someone opened,
    `address_asked` where the milestones of a count are listed.

    Its owner hands it the page anew in another language; the value that one is at, and whether
    the table is open, stay.
    """

    record_asked = Signal(str)
    address_asked = Signal(Address)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.page: ChartPage | None = None
        self.saver = ChartSaver(context, self)
        self.header = ChartHeader(context)
        self.canvas = ChartCanvas(context)
        self.area = QScrollArea()
        self.area.setObjectName("page")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.canvas)
        # The keys go through the values; the area itself is no stop of its own.
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFocusProxy(self.canvas)
        self.table_side = _TableSide(context)
        self.table = self.table_side.table
        self.sides = QStackedWidget()
        self.sides.addWidget(self.area)
        self.sides.addWidget(self.table_side)
        self.read_out = text_label("", Role.SMALL)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.recolour()

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("notePanel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QVBoxLayout(foot)
        margin, tight = space(Space.LARGE), space(Space.TIGHT)
        line.setContentsMargins(margin, tight, margin, tight)
        line.addWidget(self.read_out)
        # Of two lines, so that the chart does not jump whenever a longer one is read out.
        self.read_out.setMinimumHeight(self.read_out.fontMetrics().height() * 2)
        self.read_out.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.foot = foot
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.sides, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        context = self._context
        self.header.table.toggled.connect(self._turn)
        self.header.form_chosen.connect(self._save)
        self.header.copy_picture.triggered.connect(lambda: self._copy(as_picture=True))
        self.header.copy_table.triggered.connect(lambda: self._copy(as_picture=False))
        self.canvas.marked.connect(self._read_out)
        self.canvas.walked.connect(lambda number: context.tell(self.sentence(number)))
        self.canvas.record_asked.connect(self.record_asked)
        self.canvas.list_asked.connect(self._ask_for_list)
        self.table.row_asked.connect(self.canvas.open)
        context.theme_changed.connect(self.recolour)

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self.header.table.isChecked()

    @property
    def landmark(self) -> QWidget:
        """Where F6 stops: the chart, or its table."""
        return self.table if self.is_table else self.area

    def height_at(self, width: int) -> int:
        """How high it must be at a width for the whole chart to be seen."""
        around = self.header.sizeHint().height() + self.foot.sizeHint().height()
        return around + self.canvas.heightForWidth(width)

    def show_page(self, page: ChartPage | None) -> None:
        """Show a chart from its beginning, or the same one in other words where one is."""
        if page is None or self.page is None or page.id != self.page.id:
            self.area.verticalScrollBar().setValue(0)
        self.page = page
        self.setHidden(page is None)
        self.canvas.show_page(page)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment; the page is its owner's to hand over."""
        self.header.retranslate()
        page = self.page
        if page is None:
            return
        self._fill_table()
        self.canvas.setAccessibleName(page.headline)
        self._read_out(-1 if self.canvas.number is None else self.canvas.number)

    def recolour(self) -> None:
        """Take all colours anew from the theme."""
        self.header.recolour()
        self.canvas.recolour()

    def sentence(self, number: int) -> str:
        """A value as it is read out: what it is, how much, when, and what it measures."""
        mark: ChartMark = self.canvas.mark(number)
        sentence = self._context.language.gettext("{label}: {value} ({period}). {scope}")
        return sentence.format(
            label=mark.label, value=mark.value, period=mark.period, scope=mark.scope
        )

    def _read_out(self, number: int) -> None:
        """Read out a value below the chart; where none stands out, say how to get at one."""
        if self.page is None:
            return
        if number < 0:
            tr = self._context.language.gettext
            set_text(
                self.read_out,
                tr(
                    "Point at a value to read it out, or use the arrow keys; Return opens its page."
                ),
            )
            said = self.page.described
        else:
            said = self.sentence(number)
            set_text(self.read_out, said)
        self.read_out.setProperty("role", "muted" if number < 0 else "")
        self.read_out.style().polish(self.read_out)
        self.canvas.setAccessibleDescription(said)

    def _ask_for_list(self, chosen: tuple[tuple[str, str], ...]) -> None:
        self.address_asked.emit(Address(home_of(Kind.MILESTONE), filters=chosen))

    def _fill_table(self) -> None:
        """Only while one sees it: most look at the drawing alone, and it must be there at once."""
        if self.page is not None and self.is_table:
            self.table_side.show_page(self.page)
            self.table.show_table(chart_table(self.page, self._context.language))
        else:
            self.table_side.clear()

    def _turn(self, is_table: bool) -> None:
        self._fill_table()
        self.sides.setCurrentWidget(self.table_side if is_table else self.area)
        self.foot.setHidden(is_table)

    def _save(self, form: FileForm) -> None:
        if self.page is not None:
            self.saver.ask(self.page, form)

    def _copy(self, *, as_picture: bool) -> None:
        if self.page is not None:
            copy = self.saver.copy_picture if as_picture else self.saver.copy_table
            copy(self.page)


class _TableSide(QWidget):
    """The table, under the chart's title and finding and above where it comes from."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.table = ChartTableView(context, self)
        self._title = text_label("", Role.LABEL, "muted")
        self._headline = text_label("", Role.HEADING)
        self._notes = text_label("", Role.BODY, "muted")
        self._source = text_label("", Role.SMALL, "muted")
        self._age = text_label("", Role.SMALL, "muted")
        column = QVBoxLayout(self)
        margin = space(Space.LARGE)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(0)
        for part in (self._title, self._headline, self._notes):
            column.addWidget(part)
        column.addSpacing(space(Space.MEDIUM))
        column.addWidget(self.table, 1)
        column.addSpacing(space(Space.SMALL))
        for part in (self._source, self._age):
            column.addWidget(part)

    def show_page(self, page: ChartPage) -> None:
        """Name another chart, or the same in other words."""
        set_text(self._title, page.title)
        set_text(self._headline, page.headline)
        set_text(self._notes, page.notes)
        self._notes.setHidden(not page.notes)
        set_text(self._source, page.source)
        set_text(self._age, page.age)
        self.table.setAccessibleName(page.headline)

    def clear(self) -> None:
        """Hold nothing that might be out of date when it is seen again."""
        self.table.clear()
