"""Holds search to what people ask: hits among the first results, by language and kind of query.

    make eval
    make eval ARGS="--misses"

The needs stand in `packaging/needs/*.toml`: what one wants to know, asked in each language, and the
records that answer it. They were written from the documents before search was tuned. A third of
them is kept aside: by the hash of their ids, so that nobody chose them; its misses are never shown,
and both parts are reported. Beside them stands plain FTS5 over the same texts with no help, once
with all words of the query and once with any.
"""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.folding import words_of
from desktop.domain.queries import SearchQuery
from desktop.domain.records import texts_of
from desktop.store.reader import AtlasLibrary

_HERE = Path(__file__).resolve().parent
NEEDS = _HERE / "needs"
ATLAS = _HERE.parent / "build" / "atlas.sqlite"
# So many results are looked at.
DEPTH = 10

# From a query and its language to the ids of records, best first.
Search = Callable[[str, str], Sequence[str]]


@dataclass(frozen=True)
class Asked:
    """A need as it is asked in one language."""

    need: str
    type: str
    language: str
    query: str
    answers: frozenset[str]

    @property
    def is_aside(self) -> bool:
        """Whether the need is one of the third that nothing is tuned on."""
        return hashlib.sha256(self.need.encode()).digest()[0] % 3 == 0


@dataclass(frozen=True)
class Score:
    """How well a search answers some needs: shares from 0 to 1, and the mean reciprocal rank."""

    number: int
    hit_1: float
    hit_3: float
    hit_10: float
    mrr: float

    @classmethod
    def of(cls, ranks: Sequence[int | None]) -> Score:
        """The score of the ranks, from 1, of the first answer to each need; None: none came."""
        found = [rank for rank in ranks if rank]
        number = len(ranks)
        return cls(
            number,
            sum(rank <= 1 for rank in found) / number,
            sum(rank <= 3 for rank in found) / number,
            sum(rank <= 10 for rank in found) / number,
            sum(1 / rank for rank in found) / number,
        )


def read_needs(folder: Path = NEEDS) -> list[Asked]:
    """Every need in every language, in the order of the files."""
    asked: list[Asked] = []
    for path in sorted(folder.glob("*.toml")):
        for need in tomllib.loads(path.read_text(encoding="utf-8"))["need"]:
            for language, query in need["query"].items():
                answers = frozenset(need["answers"])
                asked.append(Asked(need["id"], need["type"], language, query, answers))
    return asked


def rank_of(asked: Asked, search: Search) -> int | None:
    """At which place, from 1, the first answer comes; None if it is not among the first."""
    for place, record in enumerate(search(asked.query, asked.language)[:DEPTH], start=1):
        if record in asked.answers:
            return place
    return None


def ours(library: AtlasLibrary) -> Search:
    """The search of the program: answers first, then the records."""

    def search(text: str, language: str) -> Sequence[str]:
        results = library.search(SearchQuery.parse(text, limit=DEPTH), language)
        return list(dict.fromkeys((*results.answers, *(hit.id for hit in results.hits))))

    return search


def plain_fts5(library: AtlasLibrary, sign: str) -> Search:
    """FTS5 with its own tokenizer and rank, the words of a query joined by AND or OR."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE plain USING fts5(id UNINDEXED, title, names, body)")
    database.executemany("INSERT INTO plain VALUES (?, ?, ?, ?)", _plain_rows(library))

    def search(text: str, _language: str) -> Sequence[str]:
        # Quoted, or an apostrophe would be an error of syntax; that is all the help it has.
        expression = sign.join(f'"{word}"' for word in words_of(text))
        rows = database.execute(
            "SELECT id FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (expression, DEPTH)
        )
        return [record for (record,) in rows]

    return search


def _plain_rows(library: AtlasLibrary) -> Iterator[tuple[str, str, str, str]]:
    for record in library.list():
        others = (text for key, text in texts_of(record).items() if key != "title")
        body = " ".join(body for text in others for body in text.values())
        yield record.id, " ".join(record.title.values()), " ".join(record.names), body


def scores(
    asked: Iterable[Asked], search: Search
) -> tuple[dict[tuple[str, str], Score], list[tuple[Asked, int | None]]]:
    """The score by language and type (`*` stands for all of them), and the rank of each need."""
    ranks = [(each, rank_of(each, search)) for each in asked]
    groups: defaultdict[tuple[str, str], list[int | None]] = defaultdict(list)
    for each, rank in ranks:
        for language in (each.language, "*"):
            for type_ in (each.type, "*"):
                groups[language, type_].append(rank)
    return {group: Score.of(found) for group, found in groups.items()}, ranks


def _report(title: str, asked: Sequence[Asked], searches: dict[str, Search]) -> None:
    found = {name: scores(asked, search)[0] for name, search in searches.items()}
    print(f"\n{title}")
    print(f"{'':18}{'needs':>6}", *(f"{name:^29}" for name in found))
    print(f"{'':24}", *(f"{'hit@1':>7}{'hit@3':>7}{'hit@10':>7}{'MRR':>7} " for _ in found))
    groups = list(next(iter(found.values())))
    for language, type_ in sorted(groups, key=lambda group: (group[0] == "*", group)):
        by_name = [found[name][language, type_] for name in found]
        label = f"{language:3}{type_}".replace("*", "all")
        print(f"{label:18}{by_name[0].number:6}", *(_cell(score) for score in by_name))


def _cell(score: Score) -> str:
    hits = (score.hit_1, score.hit_3, score.hit_10)
    return "".join(f"{100 * share:7.0f}" for share in hits) + f"{score.mrr:7.2f} "


def _print_misses(asked: Sequence[Asked], search: Search) -> None:
    print("\nNot answered by the first result (the third that is kept aside is not shown):")
    for each, rank in scores(asked, search)[1]:
        if rank != 1:
            first = search(each.query, each.language)[:3]
            print(f"{rank or '-':>3} {each.need} {each.language} [{each.type}] {each.query!r}")
            print(f"      found  {', '.join(first)}")
            print(f"      wanted {', '.join(sorted(each.answers))}")


def main() -> int:
    """Read the arguments, ask everything and print how well it was answered."""
    parser = argparse.ArgumentParser(description="Hold search to what people ask.")
    parser.add_argument("--atlas", type=Path, default=ATLAS)
    parser.add_argument("--misses", action="store_true", help="show what was not answered at once")
    parser.add_argument("--only", action="store_true", help="leave plain FTS5 out")
    options = parser.parse_args()
    library = AtlasLibrary.open(options.atlas)
    asked = read_needs()
    searches: dict[str, Search] = {"Valley Atlas": ours(library)}
    if not options.only:
        searches["FTS5, all words"] = plain_fts5(library, " AND ")
        searches["FTS5, any word"] = plain_fts5(library, " OR ")
    tuned = [each for each in asked if not each.is_aside]
    aside = [each for each in asked if each.is_aside]
    _report("Needs that search was tuned on", tuned, searches)
    _report("Needs that were kept aside", aside, searches)
    if options.misses:
        _print_misses(tuned, searches["Valley Atlas"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
