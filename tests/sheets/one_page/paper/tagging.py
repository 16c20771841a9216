"""What is wrong with the tags of a page, beyond what the standards ask for.

Every function gives back sentences; none means that all is well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.sheets.one_page.paper.reading import Element, Side, squeezed

_LEAST_WORDS = 3


def heading_faults(side: Side, titles: Sequence[str]) -> Iterator[str]:
    """Each title, as it stands, is a heading of level 1, and no level is skipped below it."""
    headings = [each for each in side.root.walk() if each.tag[:1] == "H" and each.tag[1:].isdigit()]
    firsts = [squeezed(each.text) for each in headings if each.tag == "H1"]
    if firsts != [squeezed(title) for title in titles]:
        yield f"headings of level 1 are {firsts}, not {list(titles)}"
    if not any(each.tag == "H2" for each in headings):
        yield "there are no headings of level 2"
    level = 0
    for each in headings:
        if int(each.tag[1:]) > level + 1:
            yield f"“{each.text}” is of level {each.tag[1:]} below level {level}"
        if not each.text.strip():
            yield f"a heading of level {each.tag[1:]} is empty"
        level = int(each.tag[1:])


def table_faults(side: Side) -> Iterator[str]:
    """Every table begins with header cells, each of which says what it is the header of."""
    for table in (each for each in side.root.walk() if each.tag == "Table"):
        name = table.text.strip()[:40]
        heads = [each for each in table.walk() if each.tag == "TH"]
        if not heads:
            yield f"the table “{name}” has no header cells"
        for head in heads:
            if head.attributes.get("Scope") not in {"Column", "Row", "Both"}:
                yield f"the header cell “{head.text}” has no scope"
        if not any(each.tag == "TD" for each in table.walk()):
            yield f"the table “{name}” has no cells below its head"


def figure_faults(side: Side, spoken: Sequence[str]) -> Iterator[str]:
    """Every picture says what it shows, and every text of `spoken` is said by one."""
    figures = [each for each in side.root.walk() if each.tag == "Figure"]
    for each in figures:
        if len(each.alternative.split()) < _LEAST_WORDS:
            yield f"a picture has “{each.alternative}” as its alternative text"
    for text in spoken:
        if not any(text in each.alternative for each in figures):
            yield f"no picture says “{text[:60]}”"


def languages_of(side: Side, of_document: str) -> set[str]:
    """The languages that the tags say the texts of a page are in."""
    return {said or of_document for each in side.root.walk() for said in each.languages}


def texts_by_heading(side: Side) -> list[str]:
    """What is read from each heading of level 1 to the next, or all of it where there is none."""
    texts = [""]

    def collect(element: Element) -> None:
        if element.tag == "H1" and texts[-1]:
            texts.append("")
        for part in element.content:
            if isinstance(part, str):
                texts[-1] += part
            else:
                collect(part)

    collect(side.root)
    return texts
