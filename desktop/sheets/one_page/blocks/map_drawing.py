"""The small map of a sheet: outlines without texts, that read well in black and white too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop import bundled
from desktop.domain.outlines import Box, Fit, Outline, Point, Projection, Ring, read_outlines
from desktop.domain.records import Kind, Place, Record, Relation
from desktop.sheets.map.places import places_on_map
from desktop.sheets.one_page.parts import MapDrawing
from desktop.sheets.one_page.subject.catalogue import countries
from desktop.sheets.one_page.subject.circle import CITY, COUNTRY, country_of, wholes_of
from desktop.sheets.one_page.subject.subject import Subject

# The frame, in units of its own: as wide as high would leave a country like ours much sea.
_WIDTH, _HEIGHT, _MARGIN = 120.0, 100.0, 5.0
_DOT, _SMALL_DOT, _LINE = 3.6, 1.7, 0.7
# An outline that is less wide and high can hardly be seen: a ring shows where it is.
_TINY, _RING, _RING_LINE = 8.0, 6.5, 1.8
# Dark on light: the difference is one of brightness, whatever the printer makes of the hue.
_MARKED, _OWN, _NEIGHBOUR = "#0b5563", "#c9d6d9", "#f1f3f4"
_EDGE, _NEIGHBOUR_EDGE = "#ffffff", "#d9dee1"


@dataclass(frozen=True, slots=True)
class _Ground:
    """The outlines in the frame as paths of SVG, by their codes, and the way into the frame.

    `tiny` are the middles of the outlines that can hardly be seen, by their codes.
    """

    paths: tuple[tuple[str, str], ...]
    tiny: Mapping[str, Point]
    projection: Projection
    fit: Fit

    def spot(self, place: Place) -> Point | None:
        """Where a place stands in the frame; None for one without a position, or outside."""
        if place.longitude is None or place.latitude is None:
            return None
        x, y = self.fit.point(self.projection.point(place.longitude, place.latitude))
        return (x, y) if 0 <= x <= _WIDTH and 0 <= y <= _HEIGHT else None


def map_of(subject: Subject) -> MapDrawing | None:
    """The country of a sheet with the sheet's places marked.

    None where there are no outlines of the country, or where nothing can be marked.
    """
    country = _country(subject)
    if country is None:
        return None
    places = list(places_on_map(subject.library, country))
    codes = frozenset(_place(each).code or "" for each in places) - {""}
    ground = _ground(codes) if codes else None
    if ground is None:
        return None
    marked = _marked(subject, country, places)
    shown = [each for each in marked if _is_drawn(each, ground)]
    if not shown:
        return None
    cities = [each for each in places if _place(each).type == CITY]
    return MapDrawing(_svg(ground, codes, shown, cities), _spoken(subject, country, marked, shown))


def _country(subject: Subject) -> Record | None:
    """The country that the map shows: that of the place, else the first with the same code."""
    record = subject.record
    known = subject.library.get_many(countries(subject.library))
    if record and isinstance(record.details, Place):
        home = country_of(subject.library, record)
        return next((each for each in known if each.id == home.id), None)
    return next((each for each in known if record is None or each.country == record.country), None)


def _marked(subject: Subject, country: Record, places: Sequence[Record]) -> list[Record]:
    """The places that the sheet is about, or where its record is; a country stands for itself."""
    record = subject.record
    if record is None:
        return [country]
    if isinstance(record.details, Place):
        return [record]
    named = {
        link.target
        for link in record.links
        if link.relation in (Relation.LOCATED_IN, Relation.ABOUT) and not link.inverse
    }
    within = {each.id for each in places}
    found = [each for each in subject.library.list(Kind.PLACE) if each.id in named]
    inner = {whole for each in found for whole in wholes_of(each)}
    # What lies in a region says more than the region does.
    return [
        each
        for each in found
        if each.id not in inner
        and (each.id in within or each.id == country.id or _place(each).code)
    ]


def _is_drawn(record: Record, ground: _Ground) -> bool:
    place = _place(record)
    codes = {code for code, _path in ground.paths}
    return place.type == COUNTRY or place.code in codes or ground.spot(place) is not None


def _svg(
    ground: _Ground, own: frozenset[str], marked: Sequence[Record], cities: Sequence[Record]
) -> str:
    """The drawing, neighbours first, so that the country's edges lie on theirs."""
    codes = {_place(each).code for each in marked}
    # A country that is marked and has no outline of its own is all of its regions.
    known = {code for code, _path in ground.paths}
    whole = any(_place(each).type == COUNTRY and _place(each).code not in known for each in marked)
    shapes: list[str] = []
    for code, path in sorted(ground.paths, key=lambda pair: (pair[0] in own, pair[0])):
        fill = _OWN if code in own else _NEIGHBOUR
        if code in codes or (whole and code in own):
            fill = _MARKED
        edge = _EDGE if code in own else _NEIGHBOUR_EDGE
        shapes.append(f'<path d="{path}" fill="{fill}" stroke="{edge}"/>')
    spots = [each for each in marked if _place(each).code is None]
    rings = [ground.tiny[code] for code in sorted(filter(None, codes)) if code in ground.tiny]
    shapes += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RING}" fill="none" stroke="{_MARKED}" '
        f'stroke-width="{_RING_LINE}"/>'
        for x, y in rings
    ]
    dots = [
        *((each, _SMALL_DOT, _EDGE, _MARKED) for each in cities if each not in spots),
        *((each, _DOT, _MARKED, _EDGE) for each in spots),
    ]
    for record, radius, fill, edge in dots:
        if spot := ground.spot(_place(record)):
            shapes.append(
                f'<circle cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="{radius}" '
                f'fill="{fill}" stroke="{edge}"/>'
            )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" '
        f'width="{_WIDTH:g}" height="{_HEIGHT:g}">'
        f'<g stroke-width="{_LINE}" stroke-linejoin="round" fill-rule="evenodd">'
        f"{''.join(shapes)}</g></svg>"
    )


