"""The list of results: what was looked for stands out in the title and in a piece of the text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QPalette

from desktop.domain.snippets import Snippet
from desktop.ui.context import Context
from desktop.ui.lists.paragraphs import Paragraphs
from desktop.ui.lists.row_layout import Placed, RowLayout, margins
from desktop.ui.lists.row_view import RowView
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.search.result_model import ResultModel

_PLAIN, _QUIET = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText


class ResultLayouter:
    """Lays out results, each to a width: the title, what the record is, and the piece of text."""

    def __init__(self, model: ResultModel) -> None:
        self._model = model
        self._paragraphs = Paragraphs()
        self.width = 0
        self.ground = QColor()

    def forget_fonts(self) -> None:
        """Measure anew: the fonts are others now."""
        self._paragraphs.clear()

    def lay_out(self, row: int) -> RowLayout:
        """The texts of a row where they belong."""
        _across, down = margins()
        texts = list(self._placed(row, down))
        last = texts[-1]
        return RowLayout(texts, last.top + last.paragraph.height + down)

    def cell_height(self, row: int, column: int, width: int) -> int:
        """There is no cell beside the title."""
        return 0

    def _placed(self, row: int, top: int) -> Iterator[Placed]:
        result = self._model.result(row)
        texts = (
            (result.title, Role.STRONG, _PLAIN),
            (Snippet(result.below, ()), Role.SMALL, _QUIET),
            (result.snippet, Role.SMALL, _PLAIN),
        )
        for text, role, colour in texts:
            if text.text:
                placed = self._text(text, role, colour, top)
                yield placed
                top += placed.paragraph.height + space(Space.HAIR)

    def _text(self, text: Snippet, role: Role, colour: QPalette.ColorRole, top: int) -> Placed:
        across, _down = margins()
        width = self.width - 2 * across
        paragraph = self._paragraphs.laid_out(text.text, role, width, marks=text.marks)
        return Placed(paragraph, across, top, width, colour, marks=text.marks, ground=self.ground)


class ResultList(RowView):
    """Shows a `ResultModel`; letters lead nowhere in it, as it is in no order of letters."""

    def __init__(self, model: ResultModel, context: Context) -> None:
        layouter = ResultLayouter(model)
        super().__init__(model, layouter)
        self._context = context
        self._results = layouter
        self.setModel(model)
        self._recolour()
        context.theme_changed.connect(self._recolour)

    def scroll_to_top(self) -> None:
        """Show the best results."""
        self.verticalScrollBar().setValue(0)

    def arrange_columns(self, width: int) -> int:
        if width != self._results.width:
            self._results.width = width
            self._rows.forget()
        return 0

    def _recolour(self) -> None:
        self._results.ground = self._context.theme.colour("mark")
        self._rows.forget()
        self.viewport().update()
