"""The shape of the seeds: one pydantic model a kind, from a TOML table to a domain record."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)
from typing_extensions import override

from desktop.domain.problems import N_
from desktop.domain.records import (
    Basis,
    Citation,
    Details,
    Disagreement,
    Document,
    Figure,
    Kind,
    Link,
    Milestone,
    Organisation,
    Per,
    Person,
    Pillar,
    Place,
    Programme,
    Qualifier,
    Reason,
    Record,
    Relation,
    Scale,
    Section,
    State,
    Status,
    Term,
    Theme,
    Unit,
)
from desktop.store.seed_values import (
    CitationSeed,
    DateSeed,
    DocumentId,
    NamesSeed,
    ParagraphKey,
    ParagraphsSeed,
    PeriodSeed,
    PlaceId,
    RecordId,
    Slug,
    TermId,
    TextSeed,
    fail,
)

NO_SUPPORT = N_('Cite a paragraph, or say outside = ["all"] where no document supports the record.')
NO_KEY = N_("“{value}” cannot be general knowledge: name one of {known}, or “all” alone.")
NO_VALUE = N_("Give a value, or a statement with unit = “words”.")
NO_RANGE = N_("A range needs value and value-to, and only a range has value-to.")
REVERSED_RANGE = N_(
    "The upper end of the range is not above the lower one: mend value or value-to."
)
NO_SCALE = N_("Only an amount in euros or a count takes a scale: write the number out.")
NO_RATE = N_("Only an amount in euros or a count is a rate per day or year: leave “per” out.")
TOO_FEW = N_("A disagreement compares two figures or more: name them under links.compares.")
NOT_FIGURES = N_("A disagreement compares figures: take “{value}” out of links.compares.")
NO_NOUN = N_("Say in “counted” what the number counts.")


# The keys that may hold general knowledge; all else must stand in a document.
OUTSIDE = (
    "title",
    "summary",
    "type",
    "role",
    "expansion",
    "code",
    "latitude",
    "longitude",
    "names",
    "competences",
    "scope",
    "statement",
    "links",
)


class Seed(BaseModel):
    """What every kind of record has. Subclasses add the keys of their kind."""

    model_config = ConfigDict(
        extra="forbid",
        arbitrary_types_allowed=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )
    kind: ClassVar[Kind]

    id: Slug
    title: TextSeed
    summary: TextSeed
    weight: Annotated[int, Field(ge=0, le=100)] = 50
    names: NamesSeed = ()
    links: dict[Relation, list[RecordId]] = {}
    cites: list[CitationSeed] = []
    outside: list[str] = []

    @field_validator("outside")
    @classmethod
    def _names_keys(cls, outside: list[str]) -> list[str]:
        for key in outside:
            if key not in OUTSIDE and outside != ["all"]:
                raise fail(NO_KEY, value=key, known=", ".join(OUTSIDE))
        return outside

    @model_validator(mode="after")
    def _is_supported(self) -> Seed:
        if not self.cites and self.outside != ["all"]:
            raise fail(NO_SUPPORT)
        return self

    @property
    def record_id(self) -> str:
        """`kind/name`."""
        return f"{self.kind}/{self.id}"

    def details(self) -> Details:
        """The part of the record that only this kind has."""
        raise NotImplementedError

    def to_record(self, country: str, sections: dict[tuple[str, int], str]) -> Record:
        """The domain record; `sections` finds the section of a (document, paragraph)."""
        return Record(
            id=self.record_id,
            kind=self.kind,
            country=country,
            weight=self.weight,
            title=self.title,
            summary=self.summary,
            names=self.names,
            outside=tuple(self.outside),
            citations=tuple(
                Citation(document, sections.get((document, paragraph), ""), paragraph)
                for document, paragraph in self.cites
            ),
            links=tuple(
                Link(relation, target)
                for relation, targets in self.links.items()
                for target in targets
            ),
            details=self.details(),
        )


class PlaceSeed(Seed):
    """`[[place]]`."""

    kind = Kind.PLACE
    type: Literal["country", "region", "community", "province", "area", "city"]
    code: str | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    competences: TextSeed | None = None

    @override
    def details(self) -> Place:
        return Place(self.type, self.code, self.latitude, self.longitude, self.competences)


class OrganisationSeed(Seed):
    """`[[organisation]]`."""

    kind = Kind.ORGANISATION
    type: Literal[
        "government",
        "ministry",
        "department",
        "agency",
        "federation",
        "cluster",
        "company",
        "funder",
        "network",
        "university",
        "research-institute",
        "hospital",
        "advisory-body",
        "european-institution",
        "charity",
    ]

    @override
    def details(self) -> Organisation:
        return Organisation(self.type)


class PersonSeed(Seed):
    """`[[person]]`."""

    kind = Kind.PERSON
    role: TextSeed
    as_of: DateSeed | None = None

    @override
    def details(self) -> Person:
        return Person(self.role, self.as_of)


class ProgrammeSeed(Seed):
    """`[[programme]]`."""

    kind = Kind.PROGRAMME
    type: Literal[
        "plan",
        "agreement",
        "network",
        "call",
        "framework",
        "strategy",
        "scheme",
        "infrastructure",
        "event",
        "project",
        "study",
        "initiative",
    ]
    status: Status
    period: PeriodSeed | None = None

    @override
    def details(self) -> Programme:
        return Programme(self.type, self.status, self.period)


class MilestoneSeed(Seed):
    """`[[milestone]]`."""

    kind = Kind.MILESTONE
    period: PeriodSeed | None = None
    state: State
    pillar: Pillar | None = None

    @override
    def details(self) -> Milestone:
        return Milestone(self.period, self.pillar, self.state)


class FigureSeed(Seed):
    """`[[figure]]`."""

    kind = Kind.FIGURE
    indicator: TermId
    place: PlaceId
    unit: Unit
    scope: TextSeed
    value: Decimal | None = None
    value_to: Decimal | None = None
    scale: Scale = Scale.ONE
    per: Per | None = None
    qualifier: Qualifier = Qualifier.EXACT
    basis: Basis = Basis.REPORTED
    counted: TextSeed | None = None
    statement: TextSeed | None = None
    period: PeriodSeed | None = None

    @model_validator(mode="after")
    def _has_a_value(self) -> FigureSeed:
        in_words = self.unit is Unit.WORDS
        if in_words != (self.statement is not None) or in_words == (self.value is not None):
            raise fail(NO_VALUE)
        if (self.qualifier is Qualifier.RANGE) != (self.value_to is not None):
            raise fail(NO_RANGE)
        if self.value is not None and self.value_to is not None and self.value >= self.value_to:
            raise fail(REVERSED_RANGE)
        if self.scale is not Scale.ONE and self.unit not in (Unit.EURO, Unit.COUNT):
            raise fail(NO_SCALE)
        if self.per is not None and self.unit not in (Unit.EURO, Unit.COUNT):
            raise fail(NO_RATE)
        if self.unit is Unit.COUNT and self.counted is None:
            raise fail(NO_NOUN)
        return self

    @override
    def details(self) -> Figure:
        return Figure(
            self.indicator,
            self.value,
            self.value_to,
            self.scale,
            self.unit,
            self.per,
            self.counted,
            self.qualifier,
            self.basis,
            self.period,
            self.place,
            self.scope,
            self.statement,
        )


class ThemeSeed(Seed):
    """`[[theme]]`."""

    kind = Kind.THEME
    type: Literal[
        "value-chain",
        "challenge",
        "priority",
        "action",
        "opportunity",
        "recommendation",
        "strength",
        "need",
        "pillar",
        "field",
    ]

    @override
    def details(self) -> Theme:
        return Theme(self.type)


class DocumentSeed(Seed):
    """`[[document]]`."""

    kind = Kind.DOCUMENT
    file: str
    language: Literal["en", "nl"]
    published: DateSeed | None = None
    # Paragraphs that hold nothing to carry, each with the reason; for the check alone.
    nothing: dict[ParagraphKey, str] = {}

    @property
    def given_up(self) -> set[int]:
        """The paragraphs that hold nothing to carry."""
        return {int(paragraph) for paragraph in self.nothing}

    @override
    def details(self) -> Document:
        return Document(self.file, self.language, self.published)


class SectionSeed(Seed):
    """`[[section]]`."""

    kind = Kind.SECTION
    document: DocumentId
    paragraphs: ParagraphsSeed

    @override
    def details(self) -> Section:
        return Section(self.document, *self.paragraphs)


class TermSeed(Seed):
    """`[[term]]`."""

    kind = Kind.TERM
    type: Literal["indicator", "abbreviation", "concept"]
    expansion: TextSeed | None = None
    # Words that texts in a language do not use for it; for the check alone.
    avoid: dict[str, list[str]] = {}

    @override
    def details(self) -> Term:
        return Term(self.type, self.expansion)


class DisagreementSeed(Seed):
    """`[[disagreement]]`."""

    kind = Kind.DISAGREEMENT
    reasons: Annotated[list[Reason], Field(min_length=1)]

    @model_validator(mode="after")
    def _compares_figures(self) -> DisagreementSeed:
        compared = self.links.get(Relation.COMPARES, [])
        if len(set(compared)) < 2:
            raise fail(TOO_FEW)
        for target in compared:
            if not target.startswith(f"{Kind.FIGURE}/"):
                raise fail(NOT_FIGURES, value=target)
        return self

    @override
    def details(self) -> Disagreement:
        return Disagreement(tuple(self.reasons))


MODELS: dict[str, type[Seed]] = {
    model.kind.value: model
    for model in (
        PlaceSeed,
        OrganisationSeed,
        PersonSeed,
        ProgrammeSeed,
        MilestoneSeed,
        FigureSeed,
        ThemeSeed,
        DocumentSeed,
        SectionSeed,
        TermSeed,
        DisagreementSeed,
    )
}
