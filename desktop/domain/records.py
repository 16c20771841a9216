"""The records of the atlas: what each kind holds, and how records hang together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.dates import PartialDate, Period
from desktop.domain.text import Text


class Kind(StrEnum):
    """The kinds of record; the value is the first half of every id (`place/flanders`)."""

    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"
    PROGRAMME = "programme"
    MILESTONE = "milestone"
    FIGURE = "figure"
    THEME = "theme"
    DOCUMENT = "document"
    SECTION = "section"
    TERM = "term"
    DISAGREEMENT = "disagreement"


class Pillar(StrEnum):
    """The four pillars under which the Dutch-Belgian activities are listed."""

    G2G = "g2g"
    TRADE = "trade"
    INNOVATE = "innovate"
    INVEST = "invest"


class State(StrEnum):
    """Whether a milestone had happened or was still a plan when its document spoke."""

    PAST = "past"
    PLANNED = "planned"


class Status(StrEnum):
    """How far a programme was when its document spoke."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    SIGNED = "signed"
    LAUNCHED = "launched"
    PROPOSED = "proposed"
    NOT_STATED = "not-stated"


class Qualifier(StrEnum):
    """How the source hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


class Scale(StrEnum):
    """The word that a source writes after a number; the number itself is never multiplied out."""

    ONE = "one"
    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"


class Unit(StrEnum):
    """What a number counts. `count` takes its noun from the figure (`counted`)."""

    PERCENT = "percent"
    EURO = "euro"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SQUARE_METRE = "square-metre"
    FACTOR = "factor"
    COUNT = "count"
    RANK = "rank"
    TRL = "trl"
    WORDS = "words"


class Per(StrEnum):
    """The span of time for which an amount or a count holds, where the source gives a rate."""

    DAY = "day"
    YEAR = "year"


class Basis(StrEnum):
    """Whether a source reports a value, forecasts it, or sets it as a goal."""

    REPORTED = "reported"
    FORECAST = "forecast"
    TARGET = "target"


class Reason(StrEnum):
    """Why figures that seem to speak of one thing differ."""

    SCOPE = "scope"
    DATE = "date"
    METHOD = "method"
    NOT_STATED = "not-stated"


class Relation(StrEnum):
    """How one record relates to another, read from the record that states it."""

    PART_OF = "part-of"
    LOCATED_IN = "located-in"
    OWNED_BY = "owned-by"
    TAKES_PART_IN = "takes-part-in"
    FUNDED_BY = "funded-by"
    SIGNED_BY = "signed-by"
    LED_BY = "led-by"
    SUCCESSOR_OF = "successor-of"
    STATED_BY = "stated-by"
    COMPARES = "compares"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact was read: document and section ids, and the paragraph's number from 1."""

    document: str
    section: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Link:
    """A typed tie to another record. `inverse` says that the other record states it."""

    relation: Relation
    target: str
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city. `competences` says who decides what there."""

    type: str
    code: str | None
    latitude: float | None
    longitude: float | None
    competences: Text | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: ministry, agency, federation, cluster, company or other `type`."""

    type: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the role that the document gives, as of the date it speaks of."""

    role: Text
    as_of: PartialDate | None


@dataclass(frozen=True, slots=True)
class Programme:
    """An instrument, network, agreement, plan, call or framework of a `type`."""

    type: str
    status: Status
    period: Period | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event, past or planned. A period or pillar of None: the document names none."""

    period: Period | None
    pillar: Pillar | None
    state: State


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as one document states it.

    A value in words (`unit` WORDS) stands in `statement`, with `value` None. `value_to` is the
    upper end of a range. A period of None: the document states no date for the value. A `per` of
    None: the value is no rate.
    """

    indicator: str
    value: Decimal | None
    value_to: Decimal | None
    scale: Scale
    unit: Unit
    per: Per | None
    counted: Text | None
    qualifier: Qualifier
    basis: Basis
    period: Period | None
    place: str
    scope: Text
    statement: Text | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A value chain, challenge, priority, action, need or other subject, by `type`."""

    type: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source document: its file name without ending, its language and its date if stated."""

    file: str
    language: str
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs (first and last, both included) of a document."""

    document: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: an abbreviation, a concept, or the indicator that figures share."""

    type: str
    expansion: Text | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that must not be taken for one another; they are its links of COMPARES.

    The summary of the record says how they differ, `reasons` in a word each.
    """

    reasons: tuple[Reason, ...]


Details = (
    Place
    | Organisation
    | Person
    | Programme
    | Milestone
    | Figure
    | Theme
    | Document
    | Section
    | Term
    | Disagreement
)


@dataclass(frozen=True, slots=True)
class Record:
    """One fact sheet of the atlas, complete in every language.

    `id` is `kind/name`; `weight` (0 to 100) says how early it comes in lists and results;
    `names` are other spellings that search knows; `outside` lists the parts that come from
    general knowledge and not from the documents.
    """

    id: str
    kind: Kind
    country: str
    weight: int
    title: Text
    summary: Text
    names: tuple[str, ...]
    outside: tuple[str, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    details: Details


def texts_of(record: Record) -> dict[str, Text]:
    """Every text of a record by the name of its key, those of its kind included."""
    own = {name: getattr(record.details, name) for name in record.details.__slots__}
    texts = {"title": record.title, "summary": record.summary}
    return texts | {name: value for name, value in own.items() if isinstance(value, Text)}
