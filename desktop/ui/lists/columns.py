"""How wide the columns of a list are, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView

from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.row_layout import margins
from desktop.ui.look.typography import Role, font, set_role

# Running text is narrower than what a font calls its average character.
_LETTERS = "etaoinsrhldcumfpgwybvk etaoins 0123456789"


class ColumnFit:
    """Shows as many sections of a header as fit, in their order; the titles take what is left,
    which is never less than `title_characters`.
    """

    def __init__(self, header: QHeaderView, model: RecordModel, title_characters: int) -> None:
        self._title_characters = title_characters
        self._header = header
        self._model = model
        # By column, from the left; those that have no room are said below the title.
        self.widths: Mapping[int, int] = {0: 0}
        self.below: Sequence[int] = range(1, len(model.columns) + 1)
        header.setObjectName("columns")
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setMinimumSectionSize(0)
        set_role(header, Role.LABEL)

    def fit(self, width: int) -> bool:
        """Share out a width; whether any column changed its own."""
        room = width - self._wide(self._title_characters)
        wanted = [self._wanted(column) for column in range(1, len(self._model.columns) + 1)]
        shown = 0
        while shown < len(wanted) and wanted[shown] <= room:
            room -= wanted[shown]
            shown += 1
        widths = {0: width - sum(wanted[:shown]), **dict(enumerate(wanted[:shown], start=1))}
        if widths == self.widths:
            return False
        self.widths = widths
        self.below = range(shown + 1, len(wanted) + 1)
        for column in range(self._header.count()):
            self._header.setSectionHidden(column, column not in widths)
            if column in widths:
                self._header.resizeSection(column, widths[column])
        return True

    def _wanted(self, column: int) -> int:
        heading = self._header.sectionSizeFromContents(column).width()
        return max(self._wide(self._model.columns[column - 1].characters), heading)

    def _wide(self, characters: int) -> int:
        across, _down = margins()
        letters = QFontMetricsF(font(Role.BODY)).horizontalAdvance(_LETTERS)
        return round(letters / len(_LETTERS) * characters) + 2 * across
