"""Documents: each source document as an outline, and which facts come from where."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.records import Kind, Record
from desktop.sheets.record.outline import Extent, OutlineSection, extent_of, extent_text, outline
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.widgets.record_tree_model import Branch
from desktop.ui.widgets.tree_detail import TreeDetail


class DocumentsView(TreeDetail):
    """The documents by importance, under each its sections as they nest."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        # Counting costs more than saying it anew in another language.
        self._extents: dict[str, Extent] = {}

    def branches(self) -> Sequence[Branch]:
        library = self.context.library
        return [
            self._branch(document, outline(library, document.id))
            for document in library.list(Kind.DOCUMENT)
        ]

    def first(self) -> Record | None:
        return next(iter(self.context.library.list(Kind.DOCUMENT)), None)

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.context.language.gettext("Documents and their sections"))
        super().retranslate()

    def show_address(self, address: Address) -> None:
        super().show_address(address)
        # A document that one comes to lies open, so that its sections can be seen.
        self.tree.expand(self.tree.currentIndex())

    def _branch(self, record: Record, sections: Sequence[OutlineSection]) -> Branch:
        language = self.context.language
        if record.id not in self._extents:
            self._extents[record.id] = extent_of(self.context.library, record)
        return Branch(
            record.id,
            record.title[language.code],
            extent_text(record, self._extents[record.id], language),
            tuple(self._branch(section.record, section.children) for section in sections),
        )