def _spoken(
    subject: Subject, country: Record, marked: Sequence[Record], shown: Sequence[Record]
) -> str:
    language = subject.language
    name = subject.say(country.title)
    if list(marked) == [country]:
        names = [subject.say(region.title) for region in _regions(subject, country)]
        return language.gettext("Map: {country}. Regions: {places}.").format(
            country=name, places=language.listed(names)
        )
    names = [subject.say(each.title) for each in shown]
    return language.gettext("Map: {country}. Marked: {places}.").format(
        country=name, places=language.listed(names)
    )


def _regions(subject: Subject, country: Record) -> list[Record]:
    return [
        each
        for each in subject.library.list(Kind.PLACE)
        if country.id in wholes_of(each) and _place(each).code
    ]


def _place(record: Record) -> Place:
    if not isinstance(record.details, Place):
        raise TypeError(record.id)
    return record.details


@cache
def _outlines() -> tuple[Outline, ...]:
    """All bundled outlines, in degrees: read once, as they travel with the program."""
    files = sorted((bundled.resources() / "map").glob("*.geojson"))
    return tuple(
        outline for file in files for outline in read_outlines(file.read_text(encoding="utf-8"))
    )


@cache
def _ground(own: frozenset[str]) -> _Ground | None:
    """The ground on which the outlines of those codes fill the frame; None for no outline."""
    outlines = [outline for outline in _outlines() if outline.code in own]
    if not outlines:
        return None
    projection = Projection.for_outlines(outlines)
    fit = Fit.into(map(projection.outline, outlines), _WIDTH, _HEIGHT, _MARGIN)
    fitted = [fit.outline(projection.outline(outline)) for outline in _outlines()]
    paths = ((outline.code, _path(outline.rings)) for outline in fitted)
    tiny = {
        outline.code: ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        for outline in fitted
        if outline.code in own and (box := _box(outline)) and max(box.width, box.height) < _TINY
    }
    return _Ground(tuple((code, path) for code, path in paths if path), tiny, projection, fit)


def _box(outline: Outline) -> Box:
    return Box.around(point for ring in outline.rings for point in ring)


def _path(rings: Iterable[Ring]) -> str:
    """Rings as a path of SVG, cut at the frame: not every program that shows drawings cuts."""
    cut = (_cut(ring) for ring in rings)
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in cut if len(ring) > 2
    )


def _cut(ring: Ring) -> list[Point]:
    """What of a ring lies in the frame (Sutherland and Hodgman, 1974), one edge after the other."""
    points = list(ring)
    for axis, end in ((0, _WIDTH), (1, _HEIGHT)):
        points = _cut_at(points, axis, 0.0, keeps_above=True)
        points = _cut_at(points, axis, end, keeps_above=False)
    return points


def _cut_at(points: Sequence[Point], axis: int, bound: float, *, keeps_above: bool) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was_in = (before[axis] >= bound) is keeps_above
        is_in = (point[axis] >= bound) is keeps_above
        if was_in is not is_in:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (
                    before[0] + share * (point[0] - before[0]),
                    before[1] + share * (point[1] - before[1]),
                )
            )
        if is_in:
            kept.append(point)
    return kept
