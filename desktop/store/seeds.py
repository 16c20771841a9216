"""The shape of the seeds: one pydantic model a kind, from a TOML table to a domain record."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import override

from desktop.domain.problems import N_
from desktop.domain.records import (
    Citation,
    Details,
    Document,
    Figure,
    Kind,
    Link,
    Milestone,
    Organisation,
    Person,
    Pillar,
    Place,
    Programme,
    Qualifier,
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
NO_VALUE = N_("Give a value, or a statement with unit = “words”.")
NO_RANGE = N_("A range needs value and value-to, and only a range has value-to.")
REVERSED_RANGE = N_(
    "The upper end of the range is not above the lower one: mend value or value-to."
)
NO_SCALE = N_("Only an amount in euros takes a scale: write the number out.")
NO_NOUN = N_("Say in “counted” what the number counts.")


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
    type: Literal["country", "region", "community", "city"]
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
        "agency",
        "federation",
        "cluster",
        "company",
        "funder",
        "network",
        "university",
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
    ]
    status: Status
    period: PeriodSeed | None = None

    @override
    def details(self) -> Programme:
        return Programme(self.type, self.status, self.period)


class MilestoneSeed(Seed):
    """`[[milestone]]`."""

    kind = Kind.MILESTONE
    period: PeriodSeed
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
    qualifier: Qualifier = Qualifier.EXACT
    counted: TextSeed | None = None
    statement: TextSeed | None = None
    period: PeriodSeed | None = None

    @field_validator("scale")
    @classmethod
    def _is_of_money(cls, scale: Scale, info: ValidationInfo) -> Scale:
        # Elsewhere it would be lost: a count says "million" in its noun.
        if scale is not Scale.ONE and info.data.get("unit", Unit.EURO) is not Unit.EURO:
            raise PydanticCustomError("literal_error", "", {"expected": "'one'"})
        return scale

    @model_validator(mode="after")
    def _has_a_value(self) -> FigureSeed:
        in_words = self.unit is Unit.WORDS
        if in_words != (self.statement is not None) or in_words == (self.value is not None):
            raise fail(NO_VALUE)
        if (self.qualifier is Qualifier.RANGE) != (self.value_to is not None):
            raise fail(NO_RANGE)
        if self.value is not None and self.value_to is not None and self.value >= self.value_to:
            raise fail(REVERSED_RANGE)
        if self.scale is not Scale.ONE and self.unit is not Unit.EURO:
            raise fail(NO_SCALE)
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
            self.counted,
            self.qualifier,
            self.period,
            self.place,
            self.scope,
            self.statement,
        )


class ThemeSeed(Seed):
    """`[[theme]]`."""

    kind = Kind.THEME
    type: Literal["value-chain", "challenge", "priority", "action", "opportunity"]

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
    nothing: dict[str, str] = {}

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

    @override
    def details(self) -> Term:
        return Term(self.type, self.expansion)


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
    )
}
