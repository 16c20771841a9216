"""What stands in place of the results where there are none: what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.browsing import Facet
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Kind
from desktop.sheets.search.operators import Operators
from desktop.sheets.search.parts import SearchPage
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.search.offers import Offers
from desktop.ui.widgets.text import text_label


class Nothing(QWidget):
    """Says that there is nothing, and offers what there is; before one types, how to ask."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.sentence = text_label("", Role.HEADING)
        self.offers = Offers(Role.BODY, Qt.AlignmentFlag.AlignHCenter)
        self.hint = text_label("", Role.SMALL, "muted")
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        edge = space(Space.WIDE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.MEDIUM))
        column.addStretch(1)
        for part in (self.sentence, self.offers, self.hint):
            column.addWidget(part)
        column.addStretch(2)

    def show_page(self, query: SearchQuery, page: SearchPage, operators: Operators) -> None:
        """Show it in the language of the moment."""
        self.sentence.setText(page.summary)
        self.offers.show_offers(page.offers)
        self.hint.setText(self._hint(operators) if query.is_empty else "")
        self.hint.setVisible(query.is_empty)

    def _hint(self, operators: Operators) -> str:
        """How to ask for less, with examples in the language of the moment."""
        context, tr = self._context, self._context.language.gettext
        examples = (
            tr("“exact words”"),
            tr("-without"),
            operators.typed(Facet.KIND, Kind.PROGRAMME.value),
            operators.typed(Facet.PLACE, context.country().id),
        )
        sentence = tr("To narrow it: {examples}")
        return sentence.format(examples=context.language.listed(examples))
