"""The map as it is coloured, in one language: every place with its number, legend and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.records import Figure, Kind, Record
from desktop.l10n import labels
from desktop.l10n.language import N_, Language
from desktop.sheets.map.classes import ValueClass, classes_of, level_of
from desktop.sheets.map.measures import (
    COUNTED,
    USUAL,
    Counts,
    Measured,
    counts,
    figure_of,
    figures_offered,
    measured,
)
from desktop.sheets.map.places import MapPlace, map_place, places_on_map
from desktop.sheets.record.page import Describer
from desktop.sheets.record.rows import record_age_text
from desktop.sheets.record.sources import named_together
from desktop.sheets.values import value_text, when_text

# The level of a place where what is counted does not occur.
NONE = 0

_TITLES = {
    Kind.PROGRAMME: N_("Programmes by place"),
    Kind.ORGANISATION: N_("Organisations by place"),
    Kind.MILESTONE: N_("Milestones by place"),
    Kind.FIGURE: N_("Figures by place"),
}
_NOTHING = {
    Kind.PROGRAMME: N_("no programmes"),
    Kind.ORGANISATION: N_("no organisations"),
    Kind.MILESTONE: N_("no milestones"),
    Kind.FIGURE: N_("no figures"),
}
_COUNTED: Mapping[Kind, Callable[[Language, int], str]] = {
    Kind.PROGRAMME: lambda language, number: language.ngettext(
        "{number} programme", "{number} programmes", number
    ),
    Kind.ORGANISATION: lambda language, number: language.ngettext(
        "{number} organisation", "{number} organisations", number
    ),
    Kind.MILESTONE: lambda language, number: language.ngettext(
        "{number} milestone", "{number} milestones", number
    ),
    Kind.FIGURE: lambda language, number: language.ngettext(
        "{number} figure", "{number} figures", number
    ),
}
_NOT_STATED = N_("no figure stated")
_COUNTED_WHAT = N_(
    "Records of the atlas tied to the place itself: their number says what the documents write "
    "about, and is no measure of the place."
)


@dataclass(frozen=True, slots=True)
class MapMark:
    """What a place says on the map.

    `label` is its number, "" where none is stated; `words` says the same with what is counted.
    `level` is the class from 1, NONE for a count of nought, and None where nothing is stated.
    `value` is the number as a spreadsheet takes it. `figure` is the id of the figure, if it is one.
    """

    label: str
    words: str
    level: int | None
    value: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A shade of the map by its level, as in `MapMark`, and what it stands for."""

    level: int | None
    text: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """A map of places in order of importance, each with its mark.

    `key` is what it is coloured by, `choice` its short name for a button. `levels` is how many
    classes there are; `legend_title` says what the legend's numbers count. `notes` say what one
    must know to read the map, `source` and `age` stand below. `figure` is the id of the figure
    that was chosen, if one was.
    """

    key: str
    choice: str
    title: str
    places: tuple[MapPlace, ...]
    marks: Mapping[str, MapMark]
    levels: int
    legend_title: str
    legend: tuple[LegendRow, ...]
    notes: tuple[str, ...]
    source: str
    age: str
    attribution: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class FigureOffer:
    """A figure that a map can be coloured by: what it is, its value, and where that holds."""

    key: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """The figures of one indicator."""

    title: str
    offers: tuple[FigureOffer, ...]


