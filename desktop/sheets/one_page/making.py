"""From an order to paper: the one door for what is shown, printed, saved and made in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.domain.library import Library
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.paper.fitting import Page
from desktop.sheets.one_page.paper.pdf import Paper, laid_out
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.sheet import sheet_of
from desktop.sheets.one_page.subject.freshness import cutoff_text


def paper_of(library: Library, order: SheetOrder, languages: Mapping[str, Language]) -> Paper:
    """The sheet that is ordered, as it fits; UsageError for an id that has none.

    `languages` are all languages of the library: what has no room in one of them is left out in
    all, so that each carries the same figures. On a side that two languages share, those two agree.
    """
    is_shared = order.layout is Layout.BESIDE and len(order.languages) > 1
    codes = order.languages if is_shared else tuple(languages)
    sheets = _sheets(library, order, languages, codes)
    wanted = [sheets[code] for code in order.languages]
    others = [sheet for code, sheet in sheets.items() if code not in order.languages]
    paper = laid_out(wanted, order.layout, others)
    told = [languages[code] for code in order.languages]
    return Paper(_dated(library, paper.pages, told), paper.layout)


def papers_of(
    library: Library, order: SheetOrder, languages: Mapping[str, Language]
) -> dict[str, Paper]:
    """The sheet that is ordered, on a paper of its own in every language, by language code.

    Made together, which takes far less time than one by one. The languages of the order do not
    count.
    """
    sheets = _sheets(library, order, languages, tuple(languages))
    pages = laid_out(list(sheets.values()), Layout.FACES).pages
    pages = _dated(library, pages, [languages[code] for code in sheets])
    return {code: Paper((page,), Layout.SINGLE) for code, page in zip(sheets, pages, strict=True)}


def _dated(
    library: Library, pages: Sequence[Page], languages: Sequence[Language]
) -> tuple[Page, ...]:
    """Pages that say of the rows which they keep up to when these reach."""
    return tuple(
        (replace(sheet, cutoff=cutoff_text(library, sheet, language)), size)
        for (sheet, size), language in zip(pages, languages, strict=True)
    )


def _sheets(
    library: Library,
    order: SheetOrder,
    languages: Mapping[str, Language],
    codes: tuple[str, ...],
) -> dict[str, Sheet]:
    return {code: sheet_of(library, order, languages[code]) for code in codes}
