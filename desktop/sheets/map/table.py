"""The map as rows for a spreadsheet, with its title and its sources."""

from __future__ import annotations

import csv
import io

from desktop.l10n.language import Language
from desktop.sheets.map.page import MapPage


def map_csv(page: MapPage, language: Language) -> str:
    """Place, what is said of it, and its number with a point whatever the language, as CSV.

    Above it stand title, what is counted, notes, source and age; the last column holds ids. A
    number that is not stated is an empty cell, and not nought.
    """
    tr = language.gettext
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    lines = (page.title, page.legend_title, *page.notes, page.source, page.age, page.attribution)
    writer.writerows((line,) for line in lines if line)
    writer.writerow((tr("Place"), tr("Value"), tr("Number"), tr("Record")))
    for place in page.places:
        mark = page.marks[place.record]
        writer.writerow((place.name, mark.words, mark.value, mark.figure or place.record))
    return stream.getvalue()
