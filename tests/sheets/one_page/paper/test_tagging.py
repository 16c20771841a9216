"""The checks of tags, each of which must be able to fail."""

from __future__ import annotations

from dataclasses import replace

from tests.sheets.one_page.paper import tagging
from tests.sheets.one_page.paper.reading import Element, Side
from tests.sheets.one_page.paper.typeset import side_of

GOOD = """
== Part
#table(columns: 2, table.header[Name][Year], [Oui], [2])
#figure(alt: "A map of three regions")[North]
"""


def without(side: Side, **changed: str) -> Side:
    """The page with every tag of one name renamed: `without(side, TH="TD")`."""

    def renamed(element: Element) -> Element:
        content = [part if isinstance(part, str) else renamed(part) for part in element.content]
        return replace(element, tag=changed.get(element.tag, element.tag), content=content)

    return replace(side, root=renamed(side.root))


def test_a_well_tagged_page_has_no_faults() -> None:
    side = side_of(GOOD)
    assert list(tagging.heading_faults(side, ["A page"])) == []
    assert list(tagging.table_faults(side)) == []
    assert list(tagging.figure_faults(side, ["map of three regions"])) == []
    assert tagging.languages_of(side, "en-GB") == {"en-GB"}
    (text,) = tagging.texts_by_heading(side)
    assert text.startswith("A page")


def test_wrong_headings_are_found() -> None:
    side = side_of(GOOD)
    assert list(tagging.heading_faults(side, ["Another page"]))
    (skipped,) = list(tagging.heading_faults(without(side, H2="H3"), ["A page"]))[1:]
    assert skipped == "“Part” is of level 3 below level 1"
    assert len(list(tagging.heading_faults(without(side, H1="P", H2="P"), ["A page"]))) == 2


def test_tables_without_header_cells_or_scopes_are_found() -> None:
    assert list(tagging.table_faults(side_of("#table(columns: 1, [1])")))
    side = side_of(GOOD)
    assert list(tagging.table_faults(without(side, TH="TD")))
    assert len(list(tagging.table_faults(without(side, TD="TH")))) == 3
    assert list(tagging.table_faults(without(side, TD="P")))


def test_a_picture_that_says_nothing_is_found() -> None:
    assert list(tagging.figure_faults(side_of('#figure(alt: "Map")[North]'), []))
    assert list(tagging.figure_faults(side_of(GOOD), ["A chart of exports"]))
    assert list(tagging.figure_faults(side_of("Words"), ["A chart of exports"]))
    # Shapes are for the eye alone: without text or image there is nothing to hang words on.
    assert list(tagging.figure_faults(side_of('#figure(rect(), alt: "A map of all")'), ["map"]))


def test_texts_are_told_apart_by_their_titles() -> None:
    texts = tagging.texts_by_heading(side_of("One #heading[Another page] == Part \n Two"))
    assert [text.split()[-1][-3:] for text in texts] == ["One", "Two"]


def test_another_language_is_found() -> None:
    inline = side_of('Yes #text(lang: "fr", region: "BE")[oui]')
    assert tagging.languages_of(inline, "en-GB") == {"en-GB", "fr-BE"}
    side = side_of('Yes #block[#set text(lang: "fr", region: "BE")\n== Oui]')
    assert tagging.languages_of(side, "en-GB") == {"en-GB", "fr-BE"}