class MapWriter:
    """Writes the map of a country in the language of a describer."""

    def __init__(self, describer: Describer, country: Record) -> None:
        self._describer = describer
        self._library = describer.library
        self._language = describer.language
        self._country = country
        self._places = tuple(places_on_map(describer.library, country))
        self._ids = [place.id for place in self._places]

    def known(self, key: str) -> str:
        """The key itself if a map can be coloured by it; the usual one if not."""
        is_counted = key in {kind.value for kind in COUNTED}
        return key if is_counted or figure_of(self._library, key, self._ids) else USUAL

    def page(self, key: str) -> MapPage:
        """The map coloured by what a key stands for: a kind of record, or the id of a figure."""
        chosen = figure_of(self._library, key, self._ids)
        if chosen is not None:
            return self._figure_page(measured(self._library, self._language, chosen, self._ids))
        kind, country = Kind(key), self._country.id
        return self._count_page(counts(self._library, self._language, kind, self._ids, country))

    def counts_offered(self) -> tuple[tuple[str, str], ...]:
        """The keys of the counts, each with its name, in order."""
        tr = self._language.gettext
        return tuple((kind.value, tr(labels.KINDS[kind])) for kind in COUNTED)

    def figures_offered(self) -> tuple[OfferGroup, ...]:
        """The figures that there is a number of for some place, by what they measure."""
        names = {place.id: self._say(place) for place in self._places}
        groups = list(figures_offered(self._library, self._ids))
        titles = self._library.titles([indicator for indicator, _figures in groups])
        return tuple(
            OfferGroup(
                titles[indicator][self._language.code],
                tuple(self._offer(figure, names) for figure in figures),
            )
            for indicator, figures in groups
        )

    def _offer(self, record: Record, names: Mapping[str, str]) -> FigureOffer:
        figure = _figure(record)
        sentence = self._language.gettext("{place}: {value} ({period})")
        detail = sentence.format(
            place=names[figure.place],
            value=value_text(figure, self._language),
            period=when_text(figure, self._language),
        )
        return FigureOffer(record.id, self._say(record), detail)

    def _count_page(self, found: Counts) -> MapPage:
        tr, number = self._language.gettext, self._language.number
        classes = classes_of(Decimal(each) for each in found.numbers.values() if each)
        marks = {place: self._counted(found, place, classes) for place in self._ids}
        edition = self._library.edition["edition"]
        return MapPage(
            key=found.kind.value,
            choice=tr(labels.KINDS[found.kind]),
            title=tr(_TITLES[found.kind]),
            places=self._map_places(marks),
            marks=marks,
            levels=len(classes),
            legend_title=tr(_COUNTED_WHAT),
            legend=tuple(self._count_legend(found, classes)),
            notes=tuple(self._count_notes(found)),
            source=tr("Valley Atlas, edition {edition}: {records}").format(
                edition=edition,
                records=_COUNTED[found.kind](self._language, found.total).format(
                    number=number(found.total)
                ),
            ),
            age="",
            attribution=self._attribution(),
        )

    def _counted(self, found: Counts, place: str, classes: Sequence[ValueClass]) -> MapMark:
        count = found.numbers[place]
        written = self._language.number(count)
        if not count:
            nothing = self._language.gettext(_NOTHING[found.kind])
            return MapMark(written, nothing, NONE, str(count))
        words = _COUNTED[found.kind](self._language, count).format(number=written)
        return MapMark(written, words, level_of(Decimal(count), classes), str(count))

    def _count_legend(self, found: Counts, classes: Sequence[ValueClass]) -> Iterator[LegendRow]:
        tr, number = self._language.gettext, self._language.number
        if 0 in found.numbers.values():
            nothing = tr(_NOTHING[found.kind])
            text = tr("{number}: {words}").format(number=number(0), words=nothing)
            yield LegendRow(NONE, text)
        for level, each in enumerate(classes, start=1):
            if each.low == each.high:
                yield LegendRow(level, number(each.low))
            else:
                text = tr("{low} to {value}").format(low=number(each.low), value=number(each.high))
                yield LegendRow(level, text)

    def _count_notes(self, found: Counts) -> Iterator[str]:
        tr, number = self._language.gettext, self._language.number
        yield tr("What is tied to a city or a province is not counted for its region.")
        yield tr(
            "Of {total}: {here} tied to places on this map, {whole} besides to {country} as a "
            "whole, {elsewhere} only to places elsewhere, {nowhere} to no place."
        ).format(
            total=_COUNTED[found.kind](self._language, found.total).format(
                number=number(found.total)
            ),
            here=number(found.here),
            whole=number(found.whole),
            country=self._say(self._country),
            elsewhere=number(found.elsewhere),
            nowhere=number(found.nowhere),
        )

    def _figure_page(self, found: Measured) -> MapPage:
        tr = self._language.gettext
        chosen = _figure(found.chosen)
        classes = classes_of(found.sizes.values())
        marks = {place: self._measured(found, place, classes) for place in self._ids}
        title = self._say(found.chosen)
        sentence = tr("{scope}: {period}")
        return MapPage(
            key=found.chosen.id,
            choice=title,
            title=title,
            places=self._map_places(marks),
            marks=marks,
            levels=max(len(classes), 1),
            legend_title=sentence.format(
                scope=chosen.scope[self._language.code], period=when_text(chosen, self._language)
            ),
            legend=tuple(self._figure_legend(found, classes)),
            notes=tuple(self._figure_notes(found)),
            source=named_together(self._describer.sources(found.chosen), self._language),
            age=tr("Age: {age}").format(
                age=record_age_text(found.chosen, self._language, self._describer.today)
            ),
            attribution=self._attribution(),
            figure=found.chosen.id,
        )

    def _measured(self, found: Measured, place: str, classes: Sequence[ValueClass]) -> MapMark:
        record = found.figures.get(place)
        if record is None:
            return MapMark("", self._language.gettext(_NOT_STATED), None)
        sizes, figure = found.sizes, _figure(record)
        written = value_text(figure, self._language)
        level = level_of(sizes[place], classes) if sizes else 1
        value = f"{figure.value:f}" if figure.value is not None else ""
        return MapMark(written, written, level, value, record.id)

    def _figure_legend(self, found: Measured, classes: Sequence[ValueClass]) -> Iterator[LegendRow]:
        tr = self._language.gettext
        for level, (low, high) in enumerate(self._limits(found, classes), start=1):
            text = low if low == high else tr("{low} to {value}").format(low=low, value=high)
            yield LegendRow(level, text)
        if len(found.figures) < len(self._ids):
            yield LegendRow(None, tr(_NOT_STATED))

    def _limits(self, found: Measured, classes: Sequence[ValueClass]) -> Iterator[tuple[str, str]]:
        """The lowest and the highest value of each class, in the words of their sources."""
        written = {
            place: value_text(_figure(record), self._language)
            for place, record in found.figures.items()
        }
        if not found.sizes:
            values = list(written.values())
            yield values[0], values[-1]
        by_size = {size: written[place] for place, size in found.sizes.items()}
        for each in classes:
            yield by_size[each.low], by_size[each.high]

    def _figure_notes(self, found: Measured) -> Iterator[str]:
        tr = self._language.gettext
        names = [self._say(place) for place in self._places if place.id in found.figures]
        if len(names) == 1:
            sentence = tr(
                "The documents state this for {place} alone. Hatched is where they state no "
                "figure: that is not nought."
            )
            yield sentence.format(place=names[0])
        else:
            sentence = tr(
                "The documents state this in the same way for {places}. Hatched is where they "
                "state no figure: that is not nought."
            )
            yield sentence.format(places=self._language.listed(names))

    def _map_places(self, marks: Mapping[str, MapMark]) -> tuple[MapPlace, ...]:
        return tuple(
            map_place(place, marks[place.id].words, self._language) for place in self._places
        )

    def _attribution(self) -> str:
        return self._language.gettext("Outlines: Natural Earth, public domain")

    def _say(self, record: Record) -> str:
        return record.title[self._language.code]


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details
