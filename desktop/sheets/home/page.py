"""Home below its top, as plain data: places, milestones, and ways into the atlas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.records import Kind, Milestone, Pillar, Place, Record, State
from desktop.domain.text import Text
from desktop.l10n import labels
from desktop.sheets.home.choice import HomeChoice
from desktop.sheets.map.places import MapPlace, map_place
from desktop.sheets.one_page.subject.subject import latest_date
from desktop.sheets.record.page import Describer
from desktop.sheets.record.plans import plan_text
from desktop.sheets.record.rows import date_text


@dataclass(frozen=True, slots=True)
class Moment:
    """A milestone: when (and under which pillar), what, and of a plan that it was one."""

    record: str
    when: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Way:
    """A door to a view: what is behind it, and the view's address in parts."""

    title: str
    text: str
    view: str
    record: str | None = None
    query: str = ""
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HomePage:
    """What home says below its top in one language, in reading order."""

    places: tuple[MapPlace, ...]
    latest: tuple[Moment, ...]
    plans: tuple[Moment, ...]
    explanations: tuple[str, ...]
    pillars: tuple[Way, ...]
    ways: tuple[Way, ...]


def home_page(choice: HomeChoice, describer: Describer) -> HomePage:
    """Say what was chosen for home in the language of the describer."""
    writer = _Writer(choice, describer)
    return HomePage(
        places=tuple(writer.places()),
        latest=tuple(writer.moments(choice.latest)),
        plans=tuple(writer.moments(choice.plans)),
        explanations=tuple(writer.say(term.summary) for term in choice.terms),
        pillars=tuple(writer.pillar(pillar) for pillar in Pillar),
        ways=tuple(writer.ways()),
    )


class _Writer:
    """Writes each part of home in one language."""

    def __init__(self, choice: HomeChoice, describer: Describer) -> None:
        self._choice = choice
        self._describer = describer
        self._language = describer.language
        self.tr = describer.language.gettext
        self.ngettext = describer.language.ngettext

    def say(self, text: Text) -> str:
        """A text of a record."""
        return text[self._language.code]

    def places(self) -> Iterator[MapPlace]:
        """The places of the map, with what the atlas knows of each."""
        for record in self._choice.places:
            yield map_place(record, self._held(record), self._language)

    def _held(self, place: Record) -> str:
        """How many programmes and figures there are in a place."""
        programmes = self._choice.counts[Kind.PROGRAMME].get(place.id, 0)
        figures = self._choice.counts[Kind.FIGURE].get(place.id, 0)
        sentences = (
            (self.ngettext("{number} programme", "{number} programmes", programmes), programmes),
            (self.ngettext("{number} figure", "{number} figures", figures), figures),
        )
        said = [self._counted(sentence, number) for sentence, number in sentences if number]
        return ", ".join(said) if said else self.tr("no programmes or figures")

    def moments(self, records: Iterable[Record]) -> Iterator[Moment]:
        """Milestones, each with its date, its pillar if one is stated, and what became of it."""
        for record in records:
            milestone = record.details
            if not isinstance(milestone, Milestone):
                raise TypeError(record.id)
            note = self._plan_note(record, milestone)
            yield Moment(record.id, self._when(milestone), self.say(record.title), note)

    def _when(self, milestone: Milestone) -> str:
        date = date_text(milestone, self._language)
        if milestone.pillar is None:
            return date
        pillar = self.tr(labels.PILLAR[milestone.pillar])
        return self.tr("{date} · {pillar}").format(date=date, pillar=pillar)

    def _plan_note(self, record: Record, milestone: Milestone) -> str:
        """That a plan was one, as of when, and that no one says what became of it."""
        if milestone.state is not State.PLANNED:
            return ""
        written = latest_date(self._describer.library, record)
        if written is None:
            return plan_text(record, self._language)
        sentence = self.tr("A plan as of {date}; the outcome is not in the document.")
        return sentence.format(date=self._language.date(written))

    def pillar(self, pillar: Pillar) -> Way:
        """The way to the milestones under a pillar; where there are none, to a search for it."""
        name = self.tr(labels.PILLAR[pillar])
        number = self._choice.pillars.get(pillar.value, 0)
        if not number:
            text = self.tr("No milestones under this name: search for it")
            return Way(name, text, "search", query=name)
        sentence = self.ngettext("{number} milestone", "{number} milestones", number)
        chosen = (("pillar", pillar.value),)
        return Way(name, self._counted(sentence, number), "milestones", filters=chosen)

    def ways(self) -> Iterator[Way]:
        """The ways in that do not go by pillar, those that lead to something."""
        yield Way(self.tr("Regions"), self._regions(), "regions")
        country = self._choice.country
        if isinstance(country.details, Place) and country.details.competences:
            text = self.tr("Which level of government is in charge of what")
            yield Way(self.tr("Who decides what"), text, "regions", country.id)
        if number := self._choice.totals.get(Kind.DISAGREEMENT, 0):
            sentence = self.ngettext(
                "{number} case of figures that must not be taken for one another",
                "{number} cases of figures that must not be taken for one another",
                number,
            )
            text = self._counted(sentence, number)
            yield Way(self.tr("Where sources disagree"), text, "disagreements")
        if number := self._choice.totals.get(Kind.TERM, 0):
            sentence = self.ngettext(
                "{number} term: abbreviations and words of the field",
                "{number} terms: abbreviations and words of the field",
                number,
            )
            yield Way(self.tr("Glossary"), self._counted(sentence, number), "glossary")

    def _regions(self) -> str:
        details = [place.details for place in self._choice.places]
        types = [place.type for place in details if isinstance(place, Place)]
        regions, cities = types.count("region"), types.count("city")
        sentences = (
            (self.ngettext("{number} region", "{number} regions", regions), regions),
            (self.ngettext("{number} city", "{number} cities", cities), cities),
        )
        return self._language.listed(
            [self._counted(sentence, number) for sentence, number in sentences if number]
        )

    def _counted(self, sentence: str, number: int) -> str:
        return sentence.format(number=self._language.number(number))
