"""What forbids to compare the figures as they stand: a sentence, and where it is explained."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.sheets.explorer.page import Caution, ExplorerPage
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import PLAIN, link_label, set_text, text_label

# So many are named at once, unless hardly any would be hidden.
MOST_NAMED, FEWEST_HIDDEN = 3, 2
_ALL = "all:"


class CautionBox(QFrame):
    """Names the disagreements; `record_asked` carries the id of one that was chosen."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        # Looks as a passport does: a word on the figures from beside them.
        self.setObjectName("passport")
        self._context = context
        self._page: ExplorerPage | None = None
        self._is_open = False
        self._icon = QLabel()
        self.sentence = text_label("", Role.STRONG)
        self.links = link_label("", Role.SMALL, "", self._follow)
        top = QHBoxLayout()
        top.setSpacing(space(Space.SMALL))
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        margin = space(Space.SMALL)
        column.setContentsMargins(space(Space.MEDIUM), margin, space(Space.MEDIUM), margin)
        column.setSpacing(space(Space.TIGHT))
        column.addLayout(top)
        column.addWidget(self.links)

    def show_page(self, page: ExplorerPage) -> None:
        """Name the disagreements of a page, or the same ones in another language."""
        named = [each.record for each in page.cautions]
        if self._page is None or named != [each.record for each in self._page.cautions]:
            self._is_open = False
        self._page = page
        set_text(self.sentence, page.caution)
        self._show_links(page)
        self.setVisible(bool(page.cautions))

    def recolour(self) -> None:
        """Take the icon in the colours of the moment."""
        size = QSize(1, 1) * self.sentence.fontMetrics().height()
        self._icon.setPixmap(self._context.icon("triangle-alert").pixmap(size))

    def _show_links(self, page: ExplorerPage) -> None:
        language = self._context.language
        hidden = 0 if self._is_open else len(page.cautions) - MOST_NAMED
        shown = page.cautions[:MOST_NAMED] if hidden >= FEWEST_HIDDEN else page.cautions
        lines = [_line(each) for each in shown]
        if hidden >= FEWEST_HIDDEN:
            more = language.ngettext("{number} more", "{number} more", hidden)
            lines.append(f"<b>{_link(_ALL, more.format(number=language.number(hidden)))}</b>")
        gap = space(Space.HAIR)
        self.links.setText(
            "".join(f'<p style="margin: 0 0 {gap}px 0">{line}</p>' for line in lines)
        )
        spoken = language.gettext("{label}: {value}")
        self.links.setAccessibleName(
            "\n".join(spoken.format(label=each.title, value=each.why) for each in page.cautions)
        )

    def _follow(self, target: str) -> None:
        if target != _ALL:
            self.record_asked.emit(target)
        elif self._page is not None:
            self._is_open = True
            self._show_links(self._page)
            if self.links.hasFocus():
                for _named in range(MOST_NAMED + 1):
                    self.links.focusNextPrevChild(True)


def _line(caution: Caution) -> str:
    return f"{_link(caution.record, caution.title)} – {escape(caution.why)}"


def _link(target: str, text: str) -> str:
    return f'<a href="{escape(target)}" style="{PLAIN}">{escape(text)}</a>'
