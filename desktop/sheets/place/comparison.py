"""Two places side by side: what belongs to each, and their figures, indicator by indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from desktop.domain.browsing import Browse, Facet
from desktop.domain.library import Library
from desktop.domain.records import Details, Figure, Kind, Place, Record, Unit
from desktop.domain.text import Text
from desktop.l10n import labels
from desktop.l10n.language import N_, Language
from desktop.sheets.place import portrait
from desktop.sheets.record.entries import Entry
from desktop.sheets.values import value_text, when_text

# The sections of a portrait that are set side by side, in the order of the rows.
_LISTS = (
    portrait.PRIORITIES,
    portrait.PROGRAMMES,
    portrait.ORGANISATIONS,
    portrait.MILESTONES,
)

# How two figures of one indicator can differ so that they are not to be compared as they stand.
DIFFERENT_YEARS = N_("different years")
NO_YEAR = N_("not every year is stated")
DIFFERENT_SCOPE = N_("different scope")
DIFFERENT_UNITS = N_("different units")
_DIFFERENCES = (DIFFERENT_YEARS, NO_YEAR, DIFFERENT_SCOPE, DIFFERENT_UNITS)


@dataclass(frozen=True, slots=True)
class ComparedPlace:
    """The heading of a column: the place's id, name and type."""

    id: str
    title: str
    type: str


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure in a cell: `about` says its scope, and where it was measured if not in the place.

    `line` says all of it on one line.
    """

    id: str
    value: str
    when: str
    about: str
    line: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What the documents say of one place in one row: a text, records or figures.

    Where they say nothing, `is_missing` is true and the text says so.
    """

    text: str = ""
    entries: tuple[Entry, ...] = ()
    figures: tuple[ComparedFigure, ...] = ()
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: its heading, a cell for each place, and what forbids to compare its figures."""

    heading: str
    cells: tuple[Cell, Cell]
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two places, in one language.

    `rows` are texts and lists, `shared` the indicators that both places have a figure of, the
    weightiest first; `others` counts those that only one has.
    """

    places: tuple[ComparedPlace, ComparedPlace]
    rows: tuple[ComparedRow, ...]
    shared: tuple[ComparedRow, ...]
    others: int


def compare(library: Library, language: Language, left: Record, right: Record) -> Comparison:
    """Two places of a library side by side, in a language."""
    table = _Table(library, language, (left, right))
    shared, others = table.indicators()
    return Comparison(
        places=(table.heading(left), table.heading(right)),
        rows=(*table.text_rows(), *table.list_rows()),
        shared=table.figure_rows(shared),
        others=len(others),
    )


def other_rows(
    library: Library, language: Language, left: Record, right: Record
) -> tuple[ComparedRow, ...]:
    """The rows of the indicators that only one of two places has, the weightiest first.

    Apart from the comparison, because they are many and few readers ask for them.
    """
    table = _Table(library, language, (left, right))
    _shared, others = table.indicators()
    return table.figure_rows(others)


