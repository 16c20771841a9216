"""Reading a PDF back."""

from __future__ import annotations

from tests.sheets.one_page.paper.reading import sides_of, squeezed
from tests.sheets.one_page.paper.typeset import side_of, typeset


def test_a_word_stands_where_it_is_printed() -> None:
    side = side_of('#place(top + left, dx: 100pt, dy: 200pt, text(fill: rgb("#0b5563"))[Hxx])')
    word = next(word for word in side.words if word.text == "Hxx")
    assert abs(word.box.left - (15 / 25.4 * 72 + 100)) < 2
    assert abs(side.height - word.box.top - (15 / 25.4 * 72 + 200)) < 2
    assert word.colour == (0x0B, 0x55, 0x63)


def test_a_note_is_a_word_of_its_own_and_a_broken_word_is_two() -> None:
    broken = "#block(width: 30pt, text(hyphenate: true)[pharmaceutical])"
    side = side_of(f"Fact#super(typographic: false)[12] {broken}")
    words = [word.text.rstrip("\x02-") for word in side.words]
    assert "Fact" in words
    assert "12" in words
    assert "pharmaceutical" not in words


def test_tags_carry_text_attributes_and_language_in_reading_order() -> None:
    side = side_of(
        '#table(columns: 2, table.header[Name][Year], [#text(lang: "fr", region: "BE")[Oui]], [2])'
    )
    elements = list(side.root.walk())
    assert [each.text.strip() for each in elements if each.tag == "TH"] == ["Name", "Year"]
    assert {each.attributes.get("Scope") for each in elements if each.tag == "TH"} == {"Column"}
    assert "fr-BE" in {each.language for each in elements if "Oui" in each.text}
    assert squeezed(side.root.text) == "ApageNameYearOui2"
    assert squeezed(side.text) == squeezed(side.root.text)


def test_what_is_in_no_tag_is_loose() -> None:
    assert side_of('#pdf.artifact(kind: "other")[Decoration]').loose.strip() == "Decoration"
    assert side_of("Text").loose == ""


def test_every_page_is_read() -> None:
    assert [squeezed(side.text) for side in sides_of(typeset("One #pagebreak() Two"))] == [
        "ApageOne",
        "Two",
    ]


def test_thin_lines_are_found_and_thick_ones_are_not() -> None:
    body = "#line(length: 50pt, stroke: 0.5pt) #rect(width: 50pt, height: 20pt, fill: gray)"
    assert len(side_of(body).lines) == 1
