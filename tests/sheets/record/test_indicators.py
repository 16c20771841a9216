"""The page of an indicator says what was measured, as far as it has room, and where the rest is."""

from __future__ import annotations

import pytest

from desktop.domain.records import Figure, Kind, Term
from desktop.l10n.language import Language
from desktop.sheets.record.page import MOST_MEASURED, Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY


def measured(library: AtlasLibrary) -> dict[str, set[str]]:
    """The figures of each indicator."""
    found: dict[str, set[str]] = {}
    for record in library.list(Kind.FIGURE):
        if isinstance(record.details, Figure):
            found.setdefault(record.details.indicator, set()).add(record.id)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_indicator_shows_its_figures_and_leads_to_all_of_them(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    describer = Describer(library, languages[code], TODAY)
    for indicator, figures in measured(library).items():
        page = describer.page(library.get(indicator))
        shown = [fact.key for fact in page.facts if fact.is_figure]
        assert set(shown) <= figures
        assert len(shown) == min(len(figures), MOST_MEASURED)
        targets = [target for group in page.link_groups for target, _title in group.records]
        assert targets.count(f"explorer?indicator={indicator}") == 1
        assert not figures & set(targets)


def test_there_is_an_indicator_with_more_figures_than_its_page_shows(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    page = Describer(library, languages["en"], TODAY).page(library.get("term/number-of-actions"))
    titles = {target: title for group in page.link_groups for target, title in group.records}
    said = titles["explorer?indicator=term/number-of-actions"]
    assert said == "All 14 figures in the explorer"


def test_other_terms_show_no_figures(library: AtlasLibrary, languages: dict[str, Language]) -> None:
    describer = Describer(library, languages["en"], TODAY)
    for record in library.list(Kind.TERM):
        if isinstance(record.details, Term) and record.details.type != "indicator":
            page = describer.page(record)
            assert not any(fact.is_figure for fact in page.facts)
