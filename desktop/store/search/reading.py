"""What a query asks for: its words as needs, each with the ways in which a text may meet it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.browsing import Facet
from desktop.domain.queries import MOST_WORDS, SearchQuery
from desktop.domain.records import Kind
from desktop.store.search.analysis import joined_word
from desktop.store.search.index import PREFIXES, fact_term
from desktop.store.search.needs import Need, Way
from desktop.store.search.vocabulary import Vocabulary
from desktop.store.search.weights import Form

# More needs than these make a query no clearer.
MOST_NEEDS = 8
# The longest run of words that may be a synonym together: onderzoek en ontwikkeling en innovatie.
_LONGEST_RUN = 5
_MOST_SYNONYMS = 24
_SHORTEST_STEMMED = 3
_SHORTEST_JOINED = 5
# By which facet others have a record of that kind that the query names.
_FACET_OF = {
    Kind.PLACE: Facet.PLACE,
    Kind.THEME: Facet.THEME,
    Kind.DOCUMENT: Facet.DOCUMENT,
}


@dataclass(slots=True)
class Reading:
    """A query as it was understood.

    `asked` are the kinds that it asks for, `facts` the terms of the places and years that it names,
    `corrections` the typed words that were taken for slips, each with what was meant, and `unknown`
    those that nothing was found for.
    """

    needs: list[Need]
    asked: frozenset[str]
    facts: frozenset[str]
    corrections: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


class Reader:
    """Reads queries with the vocabulary of one atlas, which has so many `records`."""

    def __init__(self, vocabulary: Vocabulary, records: int) -> None:
        self._vocabulary = vocabulary
        self._records = max(records, 2)

    def read(self, query: SearchQuery) -> Reading:
        """The needs of a query; none where all of its words are in its exact ones."""
        words = self._words(query.words)
        void = self._vocabulary.void(words)
        carrying = [number for number, word in enumerate(words) if word not in void]
        if not carrying:
            carrying = list(range(len(words)))
        known = self._vocabulary.records(words)
        # Of a long question the rarest words; none where a text has it is the rarest.
        rarest = sorted(carrying, key=lambda number: known.get(words[number], 0))
        carrying = sorted(rarest[:MOST_NEEDS])
        is_open = bool(words) and not query.text.endswith((" ", '"', "”", "»"))
        needs = {number: Need(words[number]) for number in carrying}
        for number, need in needs.items():
            last = is_open and number == len(words) - 1
            self._add_own_ways(need, known, is_last=last)
        self._add_joined(words, needs)
        asked = self._add_runs(words, needs)
        corrections = [] if query.as_typed else list(self._correct(needs))
        facts = {
            word
            for need in needs.values()
            for way in need.ways
            if way.form is Form.FACT
            for word in way.words
        }
        met = [need for need in needs.values() if need.ways]
        self._weigh(met)
        unknown = tuple(need.typed for need in needs.values() if not need.ways)
        if self._is_indicator(met):
            # Who names what is measured, and perhaps where and when, asks for the value.
            asked.add(Kind.FIGURE.value)
        return Reading(met, frozenset(asked), frozenset(facts), tuple(corrections), unknown)

    def _is_indicator(self, needs: Sequence[Need]) -> bool:
        """Whether the needs, places and years apart, are the name of something that is measured."""
        rest = [need.typed for need in needs if not _names_place_or_year(need)]
        called = self._vocabulary.called([" ".join(rest)])
        return any(record.startswith(f"{Kind.TERM}/") for record in called)

    def _words(self, pieces: Sequence[tuple[str, ...]]) -> list[str]:
        """The typed words; those that signs join are one, where texts have them so: R&D is rd."""
        words: list[str] = []
        for piece in pieces:
            whole = joined_word(piece)
            words += [whole] if whole and self._vocabulary.begins(whole) else piece
        return words[:MOST_WORDS]

    def _add_own_ways(self, need: Need, known: Mapping[str, int], *, is_last: bool) -> None:
        """The word itself, its forms, words that begin so, compounds with it and its parts."""
        word, vocabulary = need.typed, self._vocabulary
        if word in known:
            need.add(Way((word,), Form.EXACT))
        forms: list[str] = []
        if len(word) >= _SHORTEST_STEMMED:
            forms = vocabulary.forms([word])
            for form in forms:
                need.add(Way((form,), Form.STEM))
        if is_last or (word not in known and not forms):
            self._add_beginnings(need)
        if len(word) >= _SHORTEST_STEMMED:
            for compound in vocabulary.compounds([word, *forms]):
                need.add(Way((compound,), Form.COMPOUND))
        parts = vocabulary.parts(word) if word in known else self._parts(word)
        if parts:
            need.add(Way(parts, Form.COMPOUND))
        if len(word) == 4 and word.isdigit():
            need.add(Way((fact_term(Facet.YEAR, word),), Form.FACT))

    def _add_beginnings(self, need: Need) -> None:
        """What is typed may be the beginning of a word: short ones have lists in the index."""
        word = need.typed
        if len(word) <= PREFIXES:
            if self._vocabulary.begins(word):
                need.add(Way((word,), Form.BEGINNING, is_beginning=True))
            return
        for completed in self._vocabulary.beginning(word):
            need.add(Way((completed,), Form.BEGINNING))

    def _parts(self, word: str) -> tuple[str, ...]:
        """The known words that an unknown one is made of."""
        if len(word) < 2 * _SHORTEST_STEMMED:
            return ()
        cuts = [
            (word[:end], word[end:].removeprefix(linker))
            for end in range(_SHORTEST_STEMMED, len(word) - _SHORTEST_STEMMED + 1)
            for linker in ("", *self._vocabulary.linkers)
            if word.startswith(linker, end) and len(word) - end - len(linker) >= _SHORTEST_STEMMED
        ]
        known = self._vocabulary.records(part for cut in cuts for part in cut)
        likely = [cut for cut in cuts if all(part in known for part in cut)]
        # The rarer part is the one that tells: the best cut has no part that is short by chance.
        return max(likely, key=lambda cut: min(map(len, cut)), default=())

    def _add_joined(self, words: Sequence[str], needs: Mapping[int, Need]) -> None:
        """Neighbours that a text writes as one: zorg innovatie, health care, e health."""
        for number in range(len(words) - 1):
            pair = [needs[each] for each in (number, number + 1) if each in needs]
            if not pair:
                continue
            first, second = words[number : number + 2]
            if 2 < len(first) + len(second) < _SHORTEST_JOINED:
                # Two letters are R & D; a little more would be any word.
                continue
            wholes = [first + linker + second for linker in ("", *self._vocabulary.linkers)]
            found = set(self._vocabulary.records(wholes))
            found.update(self._vocabulary.forms(sorted(found)) if found else ())
            for whole in sorted(found):
                for need in pair:
                    need.add(Way((whole,), Form.COMPOUND))

    def _add_runs(self, words: Sequence[str], needs: Mapping[int, Need]) -> set[str]:
        """What runs of words mean: synonyms, names, kinds. The kinds that are asked for."""
        asked: set[str] = set()
        taken = 0
        for start in range(len(words)):
            for end in range(min(len(words), start + _LONGEST_RUN), start, -1):
                run = words[start:end]
                covered = [needs[number] for number in range(start, end) if number in needs]
                asked.update(self._vocabulary.asked([" ".join(run)]))
                if not covered or end <= taken:
                    continue
                if self._add_run(run, covered):
                    taken = end
                    break
        return asked

    def _add_run(self, run: Sequence[str], covered: Sequence[Need]) -> bool:
        """Whether the run means something as a whole, which is then a way to meet each word."""
        phrase = " ".join(run)
        vocabulary = self._vocabulary
        synonyms = vocabulary.synonyms(run)
        facts = [
            fact_term(_FACET_OF[kind], record)
            for record in vocabulary.called([phrase, *synonyms])
            if (kind := Kind(record.partition("/")[0])) in _FACET_OF
        ]
        if len(run) == 1:
            facts += [fact_term(Facet.KIND, kind) for kind in vocabulary.asked([phrase])]
        for need in covered:
            for way in self._synonym_ways(synonyms):
                need.add(way)
            for fact in facts:
                need.add(Way((fact,), Form.FACT))
            if synonyms or facts:
                need.share = 1 / len(covered)
        return bool(synonyms or facts)

    def _synonym_ways(self, synonyms: Sequence[str]) -> Iterator[Way]:
        said = [words.split() for words in synonyms]
        # What carries nothing need not be looked for, but for a phrase that is one word without it.
        void = self._vocabulary.void(sorted({word for words in said for word in words}))
        carrying = [tuple(word for word in words if word not in void) for words in said]
        phrases = [
            some if len(some) > 1 else tuple(words)
            for words, some in zip(said, carrying, strict=True)
        ]
        known = self._vocabulary.records(word for words in phrases for word in words)
        phrases = [words for words in phrases if all(word in known for word in words)]
        # The rarest word of each decides how often a text may have all of them.
        phrases.sort(key=lambda words: -min(known[word] for word in words))
        for words in phrases[:_MOST_SYNONYMS]:
            yield Way(words, Form.SYNONYM)
        single = [words[0] for words in phrases if len(words) == 1]
        if single:
            for form in self._vocabulary.forms(single):
                yield Way((form,), Form.SYNONYM)

    def _correct(self, needs: Mapping[int, Need]) -> Iterator[tuple[str, str]]:
        """Take each word that no text has, in any way, for a slip of the pen."""
        for need in needs.values():
            if need.ways:
                continue
            corrections = self._vocabulary.corrections(need.typed)
            for word in corrections:
                need.add(Way((word,), Form.SLIP))
            if corrections:
                yield need.typed, corrections[0]
                for form in self._vocabulary.forms(corrections):
                    need.add(Way((form,), Form.SLIP))

    def _weigh(self, needs: Sequence[Need]) -> None:
        """Keep the nearest ways of each need, and say what it is worth."""
        words = {way.words[0] for need in needs for way in need.ways if not way.is_beginning}
        records = self._vocabulary.records(words)
        for need in needs:
            for way in need.ways:
                if way.is_beginning:
                    records[way.words[0]] = self._vocabulary.records_beginning(way.words[0])
            need.keep_nearest(records)
            need.weigh(records, self._records)


def _names_place_or_year(need: Need) -> bool:
    beginnings = (fact_term(Facet.PLACE, ""), fact_term(Facet.YEAR, ""))
    facts = (way.words[0] for way in need.ways if way.form is Form.FACT)
    return any(fact.startswith(beginnings) for fact in facts)
