"""How a record that was found is told: its title and the piece of text that shows why, marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.queries import Hit, SearchQuery, Why
from desktop.domain.records import Kind
from desktop.domain.snippets import Snippet, Sought, snippet
from desktop.store.search.ranking import Ranked
from desktop.store.search.reading import Reading
from desktop.store.search.vocabulary import Rows, Vocabulary
from desktop.store.search.weights import Field, Form

# The texts of a record, by language and then by field.
_Texts = Mapping[str, Mapping[str, str]]


class HitWriter:
    """Tells hits in one language, and marks what is sought. `rows` runs SQL and gives all rows."""

    def __init__(
        self,
        rows: Rows,
        languages: Sequence[str],
        language: str,
        sought: Sought,
    ) -> None:
        self._rows = rows
        self._sought = sought
        self._language = language
        # Its own texts before those of the others.
        self._order = (language, *(code for code in languages if code != language))

    def write(self, ranked: Sequence[Ranked]) -> list[Hit]:
        """A hit for each record, in that order."""
        texts = self._texts([each.entry.record for each in ranked])
        return [self._hit(each, texts[each.entry.record]) for each in ranked]

    def _texts(self, records: Sequence[str]) -> Mapping[str, _Texts]:
        marks = ", ".join("?" * len(records))
        rows = self._rows(
            f"SELECT record, language, field, body FROM text WHERE record IN ({marks})", records
        )
        texts: dict[str, dict[str, dict[str, str]]] = {record: {} for record in records}
        for record, code, field, body in rows:
            texts[record].setdefault(code, {})[field] = body
        return texts

    def _hit(self, ranked: Ranked, texts: _Texts) -> Hit:
        record = ranked.entry.record
        text = texts[self._language]["title"]
        title = Snippet(text, self._sought.marks_in(text))
        shown, code, why = self._snippet(ranked, texts, is_titled=bool(title.marks))
        return Hit(record, Kind(record.partition("/")[0]), title, shown, code, why)

    def _snippet(
        self, ranked: Ranked, texts: _Texts, *, is_titled: bool
    ) -> tuple[Snippet, str, Why]:
        """The piece of text that shows why, the code of its language, and what it is."""
        language, sought = self._language, self._sought
        for body in _bodies(texts[language]):
            if (found := snippet(body, sought)).marks:
                return found, language, Why.TEXT
        beginning = snippet(texts[language]["summary"], sought)
        if is_titled:
            return beginning, language, Why.TEXT
        if named := self._name(ranked):
            return named, language, Why.NAME
        for code in self._order[1:]:
            for body in (texts[code]["title"], *_bodies(texts[code])):
                if (found := snippet(body, sought)).marks:
                    return found, code, Why.TRANSLATION
        is_fact = any(met and met.field is Field.FACT for met in ranked.met)
        return beginning, language, Why.FACT if is_fact else Why.TEXT

    def _name(self, ranked: Ranked) -> Snippet | None:
        """The other name by which it was found."""
        if not any(met and met.field is Field.NAME for met in ranked.met):
            return None
        sql = "SELECT body FROM name WHERE record = ? ORDER BY position"
        names = (snippet(name, self._sought) for (name,) in self._rows(sql, (ranked.entry.record,)))
        marked = [name for name in names if name.marks]
        return max(marked, key=lambda name: len(name.marks), default=None)


def _bodies(texts: Mapping[str, str]) -> list[str]:
    """The texts of a record beside its title, the summary first."""
    others = sorted(field for field in texts if field not in ("title", "summary"))
    return [texts["summary"], *(texts[field] for field in others)]


def sought(query: SearchQuery, reading: Reading, vocabulary: Vocabulary) -> Sought:
    """The words to mark: all ways in which a text may have what is needed, and exact words.

    Of phrases only the words that carry something: no “of” of “quality of life”.
    """
    ways = [way for need in reading.needs for way in need.ways if way.form is not Form.FACT]
    in_phrases = {word for way in ways if len(way.words) > 1 for word in way.words}
    alone = {way.words[0] for way in ways if len(way.words) == 1 and not way.is_beginning}
    exact = {word for words in query.exact for word in words}
    carrying = in_phrases - vocabulary.void(sorted(in_phrases))
    beginnings = tuple(way.words[0] for way in ways if way.is_beginning)
    return Sought(frozenset(carrying | alone | exact), beginnings)
