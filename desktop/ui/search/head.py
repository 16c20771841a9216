"""What stands above the results: the answer, how many there are, and what narrows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.domain.queries import SearchQuery
from desktop.sheets.search.parts import Answer, SearchPage
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.search.answer_card import AnswerCard, OtherAnswers
from desktop.ui.search.chip_row import ChipRow
from desktop.ui.search.facet_row import FacetRow
from desktop.ui.search.offers import Offers
from desktop.ui.widgets.placing import Area, Column
from desktop.ui.widgets.text import text_label


class _Parts(Column):
    """The parts one below the other, with an edge around them."""

    def arrange(self, width: int) -> Iterable[Area]:
        edge = space(Space.SMALL)
        areas = super().arrange(width - 2 * edge)
        return ((part, area.translated(edge, edge)) for part, area in areas)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + space(Space.SMALL)


class SearchHead(QScrollArea):
    """As high as its parts; where that leaves the results too little room, it scrolls.

    `record_asked` carries the id of a figure, `passport_asked` that of one whose source is asked
    for.
    """

    record_asked = Signal(str)
    passport_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("searchHead")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its parts take the focus, and it scrolls with them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._most = 0
        self.answer = AnswerCard(context)
        self.others = OtherAnswers(context)
        self.facets = FacetRow(context)
        self.summary = text_label("", Role.LABEL)
        self.summary.setObjectName("searchSummary")
        self.summary.setWordWrap(True)
        self.offers = Offers(Role.BODY, Qt.AlignmentFlag.AlignLeft)
        self.chips = ChipRow(context)
        self._parts = _Parts(Space.SMALL)
        self._parts.set_children(
            (self.answer, self.others, self.facets, self.summary, self.offers, self.chips)
        )
        self.setWidget(self._parts)
        for part in (self.answer, self.others):
            part.record_asked.connect(self.record_asked)
        self.answer.passport_asked.connect(self.passport_asked)

    def show_page(self, query: SearchQuery, page: SearchPage) -> None:
        """Show what stands above these results, in the language of the moment.

        Where there are none, that is said in their place, and not here.
        """
        self.facets.show_query(query)
        self.facets.setVisible(bool(page.rows or query.narrowings))
        self.summary.setText(page.summary)
        self.summary.setVisible(bool(page.rows))
        self.offers.show_offers(page.offers if page.rows else ())
        self.chips.show_chips(page.chips)
        self._show_answers(page.answers)
        self._parts.forget()
        self._parts.place()
        self._fit()

    def _show_answers(self, answers: Sequence[Answer]) -> None:
        """The best as a card, with its rivals; the others below it, but for those that are among
        these.
        """
        rivals: set[str] = set()
        if answers:
            best, *others = answers
            self.answer.show_answer(best, {other.id for other in others})
            rivals = {rival for rival, _title, _value in best.rivals}
        self.answer.setVisible(bool(answers))
        self.others.show_answers([each for each in answers[1:] if each.id not in rivals])

    def leave_room(self, most: int) -> None:
        """Be no higher than so much."""
        self._most = most
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def _fit(self) -> None:
        edge = self.contentsMargins()
        wanted = self._parts.heightForWidth(self.width()) + edge.top() + edge.bottom()
        self.setFixedHeight(min(wanted, self._most))
