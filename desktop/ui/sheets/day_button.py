"""A day that one chooses from a calendar, or none."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.menu_button import OpeningButton

# What Qt calls the buttons of a calendar, and their icons here.
_STEPS = {"qt_calendar_prevmonth": "arrow-left", "qt_calendar_nextmonth": "arrow-right"}


class DayButton(OpeningButton):
    """Shows a day as the language writes it, and opens a calendar: `chosen` carries a date or None.

    Without a day the calendar opens at that of today.
    """

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("facet")
        self._context = context
        self._day: datetime.date | None = None
        self.opened.connect(self._open)

    def show_day(self, day: datetime.date | None) -> None:
        """Show a day, in the language of the moment."""
        self._day = day
        language = self._context.language
        written = language.gettext("none")
        if day is not None:
            written = language.date(day)
        text = language.gettext("Day: {value}").format(value=written)
        self.setText(text)
        self.setAccessibleName(text)

    def _open(self) -> None:
        popup = DayPicker(self, self._context, self._day)
        popup.chosen.connect(self.chosen)
        popup.adjustSize()
        popup.move(self.below())
        popup.show()
        popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)


class DayPicker(QFrame):
    """The calendar that pops up: `chosen` carries the day that was picked, or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, context: Context, day: datetime.date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("checkList")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        language = context.language
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(language.territory_code))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # A weekend is a day like any other, and red would be a colour of its own.
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day_of_week, QTextCharFormat())
        self.calendar.setAccessibleName(language.gettext("Day of the meeting"))
        for name, icon in _STEPS.items():
            # Qt's own arrows know one colour alone.
            for button in self.calendar.findChildren(QToolButton, name):
                button.setIcon(context.icon(icon))
        self.calendar.setSelectedDate(_qt(day or context.today))
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.none = QPushButton(language.gettext("No day"))
        self.none.setProperty("look", "quiet")
        set_role(self.none, Role.LABEL)
        self.none.clicked.connect(lambda: self._finish(None))
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        column.addWidget(self.calendar)
        column.addWidget(self.none)

    def _choose(self, day: QDate) -> None:
        self._finish(datetime.date(day.year(), day.month(), day.day()))

    def _finish(self, day: datetime.date | None) -> None:
        self.close()
        self.chosen.emit(day)


def _qt(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)
