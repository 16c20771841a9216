"""The checks of ink, each of which must be able to fail."""

from __future__ import annotations

import pytest

from tests.sheets.one_page.paper import inking
from tests.sheets.one_page.paper.reading import Side
from tests.sheets.one_page.paper.typeset import side_of

CHECKS = (
    inking.in_margins,
    inking.overlapping_words,
    inking.overlapping_blocks,
    inking.undrawn,
    inking.pale,
)
PLAIN = """
Some words on two lines, with signs above and below them: Åj, Ég, (fjord).#super[1,2]

#table(columns: (1fr, 2fr), stroke: (top: 0.5pt), table.header[*Name*][*What*], [One], [Two gy])
#rect(fill: black, text(fill: white)[White on black])
"""


@pytest.fixture(scope="module")
def plain() -> Side:
    return side_of(PLAIN)


@pytest.mark.parametrize("check", CHECKS)
def test_a_plain_page_has_no_faults(check, plain: Side) -> None:
    assert list(check(plain)) == []


@pytest.mark.parametrize(
    ("where", "strip"),
    [
        ("top + left, dx: -4mm", "left"),
        ("top + right, dx: 4mm", "right"),
        ("top + left, dy: -5mm", "upper"),
        ("bottom + left, dy: 4mm", "lower"),
    ],
)
def test_ink_in_a_margin_is_found(where: str, strip: str) -> None:
    side = side_of(f"#place({where}, rect(width: 5mm, height: 5mm, fill: gray))")
    assert [fault for fault in inking.in_margins(side) if f"{strip} margin" in fault]
    assert len(list(inking.in_margins(side))) == 1


def test_words_over_each_other_are_found() -> None:
    side = side_of("Under #place(top + left, dy: 80pt)[Left] #place(top + left, dy: 82pt)[Right]")
    assert list(inking.overlapping_words(side)) == ["“Right” over “Left”"]


def test_a_line_through_a_word_is_found() -> None:
    side = side_of("A #strike[stricken] word")
    assert list(inking.overlapping_words(side)) == ["a line through “stricken”"]


def test_a_column_that_reaches_into_the_next_is_found() -> None:
    # Between its lines, so that no word lies over another.
    side = side_of(
        "#set par(leading: 30pt)\n#grid(columns: (30mm, 30mm),"
        " block(width: 90mm)[Far too many words for a column \\ of its width], [#v(15pt) Next])"
    )
    assert list(inking.overlapping_words(side)) == []
    assert len(list(inking.overlapping_blocks(side))) == 1


def test_cut_off_words_are_found() -> None:
    side = side_of("#box(width: 9pt, clip: true, box(width: 60pt)[Unfinished])")
    assert list(inking.undrawn(side)) == ["“Unfinished” is cut off or not drawn"]


def test_hidden_words_are_found() -> None:
    assert list(inking.undrawn(side_of("Seen #text(fill: white)[unseen]"))) == [
        "“unseen” is cut off or not drawn"
    ]


def test_words_off_the_page_are_found() -> None:
    side = side_of("#place(top + right, dx: 25mm)[Endless]")
    assert list(inking.undrawn(side)) == ["“Endless” reaches off the page"]


@pytest.mark.parametrize(
    "look",
    ['text(fill: rgb("#999999"))[word]', 'highlight(fill: rgb("#666666"), [word])'],
)
def test_pale_words_are_found(look: str) -> None:
    (fault,) = inking.pale(side_of(f"A pale #{look} here"))
    assert fault.startswith("“word” has a contrast of")


def test_a_short_last_line_is_told() -> None:
    body = "#block(width: 62pt, par[Nine words and no more \\ of.])"
    assert any(runt.endswith("of.") for runt in inking.runts(side_of(body)))
    assert (
        list(inking.runts(side_of("#block(width: 62pt, par[Nine words and no more of them.])")))
        == []
    )
