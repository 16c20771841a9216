"""The mission sheet that the user puts together, kept from one start to the next."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.briefing import Meeting
from desktop.domain.sheet_order_format import plain_order, read_order
from desktop.domain.sheet_orders import MISSION, Mission, SheetOrder
from desktop.ui.context import Context

KEY = "mission sheet"


class MissionBook(QObject):
    """Holds the mission of the moment and the meeting whose items it shows.

    `changed` tells that it is another one. The items are those of the meeting at the moment; when
    a meeting is gone, its items are.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._mission, self._meeting = self._read()
        context.briefing.changed.connect(self._notice_briefing)

    @property
    def mission(self) -> Mission:
        """The mission, with the items that the meeting has by now."""
        meeting = self.meeting
        items = tuple(item.record for item in meeting.items) if meeting else ()
        known = self._context.library.titles(items)
        return replace(self._mission, items=tuple(each for each in items if each in known))

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose items are shown, if there is one."""
        return self._context.briefing.briefing.meeting(self._meeting) if self._meeting else None

    def change(self, mission: Mission) -> None:
        """Put another mission in the place of this one."""
        if mission != self._mission:
            self._mission = mission
            self._keep()

    def choose_meeting(self, key: str) -> None:
        """Show the items of another meeting, "" for none."""
        if key != self._meeting:
            self._meeting = key
            self._keep()

    def _keep(self) -> None:
        order = SheetOrder(
            MISSION, (self._context.language.code,), mission=replace(self._mission, items=())
        )
        plain = {"order": plain_order(order), "meeting": self._meeting}
        self._context.settings.put(KEY, json.dumps(plain, ensure_ascii=False))
        self.changed.emit()

    def _notice_briefing(self) -> None:
        if self._meeting:
            self.changed.emit()

    def _read(self) -> tuple[Mission, str]:
        """What is kept, as far as this edition knows it."""
        try:
            kept = json.loads(self._context.settings.get(KEY, "{}"))
            mission = read_order(kept["order"]).mission or Mission()
            meeting = str(kept["meeting"])
        except (ValueError, KeyError, TypeError):
            # Nothing yet, or a file that another version wrote.
            return Mission(), ""
        wanted = (mission.place, mission.theme, *mission.figures)
        known = self._context.library.titles([each for each in wanted if each])
        figures = tuple(each for each in mission.figures if each in known)
        place = mission.place if mission.place in known else ""
        theme = mission.theme if mission.theme in known else ""
        return replace(mission, place=place, theme=theme, figures=figures), meeting
