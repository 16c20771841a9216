"""Milestones in few words: those that took place last, or those that were planned."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal

from desktop.sheets.home.page import HomePage, Moment
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.look.typography import Role, Space
from desktop.ui.widgets.placing import Column, Grid, wrap
from desktop.ui.widgets.text import link_label, text_label

_LEAST_CHARACTERS = 30
_PLANS = Address("milestones", filters=(("state", "planned"),))


class MomentView(Column):
    """When, what, and of a plan that it was one. `record_asked` carries the milestone's id."""

    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(Space.HAIR)
        self.when = text_label("", Role.SMALL, "muted")
        self.title = link_label("", Role.BODY, "", self.record_asked.emit)
        self.note = text_label("", Role.SMALL, "muted")
        self.set_children((self.when, self.title, self.note))
        wrap(self.when, self.note)

    def show_moment(self, moment: Moment) -> None:
        """Show a milestone, or the same one in another language."""
        self.when.setText(moment.when)
        self.title.setText(f'<a href="{escape(moment.record)}">{escape(moment.title)}</a>')
        self.title.setAccessibleName(moment.title)
        self.note.setText(moment.note)
        self.note.setVisible(bool(moment.note))


class Moments(Column):
    """Milestones under a heading, with a link to all of their sort."""

    record_asked = Signal(str)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__(Space.SMALL)
        self.heading = text_label("", Role.HEADING)
        self.all_link = link_label("", Role.BODY, "", lambda _target: self.all_asked.emit())
        self.moments: list[MomentView] = []
        wrap(self.heading)

    def show_moments(self, heading: str, moments: Sequence[Moment], all_link: str) -> None:
        """Show milestones, or the same ones in another language; hide where there are none."""
        self.heading.setText(heading)
        if len(self.moments) != len(moments):
            self.moments = [self._moment() for _moment in moments]
            self.set_children((self.heading, *self.moments, self.all_link))
        for view, moment in zip(self.moments, moments, strict=True):
            view.show_moment(moment)
        self.all_link.setText(f'<a href="all">{escape(all_link)}</a>')
        self.all_link.setAccessibleName(all_link)
        self.setVisible(bool(moments))

    def _moment(self) -> MomentView:
        view = MomentView()
        view.record_asked.connect(self.record_asked)
        return view


class MomentLists(Grid):
    """What took place last, beside what was planned."""

    record_asked = Signal(str)
    address_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(_LEAST_CHARACTERS, 2, Space.LARGE, Space.WIDE)
        self._context = context
        self.latest, self.plans = Moments(), Moments()
        self.set_children([self.latest, self.plans])
        for moments in (self.latest, self.plans):
            moments.record_asked.connect(self.record_asked)
        self.latest.all_asked.connect(lambda: self.address_asked.emit(Address("milestones")))
        self.plans.all_asked.connect(lambda: self.address_asked.emit(_PLANS))

    def show_page(self, page: HomePage) -> None:
        """Show both in the language of the moment."""
        tr = self._context.language.gettext
        self.latest.show_moments(tr("Latest milestones"), page.latest, tr("All milestones"))
        self.plans.show_moments(tr("What was planned"), page.plans, tr("All planned milestones"))
