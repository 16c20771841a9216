"""The tables of the atlas: the schema of the built file, as SQLModel declares it."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from desktop.domain.records import Kind

RECORD = "record.id"


def table_name(table: type[SQLModel]) -> str:
    """The SQL name of a table class: its own, without `Row`, in lower case."""
    return table.__name__.removesuffix("Row").lower()


class Table(SQLModel):
    """A table named as its class is, without `Row`."""

    # SQLAlchemy hands over the class, which no type checker can know.
    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore
        return table_name(cls)  # pyright: ignore


class MetaRow(Table, table=True):
    """What the file says of itself."""

    key: str = Field(primary_key=True)
    value: str


class RecordRow(Table, table=True):
    """What every record has; `position` is its place in the order of importance."""

    id: str = Field(primary_key=True)
    position: int = Field(unique=True)
    kind: str = Field(index=True)
    country: str
    weight: int
    outside: str


class TextRow(Table, table=True):
    """One text of a record in one language; `field` is title, summary or a key of its kind."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    body: str


class NameRow(Table, table=True):
    """Another spelling that search knows."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    body: str


class CitationRow(Table, table=True):
    """Where a record was read."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    document: str = Field(foreign_key=RECORD)
    section: str = Field(index=True)
    paragraph: int


class LinkRow(Table, table=True):
    """A typed tie, stated by `record`."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    relation: str
    target: str = Field(foreign_key=RECORD, index=True)


class PlaceRow(Table, table=True):
    """The columns of a place."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str
    code: str | None
    latitude: float | None
    longitude: float | None


class OrganisationRow(Table, table=True):
    """The columns of an organisation."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class PersonRow(Table, table=True):
    """The columns of a person."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    as_of: str | None


class ProgrammeRow(Table, table=True):
    """The columns of a programme."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str
    status: str
    period: str | None


class MilestoneRow(Table, table=True):
    """The columns of a milestone."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    period: str | None
    pillar: str | None
    state: str


class FigureRow(Table, table=True):
    """The columns of a figure; numbers are kept as the decimal text that the seed has."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    indicator: str = Field(foreign_key=RECORD)
    value: str | None
    value_to: str | None
    scale: str
    unit: str
    per: str | None
    qualifier: str
    basis: str
    period: str | None
    place: str = Field(foreign_key=RECORD)


class ThemeRow(Table, table=True):
    """The columns of a theme."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class DocumentRow(Table, table=True):
    """The columns of a document."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    file: str
    language: str
    published: str | None


class SectionRow(Table, table=True):
    """The columns of a section."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    document: str = Field(foreign_key=RECORD)
    first: int
    last: int


class TermRow(Table, table=True):
    """The columns of a term."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class DisagreementRow(Table, table=True):
    """The columns of a disagreement; `reasons` are codes with spaces between them."""

    record: str = Field(primary_key=True, foreign_key=RECORD)
    reasons: str


class CoverageRow(Table, table=True):
    """How many paragraphs a document has, and how many of them hold nothing to carry."""

    document: str = Field(primary_key=True, foreign_key=RECORD)
    paragraphs: int
    given_up: int


class SynonymRow(Table, table=True):
    """A way to say what a glossary term means, folded as queries are."""

    words: str = Field(primary_key=True)
    term: str = Field(primary_key=True, foreign_key=RECORD, index=True)


class FacetRow(Table, table=True):
    """A value by which lists narrow and group a record; empty where no document states one."""

    __table_args__ = (Index("ix_facet_value", "facet", "value", "record"),)

    record: str = Field(primary_key=True, foreign_key=RECORD)
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)


class RankRow(Table, table=True):
    """The place of a record in an order of lists, by language where the order hangs on it.

    Records that are alike share a place; one that does not state what is sorted by has no row.
    """

    record: str = Field(primary_key=True, foreign_key=RECORD)
    ordering: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    position: int


class EntryRow(Table, table=True):
    """One record in one language as the search index holds it; `id` is the index's rowid.

    `title` is folded as queries are.
    """

    id: int = Field(primary_key=True)
    record: str = Field(foreign_key=RECORD)
    language: str
    title: str


DETAIL_TABLES: dict[Kind, type[SQLModel]] = {
    Kind.PLACE: PlaceRow,
    Kind.ORGANISATION: OrganisationRow,
    Kind.PERSON: PersonRow,
    Kind.PROGRAMME: ProgrammeRow,
    Kind.MILESTONE: MilestoneRow,
    Kind.FIGURE: FigureRow,
    Kind.THEME: ThemeRow,
    Kind.DOCUMENT: DocumentRow,
    Kind.SECTION: SectionRow,
    Kind.TERM: TermRow,
    Kind.DISAGREEMENT: DisagreementRow,
}
