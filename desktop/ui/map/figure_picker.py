"""A list that pops up, in which one figure is chosen: by what it measures, or by its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.l10n.language import Language
from desktop.sheets.map.page import OfferGroup
from desktop.ui.widgets import picker


class FigurePicker(picker.Picker):
    """Figures under what they measure; `chosen` carries the key of one."""

    def __init__(self, parent: QWidget, groups: Sequence[OfferGroup], language: Language) -> None:
        super().__init__(
            parent,
            [
                picker.OfferGroup(
                    group.title,
                    [picker.Offer(each.key, each.title, each.detail) for each in group.offers],
                )
                for group in groups
            ],
            language.gettext("Find a figure"),
            language.gettext("Figures in numbers"),
        )
