"""The figures that answer a query, above the records: the first as a card, others as lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.l10n.language import Language
from desktop.sheets.search.parts import Answer
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.placing import (
    Area,
    Column,
    Placed,
    adopt,
    height_of,
    line_width,
    stacked,
    wrap,
)
from desktop.ui.widgets.text import PLAIN, link_label, text_label

# From this width on the rivals stand beside the figure.
_TWO_COLUMNS = 76
# Of the width, the figure has about so much then.
_FIGURE_SHARE = 0.4
# The record's own page has them all.
_MOST_RIVALS = 3
_MOST_LINES = 3


class AnswerCard(Placed):
    """One figure with all that one must know before quoting it.

    `record_asked` carries the id of the figure or of a rival, `passport_asked` that of the figure.
    """

    record_asked = Signal(str)
    passport_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("answer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._id = ""
        self.value = text_label("", Role.FIGURE)
        self.title = link_label("", Role.STRONG, "", self.record_asked.emit)
        self.when = text_label("", Role.BODY)
        self.scope = text_label("", Role.SMALL, "muted")
        self.source = text_label("", Role.SMALL, "muted")
        self.source_button = QPushButton()
        self.source_button.setObjectName("cardSource")
        self.source_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self.source_button, Role.SMALL)
        self.source_button.clicked.connect(lambda: self.passport_asked.emit(self._id))
        self.rivals_heading = text_label("", Role.LABEL, "muted")
        self.rivals = link_label("", Role.SMALL, "", self.record_asked.emit)
        self._figure = (self.value, self.title, self.when)
        self._beside = (self.rivals_heading, self.rivals)
        self._below = (self.scope, self.source)
        adopt(self, (*self._figure, self.source_button, *self._beside, *self._below))
        wrap(self.value, self.when, self.scope, self.source, self.rivals_heading)

    def show_answer(self, answer: Answer, others: Collection[str]) -> None:
        """Show a figure in the language of the moment; of its rivals first those that the query may
        mean as well.
        """
        tr = self._context.language.gettext
        two = tr("{first} · {other}")
        self._id = answer.id
        self.value.setText(answer.value)
        self.title.setText(_link(answer.id, answer.title))
        self.title.setAccessibleName(answer.title)
        self.when.setText(two.format(first=answer.place, other=answer.period))
        self.scope.setText(answer.scope)
        self.scope.setVisible(bool(answer.scope))
        self.source.setText(two.format(first=answer.source, other=answer.age))
        self.source_button.setText(tr("Source"))
        self.source_button.setAccessibleName(tr("Source of {label}").format(label=answer.title))
        self.source_button.setToolTip(tr("Who says so, and how old it is"))
        self._show_rivals(answer, others)
        spoken = tr("Answer: {title}: {value}")
        self.setAccessibleName(spoken.format(title=answer.title, value=answer.value))
        self.forget()

    def _show_rivals(self, answer: Answer, others: Collection[str]) -> None:
        language = self._context.language
        self.rivals_heading.setText(language.gettext("Not to be taken for"))
        rivals = sorted(answer.rivals, key=lambda rival: rival[0] not in others)
        told = {rival: _told(title, value, language) for rival, title, value in rivals}
        lines = [_link(*each) for each in told.items()]
        if (more := len(lines) - _MOST_RIVALS) > 0:
            sentence = language.ngettext("{number} more", "{number} more", more)
            lines[_MOST_RIVALS:] = [_link(answer.id, sentence.format(number=language.number(more)))]
        self.rivals.setText("".join(map(_paragraph, lines)))
        self.rivals.setAccessibleName("\n".join(told.values()))
        for part in self._beside:
            part.setVisible(bool(answer.rivals))

    def arrange(self, width: int) -> Iterator[Area]:
        across, gap = space(Space.MEDIUM), space(Space.HAIR)
        inner = QRect(across, space(Space.SMALL), width - 2 * across, 0)
        is_wide = inner.width() >= self.fontMetrics().averageCharWidth() * _TWO_COLUMNS
        figure, beside = QRect(inner), QRect(inner)
        if is_wide and not self.rivals.isHidden():
            figure.setWidth(round(inner.width() * _FIGURE_SHARE))
            beside.setLeft(figure.right() + space(Space.LARGE))
        areas = list(self._figure_areas(figure))
        if not is_wide:
            beside.moveTop(_bottom(areas) + space(Space.TIGHT))
        areas += stacked(self._beside, beside, gap)
        inner.moveTop(_bottom(areas) + space(Space.TIGHT))
        yield from areas
        yield from stacked(self._below, inner, gap)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + space(Space.SMALL)

    def _figure_areas(self, room: QRect) -> Iterator[Area]:
        """The figure from the top; the button stands behind its period."""
        button, top = self.source_button.sizeHint(), room.top()
        for part in self._figure:
            is_beside = part is self.when
            width = room.width() - (button.width() if is_beside else 0)
            height = height_of(part, width)
            if is_beside:
                width = min(line_width(self.when) + space(Space.TIGHT), width)
                left, height = room.left() + width, max(height, button.height())
                middle = top + (height - button.height()) // 2
                yield self.source_button, QRect(left, middle, button.width(), button.height())
            yield part, QRect(room.left(), top, width, height)
            top += height + space(Space.HAIR)


class OtherAnswers(Column):
    """The other figures that fit, one line each; `record_asked` carries the id of one."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.HAIR)
        self._context = context
        self.heading = text_label("", Role.LABEL, "muted")
        self.links = link_label("", Role.SMALL, "", self.record_asked.emit)
        self.set_children((self.heading, self.links))
        wrap(self.heading)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show figures in the language of the moment; nothing where there is none."""
        language = self._context.language
        self.heading.setText(language.gettext("Other figures that fit"))
        both = language.gettext("{value} ({period})")
        told = {
            each.id: _told(each.title, both.format(value=each.value, period=each.period), language)
            for each in answers[:_MOST_LINES]
        }
        self.links.setText("".join(_paragraph(_link(*each)) for each in told.items()))
        self.links.setAccessibleName("\n".join(told.values()))
        self.setVisible(bool(answers))
        self.forget()


def _bottom(areas: Iterable[Area]) -> int:
    """Where the lowest of some parts ends."""
    return max(area.bottom() + 1 for _part, area in areas)


def _told(title: str, value: str, language: Language) -> str:
    return language.gettext("{label}: {value}").format(label=title, value=value)


def _link(record: str, text: str) -> str:
    return f'<a href="{escape(record)}" style="{PLAIN}">{escape(text)}</a>'


def _paragraph(line: str) -> str:
    return f'<p style="margin: 0 0 {space(Space.HAIR)}px 0">{line}</p>'
