"""The timeline in one language: every event with its words, in lanes, and what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from desktop.domain.browsing import NOT_STATED, Browse, Facet
from desktop.domain.dates import PartialDate, Period
from desktop.domain.problems import N_
from desktop.domain.records import Document, Kind, Milestone, Pillar, Programme, Record
from desktop.domain.timelines import Span, Timeline, is_plan, period_of, places_of, span_of
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.one_page.subject.subject import latest_date
from desktop.sheets.record.page import Describer
from desktop.sheets.record.rows import pillar_text, span_text
from desktop.sheets.values import period_text

# What the looks of events mean, in the order in which that is told.
PAST, PLAN, PROGRAMME, OPEN = "past", "plan", "programme", "open"
_LEGEND = {
    PAST: labels.STATE["past"],
    PLAN: labels.STATE["planned"],
    PROGRAMME: labels.KIND["programme"],
    OPEN: N_("Start or end not stated"),
}


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A dated milestone or programme: where it stands, and all that is said of it.

    `when` is its period as the document states it; `detail` says that with state, place, pillar
    and, of a plan, as of which document it was one; `line` says the title too. `source` names the
    documents.
    """

    record: str
    kind: Kind
    pillar: Pillar | None
    is_plan: bool
    span: Span
    title: str
    when: str
    detail: str
    line: str
    source: str


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """Events under a heading, as their numbers in the page, in order of time."""

    key: str
    title: str
    heading: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """Records with no stated date, under a heading."""

    heading: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """All that the timeline says in one language; `events` stand in order of time.

    `headline` says how many events there are and when; `source` names the documents; `described`
    tells it all in a few sentences for a screen reader. `legend` says what the looks of events
    mean, those that there are: pairs of PAST, PLAN, PROGRAMME or OPEN and a phrase.
    """

    events: tuple[TimelineEvent, ...]
    lanes: tuple[TimelineLane, ...]
    undated: tuple[Undated, ...]
    headline: str
    source: str
    described: str
    legend: tuple[tuple[str, str], ...]


def timeline_page(describer: Describer, timeline: Timeline) -> TimelinePage:
    """Say a timeline in the language of the describer."""
    writer = _Writer(describer, timeline)
    events = tuple(map(writer.event, timeline.dated))
    lanes = tuple(writer.lanes())
    headline = writer.headline()
    return TimelinePage(
        events=events,
        lanes=lanes,
        undated=tuple(writer.undated()),
        headline=headline,
        source=writer.source(),
        described=writer.described(headline, lanes, events),
        legend=tuple(writer.legend(events)),
    )


def tick_text(date: PartialDate, language: Language) -> str:
    """What stands at a line of the axis: the year, the month in short, or the day of the month."""
    if date.day is not None:
        return language.number(date.day)
    if date.month is not None:
        return language.locale.months["stand-alone"]["abbreviated"][date.month]
    return language.date(date)


