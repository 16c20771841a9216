"""The preview: the page that will be saved, how large it is seen, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.sheets.one_page.paper.text_twin import sheet_text
from desktop.sheets.values import error_text
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.sheets.made_sheets import MadeSheet
from desktop.ui.sheets.page_view import PAPER, PageView, Zoom
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import set_text, text_label

# So long a page may take before anything is said of it: sooner, it would only flicker.
PATIENCE_MS = 200
# A line of text is easiest to read at 60 to 75 characters.
_MOST_CHARACTERS = 70


class Preview(QWidget):
    """Shows the pages of one sheet, or in their place one sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.made: MadeSheet | None = None
        self._error: AtlasError | None = None
        # What is being made, if that is another sheet than the one that is shown.
        self._awaited: SheetOrder | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        self.page = PageView(context)
        self.message = text_label("", Role.BODY)
        self.smaller, self.usual, self.larger = (_button() for _ in range(3))
        self.whole, self.wide = (_button(is_choice=True) for _ in range(2))
        self.faces = tuple(_button(is_choice=True) for _ in range(2))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.bar = QWidget()
        row = FlowLayout()
        row.setSpacing(space(Space.TIGHT))
        framed = QVBoxLayout(self.bar)
        edge, tight = space(Space.MEDIUM), space(Space.TIGHT)
        framed.setContentsMargins(edge, tight, edge, tight)
        framed.addLayout(row)
        for button in (
            self.whole,
            self.wide,
            self.smaller,
            self.usual,
            self.larger,
            *self.faces,
        ):
            row.addWidget(button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self._worded())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _worded(self) -> QWidget:
        """A page for a sentence, that is read where the sheet would begin."""
        words = QWidget()
        column = QVBoxLayout(words)
        margin = space(Space.WIDE)
        column.setContentsMargins(margin, margin, margin, margin)
        self.message.setMaximumWidth(self.fontMetrics().averageCharWidth() * _MOST_CHARACTERS)
        column.addWidget(self.message)
        column.addStretch(1)
        return words

    def _connect(self) -> None:
        self.page.zoomed.connect(self._show_zoom)
        self.page.turned.connect(self._show_page)
        self.smaller.clicked.connect(lambda: self.page.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.page.zoom_by(1))
        self.usual.clicked.connect(lambda: self.page.zoom_to(Zoom.FREE))
        self.whole.clicked.connect(lambda: self.page.zoom_to(Zoom.PAGE))
        self.wide.clicked.connect(lambda: self.page.zoom_to(Zoom.WIDTH))
        for number, button in enumerate(self.faces):
            button.clicked.connect(lambda _on=False, number=number: self._turn(number))

    @property
    def has_failed(self) -> bool:
        """Whether a sentence stands in the place of the page."""
        return self._error is not None

    def fineness_for(self, layout: Layout) -> int:
        """In how many dots to an inch a sheet of a layout is to be drawn, to be crisp here."""
        return self.page.fineness_of(_paper(layout))

    def expect(self, order: SheetOrder) -> None:
        """Take in that a sheet is being made: if it is not there in a moment, the page says so.

        Until then all stays as it is.
        """
        if self.made is not None and self.made.wish.order == order:
            # The same page, only drawn more finely: it is what would be saved.
            self._stop_waiting()
            self.page.renew()
            self._show_page()
            return
        is_first = self.made is None and self._awaited is None and self._error is None
        self._awaited = order
        if is_first:
            self.page.show_blank(_paper(order.layout))
            self._show_zoom()
        if self.page.is_outdated:
            self._show_waiting()
        elif not self._patience.isActive():
            self._patience.start()

    def _show_waiting(self) -> None:
        """Say that the page is being made; another look of the same sheet stays, but dimmed."""
        order = self._awaited
        if order is None:
            return
        shown = self.made.wish.order if self.made else None
        if shown is None or shown.subject != order.subject:
            self.made, self._error = None, None
            self.page.show_blank(_paper(order.layout))
        self._stack.setCurrentIndex(0)
        is_news = not self.page.is_outdated
        self.page.outdate(self._waiting_text())
        self._show_all()
        if is_news:
            self._context.tell(self.page.notice.text())

    def _waiting_text(self) -> str:
        tr = self._context.language.gettext
        if self.made is None:
            return tr("The page is being laid out…")
        return tr("The page is being laid out anew…")

    def _stop_waiting(self) -> None:
        self._awaited = None
        self._patience.stop()

    def show_made(self, made: MadeSheet) -> None:
        """Show a sheet."""
        self._stop_waiting()
        self.made, self._error = made, None
        self.page.show_pages(made.images, made.wish.dots_per_inch)
        self._stack.setCurrentIndex(0)
        self._show_all()

    def show_error(self, error: AtlasError) -> None:
        """Say in the place of the page why there is none."""
        self._stop_waiting()
        self.made, self._error = None, error
        self.page.clear()
        self._stack.setCurrentIndex(1)
        self._show_all()

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment."""
        tr = self._context.language.gettext
        self.whole.setText(tr("Whole page"))
        self.wide.setText(tr("Full width"))
        for button, text, said in (
            (self.smaller, "−", tr("Smaller page")),
            (self.larger, "+", tr("Larger page")),
        ):
            button.setText(text)
            button.setAccessibleName(said)
            button.setToolTip(said)
        self.bar.setAccessibleName(tr("Size of the preview"))
        if self.page.is_outdated:
            self.page.outdate(self._waiting_text())
        self._show_all()

    def _turn(self, page: int) -> None:
        self.page.turn_to(page)
        self._show_page()

    def _show_all(self) -> None:
        if self._error:
            set_text(self.message, error_text(self._error, self._context.language))
        self._show_page()
        self._show_zoom()

    def _show_zoom(self) -> None:
        language, page = self._context.language, self.page
        percent = language.percent(round(page.factor * 100))
        self.usual.setText(percent)
        said = language.gettext("As large as on paper; now {percent}").format(percent=percent)
        self.usual.setAccessibleName(said)
        self.usual.setToolTip(said)
        self.whole.setChecked(page.mode is Zoom.PAGE)
        self.wide.setChecked(page.mode is Zoom.WIDTH)
        for button in (self.whole, self.wide, self.smaller, self.usual, self.larger):
            button.setEnabled(not self.has_failed)

    def _show_page(self) -> None:
        """Name the page that is shown, and say what stands on it."""
        tr = self._context.language.gettext
        made = self.made
        said = [self.page.notice.text()] if self.page.is_outdated else []
        for number, button in enumerate(self.faces):
            button.setVisible(self.page.pages > 1)
            button.setChecked(number == self.page.page)
        if made is None:
            self.page.setAccessibleName(tr("Preview of the sheet"))
            self.page.setAccessibleDescription("\n\n".join(said))
            return
        names = [self._context.languages[code].own_name for code in made.wish.order.languages]
        sentence = tr("Face {number}: {language}")
        for number, (button, name) in enumerate(zip(self.faces, names, strict=False), start=1):
            button.setText(sentence.format(number=number, language=name))
        beside = made.wish.order.layout is Layout.BESIDE
        shown = made.sheets if beside else made.sheets[self.page.page : self.page.page + 1]
        title = shown[0].document_title if shown else ""
        self.page.setAccessibleName(tr("Preview of the page: {title}").format(title=title))
        said += (sheet_text(sheet) for sheet in shown)
        self.page.setAccessibleDescription("\n\n".join(said))


def _paper(layout: Layout) -> QSizeF:
    """The paper of a layout, in inches."""
    return PAPER.transposed() if layout is Layout.BESIDE else PAPER


def _button(*, is_choice: bool = False) -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "quiet")
    button.setCheckable(is_choice)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, Role.LABEL)
    return button