class _Table:
    """Makes the rows of one comparison."""

    def __init__(self, library: Library, language: Language, places: tuple[Record, Record]) -> None:
        self._library = library
        self._language = language
        self._places = places
        self._figures_of = {place.id: self._by_indicator(place) for place in places}

    def heading(self, place: Record) -> ComparedPlace:
        type_ = labels.TYPE[place.details.type] if isinstance(place.details, Place) else ""
        return ComparedPlace(place.id, self._say(place.title), self._language.gettext(type_))

    def text_rows(self) -> Iterator[ComparedRow]:
        tr = self._language.gettext
        yield self._row(tr("In short"), lambda place: self._text(place.summary))
        yield self._row(tr("Who decides what"), lambda place: self._text(_competences(place)))

    def list_rows(self) -> Iterator[ComparedRow]:
        entries = {place.id: self._entries(place) for place in self._places}
        for key in _LISTS:
            heading = self._language.gettext(portrait.HEADINGS[key])
            yield self._row(heading, lambda place, key=key: self._list(entries[place.id].get(key)))

    def indicators(self) -> tuple[list[str], list[str]]:
        """The indicators that both places have a figure of, and those that one has."""
        left, right = self._figures_of.values()
        shared = [indicator for indicator in left if indicator in right]
        return shared, [each for each in {**left, **right} if each not in shared]

    def figure_rows(self, indicators: Sequence[str]) -> tuple[ComparedRow, ...]:
        """A row for each indicator, in the same order whichever place stands on the left."""
        ids = {
            figure
            for groups in self._figures_of.values()
            for indicator in indicators
            for figure in groups.get(indicator, ())
        }
        records = {record.id: record for record in self._library.get_many(sorted(ids))}
        rows = [
            (
                indicator,
                [
                    [records[id_] for id_ in groups.get(indicator, ())]
                    for groups in self._figures_of.values()
                ],
            )
            for indicator in indicators
        ]
        rows.sort(key=lambda row: (-max(each.weight for cell in row[1] for each in cell), row[0]))
        titles = self._library.titles(indicators)
        return tuple(
            self._figure_row(titles[indicator], cells[0], cells[1]) for indicator, cells in rows
        )

    def _figure_row(
        self, title: Text, left: Sequence[Record], right: Sequence[Record]
    ) -> ComparedRow:
        first, second = self._places
        cells = (self._figures(left, first), self._figures(right, second))
        return ComparedRow(self._say(title), cells, self._caution(left, right))

    def _caution(self, left: Sequence[Record], right: Sequence[Record]) -> str:
        names = [place.title for place in self._places]
        found = {
            difference
            for one, other in product(left, right)
            if one.id != other.id
            for difference in differences(one.details, other.details, names)
        }
        if not found:
            return ""
        tr = self._language.gettext
        said = self._language.listed([tr(each) for each in _DIFFERENCES if each in found])
        return tr("Compare with care: {differences}.").format(differences=said)

    def _by_indicator(self, place: Record) -> dict[str, Sequence[str]]:
        """The ids of the figures of a place by indicator, without reading the figures."""
        chosen = ((Facet.PLACE, place.id),)
        browse = Browse((Kind.FIGURE,), self._language.code, chosen, group=Facet.INDICATOR)
        return {group.value: group.ids for group in self._library.browse(browse) if group.value}

    def _entries(self, place: Record) -> dict[str, tuple[Entry, ...]]:
        figures = self._library.figures_in([place.id])
        sections = portrait.portrait(self._library, self._language, place, figures)
        return {section.key: section.entries for section in sections}

    def _row(self, heading: str, cell: Callable[[Record], Cell]) -> ComparedRow:
        left, right = self._places
        return ComparedRow(heading, (cell(left), cell(right)))

    def _text(self, text: Text | None) -> Cell:
        return Cell(text=self._say(text)) if text else self._missing()

    def _list(self, entries: tuple[Entry, ...] | None) -> Cell:
        return Cell(entries=entries) if entries else self._missing()

    def _figures(self, records: Sequence[Record], place: Record) -> Cell:
        if not records:
            return self._missing()
        return Cell(figures=tuple(self._figure(record, place) for record in records))

    def _figure(self, record: Record, place: Record) -> ComparedFigure:
        figure = record.details
        if not isinstance(figure, Figure):
            raise TypeError(record.id)
        about = self._say(figure.scope)
        if figure.place != place.id:
            about = self._language.gettext("{scope} (measured in: {place})").format(
                scope=about, place=self._say(self._library.title(figure.place))
            )
        value, when = value_text(figure, self._language), when_text(figure, self._language)
        line = self._language.gettext("{label}: {value} ({period})")
        line = line.format(label=about, value=value, period=when)
        return ComparedFigure(record.id, value, when, about, line)

    def _missing(self) -> Cell:
        return Cell(text=self._language.gettext(".. not in the documents"), is_missing=True)

    def _say(self, text: Text) -> str:
        return text[self._language.code]


def differences(one: Details, other: Details, names: Sequence[Text]) -> Iterator[str]:
    """In what two figures differ, besides the value; `names` are those of the places."""
    if not (isinstance(one, Figure) and isinstance(other, Figure)):
        return
    if one.period and other.period:
        if one.period != other.period:
            yield DIFFERENT_YEARS
    elif one.period or other.period:
        yield NO_YEAR
    if not _is_same_scope(one.scope, other.scope, names):
        yield DIFFERENT_SCOPE
    if Unit.WORDS not in (one.unit, other.unit) and (one.unit, one.per) != (other.unit, other.per):
        yield DIFFERENT_UNITS


def _is_same_scope(one: Text, other: Text, names: Sequence[Text]) -> bool:
    """Whether two scopes read alike, in some language, but for the names of the places."""
    return any(
        _without(one[code], names, code) == _without(other[code], names, code) for code in one
    )


def _without(scope: str, names: Sequence[Text], code: str) -> str:
    for name in names:
        scope = scope.replace(name[code], "")
    return scope


def _competences(place: Record) -> Text | None:
    return place.details.competences if isinstance(place.details, Place) else None
