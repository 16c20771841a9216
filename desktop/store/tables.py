"""The tables of the atlas: the schema of the built file, as SQLModel declares it."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from desktop.domain.records import Kind

RECORD = "record.id"


class MetaRow(SQLModel, table=True):
    """What the file says of itself."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class RecordRow(SQLModel, table=True):
    """What every record has; `position` is its place in the order of importance."""

    __tablename__ = "record"
    id: str = Field(primary_key=True)
    position: int = Field(unique=True)
    kind: str = Field(index=True)
    country: str
    weight: int
    outside: str


class TextRow(SQLModel, table=True):
    """One text of a record in one language; `field` is title, summary or a key of its kind."""

    __tablename__ = "text"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    body: str


class NameRow(SQLModel, table=True):
    """Another spelling that search knows."""

    __tablename__ = "name"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    body: str


class CitationRow(SQLModel, table=True):
    """Where a record was read."""

    __tablename__ = "citation"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    document: str = Field(foreign_key=RECORD)
    section: str
    paragraph: int


class LinkRow(SQLModel, table=True):
    """A typed tie, stated by `record`."""

    __tablename__ = "link"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(primary_key=True)
    relation: str
    target: str = Field(foreign_key=RECORD, index=True)


class PlaceRow(SQLModel, table=True):
    """The columns of a place."""

    __tablename__ = "place"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str
    code: str | None
    latitude: float | None
    longitude: float | None


class OrganisationRow(SQLModel, table=True):
    """The columns of an organisation."""

    __tablename__ = "organisation"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class PersonRow(SQLModel, table=True):
    """The columns of a person."""

    __tablename__ = "person"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    as_of: str | None


class ProgrammeRow(SQLModel, table=True):
    """The columns of a programme."""

    __tablename__ = "programme"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str
    status: str
    period: str | None


class MilestoneRow(SQLModel, table=True):
    """The columns of a milestone."""

    __tablename__ = "milestone"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    period: str
    pillar: str | None
    state: str


class FigureRow(SQLModel, table=True):
    """The columns of a figure; numbers are kept as the decimal text that the seed has."""

    __tablename__ = "figure"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    indicator: str = Field(foreign_key=RECORD)
    value: str | None
    value_to: str | None
    scale: str
    unit: str
    qualifier: str
    period: str | None
    place: str = Field(foreign_key=RECORD)


class ThemeRow(SQLModel, table=True):
    """The columns of a theme."""

    __tablename__ = "theme"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class DocumentRow(SQLModel, table=True):
    """The columns of a document."""

    __tablename__ = "document"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    file: str
    language: str
    published: str | None


class SectionRow(SQLModel, table=True):
    """The columns of a section."""

    __tablename__ = "section"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    document: str = Field(foreign_key=RECORD)
    first: int
    last: int


class TermRow(SQLModel, table=True):
    """The columns of a term."""

    __tablename__ = "term"
    record: str = Field(primary_key=True, foreign_key=RECORD)
    type: str


class EntryRow(SQLModel, table=True):
    """One record in one language as the search index holds it; `id` is the index's rowid."""

    __tablename__ = "entry"
    id: int = Field(primary_key=True)
    record: str = Field(foreign_key=RECORD)
    language: str


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
}
