"""Addresses as people write them: a view, or a record by its id, and how a view is narrowed."""

from __future__ import annotations

from desktop.domain.chart_specs import ChartSpec
from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind
from desktop.ui import views
from desktop.ui.frame.navigation import Address

UNKNOWN = N_(
    "“{value}” is no command, no view and no record: “valley-atlas --help” names the commands, "
    "“valley-atlas list all” the records."
)
NO_CHART = N_(
    "There is no chart “{value}”: open “charts” for the list, and copy the address of one there."
)
# What opens an address when it is typed after a prompt.
COMMAND = "valley-atlas"
# What the desktop hands over when someone follows a link to the atlas.
SCHEME = f"{COMMAND}://"
# Between a name and how the view is narrowed, as in the links of the web.
_NARROWED, _AND, _IS = "?&="


def address_of(text: str, library: Library) -> Address:
    """The address that `text` names: `milestones`, `programme/regmed-xb`, or either as a link.

    A record may stand behind the view that is to show it: `sheets/place/belgium`. Filters may
    follow: `explorer?indicator=term/jobs&year=2019`. UsageError where there is no such view, record
    or chart.
    """
    name, _, narrowed = text.removeprefix(SCHEME).partition(_NARROWED)
    name, filters = name.strip("/"), filters_in(narrowed)
    if any(spec.key == name for spec in views.ALL):
        if name == views.CHARTS:
            _check_chart(filters, library)
        return Address(name, filters=filters)
    view, _, record = name.partition("/")
    try:
        if any(spec.key == view for spec in views.ALL):
            return Address(view, library.get(record).id, filters=filters)
        return Address(home_of(library.get(name).kind), name, filters=filters)
    except UsageError:
        raise UsageError(UNKNOWN, value=text) from None


def chart_in(address: Address, library: Library) -> ChartSpec | None:
    """The chart that an address names; None for the charts as a whole, and for other views."""
    named = dict(address.filters).get(views.CHART) if address.view == views.CHARTS else None
    return next((chart for chart in library.charts() if chart.id == named), None) if named else None


def _check_chart(filters: tuple[tuple[str, str], ...], library: Library) -> None:
    """UsageError where filters name a chart that there is not."""
    named = dict(filters).get(views.CHART)
    if named is not None and all(chart.id != named for chart in library.charts()):
        raise UsageError(NO_CHART, value=named)


def text_of(address: Address) -> str:
    """An address as `address_of` reads it: its record, or else its view, and its filters.

    The sheet of a record is in another view than the record itself.
    """
    name = address.record or address.view
    if address.record and address.view == views.SHEETS:
        name = f"{views.SHEETS}/{address.record}"
    filters = filters_text(address.filters)
    return f"{name}{_NARROWED}{filters}" if filters else name


def filters_in(text: str) -> tuple[tuple[str, str], ...]:
    """The filters that `filters_text` wrote; nothing for anything else."""
    pairs = (each.partition(_IS) for each in text.split(_AND))
    return tuple((facet, value) for facet, is_, value in pairs if facet and is_)


def filters_text(filters: tuple[tuple[str, str], ...]) -> str:
    """Filters on one line: ids, codes and years need no signs of their own."""
    return _AND.join(f"{facet}{_IS}{value}" for facet, value in filters)


def home_of(kind: Kind) -> str:
    """The view that records of a kind are shown in; the search's where none is made for them."""
    return next((spec.key for spec in views.ALL if kind in spec.kinds), views.SEARCH)
