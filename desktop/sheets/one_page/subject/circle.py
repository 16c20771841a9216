"""The records that a sheet may speak of: the same in every language, found once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from desktop.domain.library import Library, compared_by
from desktop.domain.records import Kind, Milestone, Pillar, Place, Record, Relation
from desktop.domain.sheet_orders import Mission, SheetKind
from desktop.domain.sheet_specs import ChosenFigure, SheetSpec

COUNTRY, REGION, CITY = "country", "region", "city"
# Where a record is, and what it is about: what ties it to a place.
_PLACED = (Relation.LOCATED_IN, Relation.ABOUT, Relation.PART_OF)

# What a mission reaches by way of a programme: who takes part, what happened, what was measured.
_BY_PROGRAMME = frozenset((Kind.MILESTONE, Kind.ORGANISATION, Kind.PERSON, Kind.FIGURE))

# A disagreement that compares fewer figures of a sheet says more of other subjects.
_FEWEST_COMPARED = 2

_Test = Callable[[Record], bool]


class Circle:
    """What belongs on a sheet of a kind, kind of record by kind of record.

    `record` is what the sheet is about: of a mission its place, else its theme, else None.
    """

    def __init__(
        self,
        library: Library,
        record: Record | None,
        kind: SheetKind,
        mission: Mission | None = None,
    ) -> None:
        self.library = library
        self.record = record
        self.kind = kind
        self.mission = mission or Mission()
        self._found: dict[Kind, Sequence[Record]] = {}
        self._figures: Sequence[str] | None = None
        self._test: _Test | None = None
        self._spec: SheetSpec | None = None

    @property
    def spec(self) -> SheetSpec:
        """What the seeds choose for the sheet; an empty choice where they choose nothing."""
        if self._spec is None:
            self._spec = spec_of(self.library, self._chosen_for())
        return self._spec

    def _chosen_for(self) -> str:
        """The id whose choices count: of a mission to a place, with nothing to narrow it, that."""
        narrowed = self.mission.theme or self.mission.pillar or self.mission.figures
        return self.record.id if self.record and not narrowed else ""

    def records(self, kind: Kind) -> Sequence[Record]:
        """The records of a kind that belong on the sheet, the heaviest first."""
        if kind not in self._found:
            if kind is Kind.FIGURE:
                wanted = set(self.figure_ids())
                found = [each for each in self.library.list(kind) if each.id in wanted]
            else:
                self._test = self._test or _TESTS[self.kind](self)
                found = [each for each in self.library.list(kind) if self._test(each)]
            self._found[kind] = tuple(found)
        return self._found[kind]

    def figure_ids(self) -> Sequence[str]:
        """The ids of its figures, the heaviest first; of a country's, no record is read."""
        if self._figures is None:
            self._figures = _FIGURES[self.kind](self)
        return self._figures

    def key_figures(self) -> Sequence[ChosenFigure]:
        """The key figures that the seeds choose; of a mission, for its theme and in its place.

        Under any pillar: figures are rarely said to be under one.
        """
        mission = self.mission
        if not mission.theme:
            return self.spec.figures
        chosen = spec_of(self.library, mission.theme).figures
        if not mission.place:
            return chosen
        there = _figures_there(self.library, mission.place)
        return [each for each in chosen if each.figure in there]

    def country(self) -> Record | None:
        """The country that the sheet's place lies in, or that it is about."""
        if self.record is None or not isinstance(self.record.details, Place):
            return self.record
        return country_of(self.library, self.record)


def spec_of(library: Library, record_id: str) -> SheetSpec:
    """What the seeds choose for the sheet of a record; empty where they choose nothing."""
    chosen = (spec for spec in library.sheets() if spec.subject == record_id)
    return next(chosen, SheetSpec(record_id, ""))


def country_of(library: Library, place: Record) -> Record:
    """The country that a place lies in; the outermost place where there is none."""
    seen = {place.id}
    while whole := next((each for each in wholes_of(place) if each not in seen), None):
        place = library.get(whole)
        seen.add(whole)
    return place


def wholes_of(place: Record) -> list[str]:
    """The ids of the places that a place is part of."""
    return [
        link.target
        for link in place.links
        if link.relation is Relation.PART_OF
        and not link.inverse
        and link.target.startswith(f"{Kind.PLACE}/")
    ]


