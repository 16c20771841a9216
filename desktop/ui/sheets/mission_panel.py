"""What the user puts on a mission sheet: for whom, when, where, about what, and a note."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Kind, Pillar
from desktop.l10n.labels import PILLAR
from desktop.sheets.briefing.page import meeting_title
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.sheets.chosen_figures import ChosenFigures
from desktop.ui.sheets.day_button import DayButton
from desktop.ui.sheets.mission_book import MissionBook
from desktop.ui.sheets.subjects import NONE, records_of
from desktop.ui.widgets.menu_button import OpeningButton
from desktop.ui.widgets.picker import OfferGroup, Picker

# So long after the last key the sheet is made anew.
TYPING_MS = 300
# A note on one page is short; the field shows so many lines of it.
_NOTE_LINES = 5


class MissionPanel(QWidget):
    """Shows the mission of a book, and changes it."""

    record_asked = Signal(str)

    def __init__(self, context: Context, book: MissionBook) -> None:
        super().__init__()
        self._context = context
        self._book = book
        self._make_parts()
        self._lay_out()
        self._connect()
        self.recolour()

    def _make_parts(self) -> None:
        self.place, self.pillar, self.theme, self.meeting = (
            OpeningButton("facet") for _ in range(4)
        )
        self.figures = ChosenFigures(self._context)
        self.audience = QLineEdit()
        self.day = DayButton(self._context)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(
            self.note.fontMetrics().lineSpacing() * _NOTE_LINES + 2 * space(Space.SMALL)
        )
        self._captions = [QLabel() for _ in range(3)]
        self._menu = QMenu(self)
        self._typing = QTimer(self, singleShot=True)
        self._typing.setInterval(TYPING_MS)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(Space.TIGHT))
        audience, note, figures = self._captions
        for caption in self._captions:
            set_role(caption, Role.LABEL)
        audience.setBuddy(self.audience)
        note.setBuddy(self.note)
        column.addWidget(audience)
        column.addWidget(self.audience)
        for button in (self.day, self.place, self.pillar, self.theme, self.meeting):
            column.addWidget(button)
        column.addSpacing(space(Space.TIGHT))
        column.addWidget(figures)
        column.addWidget(self.figures)
        column.addSpacing(space(Space.TIGHT))
        column.addWidget(note)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.place.opened.connect(self._open_places)
        self.theme.opened.connect(self._open_themes)
        self.pillar.opened.connect(self._open_pillars)
        self.meeting.opened.connect(self._open_meetings)
        self.figures.chosen.connect(self._choose_figures)
        self.figures.from_briefing_asked.connect(self._take_figures)
        self.day.chosen.connect(self._choose_day)
        self.audience.textEdited.connect(lambda _text: self._typing.start())
        self.note.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._take_texts)

    def flush(self) -> None:
        """Take what is being typed, at once."""
        if self._typing.isActive():
            self._typing.stop()
            self._take_texts()

    def show_mission(self) -> None:
        """Show the mission of the moment, in the language of the moment."""
        language, mission = self._context.language, self._book.mission
        tr = language.gettext
        self._show_words()
        none = tr("any")
        titles = self._context.library.titles([x for x in (mission.place, mission.theme) if x])
        meeting = self._book.meeting
        for button, sentence, value in (
            (
                self.place,
                tr("Place: {value}"),
                titles[mission.place][language.code] if mission.place in titles else none,
            ),
            (
                self.pillar,
                tr("Pillar: {value}"),
                tr(PILLAR[mission.pillar.value]) if mission.pillar else none,
            ),
            (
                self.theme,
                tr("Theme or value chain: {value}"),
                titles[mission.theme][language.code] if mission.theme in titles else none,
            ),
            (
                self.meeting,
                tr("Items of the briefing: {value}"),
                meeting_title(meeting.title, language) if meeting else tr("none"),
            ),
        ):
            text = sentence.format(value=value)
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(text)
        self.figures.show_figures(mission.figures)
        self.day.show_day(mission.day)
        self._show_texts()

    def _show_words(self) -> None:
        tr = self._context.language.gettext
        audience, note, figures = self._captions
        audience.setText(tr("Prepared for"))
        note.setText(tr("Your note"))
        figures.setText(tr("Figures"))
        self.audience.setAccessibleName(audience.text())
        self.note.setAccessibleName(note.text())

    def _show_texts(self) -> None:
        mission = self._book.mission
        if self._typing.isActive():
            # What is being typed is newer.
            return
        if self.audience.text() != mission.audience:
            self.audience.setText(mission.audience)
            self.audience.setCursorPosition(0)
        if self.note.toPlainText() != mission.note:
            self.note.blockSignals(True)
            self.note.setPlainText(mission.note)
            self.note.blockSignals(False)

    def _take_texts(self) -> None:
        mission = self._book.mission
        self._book.change(
            replace(
                mission,
                audience=" ".join(self.audience.text().split()),
                note=self.note.toPlainText().strip(),
            )
        )

    def _choose_day(self, day: datetime.date | None) -> None:
        self._book.change(replace(self._book.mission, day=day))

    def _choose_figures(self, figures: Sequence[str]) -> None:
        self._book.change(replace(self._book.mission, figures=tuple(figures)))

    def _take_figures(self) -> None:
        """All figures of the meeting, or of the whole briefing where none is chosen."""
        meeting = self._book.meeting
        items = meeting.items if meeting else self._context.briefing.briefing.items
        chosen = self._book.mission.figures
        known = self._context.library.titles([item.record for item in items])
        found = [
            item.record
            for item in items
            if item.record.startswith(f"{Kind.FIGURE}/") and item.record in known
        ]
        new = tuple(dict.fromkeys((*chosen, *found)))
        if new == chosen:
            self._context.say(self._context.language.gettext("The briefing holds no other figure."))
        self._choose_figures(new)

    def _open_places(self) -> None:
        tr = self._context.language.gettext
        picker = self._picker(self.place, (Kind.PLACE,), tr("Find a place"), tr("Places"))
        picker.chosen.connect(self._choose_place)
        self._open(picker, self.place, self._book.mission.place)

    def _choose_place(self, key: str) -> None:
        place = "" if key == NONE else key
        self._book.change(replace(self._book.mission, place=place))

    def _open_themes(self) -> None:
        tr = self._context.language.gettext
        picker = self._picker(self.theme, (Kind.THEME,), tr("Find a theme"), tr("Themes"))
        picker.chosen.connect(self._choose_theme)
        self._open(picker, self.theme, self._book.mission.theme)

    def _choose_theme(self, key: str) -> None:
        theme = "" if key == NONE else key
        self._book.change(replace(self._book.mission, theme=theme))

    def _picker(
        self, button: OpeningButton, kinds: Sequence[Kind], prompt: str, name: str
    ) -> Picker:
        language = self._context.language
        groups: list[OfferGroup] = records_of(
            self._context.library, language, kinds, language.gettext("any")
        )
        return Picker(button, groups, prompt, name)

    def _open(self, picker: Picker, button: OpeningButton, key: str) -> None:
        picker.open(button.below(), self.window().geometry(), key)

    def _open_pillars(self) -> None:
        tr = self._context.language.gettext
        self._menu.clear()
        self._menu.addAction(tr("any")).triggered.connect(partial(self._choose_pillar, None))
        for pillar in Pillar:
            action = self._menu.addAction(tr(PILLAR[pillar.value]).replace("&", "&&"))
            action.triggered.connect(partial(self._choose_pillar, pillar))
        self._menu.popup(self.pillar.below())

    def _choose_pillar(self, pillar: Pillar | None, _is_checked: bool = False) -> None:
        self._book.change(replace(self._book.mission, pillar=pillar))

    def _open_meetings(self) -> None:
        """Name the meetings, as they are at the moment."""
        language = self._context.language
        self._menu.clear()
        action = self._menu.addAction(language.gettext("none"))
        action.triggered.connect(lambda: self._book.choose_meeting(""))
        for meeting in self._context.briefing.briefing.meetings:
            title = meeting_title(meeting.title, language).replace("&", "&&")
            action = self._menu.addAction(title)
            action.triggered.connect(partial(self._choose_meeting, meeting.key))
        self._menu.popup(self.meeting.below())

    def _choose_meeting(self, key: str, _is_checked: bool = False) -> None:
        self._book.choose_meeting(key)

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        for button in (self.day, self.place, self.pillar, self.theme, self.meeting):
            button.setIcon(self._context.icon("chevron-down"))
        self.figures.recolour()
