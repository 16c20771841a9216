"""What the rows of a list look up: records by their ids, and titles in one language."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from desktop.domain.library import Library
from desktop.domain.records import Record
from desktop.l10n.language import Language

# Some screens full, with what the rows on them link to; a record takes a few kilobytes.
MOST_RECORDS = 1000


class Lookup:
    """Reads records many at a time and remembers the latest; `language` is what rows speak."""

    def __init__(self, library: Library, language: Language) -> None:
        self.library = library
        self.language = language
        self._records: OrderedDict[str, Record] = OrderedDict()
        self._titles: dict[str, str] = {}

    def speak(self, language: Language) -> None:
        """Go on in another language; records hold all of them, titles are looked up anew."""
        self.language = language
        self._titles.clear()

    def records(self, ids: Sequence[str]) -> list[Record]:
        """The records of those ids, in their order; those not remembered are read at one go."""
        missing = [each for each in dict.fromkeys(ids) if each not in self._records]
        if missing:
            self._records.update((record.id, record) for record in self.library.get_many(missing))
        found = [self._records[each] for each in ids]
        for each in ids:
            self._records.move_to_end(each)
        while len(self._records) > MOST_RECORDS:
            self._records.popitem(last=False)
        return found

    def remember(self, records: Sequence[Record]) -> None:
        """Keep records that were read elsewhere, so that they are not read again."""
        self._records.update((record.id, record) for record in records[:MOST_RECORDS])

    def has(self, record_id: str) -> bool:
        """Whether a record is remembered."""
        return record_id in self._records

    def record(self, record_id: str) -> Record:
        """The record of that id."""
        return self.records([record_id])[0]

    def title(self, record_id: str) -> str:
        """The title of a record in the language."""
        if record_id not in self._titles:
            known = self._records.get(record_id)
            title = known.title if known else self.library.title(record_id)
            self._titles[record_id] = title[self.language.code]
        return self._titles[record_id]
