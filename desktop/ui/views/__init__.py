"""The views of the window: one file each, and one line each in `ALL`.

A view's file is imported when the view is first opened, because start-up counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.domain.problems import N_
from desktop.domain.records import Kind

if TYPE_CHECKING:
    from desktop.ui.context import Context
    from desktop.ui.view import View


class Group(Enum):
    """What stands together in the side bar."""

    HOME = auto()
    FACTS = auto()
    WHO_AND_WHAT = auto()
    READING = auto()
    TOOLS = auto()


@dataclass(frozen=True)
class ViewSpec:
    """A view: its key in addresses, its name in the side bar, how to make it, what lives in it.

    A `title` of None: the name of the country that the atlas is about. The views of a `group`
    follow each other in `ALL`.
    """

    key: str
    title: str | None
    make: Callable[[Context], View]
    icon: str
    kinds: tuple[Kind, ...] = ()
    group: Group = Group.TOOLS


HOME = "home"
SHEETS = "sheets"
SEARCH = "search"
HELP = "help"
CHARTS = "charts"
# The filter of an address that names one chart.
CHART = "chart"


def _home(context: Context) -> View:
    from desktop.ui.views.home import HomeView

    return HomeView(context)


def _regions(context: Context) -> View:
    from desktop.ui.views.regions import RegionsView

    return RegionsView(context)


def _map(context: Context) -> View:
    from desktop.ui.views.map import MapView

    return MapView(context)


def _programmes(context: Context) -> View:
    from desktop.ui.views.programmes import ProgrammesView

    return ProgrammesView(context)


def _milestones(context: Context) -> View:
    from desktop.ui.views.milestones import MilestonesView

    return MilestonesView(context)


def _timeline(context: Context) -> View:
    from desktop.ui.views.timeline import TimelineView

    return TimelineView(context)


def _figures(context: Context) -> View:
    from desktop.ui.views.figures import FiguresView

    return FiguresView(context)


def _charts(context: Context) -> View:
    from desktop.ui.views.charts import ChartsView

    return ChartsView(context)


def _explorer(context: Context) -> View:
    from desktop.ui.views.explorer import ExplorerView

    return ExplorerView(context)


def _organisations(context: Context) -> View:
    from desktop.ui.views.organisations import OrganisationsView

    return OrganisationsView(context)


def _people(context: Context) -> View:
    from desktop.ui.views.people import PeopleView

    return PeopleView(context)


def _themes(context: Context) -> View:
    from desktop.ui.views.themes import ThemesView

    return ThemesView(context)


def _glossary(context: Context) -> View:
    from desktop.ui.views.glossary import GlossaryView

    return GlossaryView(context)


def _disagreements(context: Context) -> View:
    from desktop.ui.views.disagreements import DisagreementsView

    return DisagreementsView(context)


def _documents(context: Context) -> View:
    from desktop.ui.views.documents import DocumentsView

    return DocumentsView(context)


def _briefing(context: Context) -> View:
    from desktop.ui.views.briefing import BriefingView

    return BriefingView(context)


def _sheets(context: Context) -> View:
    from desktop.ui.views.sheets import SheetsView

    return SheetsView(context)


def _search(context: Context) -> View:
    from desktop.ui.views.search import SearchView

    return SearchView(context)


def _help(context: Context) -> View:
    from desktop.ui.views.help import HelpView

    return HelpView(context)


ALL = (
    ViewSpec(HOME, None, _home, "home", group=Group.HOME),
    ViewSpec("regions", N_("Regions"), _regions, "regions", (Kind.PLACE,), Group.FACTS),
    ViewSpec("map", N_("Map"), _map, "map", group=Group.FACTS),
    ViewSpec(
        "programmes", N_("Programmes"), _programmes, "programmes", (Kind.PROGRAMME,), Group.FACTS
    ),
    ViewSpec(
        "milestones", N_("Milestones"), _milestones, "milestones", (Kind.MILESTONE,), Group.FACTS
    ),
    ViewSpec("timeline", N_("Timeline"), _timeline, "timeline", group=Group.FACTS),
    ViewSpec("figures", N_("Figures"), _figures, "figures", (Kind.FIGURE,), Group.FACTS),
    ViewSpec(CHARTS, N_("Charts"), _charts, "charts", group=Group.FACTS),
    ViewSpec(
        "disagreements",
        N_("Disagreements"),
        _disagreements,
        "disagreements",
        (Kind.DISAGREEMENT,),
        Group.FACTS,
    ),
    ViewSpec("explorer", N_("Explorer"), _explorer, "explorer", group=Group.FACTS),
    ViewSpec(
        "organisations",
        N_("Organisations"),
        _organisations,
        "organisations",
        (Kind.ORGANISATION,),
        Group.WHO_AND_WHAT,
    ),
    ViewSpec("people", N_("People"), _people, "people", (Kind.PERSON,), Group.WHO_AND_WHAT),
    ViewSpec("themes", N_("Themes"), _themes, "themes", (Kind.THEME,), Group.WHO_AND_WHAT),
    ViewSpec(
        "documents",
        N_("Documents"),
        _documents,
        "documents",
        (Kind.DOCUMENT, Kind.SECTION),
        Group.READING,
    ),
    ViewSpec("glossary", N_("Glossary"), _glossary, "glossary", (Kind.TERM,), Group.READING),
    ViewSpec("briefing", N_("Briefing"), _briefing, "briefing"),
    ViewSpec(SHEETS, N_("Sheets"), _sheets, "sheets"),
    ViewSpec(SEARCH, N_("Search"), _search, "search"),
    ViewSpec(HELP, N_("Help"), _help, "help"),
)


def spec_of(key: str) -> ViewSpec:
    """The view of that key."""
    return next(spec for spec in ALL if spec.key == key)
