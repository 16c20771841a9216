"""Charts of the seeds, and of figures chosen freely, as pages to draw and to read out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.chart_specs import ChartForm, ChartSpec, Finding
from desktop.domain.records import Record
from desktop.sheets.charts.counts import counts_page
from desktop.sheets.charts.families import caution_for, families, form_of, requested_among
from desktop.sheets.charts.headlines import Told, told
from desktop.sheets.charts.marks import DrawnPanel, Scaled, drawn_panel, figure_in
from desktop.sheets.charts.notes import age_line, description, legend, source_line
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.scales import sharing
from desktop.sheets.record.page import Describer

# What a chart of figures chosen freely is there to show.
_FINDINGS = {
    ChartForm.BARS: Finding.LARGEST,
    ChartForm.RANGES: Finding.RANGE,
    ChartForm.RANKS: Finding.RANK,
}


def chart_page(describer: Describer, spec: ChartSpec) -> ChartPage:
    """A chart of the seeds, in the language of the describer."""
    if spec.form is ChartForm.COLUMNS:
        return counts_page(describer, spec)
    title = spec.title[describer.language.code]
    panels = _panels(describer, spec)
    return _page(describer, spec.id, spec.form, spec.finding, title, panels)


def _panels(describer: Describer, spec: ChartSpec) -> list[DrawnPanel]:
    code = describer.language.code
    records = [describer.library.get_many(panel.figures) for panel in spec.panels]
    shared = sharing([[figure_in(record) for record in panel] for panel in records])
    return [
        drawn_panel(
            Scaled(
                title=panel.title[code],
                caution=panel.caution[code] if panel.caution else "",
                records=of_panel,
                requested=panel.requested,
                shared=on_its_scale,
                of_a_whole=spec.finding is Finding.SHARE,
            ),
            describer.language,
        )
        for panel, of_panel, on_its_scale in zip(spec.panels, records, shared, strict=True)
    ]


def figures_page(describer: Describer, figures: Sequence[str], title: str) -> ChartPage:
    """The figures of those ids, a panel for each indicator and unit, the largest value first.

    A value in words is a gap in the first panel of its indicator.
    """
    records = describer.library.get_many(list(dict.fromkeys(figures)))
    requested = requested_among(describer.library, records)
    panels = [
        _family_panel(describer, family, requested)
        for family in families(records, describer.language)
    ]
    form = form_of(records)
    return _page(describer, "", form, _FINDINGS[form], title, panels)


def _family_panel(
    describer: Describer, records: Sequence[Record], requested: frozenset[str]
) -> DrawnPanel:
    figures = [figure_in(record) for record in records]
    form = form_of(records)
    return drawn_panel(
        Scaled(
            title=describer.title(figures[0].indicator),
            caution=caution_for(figures, describer.language),
            records=records,
            requested=requested,
            shared=figures,
            form=form,
        ),
        describer.language,
    )


def _page(
    describer: Describer,
    chart_id: str,
    form: ChartForm,
    finding: Finding,
    title: str,
    panels: Sequence[DrawnPanel],
) -> ChartPage:
    """Panels with all that stands around them; the headline is empty where there is no value."""
    language = describer.language
    drawn = [each for panel in panels for each in panel.drawn]
    said = told(finding, panels, language) if drawn else Told("")
    drawings = tuple(panel.panel for panel in panels)
    source = source_line(describer, drawn)
    age = age_line(drawn, language, describer.today)
    return ChartPage(
        id=chart_id,
        form=form,
        title=title,
        headline=said.headline,
        panels=drawings,
        source=source,
        age=age,
        described=description(
            (title, said.headline, said.notes), drawings, (source, age), language
        ),
        legend=legend(drawn, language),
        notes=said.notes,
        cautions=said.cautions,
    )
