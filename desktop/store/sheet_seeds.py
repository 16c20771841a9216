"""The shape of what is chosen for a sheet in the seeds: `[[sheet]]`, its figures and points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from desktop.domain.problems import N_
from desktop.domain.records import Citation
from desktop.domain.sheet_specs import ChosenFigure, SheetSpec, TalkingPoint
from desktop.store.seed_values import CitationSeed, FigureId, RecordId, Slug, TextSeed, fail

SHEET = "sheet"
UNSUPPORTED = N_("Cite under “cites” the paragraphs that “short” and “competences” are from.")
NOTHING_SAID = N_(
    "“cites” is for “short” and “competences”, and both are missing: write one, or take it out."
)

NOTHING_LABELLED = N_("“label” is for “beside”, which is missing: write that too, or take it out.")

_Subject = Annotated[
    str,
    StringConstraints(
        pattern=r"^(place|programme|theme|organisation)/[a-z0-9]+(-[a-z0-9]+)*$",
    ),
]
_DisagreementId = Annotated[
    str, StringConstraints(pattern=r"^disagreement/[a-z0-9]+(-[a-z0-9]+)*$")
]


class ChosenFigureSeed(BaseModel):
    """`[[sheet.figure]]`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    id: FigureId
    beside: FigureId | None = None
    scope: TextSeed | None = None
    label: TextSeed | None = None

    @model_validator(mode="after")
    def _labels_something(self) -> ChosenFigureSeed:
        if self.label and not self.beside:
            raise fail(NOTHING_LABELLED)
        return self


class PointSeed(BaseModel):
    """`[[sheet.point]]`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    text: TextSeed
    figure: FigureId
    records: list[RecordId] = []
    line: TextSeed | None = None


class SheetSeed(BaseModel):
    """`[[sheet]]`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    id: _Subject
    short: TextSeed | None = None
    competences: TextSeed | None = None
    cites: list[CitationSeed] = []
    chart: Slug | None = None
    disagreements: list[_DisagreementId] = []
    figure: list[ChosenFigureSeed] = []
    point: Annotated[list[PointSeed], Field(max_length=6)] = []

    @model_validator(mode="after")
    def _is_supported(self) -> SheetSeed:
        is_said = self.short or self.competences
        if is_said and not self.cites:
            raise fail(UNSUPPORTED)
        if self.cites and not is_said:
            raise fail(NOTHING_SAID)
        return self

    def to_spec(self, country: str, sections: Mapping[tuple[str, int], str]) -> SheetSpec:
        """The domain value; `sections` says which section each paragraph lies in."""
        return SheetSpec(
            subject=self.id,
            country=country,
            short=self.short,
            competences=self.competences,
            citations=tuple(
                Citation(document, sections.get((document, paragraph), ""), paragraph)
                for document, paragraph in self.cites
            ),
            figures=tuple(
                ChosenFigure(each.id, each.beside or "", each.scope, each.label)
                for each in self.figure
            ),
            chart=self.chart or "",
            points=tuple(
                TalkingPoint(each.text, each.figure, tuple(each.records), each.line)
                for each in self.point
            ),
            disagreements=tuple(self.disagreements),
        )
