"""The titles of records in one language, looked up once."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.library import Library
from desktop.l10n.language import Language


class Titles:
    """Record id -> title. The same few documents and sections are named again and again."""

    def __init__(self, library: Library, language: Language) -> None:
        self.language = language
        self._library = library
        self._known: dict[str, str] = {}

    def fetch(self, record_ids: Iterable[str]) -> None:
        """Look up many at once, so that naming each of them asks nothing more."""
        wanted = {record_id for record_id in record_ids if record_id not in self._known}
        if wanted:
            found, code = self._library.titles(wanted), self.language.code
            self._known.update((record_id, text[code]) for record_id, text in found.items())

    def title(self, record_id: str) -> str:
        """The title of a record; UsageError where there is no such record."""
        if record_id not in self._known:
            self._known[record_id] = self._library.title(record_id)[self.language.code]
        return self._known[record_id]

    def __getitem__(self, record_id: str) -> str:
        return self.title(record_id)
