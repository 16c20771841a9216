"""The briefing in words: the same facts in every language, with their sources, and the notes."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping

import pytest

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.l10n.language import Language
from desktop.sheets.briefing.page import (
    BriefingPage,
    Numbering,
    briefing_page,
    entry_of,
    printable,
)
from desktop.sheets.record.page import MOST_FIGURES, Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

Languages = Mapping[str, Language]
FIGURE, PROGRAMME, PLACE = (
    "figure/prevention-share-of-budget",
    "programme/regmed-xb",
    "place/belgium",
)
BRIEFING = Briefing(
    (
        Meeting("", (Item(FIGURE, "Ask why.\n\nTwice."), Item(PROGRAMME))),
        Meeting("Leuven", (Item(PLACE), Item(FIGURE), Item("programme/gone", "still mine"))),
        Meeting("Dinner", ()),
    )
)


def page_in(
    library: AtlasLibrary, language: Language, briefing: Briefing = BRIEFING
) -> BriefingPage:
    return briefing_page(Describer(library, language, TODAY), briefing)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_item_stands_in_its_meeting_in_the_language(
    library: AtlasLibrary, languages: Languages, code: str
) -> None:
    page = page_in(library, languages[code])
    assert [len(chapter.entries) for chapter in page.chapters] == [2, 3, 0]
    assert [chapter.title for chapter in page.chapters][1:] == ["Leuven", "Dinner"]
    titles = [entry.title for chapter in page.chapters for entry in chapter.entries]
    records = (FIGURE, PROGRAMME, PLACE, FIGURE)
    assert titles[:4] == [library.title(record)[code] for record in records]
    first = page.chapters[0].entries[0]
    assert first.summary == library.get(FIGURE).summary[code]
    assert first.note == "Ask why.\n\nTwice."


def test_a_value_has_its_period_and_its_age(library: AtlasLibrary, languages: Languages) -> None:
    page = page_in(library, languages["en"])
    (value,) = page.chapters[0].entries[0].values
    assert (value.label, value.value, value.note) == ("", "2%", "year not stated")
    exports = page.chapters[1].entries[0].values[0]
    assert exports.value == "€56 billion"
    assert exports.note == "2020 · at least 5 years old"


def test_what_is_cited_is_numbered_once_from_one_on(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_in(library, languages["fr"])
    assert [source.number for source in page.sources] == list(range(1, len(page.sources) + 1))
    assert len({source.text for source in page.sources}) == len(page.sources)
    entries = [entry for chapter in page.chapters for entry in chapter.entries]
    cited = {
        number
        for entry in entries
        for numbers in (entry.sources, *(value.sources for value in entry.values))
        for number in numbers
    }
    assert cited == {source.number for source in page.sources}
    assert entries[0].sources == entries[3].sources == (1,)
    for source in page.sources:
        assert library.title(source.record)["fr"] in source.text


def test_every_language_says_the_same(library: AtlasLibrary, languages: Languages) -> None:
    def digits(page: BriefingPage) -> Counter[str]:
        entries = [entry for chapter in page.chapters for entry in chapter.entries]
        said = "".join(value.value for entry in entries for value in entry.values)
        return Counter(sign for sign in said if sign.isdigit())

    pages = [page_in(library, language) for language in languages.values()]
    assert digits(pages[0]) == digits(pages[1]) == digits(pages[2])
    assert len({len(page.sources) for page in pages}) == 1


def test_a_record_that_this_edition_lacks_keeps_its_place_and_its_note(
    library: AtlasLibrary, languages: Languages
) -> None:
    entry = page_in(library, languages["en"]).chapters[1].entries[2]
    assert (entry.title, entry.kind, entry.note) == ("programme/gone", "", "still mine")
    assert "does not have this record" in entry.remarks[0]


def test_a_place_says_how_many_figures_it_leaves_out(
    library: AtlasLibrary, languages: Languages
) -> None:
    entry = page_in(library, languages["en"]).chapters[1].entries[0]
    left_out = len(library.figures_in([PLACE])) - MOST_FIGURES
    assert sum(value.is_figure for value in entry.values) == MOST_FIGURES
    assert entry.remarks[0] == f"{left_out} more figures in Valley Atlas"


def test_one_meeting_without_a_title_needs_no_heading(
    library: AtlasLibrary, languages: Languages
) -> None:
    alone = Briefing(BRIEFING.meetings[:1])
    assert page_in(library, languages["en"], alone).chapters[0].title == ""
    assert page_in(library, languages["en"]).chapters[0].title == "General"
    assert page_in(library, languages["en"], Briefing()).chapters == ()


def test_ages_are_counted_to_the_day(library: AtlasLibrary, languages: Languages) -> None:
    day = datetime.date(2036, 1, 1)
    describer = Describer(library, languages["en"], day)
    entry = entry_of(describer, Item(PLACE), Numbering(describer))
    assert entry.values[0].note == "2020 · at least 15 years old"


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    assert printable("a\x00b\x07\tc\n\u200bd") == "ab c\n\u200bd"
