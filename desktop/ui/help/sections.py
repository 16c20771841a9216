"""The help page as a description: sentences for the catalogs, so that a new language is a catalog.

Fields in braces are filled by the view: with what an entry of the menus is called, for example.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.problems import N_

KEYBOARD = "keyboard"
SOURCES = "sources"


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs, then marks or words with what they mean.

    `key` names the section in addresses (`help`, filter `section`).
    """

    key: str
    title: str
    paragraphs: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...] = ()


SECTIONS = (
    Section(
        "about",
        N_("What this is"),
        (
            N_(
                "Valley Atlas carries the facts of a few source documents on life sciences and "
                "health, each with the paragraph that it was read in. It works without a network: "
                "nothing is fetched and nothing is sent."
            ),
            N_("This is edition {edition}. What happened after its documents is not in it."),
        ),
    ),
    Section(
        "finding",
        N_("How to find a thing"),
        (
            N_(
                "Type in the search box, in any of the languages. Results come while you type; a "
                "slip of the pen is forgiven, and the other words that the glossary knows count "
                "too."
            ),
            N_(
                "Ask whole questions if you like. Where a figure answers one, it stands on top, "
                "with its source and with the figures that it must not be taken for."
            ),
            N_(
                "Or choose a view in the side bar and narrow its list. The trail above the page "
                "says where you are: each of its steps leads back up, and every name that is a "
                "link opens a page of its own."
            ),
            N_(
                "Each page has an address, such as {address}: “valley-atlas {address}” opens it "
                "from a terminal, in the window that is open already if there is one."
            ),
        ),
    ),
    Section(
        "narrowing",
        N_("How to narrow a search"),
        (
            N_(
                "The buttons above the results narrow them by kind, place, year, pillar, theme "
                "and document. Whatever narrows them stands there as a button too, which takes it "
                "away again. You may also type it:"
            ),
        ),
        (
            (N_("“exact words”"), N_("Only what has these words side by side, just as typed.")),
            (N_("-without"), N_("Nothing that has this word.")),
            ("{kind}", N_("One kind of record.")),
            ("{place}", N_("What is in a place, or about it.")),
            ("{year}", N_("What happened in a year, or was measured for it.")),
        ),
    ),
    Section(
        "charts",
        N_("Charts, map and timeline"),
        (
            N_(
                "A chart puts values on one scale only if they may be compared, and says where "
                "that needs care. What is hatched was asked for, planned or is forecast; a dashed "
                "box is a value that the document gives in words alone; an arrow says that the "
                "true value is more, or less, than the one drawn."
            ),
            N_(
                "Point at a value, or go to it with the arrow keys, and it is read out; Return "
                "opens its page. Each chart is there as a table too, and is saved or copied with "
                "its title and its sources inside."
            ),
            N_(
                "On the timeline a year is as long as a year and a month as a month: no day is "
                "made up. What has no date stands beside it."
            ),
        ),
    ),
    Section(
        "passport",
        N_("What a passport says"),
        (
            N_(
                "Beside each value, its source is one click away. The passport says what the "
                "value measures, for which place, scope and period, who says so and in which "
                "paragraph, how old it is, and what it must not be taken for."
            ),
            N_("From there it can be copied as a sentence with its source, ready to be quoted."),
        ),
    ),
    Section(
        "marks",
        N_("What the marks mean"),
        (N_("The atlas smooths nothing over. It says so when a document leaves something open:"),),
        (
            (N_("year not stated"), N_("The document gives no year, and none was guessed.")),
            (
                N_("planned"),
                N_(
                    "A plan when the document was written. Whether it came about is not in the "
                    "documents."
                ),
            ),
            (N_("forecast"), N_("The document expects the value; nobody has measured it.")),
            (N_("goal"), N_("The document states the value as a goal; nobody has measured it.")),
            (
                N_("Disagreements"),
                N_(
                    "Figures that look alike and are not: they stand side by side, with why they "
                    "differ. None is added up, averaged or rounded."
                ),
            ),
            (
                N_("General knowledge"),
                N_("No document says it, such as where a city lies on the map."),
            ),
        ),
    ),
    Section(
        "briefing",
        N_("The briefing"),
        (
            N_(
                "“{save_record}” saves the page that you are at for a meeting. In the briefing you "
                "add notes, put things in order, and print them or take them to another laptop. "
                "What you write is on the disk within a second."
            ),
        ),
    ),
    Section(
        "sheet",
        N_("The sheets"),
        (
            N_(
                "A sheet is one A4 page to take into the meeting: on the country, a region, a "
                "city, a programme, a theme or an organisation, or on a mission that you put "
                "together yourself. The page that you see is the one that is saved and printed."
            ),
            N_(
                "“{save_sheet}” saves the sheet of what you are at, or else the country’s: as a "
                "PDF, a picture or a drawing. In the preview, + and - or Ctrl and the wheel make "
                "the page larger and smaller."
            ),
            N_(
                "A sheet remembers its facts. Drop the PDF of an older one on the window, or "
                "choose “{compare_sheet}”, to see what has changed since."
            ),
        ),
    ),
    Section(
        KEYBOARD,
        N_("Keyboard"),
        (
            N_(
                "Everything works without a mouse: Tab and the arrow keys move, Return opens, and "
                "Alt with an underlined letter opens a menu."
            ),
        ),
    ),
    Section(
        "own",
        N_("Where your own things are kept"),
        (
            N_(
                "What you choose and save stands in {path}, and nowhere else. To keep it "
                "safe, copy that file. The atlas itself is never written to."
            ),
        ),
    ),
    Section(
        SOURCES,
        N_("Sources and licences"),
        (
            N_("The facts come from these documents:"),
            N_(
                "The program is free software under the EUPL-1.2. The outlines of the map are "
                "Natural Earth’s (public domain), the typeface is Inter (SIL Open Font License), "
                "the icons are Lucide’s (ISC and MIT licences), and the window is made with Qt "
                "(LGPL-3.0)."
            ),
        ),
    ),
)
