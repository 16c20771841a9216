"""What one chooses of a sheet: its subject, its languages, how they lie, and what is on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.sheet_orders import MISSION, Layout
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.sheets.choice import SheetChoice
from desktop.ui.sheets.mission_book import MissionBook
from desktop.ui.sheets.mission_panel import MissionPanel
from desktop.ui.sheets.subjects import subject_groups, subject_title
from desktop.ui.widgets.menu_button import ChoiceButton, OpeningButton
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.text import set_text, text_label

# How two languages may lie on paper, in the order in which they are offered.
LAYOUTS = (Layout.FACES, Layout.BESIDE)
# No narrower than so many characters.
_LEAST_CHARACTERS = 34


class ChoicePanel(QScrollArea):
    """Shows a choice and lets it be changed: `chosen` carries the new SheetChoice."""

    chosen = Signal(object)

    def __init__(self, context: Context, book: MissionBook) -> None:
        super().__init__()
        self.setObjectName("sheetChoices")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What stands on it takes the focus, and it scrolls with that.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._choice = SheetChoice("")
        self._blocks: Sequence[tuple[str, str]] = ()
        codes = tuple(context.languages)
        self._codes = codes
        self.subject = OpeningButton("facet")
        self.subject.opened.connect(self._open_subjects)
        self.language = ChoiceButton(len(codes))
        self.second = ChoiceButton(len(codes) + 1)
        for button in (self.language, self.second):
            button.setProperty("look", "facet")
        self.layouts = [QRadioButton() for _ in LAYOUTS]
        self._layout_group = QButtonGroup(self)
        self.mission = MissionPanel(context, book)
        self.boxes: dict[str, QCheckBox] = {}
        # Which of what is ticked does not stand on the page, and why: under all boxes, so that
        # none of them moves from under the mouse.
        self.absent = text_label("", Role.SMALL, "muted")
        self._absent: tuple[Sequence[str], Sequence[str]] = ((), ())
        self._headings = [QLabel() for _ in range(3)]
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.subject)
        self.recolour()

    def _lay_out(self) -> None:
        self.body = QWidget()
        self.body.setObjectName("sheetChoicesBody")
        column = QVBoxLayout(self.body)
        edge = space(Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.TIGHT))
        about, languages, contents = self._headings
        for heading in self._headings:
            set_role(heading, Role.LABEL)
            heading.setProperty("role", "accent")
        column.addWidget(about)
        column.addWidget(self.subject)
        column.addSpacing(space(Space.TIGHT))
        column.addWidget(self.mission)
        column.addSpacing(space(Space.SMALL))
        column.addWidget(languages)
        column.addWidget(self.language)
        column.addWidget(self.second)
        for number, button in enumerate(self.layouts):
            self._layout_group.addButton(button, number)
            column.addWidget(button)
        column.addSpacing(space(Space.SMALL))
        column.addWidget(contents)
        self._contents = QVBoxLayout()
        self._contents.setSpacing(0)
        column.addLayout(self._contents)
        column.addWidget(self.absent)
        column.addStretch(1)
        self.body.installEventFilter(self)
        self.setWidget(self.body)

    def _connect(self) -> None:
        self.language.chosen.connect(self._choose_language)
        self.second.chosen.connect(self._choose_second)
        self._layout_group.idClicked.connect(self._choose_layout)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel is as wide as what stands on it: nothing is cut, whatever the language."""
        if watched is self.body and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def show_choice(self, choice: SheetChoice, blocks: Sequence[tuple[str, str]]) -> None:
        """Show what is chosen; `blocks` are (name, heading) of all that may be on the sheet."""
        is_other = choice.subject != self._choice.subject
        self._choice = choice
        language = self._context.language
        tr = language.gettext
        title = subject_title(self._context.library, language, choice.subject)
        self.subject.setText(title.replace("&", "&&"))
        self.subject.setAccessibleName(tr("The sheet is about: {title}").format(title=title))
        about, languages, contents = self._headings
        about.setText(tr("Sheet about"))
        languages.setText(tr("Languages"))
        contents.setText(tr("On the sheet"))
        self._show_languages()
        self.mission.setVisible(choice.subject == MISSION)
        if choice.subject == MISSION:
            self.mission.show_mission()
        self._show_blocks(blocks)
        self.show_absent(*(((), ()) if is_other else self._absent))
        contents.setVisible(bool(blocks))
        self._fit()

    def show_absent(self, no_room: Sequence[str], empty: Sequence[str]) -> None:
        """Say which blocks are not on the page though they are ticked, by name."""
        self._absent = (no_room, empty)
        language = self._context.language
        sentences = (
            language.gettext("No room on the page for: {parts}. Untick others for it."),
            language.gettext("Nothing to show for: {parts}."),
        )
        lines: list[str] = []
        for sentence, names in zip(sentences, self._absent, strict=True):
            parts = [self.boxes[name].accessibleName() for name in names]
            lines += [sentence.format(parts=language.listed(parts))] if parts else []
        set_text(self.absent, "\n".join(lines))
        self.absent.setVisible(bool(lines))

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        for button in (self.subject, self.language, self.second):
            button.setIcon(self._context.icon("chevron-down"))
        self.mission.recolour()

    def _show_languages(self) -> None:
        tr = self._context.language.gettext
        names = [self._context.languages[code].own_name for code in self._codes]
        codes = self._choice.languages(self._context.language.code)
        first = self._codes.index(codes[0])
        said = tr("Language of the sheet: {language}")
        self.language.show_choice(first, names, said.format(language=names[first]))
        second = self._codes.index(codes[1]) + 1 if len(codes) > 1 else 0
        also = tr("Also in {language}")
        titles = [tr("No second language"), *(also.format(language=each) for each in names)]
        self.second.show_choice(second, titles, titles[second])
        # The first language is no second one.
        for number in range(len(names)):
            self.second.choices.actions()[number + 1].setVisible(number != first)
        for button, text, layout in zip(
            self.layouts,
            (tr("On the two faces of one paper"), tr("Side by side on one page")),
            LAYOUTS,
            strict=True,
        ):
            button.setText(text)
            button.setVisible(len(codes) > 1)
            button.setChecked(layout is self._choice.layout)

    def _show_blocks(self, blocks: Sequence[tuple[str, str]]) -> None:
        """A box for each block; the same boxes again where only their words changed."""
        if [name for name, _heading in blocks] != list(self.boxes):
            for box in self.boxes.values():
                box.setParent(None)
                box.deleteLater()
            self.boxes = {name: self._box(name) for name, _heading in blocks}
        for name, heading in blocks:
            box = self.boxes[name]
            box.setText(heading.replace("&", "&&"))
            box.setAccessibleName(heading)
            box.blockSignals(True)
            box.setChecked(name not in self._choice.without)
            box.blockSignals(False)

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox()
        box.toggled.connect(
            lambda is_wanted: self.chosen.emit(self._choice.toggled(name, is_wanted=is_wanted))
        )
        self._contents.addWidget(box)
        return box

    def _fit(self) -> None:
        least = self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
        # What comes and goes counts always: a page that moves with each choice is hard to read.
        layouts = max(button.sizeHint().width() for button in self.layouts)
        widest = max(self.body.minimumSizeHint().width(), layouts + 2 * space(Space.MEDIUM))
        # With room for the scroll bar and for the line at the edge.
        beside = self.verticalScrollBar().sizeHint().width() + space(Space.TIGHT)
        self.setMinimumWidth(max(least, widest + beside))

    def _open_subjects(self) -> None:
        language = self._context.language
        tr = language.gettext
        groups = subject_groups(self._context.library, language)
        picker = Picker(self.subject, groups, tr("Find a sheet"), tr("Sheets"))
        picker.chosen.connect(lambda subject: self.chosen.emit(self._choice.about(subject)))
        picker.open(self.subject.below(), self.window().geometry(), self._choice.subject)

    def _choose_language(self, number: int) -> None:
        code = self._codes[number]
        is_own = code == self._context.language.code
        self.chosen.emit(replace(self._choice, language="" if is_own else code))

    def _choose_second(self, number: int) -> None:
        second = self._codes[number - 1] if number else ""
        self.chosen.emit(replace(self._choice, second=second))

    def _choose_layout(self, number: int) -> None:
        self.chosen.emit(replace(self._choice, layout=LAYOUTS[number]))