def parts_of(library: Library, place: Record, type_: str = "") -> list[Record]:
    """The places that are part of a place, of a type where one is given, the heaviest first."""
    return [
        part
        for part in library.list(Kind.PLACE)
        if isinstance(part.details, Place)
        and type_ in ("", part.details.type)
        and place.id in wholes_of(part)
    ]


def targets_of(record: Record) -> frozenset[str]:
    """The ids of all records that a record is tied to, whichever of the two states it."""
    return frozenset(link.target for link in record.links)


def _of_country(circle: Circle) -> _Test:
    country = circle.record.country if circle.record else ""
    return lambda record: record.country == country


def _tied(circle: Circle) -> _Test:
    """What is tied to the record; of disagreements those about its figures."""
    ties = targets_of(circle.record) if circle.record else frozenset[str]()
    figures = frozenset(circle.figure_ids())

    def is_tied(record: Record) -> bool:
        if record.kind is Kind.DISAGREEMENT:
            return _compares(record, figures)
        return record.id in ties

    return is_tied


def _compares(record: Record, figures: Collection[str]) -> bool:
    """Whether a disagreement is about figures of the sheet: with one of them, it is of another."""
    return sum(figure in figures for figure in compared_by(record)) >= _FEWEST_COMPARED


def _wanted(circle: Circle) -> _Test:
    """What is in the place, about the theme and under the pillar of a mission, all at once.

    Of a kind of which nothing is, what is in the place and about the theme; and of one of which
    nothing is that either, what the items of the briefing are tied to. A milestone alone is under
    a pillar of its own, and is wanted there or not at all.
    """
    figures = frozenset(circle.figure_ids())
    ways = _ways(circle)
    found: dict[Kind, _Test] = {}

    def is_wanted(record: Record) -> bool:
        kind = record.kind
        if kind is Kind.DISAGREEMENT:
            return _compares(record, figures)
        if kind not in found:
            found[kind] = _finding(circle.library, kind, ways)
        return found[kind](record)

    return is_wanted


def _ways(circle: Circle) -> list[_Test]:
    """What a mission narrows a kind of record to, the strictest first."""
    mission = circle.mission
    ways = [_all_of(_narrowing(circle))]
    if mission.pillar and (mission.place or mission.theme):
        ways.append(_all_of(_narrowing(circle, by_pillar=False)))
    if mission.items:
        items = circle.library.get_many(mission.items)
        ties = frozenset(mission.items).union(*map(targets_of, items))
        ways.append(lambda record: record.id in ties)
    return ways


def _all_of(tests: Sequence[_Test]) -> _Test:
    return lambda record: all(test(record) for test in tests)


def _finding(library: Library, kind: Kind, ways: Sequence[_Test]) -> _Test:
    """The first way that finds a record of the kind; the strictest for none."""
    strictest = ways[0]
    if kind is Kind.MILESTONE:
        return strictest
    records = library.list(kind)
    return next((way for way in ways if any(map(way, records))), strictest)


def _narrowing(circle: Circle, *, by_pillar: bool = True) -> list[_Test]:
    library, mission = circle.library, circle.mission
    tests: list[_Test] = []
    if mission.place:
        tests.append(_in_place(library, library.get(mission.place)))
    if mission.theme:
        tests.append(_about_theme(library.get(mission.theme)))
    if mission.pillar and by_pillar:
        tests.append(_under_pillar(library, mission.pillar))
    return tests


def _about_theme(theme: Record) -> _Test:
    """What is tied to a theme; milestones, organisations, figures by way of its programmes too."""
    ties = targets_of(theme)
    # A value chain is also what is said of the themes that belong to it.
    inner = {theme.id, *(each for each in ties if _is(each, Kind.THEME))}
    reach = inner.union(each for each in ties if _is(each, Kind.PROGRAMME))

    def is_about(record: Record) -> bool:
        ways = reach if record.kind in _BY_PROGRAMME else inner
        return record.id in ties or not ways.isdisjoint(targets_of(record))

    return is_about


