"""The views of the window: one file each, and one line each in `ALL`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.ui.context import Context
from desktop.ui.view import View
from desktop.ui.views.figures import FiguresView
from desktop.ui.views.home import HomeView
from desktop.ui.views.milestones import MilestonesView
from desktop.ui.views.programmes import ProgrammesView
from desktop.ui.views.regions import RegionsView
from desktop.ui.views.search import SearchView


@dataclass(frozen=True)
class ViewSpec:
    """A view: its key in addresses, its name in the side bar, how to make it, what lives in it.

    A `title` of None: the name of the country that the atlas is about.
    """

    key: str
    title: str | None
    make: Callable[[Context], View]
    icon: str
    kinds: tuple[Kind, ...] = ()


HOME = "home"
SEARCH = "search"

ALL = (
    ViewSpec(HOME, None, HomeView, "home"),
    ViewSpec("regions", N_("Regions"), RegionsView, "regions", (Kind.PLACE,)),
    ViewSpec("programmes", N_("Programmes"), ProgrammesView, "programmes", (Kind.PROGRAMME,)),
    ViewSpec("milestones", N_("Milestones"), MilestonesView, "milestones", (Kind.MILESTONE,)),
    ViewSpec("figures", N_("Figures"), FiguresView, "figures", (Kind.FIGURE,)),
    ViewSpec(SEARCH, N_("Search"), SearchView, "search"),
)