class _Writer:
    """Writes each part of the timeline in one language."""

    def __init__(self, describer: Describer, timeline: Timeline) -> None:
        self._describer = describer
        self._timeline = timeline
        self._library = describer.library
        self._language = describer.language
        self._code = describer.language.code
        self._dates: dict[str, PartialDate | None] = {}
        self.tr = describer.language.gettext

    def event(self, record: Record) -> TimelineEvent:
        """A dated record with all that is said of it."""
        period = period_of(record)
        if period is None:
            raise ValueError(record.id)
        when = span_text(record, self._language)
        title, detail = record.title[self._code], self._joined(self._details(record, when))
        pillar = record.details.pillar if isinstance(record.details, Milestone) else None
        return TimelineEvent(
            record=record.id,
            kind=record.kind,
            pillar=pillar,
            is_plan=is_plan(record),
            span=span_of(period),
            title=title,
            when=when,
            detail=detail,
            line=self.tr("{name}. {detail}").format(name=title, detail=detail),
            source=self._source([record]),
        )

    def lanes(self) -> Iterator[TimelineLane]:
        """The lanes in the order of their values, what has none last."""
        numbers = {record.id: number for number, record in enumerate(self._timeline.dated)}
        lanes = {lane.value: lane for lane in self._timeline.lanes}
        for value in self._ordered(lanes):
            lane, title = lanes[value], self._lane_title(value)
            events = tuple(numbers[record.id] for record in lane.records)
            heading = self.tr("{group} ({number})").format(
                group=title, number=self._language.number(len(events))
            )
            yield TimelineLane(value or "", title, heading, events)

    def undated(self) -> Iterator[Undated]:
        """What has no stated date, kind by kind."""
        sentence = self.tr("{kind}: date not stated")
        for kind in (Kind.MILESTONE, Kind.PROGRAMME):
            of_kind = [each.id for each in self._timeline.undated if each.kind is kind]
            if of_kind:
                heading = sentence.format(kind=self.tr(labels.KINDS[kind]))
                yield Undated(heading, tuple(of_kind))

    def headline(self) -> str:
        """How many events there are, from when to when, and how many without a date."""
        dated, undated = len(self._timeline.dated), len(self._timeline.undated)
        said: list[str] = []
        if dated:
            sentence = self._language.ngettext(
                "{number} with a date, {period}", "{number} with a date, {period}", dated
            )
            number = self._language.number(dated)
            said.append(sentence.format(number=number, period=self._years(self._timeline.dated)))
        if undated:
            sentence = self._language.ngettext(
                "{number} without a stated date", "{number} without a stated date", undated
            )
            said.append(sentence.format(number=self._language.number(undated)))
        return self._joined(said)

    def source(self) -> str:
        """The documents that all records come from, and how their dates are drawn."""
        source = self._source([*self._timeline.dated, *self._timeline.undated])
        drawn = self.tr("A year is drawn as a whole year, a month as a whole month.")
        return self.tr("{first} {other}").format(first=source, other=drawn) if source else ""

    def described(
        self, headline: str, lanes: Sequence[TimelineLane], events: Sequence[TimelineEvent]
    ) -> str:
        """The timeline in sentences: how much there is of what, and how to go through it."""
        sentence = self.tr("{headline}.")
        said = [sentence.format(headline=headline)] if headline else []
        for lane in lanes:
            first, last = events[lane.events[0]], events[lane.events[-1]]
            text = self._language.ngettext(
                "{lane}: {number} event, {title} ({when}).",
                "{lane}: {number} events, from {title} ({when}) to {last} ({until}).",
                len(lane.events),
            )
            said.append(
                text.format(
                    lane=lane.title,
                    number=self._language.number(len(lane.events)),
                    title=first.title,
                    when=first.when,
                    last=last.title,
                    until=last.when,
                )
            )
        if plans := sum(event.is_plan for event in events):
            text = self._language.ngettext(
                "{number} of them was a plan.", "{number} of them were plans.", plans
            )
            said.append(text.format(number=self._language.number(plans)))
        if events:
            said.append(self.tr("The arrow keys go from event to event; Return opens one."))
        return " ".join(said)

    def legend(self, events: Sequence[TimelineEvent]) -> Iterator[tuple[str, str]]:
        """What the looks mean that there are."""
        seen = {
            PAST: any(not each.is_plan and each.kind is Kind.MILESTONE for each in events),
            PLAN: any(each.is_plan for each in events),
            PROGRAMME: any(each.kind is Kind.PROGRAMME for each in events),
            OPEN: any(each.span.is_open_before or each.span.is_open_after for each in events),
        }
        for look, text in _LEGEND.items():
            if seen[look]:
                told = self.tr(text)
                yield look, told[:1].upper() + told[1:]

    def _source(self, records: Iterable[Record]) -> str:
        """The documents that records come from, those that bear a date with it."""
        cited = {citation.document for record in records for citation in record.citations}
        if not cited:
            return ""
        named = sorted(map(self._dated, cited), key=self._language.sort_key)
        return self.tr("Source: {documents}.").format(documents=self._language.listed(named))

    def _details(self, record: Record, when: str) -> Iterator[str]:
        yield when
        match record.details:
            case Milestone(state=state) as milestone:
                yield self.tr(labels.STATE[state])
                yield self._places(record)
                yield pillar_text(milestone, self._language)
            case Programme(status=status):
                sentence = self.tr("{label}: {value}")
                label = self.tr("Status in the document")
                yield self.tr(labels.KIND[record.kind])
                yield sentence.format(label=label, value=self.tr(labels.STATUS[status]))
                yield self._places(record)
            case _:
                pass
        if is_plan(record):
            yield self._plan(record)

    def _places(self, record: Record) -> str:
        places = [self._describer.title(place) for place in places_of(record)]
        return self._language.listed(places) if places else self.tr("place not stated")

    def _plan(self, record: Record) -> str:
        """As of which document it was a plan, and that no one says what became of it."""
        date = latest_date(self._library, record)
        cited = list(dict.fromkeys(citation.document for citation in record.citations))
        # Of several documents those that spoke last.
        latest = [each for each in cited if self._date(each) == date]
        documents = self._language.listed([self._document(each) for each in latest])
        sentence = self.tr("a plan as of {documents}; the outcome is not in it")
        return sentence.format(documents=documents)

    def _document(self, document: str) -> str:
        """A document by its title and its date, or that it bears none."""
        if self._date(document):
            return self._dated(document)
        return self.tr("{title} ({note})").format(
            title=self._describer.title(document), note=self.tr("date not stated")
        )

    def _dated(self, document: str) -> str:
        """A document by its title, and by its date where it bears one."""
        title, date = self._describer.title(document), self._date(document)
        if date is None:
            return title
        return self.tr("{title} ({note})").format(title=title, note=self._language.date(date))

    def _date(self, document: str) -> PartialDate | None:
        if document not in self._dates:
            details = self._library.get(document).details
            published = details.published if isinstance(details, Document) else None
            self._dates[document] = published
        return self._dates[document]

    def _years(self, records: Sequence[Record]) -> str:
        """From the first year that is stated to the last."""
        dates = [
            date for record in records if (period := period_of(record)) for date in period.dates
        ]
        years = [date.year for date in dates]
        return period_text(Period(PartialDate(min(years)), PartialDate(max(years))), self._language)

    def _ordered(self, values: Iterable[str | None]) -> list[str | None]:
        """Pillars as they are told, places by importance; then what has no value."""
        order: Sequence[str] = list(Pillar)
        if self._timeline.by is Facet.PLACE:
            (places,) = self._library.browse(Browse((Kind.PLACE,), self._code))
            order = places.ids
        rank = {value: number for number, value in enumerate(order)}
        return sorted(
            values,
            key=lambda value: (value is None, value == NOT_STATED, rank.get(value or "", 0)),
        )

    def _lane_title(self, value: str | None) -> str:
        if value is None:
            return self.tr(labels.KINDS[Kind.PROGRAMME])
        if self._timeline.by is Facet.PILLAR:
            if value == NOT_STATED:
                return self.tr("No pillar stated")
            return self.tr(labels.PILLAR[Pillar(value)])
        return self._describer.title(value) if value else self.tr("No place stated")

    def _joined(self, parts: Iterable[str]) -> str:
        sentence = self.tr("{first} · {other}")
        said = [part for part in parts if part]
        if not said:
            return ""
        return reduce(lambda first, other: sentence.format(first=first, other=other), said)
