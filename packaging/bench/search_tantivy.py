"""Tantivy as a rival of our search, with the help that makes it do the same work."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import tantivy
from search_engines import LIMIT, Engine, title_and_body
from search_queries import Asked
from tantivy import Occur, Query

from desktop.domain.folding import words_of
from desktop.store.search.index import PREFIXES, Entry


class Tantivy(Engine):
    """Tantivy with a title that counts double, beginnings of words, and slips.

    Beginnings of up to five letters, as in our own index, are terms of a field of their own, which
    takes a fifth of the time of a regular expression; the few words that begin with more letters
    are found by one. A word that no text has is taken for a slip of one letter, or of two in a
    long word. Where no record has all the words, any of them will do, as with ours. Of the ways
    that were tried these were the fastest. Words that are only begun are not marked in its
    snippets.
    """

    _TWO_SLIPS = 6
    _WEIGHT_OF_TITLE = 2.0

    @staticmethod
    def build(entries: Iterable[Entry], folder: Path) -> None:
        """Write the index with the settings that the package has by itself."""
        path = folder / "tantivy"
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        writer = Tantivy._with_tokenizer(tantivy.Index(Tantivy._schema(), str(path))).writer()
        for entry in entries:
            title, body = title_and_body(entry)
            words = {*words_of(title), *words_of(body)}
            starts = {word[:end] for word in words for end in range(1, PREFIXES + 1)}
            starting = " ".join(starts)
            writer.add_document(tantivy.Document(title=title, body=body, starting=starting))
        writer.commit()
        writer.wait_merging_threads()

    @staticmethod
    def size(folder: Path) -> int:
        """The files of the index, without its copy of the texts."""
        files = (folder / "tantivy").iterdir()
        return sum(file.stat().st_size for file in files if file.suffix != ".store")

    @staticmethod
    def _schema() -> tantivy.Schema:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("title", stored=True, tokenizer_name="folded")
        builder.add_text_field("body", stored=True, tokenizer_name="folded")
        builder.add_text_field("starting", tokenizer_name="whitespace", index_option="basic")
        return builder.build()

    @staticmethod
    def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
        folded = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        folded = folded.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
        index.register_tokenizer("folded", folded.build())
        return index

    def __init__(self, folder: Path) -> None:
        index = self._with_tokenizer(tantivy.Index.open(str(folder / "tantivy")))
        self._schema_read = index.schema
        self._searcher = index.searcher()

    def search(self, asked: Asked) -> int:
        """All of the words, then with slips, then any."""
        for query in self._readings(words_of(asked.text)):
            hits = self._searcher.search(query, LIMIT, count=False).hits
            if hits:
                return len(self._told(query, [address for _score, address in hits]))
        return 0

    def close(self) -> None:
        """The files are closed with the last that reads them."""
        del self._searcher

    def _readings(self, words: Sequence[str]) -> Iterator[Query]:
        *whole, last = words
        queries = [*map(self._word, whole), self._beginning(last)]
        yield Query.boolean_query([(Occur.Must, query) for query in queries])
        known = [*map(self._is_known, whole), self._is_beginning(last)]
        if not all(known):
            for place, word in enumerate(words):
                if not known[place]:
                    queries[place] = self._slip(word)
            yield Query.boolean_query([(Occur.Must, query) for query in queries])
        yield Query.boolean_query([(Occur.Should, query) for query in queries])

    def _word(self, word: str) -> Query:
        return self._in_either(
            *(Query.term_query(self._schema_read, field, word) for field in ("title", "body"))
        )

    def _beginning(self, word: str) -> Query:
        if len(word) <= PREFIXES:
            return Query.term_query(self._schema_read, "starting", word, "basic")
        pattern = f"{re.escape(word)}.*"
        return self._in_either(
            *(Query.regex_query(self._schema_read, field, pattern) for field in ("title", "body"))
        )

    def _slip(self, word: str) -> Query:
        slips = 2 if len(word) >= self._TWO_SLIPS else 1
        return self._in_either(
            *(
                Query.fuzzy_term_query(self._schema_read, field, word, slips)
                for field in ("title", "body")
            )
        )

    def _in_either(self, title: Query, body: Query) -> Query:
        heavy = Query.boost_query(title, self._WEIGHT_OF_TITLE)
        return Query.boolean_query([(Occur.Should, heavy), (Occur.Should, body)])

    def _is_known(self, word: str) -> bool:
        return any(self._searcher.doc_freq(field, word) for field in ("body", "title"))

    def _is_beginning(self, word: str) -> bool:
        if len(word) <= PREFIXES:
            return self._searcher.doc_freq("starting", word) > 0
        return bool(self._searcher.search(self._beginning(word), 1, count=False).hits)

    def _told(
        self, query: Query, addresses: Iterable[tantivy.DocAddress]
    ) -> list[tuple[str, str, str]]:
        """The title, and both title and body as the snippet generator marks them."""
        titles, bodies = (
            tantivy.SnippetGenerator.create(self._searcher, query, self._schema_read, field)
            for field in ("title", "body")
        )
        documents = map(self._searcher.doc, addresses)
        return [
            (
                str(document.get_first("title")),
                titles.snippet_from_doc(document).to_html(),
                bodies.snippet_from_doc(document).to_html(),
            )
            for document in documents
        ]
