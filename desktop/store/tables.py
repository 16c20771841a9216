"""The tables of the atlas: the schema of the built file, as SQLModel declares it."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from desktop.domain.records import Kind

RECORD = "record.id"
CHART = "chart.id"
SHEET = "sheet.subject"


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


class ChartRow(Table, table=True):
    """A chart; `themes` are ids with spaces between them."""

    id: str = Field(primary_key=True)
    position: int = Field(unique=True)
    country: str
    form: str
    finding: str
    place: str = Field(foreign_key=RECORD)
    themes: str


class ChartTextRow(Table, table=True):
    """One text of a chart in one language; `field` is title, or names a panel by its number."""

    chart: str = Field(primary_key=True, foreign_key=CHART)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    body: str


class ChartFigureRow(Table, table=True):
    """A figure on the scale of a panel; the panels of a chart are numbered from nought."""

    chart: str = Field(primary_key=True, foreign_key=CHART)
    panel: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    figure: str = Field(foreign_key=RECORD)
    requested: bool


class SheetRow(Table, table=True):
    """What is chosen for the sheet of a record; `chart` is the id of a chart, or empty."""

    subject: str = Field(primary_key=True, foreign_key=RECORD)
    position: int = Field(unique=True)
    country: str
    chart: str


class SheetTextRow(Table, table=True):
    """One text of a sheet in one language; `field` is its key, with the number of a point."""

    sheet: str = Field(primary_key=True, foreign_key=SHEET)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    body: str


class SheetItemRow(Table, table=True):
    """A record that is chosen for a part of a sheet; the choices of a part are numbered."""

    sheet: str = Field(primary_key=True, foreign_key=SHEET)
    part: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    record: str = Field(foreign_key=RECORD)


class SheetCitationRow(Table, table=True):
    """A paragraph that the texts of a sheet are from."""

    sheet: str = Field(primary_key=True, foreign_key=SHEET)
    position: int = Field(primary_key=True)
    document: str
    section: str
    paragraph: int


class EntryRow(Table, table=True):
    """A record as search ranks it; `id` is the rowid in both indexes, in order of importance.

    `titles` and `body` hold the folded words of each language on a line of its own, in the order
    of the languages; `names` those of each other name. Each line has a space at either end.
    `facts` holds the terms of its facets, with a space before and after each.
    """

    id: int = Field(primary_key=True)
    record: str = Field(foreign_key=RECORD)
    weight: int
    titles: str
    names: str
    body: str
    facts: str


class WordRow(Table, table=True):
    """A word of the texts, and how many records have it."""

    __table_args__ = (Index("ix_word_word", "word", "id", "records", unique=True),)

    id: int = Field(primary_key=True)
    word: str
    records: int


class StemRow(Table, table=True):
    """A stem with its language (`en:polici`), and a word of that language that has it."""

    __table_args__ = {"sqlite_with_rowid": False}

    stem: str = Field(primary_key=True)
    word: int = Field(primary_key=True)


class PartRow(Table, table=True):
    """A word that a compound is made of, and the compound."""

    __table_args__ = (
        Index("ix_part_compound", "compound"),
        {"sqlite_with_rowid": False},
    )

    part: str = Field(primary_key=True)
    compound: int = Field(primary_key=True)


class SegmentRow(Table, table=True):
    """A third of a word: its length, which third, and the letters. For words with slips."""

    __table_args__ = {"sqlite_with_rowid": False}

    segment: str = Field(primary_key=True)
    word: int = Field(primary_key=True)


class SynonymRow(Table, table=True):
    """A way to say what several words or phrases mean, folded as queries are.

    `words` are as they are said, `phrase` the key by which a typed one is found: the words again,
    or their stems with the language.
    """

    __table_args__ = (
        Index("ix_synonym_meaning", "meaning", "words"),
        {"sqlite_with_rowid": False},
    )

    phrase: str = Field(primary_key=True)
    meaning: str = Field(primary_key=True)
    words: str = Field(primary_key=True)


class VoidRow(Table, table=True):
    """A folded word that carries nothing in a query."""

    __table_args__ = {"sqlite_with_rowid": False}

    word: str = Field(primary_key=True)


class LinkerRow(Table, table=True):
    """Letters that a language puts between the parts of a compound."""

    __table_args__ = {"sqlite_with_rowid": False}

    language: str = Field(primary_key=True)
    letters: str = Field(primary_key=True)


class AskRow(Table, table=True):
    """Words, folded, by which a query asks for records of a kind."""

    __table_args__ = {"sqlite_with_rowid": False}

    words: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)


class CalledRow(Table, table=True):
    """Words, folded, by which a record goes that others are narrowed to: a place, a theme."""

    __table_args__ = {"sqlite_with_rowid": False}

    words: str = Field(primary_key=True)
    record: str = Field(primary_key=True, foreign_key=RECORD)


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
