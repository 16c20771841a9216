"""What the explorer says of the figures that fit, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.exploring import (
    Contest,
    Exploration,
    contests,
    fitting,
    value_counts,
)
from desktop.domain.library import Library
from desktop.domain.records import Disagreement, Figure, Record
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import figures_page
from desktop.sheets.facets import Namer, value_title
from desktop.sheets.record.page import Describer
from desktop.sheets.record.sources import Source, sources_among
from desktop.sheets.record.titles import Titles

# Of a file, without what else its name says.
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Caution:
    """A disagreement that names some of the figures: its id and title, and why they differ."""

    record: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class ExplorerPage:
    """What fits what is chosen.

    `figures` are ids in the order of the chart; `count` says how many there are, of how many, and
    how many are stated in words; `chart` is None where none is a number. `caution` says that some
    of them must not be taken for one another, `cautions` why. `words` stand in place of a chart,
    or of everything, and then say what to do.
    """

    title: str
    count: str
    figures: tuple[str, ...]
    chart: ChartPage | None
    caution: str
    cautions: tuple[Caution, ...]
    sources: tuple[Source, ...]
    words: str = ""


def explorer_page(describer: Describer, exploration: Exploration) -> ExplorerPage:
    """The figures that fit, in the language of the describer."""
    library, language = describer.library, describer.language
    figures = tuple(fitting(library, exploration, language.code))
    if not figures:
        return _empty(describer, exploration)
    title = describer.title(exploration.indicator)
    records = library.get_many(figures)
    contested = contests(library, records)
    chart, words = None, ""
    if all(map(_is_worded, records)):
        sentence = language.gettext("{indicator}: stated in words only, so there is no chart.")
        words = sentence.format(indicator=title)
    else:
        chart = replace(figures_page(describer, figures, title), id=_key(exploration))
        figures = tuple(mark.record for panel in chart.panels for mark in panel.marks)
    return ExplorerPage(
        title=title,
        count=_count(library, exploration, records, language),
        figures=figures,
        chart=chart,
        caution=_caution(contested, language),
        cautions=tuple(_explained(contest, language) for contest in contested),
        sources=sources_among(records, Titles(library, language), language),
        words=words,
    )


def year_title(value: str, namer: Namer) -> str:
    """A year to choose, or that the document states none."""
    if value != NOT_STATED:
        return value_title(Facet.YEAR, value, namer)
    said = namer.language.gettext("year not stated")
    return said[:1].upper() + said[1:]


def choice_text(facet: Facet, value: str, namer: Namer) -> str:
    """A value that may be chosen, as it is called where it stands alone."""
    return year_title(value, namer) if facet is Facet.YEAR else value_title(facet, value, namer)


def _empty(describer: Describer, exploration: Exploration) -> ExplorerPage:
    library, language = describer.library, describer.language
    if not exploration.indicator:
        number = len(value_counts(library, exploration, Facet.INDICATOR, language.code))
        sentence = language.ngettext(
            "Choose above what to measure: there are figures of {number} indicator.",
            "Choose above what to measure: there are figures of {number} indicators.",
            number,
        )
        words = sentence.format(number=language.number(number))
        return ExplorerPage(language.gettext("Explorer"), "", (), None, "", (), (), words)
    title = describer.title(exploration.indicator)
    sentence = language.gettext(
        "{indicator}: no figure is of these places and years. Remove one of them above."
    )
    words = sentence.format(indicator=title)
    count = _count(library, exploration, (), language)
    return ExplorerPage(title, count, (), None, "", (), (), words)


def _key(exploration: Exploration) -> str:
    """What tells the charts of choices apart; its last part is fit for the name of a file."""
    names = [value.rpartition("/")[2] or "undated" for _facet, value in exploration.chosen]
    return f"{' '.join(names)}/{'-'.join(names)[:LONGEST_NAME]}"


def _count(
    library: Library, exploration: Exploration, records: Sequence[Record], language: Language
) -> str:
    """`3 of 9 figures, 1 of them in words`."""
    number = language.number(len(records))
    said = language.ngettext("{number} figure", "{number} figures", len(records))
    said = said.format(number=number)
    if exploration.narrowings:
        total = len(fitting(library, Exploration(exploration.indicator), language.code))
        said = language.ngettext("{number} of {total} figure", "{number} of {total} figures", total)
        said = said.format(number=number, total=language.number(total))
    if not (worded := sum(map(_is_worded, records))):
        return said
    if worded == len(records):
        return language.gettext("{figures}, in words only").format(figures=said)
    sentence = language.ngettext(
        "{figures}, {number} in words instead of a number",
        "{figures}, {number} in words instead of numbers",
        worded,
    )
    return sentence.format(figures=said, number=language.number(worded))


def _caution(contested: Sequence[Contest], language: Language) -> str:
    if not contested:
        return ""
    sentence = language.ngettext(
        "Compare with care: {number} disagreement names some of these figures.",
        "Compare with care: {number} disagreements name some of these figures.",
        len(contested),
    )
    return sentence.format(number=language.number(len(contested)))


def _explained(contest: Contest, language: Language) -> Caution:
    """A disagreement with why figures differ, and how many of these it compares."""
    details = contest.disagreement.details
    if not isinstance(details, Disagreement):
        raise TypeError(contest.disagreement.id)
    reasons = [language.gettext(labels.REASON[reason]) for reason in details.reasons]
    number = len(contest.figures)
    sentence = language.ngettext(
        "{reasons}; it compares {number} of these figures",
        "{reasons}; it compares {number} of these figures",
        number,
    )
    why = sentence.format(reasons=language.listed(reasons), number=language.number(number))
    return Caution(contest.disagreement.id, contest.disagreement.title[language.code], why)


def _is_worded(record: Record) -> bool:
    return isinstance(record.details, Figure) and record.details.value is None
