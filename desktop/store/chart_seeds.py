"""The shape of a chart in the seeds: `[[chart]]` with a `[[chart.panel]]` for each scale.

A chart of columns has no panel: it counts the milestones.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desktop.domain.chart_specs import ChartForm, ChartSpec, Finding, PanelSpec
from desktop.store.seed_values import FigureId, PlaceId, Slug, TextSeed, ThemeId

CHART = "chart"


class PanelSeed(BaseModel):
    """`[[chart.panel]]`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    title: TextSeed
    figures: Annotated[list[FigureId], Field(min_length=1)]
    requested: list[FigureId] = []
    caution: TextSeed | None = None

    def to_spec(self) -> PanelSpec:
        """The domain value."""
        return PanelSpec(self.title, tuple(self.figures), self.caution, tuple(self.requested))


class ChartSeed(BaseModel):
    """`[[chart]]`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    id: Slug
    title: TextSeed
    form: ChartForm
    finding: Finding
    place: PlaceId
    themes: list[ThemeId] = []
    panel: list[PanelSeed] = []

    def to_spec(self, country: str) -> ChartSpec:
        """The domain value."""
        return ChartSpec(
            self.id,
            country,
            self.title,
            self.form,
            self.finding,
            tuple(panel.to_spec() for panel in self.panel),
            self.place,
            tuple(self.themes),
        )
