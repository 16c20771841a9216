"""Full-text search over the atlas's FTS5 index: which records match, and with which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, product
from typing import Any

from desktop.domain.queries import SearchQuery
from desktop.store.file_format import SEARCH_COLUMNS

# Beside bm25 (negative, best first): a text in the reader's own language, a title that is just
# what was typed, and importance (0-100).
OWN_LANGUAGE = 1.0
WHOLE_TITLE = 10.0
IMPORTANCE = 0.02
# A word of fewer letters has too many near neighbours to be corrected.
SHORTEST_CORRECTED = 4
LEAST_LIKENESS = 75
MOST_CORRECTIONS = 3
# Of a query with several corrected words, so many readings are compared with whole titles.
MOST_TITLES = 9

_Phrase = tuple[str, ...]
_Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]


class Finder:
    """Runs a query through the index. `rows` runs SQL and gives all rows back."""

    def __init__(self, rows: _Rows) -> None:
        self._rows = rows

    def find(self, query: SearchQuery, language: str) -> dict[str, tuple[str, ...]]:
        """Record ids, best first, each with the words that were looked for.

        All phrases must match, as typed or else as the glossary says the same in other words; only
        where no record has them all, any word will do. A word that no text begins with is replaced
        by its nearest neighbours in the vocabulary.
        """
        choices = [self._spellings(phrase) for phrase in query.phrases]
        choices = [spellings for spellings in choices if spellings]
        words = tuple(word for spellings in choices for phrase in spellings for word in phrase)
        if not words:
            return {}
        groups = [_any_of(spellings) for spellings in choices]
        titles = _titles(choices)
        every = self._match(" AND ".join(groups), titles, query, language)
        found = dict.fromkeys(every, words)
        synonyms, said = self._with_synonyms(choices, groups)
        if said and len(found) < query.limit:
            for record in self._match(synonyms, titles, query, language):
                found.setdefault(record, (*words, *said))
        if not found:
            any_word = _any_of([(word,) for word in words])
            found = dict.fromkeys(self._match(any_word, titles, query, language), words)
        return dict(islice(found.items(), query.limit))

    def _with_synonyms(
        self, choices: Sequence[Sequence[_Phrase]], groups: Sequence[str]
    ) -> tuple[str, tuple[str, ...]]:
        """The expression with the glossary's other words for what was typed, and those words.

        The longest run of typed words that the glossary knows counts.
        """
        parts: list[str] = []
        said: list[str] = []
        start = 0
        while start < len(choices):
            for end in range(len(choices), start, -1):
                typed = " ".join(word for spellings in choices[start:end] for word in spellings[0])
                others = self._synonyms(typed)
                if others or end == start + 1:
                    own = " AND ".join(groups[start:end])
                    parts.append(f"(({own}) OR {_any_of(others)})" if others else own)
                    said += (word for phrase in others for word in phrase)
                    start = end
                    break
        return " AND ".join(parts), tuple(said)

    def _synonyms(self, typed: str) -> list[_Phrase]:
        rows = self._rows(
            "SELECT DISTINCT other.words FROM synonym JOIN synonym AS other "
            "ON other.term = synonym.term WHERE synonym.words = ? AND other.words <> ? "
            "ORDER BY other.words",
            (typed, typed),
        )
        return [tuple(str(words).split()) for (words,) in rows]

    def _match(
        self, expression: str, titles: Sequence[str], query: SearchQuery, language: str
    ) -> list[str]:
        marks = ", ".join("?" for _ in titles)
        weights = ", ".join(str(weight) for weight in SEARCH_COLUMNS.values())
        kind = "AND record.kind = ?" if query.kind else ""
        rows = self._rows(
            # Materialized, because bm25 works only right where the match is made.
            "WITH hit AS MATERIALIZED ("
            f"SELECT rowid, bm25(search, {weights}) AS score FROM search WHERE search MATCH ?) "
            "SELECT record.id FROM hit JOIN entry ON entry.id = hit.rowid "
            "JOIN record ON record.id = entry.record "
            f"WHERE 1 {kind} GROUP BY record.id "
            "ORDER BY min(hit.score - ? * (entry.language = ?) "
            f"- ? * (entry.title IN ({marks}))) "
            "- ? * record.weight, record.position LIMIT ?",
            (
                expression,
                *([query.kind.value] if query.kind else []),
                OWN_LANGUAGE,
                language,
                WHOLE_TITLE,
                *titles,
                IMPORTANCE,
                query.limit,
            ),
        )
        return [str(row[0]) for row in rows]

    def _spellings(self, phrase: _Phrase) -> list[_Phrase]:
        """The phrase itself where texts have such words, else a single word's near neighbours."""
        if all(self._is_known(word) for word in phrase):
            return [phrase]
        if len(phrase) != 1:
            return [(word,) for word in phrase if self._is_known(word)]
        word = phrase[0]
        if len(word) < SHORTEST_CORRECTED:
            return []
        # Only a slip of the pen comes here, so only it pays for the import and the scan.
        from rapidfuzz import fuzz, process

        terms = [term for (term,) in self._rows("SELECT term FROM vocabulary", ())]
        near = process.extract(
            word, terms, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=MOST_CORRECTIONS
        )
        return [(term,) for term, _score, _index in near]

    def _is_known(self, word: str) -> bool:
        """Whether some text has a word that begins so."""
        sql = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
        return bool(self._rows(sql, (word, word + "\U0010ffff")))


def _titles(choices: Sequence[Sequence[_Phrase]]) -> list[str]:
    """The titles that a query may spell out, in each of the first few spellings of its words."""
    spelled = islice(product(*choices), MOST_TITLES)
    return [" ".join(word for phrase in phrases for word in phrase) for phrases in spelled]


def _any_of(phrases: Sequence[_Phrase]) -> str:
    return "(" + " OR ".join(_phrase(each) for each in phrases) + ")"


def _phrase(words: _Phrase) -> str:
    """An FTS5 phrase with a prefix star: quoted, so that no input is ever read as syntax.

    Words are runs of letters and digits (`words_of`), so none holds a quote.
    """
    return f'"{" ".join(words)}"*'