def _under_pillar(library: Library, pillar: Pillar) -> _Test:
    """The milestones of a pillar and what they name; some kinds by way of programmes too.

    A place is named by many a milestone, and is under no pillar.
    """
    under = [
        record
        for record in library.list(Kind.MILESTONE)
        if isinstance(record.details, Milestone) and record.details.pillar is pillar
    ]
    named = {record.id for record in under}.union(*map(targets_of, under))
    named = {each for each in named if not _is(each, Kind.PLACE)}
    programmes = {each for each in named if _is(each, Kind.PROGRAMME)}

    def is_under(record: Record) -> bool:
        reached = record.kind in _BY_PROGRAMME and record.kind is not Kind.MILESTONE
        return record.id in named or (reached and not programmes.isdisjoint(targets_of(record)))

    return is_under


def _in_place(library: Library, place: Record) -> _Test:
    is_country = isinstance(place.details, Place) and place.details.type == COUNTRY
    # A country that the atlas is about: all of its records, as on its own sheet.
    if is_country and parts_of(library, place, REGION):
        return lambda record: record.country == place.country
    inside = {place.id, *(part.id for part in parts_of(library, place))}

    def is_there(record: Record) -> bool:
        return any(
            link.relation in _PLACED and not link.inverse and link.target in inside
            for link in record.links
        )

    return is_there


def _is(record_id: str, kind: Kind) -> bool:
    return record_id.startswith(f"{kind}/")


def _figures_in_country(circle: Circle) -> Sequence[str]:
    if circle.record is None:
        return ()
    regions = parts_of(circle.library, circle.record, REGION)
    return circle.library.figures_in([place.id for place in (circle.record, *regions)])


def _figures_in_place(circle: Circle) -> Sequence[str]:
    return circle.library.figures_in([circle.record.id]) if circle.record else ()


def _tied_figures(circle: Circle) -> Sequence[str]:
    ties = targets_of(circle.record) if circle.record else ()
    return [each.id for each in circle.library.list(Kind.FIGURE) if each.id in ties]


def _figures_of_organisation(circle: Circle) -> Sequence[str]:
    """The figures about an organisation: what it says of others is not."""
    links = circle.record.links if circle.record else ()
    about = {link.target for link in links if link.relation is not Relation.STATED_BY}
    return [each.id for each in circle.library.list(Kind.FIGURE) if each.id in about]


def _wanted_figures(circle: Circle) -> Sequence[str]:
    """The figures that the user chose, else those of the place, the theme and the pillar.

    Where there are none under the pillar, those of the place and the theme. Before them stand those
    that the seeds chose for the theme.
    """
    mission = circle.mission
    if mission.figures:
        return mission.figures
    found = _figures_narrowed(circle, by_pillar=True)
    if not found and mission.pillar and (mission.place or mission.theme):
        found = _figures_narrowed(circle, by_pillar=False)
    if not mission.theme:
        return found
    chosen = [id_ for each in circle.key_figures() for id_ in (each.figure, each.beside) if id_]
    return tuple(dict.fromkeys((*chosen, *found)))


def _figures_there(library: Library, place_id: str) -> frozenset[str]:
    """The ids of the figures in a place and its parts."""
    parts = [part.id for part in parts_of(library, library.get(place_id))]
    return frozenset(library.figures_in([place_id, *parts]))


def _figures_narrowed(circle: Circle, *, by_pillar: bool) -> Sequence[str]:
    library, mission = circle.library, circle.mission
    # In a place are also the figures that are measured there and say no more of it.
    tests = _narrowing(circle, by_pillar=by_pillar)[1 if mission.place else 0 :]
    found = [each.id for each in library.list(Kind.FIGURE) if all(test(each) for test in tests)]
    if mission.place:
        there = _figures_there(library, mission.place)
        found = [each for each in found if each in there]
    return found


_TESTS: Mapping[SheetKind, Callable[[Circle], _Test]] = {
    SheetKind.COUNTRY: _of_country,
    SheetKind.REGION: _tied,
    SheetKind.CITY: _tied,
    SheetKind.PROGRAMME: _tied,
    SheetKind.THEME: _tied,
    SheetKind.ORGANISATION: _tied,
    SheetKind.MISSION: _wanted,
}
_FIGURES: Mapping[SheetKind, Callable[[Circle], Sequence[str]]] = {
    SheetKind.COUNTRY: _figures_in_country,
    SheetKind.REGION: _figures_in_place,
    SheetKind.CITY: _figures_in_place,
    SheetKind.PROGRAMME: _tied_figures,
    SheetKind.THEME: _tied_figures,
    SheetKind.ORGANISATION: _figures_of_organisation,
    SheetKind.MISSION: _wanted_figures,
}
