"""The description of the results of a search: all sentences of it, in one language.

Only what is shown is read: the figures that answer, and of the hits those whose line needs more
than the search gave.
"""

from __future__ import annotations

from desktop.domain.queries import Results, SearchQuery
from desktop.sheets.record.page import Describer
from desktop.sheets.search.answers import answers_of
from desktop.sheets.search.chips import chips_of
from desktop.sheets.search.parts import Answer, Chip, Offer, ResultRow, SearchPage
from desktop.sheets.search.rows import rows_of
from desktop.sheets.search.summary import offers_of, summary_of

__all__ = ["Answer", "Chip", "Offer", "ResultRow", "SearchPage", "search_page"]


def search_page(describer: Describer, query: SearchQuery, results: Results) -> SearchPage:
    """Describe what a query found, in the describer's language, with ages counted to its day."""
    chips = tuple(chips_of(query, describer))
    return SearchPage(
        summary=summary_of(query, results, chips, describer.language),
        offers=tuple(offers_of(query, results, describer.language)),
        chips=chips,
        answers=answers_of(describer, results),
        rows=rows_of(describer, query, results),
    )
