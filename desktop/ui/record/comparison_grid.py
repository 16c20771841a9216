"""The rows of a comparison: two columns of texts, links and figures."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.sheets.place.comparison import Cell, ComparedRow, Comparison
from desktop.ui.look.typography import Role, Space, font, set_role, space
from desktop.ui.widgets.text import PLAIN, WrappedLabel, text_label

# A long cell is a wall: so many lines are shown, unless hardly any would be hidden.
MOST_ENTRIES, MOST_FIGURES = 8, 3
FEWEST_HIDDEN = 3
# A column grows no wider than is easy to read.
MOST_CHARACTERS = 64
_ALL = "all:"


class ComparisonGrid(QWidget):
    """Each row has a heading, what to beware of, and a cell for each place.

    `record_asked` carries the id of a record that was clicked; `others_asked` tells that the
    indicators that only one place has are to be added. `opened` holds the cells (row, column)
    that show all of their lines, and takes up those that a person opens.
    """

    record_asked = Signal(str)
    others_asked = Signal()

    def __init__(
        self, compared: Comparison, language: Language, opened: set[tuple[int, int]]
    ) -> None:
        super().__init__()
        self._places = [place.title for place in compared.places]
        self._language = language
        self._opened = opened
        self._cells: list[list[_CellLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(space(Space.WIDE), 0, space(Space.WIDE), space(Space.WIDE))
        self._grid = make_columns(QGridLayout())
        column.addLayout(self._grid)
        column.addStretch(1)
        self._grid.setVerticalSpacing(space(Space.TIGHT))
        self.setMaximumWidth(most_width())
        self._add_rows(compared.rows)
        tr = language.gettext
        if compared.shared or compared.others:
            self._add_wide(text_label(tr("Figures"), Role.HEADING), Space.LARGE)
        if compared.others and not compared.shared:
            nothing = tr("There is no indicator of which both places have a figure.")
            self._add_wide(text_label(nothing, Role.BODY, "muted"))
        self._add_rows(compared.shared)
        self._first_other = len(self._cells)
        self.others_button = QPushButton(self._others_text(compared.others))
        self.others_button.clicked.connect(self.others_asked)
        self.others_button.setVisible(compared.others > 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, space(Space.LARGE), 0, 0)
        row.addWidget(self.others_button)
        row.addStretch(1)
        self._grid.addLayout(row, self._grid.rowCount(), 0, 1, 2)

    def add_others(self, rows: Sequence[ComparedRow]) -> None:
        """Add the rows of the indicators that only one place has."""
        self.others_button.hide()
        self._add_rows(rows)

    def focus_others(self) -> None:
        """Put the focus, which the button had, on the first figure of the rows added."""
        for cell in self._cells[self._first_other]:
            if cell.focusPolicy() != Qt.FocusPolicy.NoFocus:
                # The layout has not shown it yet, and what is hidden takes no focus.
                cell.show()
                cell.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The least width; the height follows from the width that there is."""
        return QSize(self._grid.minimumSize().width() + 2 * space(Space.WIDE), 0)

    def _add_rows(self, rows: Sequence[ComparedRow]) -> None:
        for row in rows:
            self._add_wide(text_label(row.heading, Role.LABEL, "accent"), Space.MEDIUM)
            if row.caution:
                self._add_wide(text_label(row.caution, Role.LABEL))
            cells = [self._cell(row, column) for column in range(len(self._places))]
            line = self._grid.rowCount()
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, line, column)
            self._cells.append(cells)

    def _add_wide(self, widget: QWidget, above: Space | None = None) -> None:
        """Add a widget over both columns, with a gap above it."""
        line = self._grid.rowCount()
        if above:
            self._grid.setRowMinimumHeight(line, space(above))
            line += 1
        self._grid.addWidget(widget, line, 0, 1, 2)

    def _cell(self, row: ComparedRow, column: int) -> _CellLabel:
        cell, place = row.cells[column], self._places[column]
        said = [cell.text] if cell.text else [each.line for each in (*cell.figures, *cell.entries)]
        spoken = self._language.gettext("{row}, {place}: {text}").format(
            row=row.heading, place=place, text=self._language.side_by_side(said)
        )
        if cell.text:
            return _CellLabel(cell.text, spoken, "muted" if cell.is_missing else "")
        lines = self._figures(cell) if cell.figures else self._entries(cell)
        most = MOST_FIGURES if cell.figures else MOST_ENTRIES
        hidden = len(lines) - most
        here = (len(self._cells), column)
        is_cut = hidden >= FEWEST_HIDDEN and here not in self._opened
        label = _CellLabel(
            _joined([*lines[:most], self._more(hidden)] if is_cut else lines), spoken
        )
        label.make_links()

        def follow(target: str) -> None:
            if target == _ALL:
                self._opened.add(here)
                label.setText(_joined(lines))
            else:
                self.record_asked.emit(target)

        label.linkActivated.connect(follow)
        return label

    def _figures(self, cell: Cell) -> list[str]:
        """The figures of a cell as HTML: the value leads to the record of the figure."""
        size = font(Role.SMALL).pointSizeF()
        return [
            f'<b>{_link(each.id, each.value)}</b><span style="font-size: {size}pt">'
            f" · {escape(each.when)}<br>{escape(each.about)}</span>"
            for each in cell.figures
        ]

    def _entries(self, cell: Cell) -> list[str]:
        """The records of a cell as HTML: the title leads to it, the note stands behind."""
        sentence = self._language.gettext("{title} ({note})")
        links = [(_link(each.id, each.title), escape(each.note)) for each in cell.entries]
        return [sentence.format(title=link, note=note) if note else link for link, note in links]

    def _more(self, hidden: int) -> str:
        more = self._language.ngettext("{number} more", "{number} more", hidden)
        return f"<b>{_link(_ALL, more.format(number=self._language.number(hidden)))}</b>"

    def _others_text(self, count: int) -> str:
        sentence = self._language.ngettext(
            "Show {number} indicator that only one of them has",
            "Show {number} indicators that only one of them has",
            count,
        )
        return sentence.format(number=self._language.number(count))


class _CellLabel(WrappedLabel):
    """A wrapped text that tells its layout how high it is at a width, and no other size.

    The usual hints of a label cost several layouts of its text each, and a grid has many cells.
    """

    def __init__(self, text: str, spoken: str, look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setProperty("role", look)
        self.setAccessibleName(spoken)
        set_role(self, Role.BODY)

    def make_links(self) -> None:
        """Take the text as HTML, whose links mouse and keyboard reach."""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def make_columns(grid: QGridLayout) -> QGridLayout:
    """Two columns, equally wide: those of the headings and those of the rows."""
    grid.setHorizontalSpacing(space(Space.LARGE))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def most_width() -> int:
    """How wide the two columns grow, margins included."""
    character = QFontMetrics(font(Role.BODY)).averageCharWidth()
    return 2 * character * MOST_CHARACTERS + space(Space.LARGE) + 2 * space(Space.WIDE)


def _link(record_id: str, text: str) -> str:
    return f'<a href="{escape(record_id)}" style="{PLAIN}">{escape(text)}</a>'


def _joined(lines: Sequence[str]) -> str:
    """Each line as a paragraph, a little apart from the next."""
    gap = space(Space.TIGHT)
    return "".join(f'<p style="margin: 0 0 {gap}px 0">{line}</p>' for line in lines)
