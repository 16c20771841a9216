"""Addresses as people write them: a view, or a record by its id."""

from __future__ import annotations

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind
from desktop.ui import views
from desktop.ui.frame.navigation import Address

UNKNOWN = N_(
    "“{value}” is no command, no view and no record: “valley-atlas --help” names the commands, "
    "“valley-atlas list all” the records."
)
# What the desktop hands over when someone follows a link to the atlas.
SCHEME = "valley-atlas://"


def address_of(text: str, library: Library) -> Address:
    """The address that `text` names: `milestones`, `programme/regmed-xb`, or either as a link.

    UsageError where there is no such view or record.
    """
    name = text.removeprefix(SCHEME).strip("/")
    if any(spec.key == name for spec in views.ALL):
        return Address(name)
    try:
        return Address(home_of(library.get(name).kind), name)
    except UsageError:
        raise UsageError(UNKNOWN, value=text) from None


def home_of(kind: Kind) -> str:
    """The view that records of a kind are shown in; the search's where none is made for them."""
    return next((spec.key for spec in views.ALL if kind in spec.kinds), views.SEARCH)
