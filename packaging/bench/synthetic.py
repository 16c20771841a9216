"""Makes a large atlas from a built one, to measure how the program bears it.

    python packaging/bench/synthetic.py 100000 OUT.sqlite
    python packaging/bench/synthetic.py 100000 OUT.sqlite --kind programme

Records are copied under new ids (`programme/regmed-xb-x00001`) until there are so many. A copy
keeps its codes, dates, numbers and citations; its links lead to the copies of the same round; in
its texts every other word is another word of the real texts, drawn by a seeded generator. Places,
documents, sections and indicators are not copied: many records share them, as they do in fact.
The build itself writes the file, so that every table is there, the search index too. The same
numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import count, islice
from pathlib import Path

from desktop.domain.fingerprints import Fingerprint
from desktop.domain.records import Document, Kind, Link, Record, Term, texts_of
from desktop.domain.text import Text
from desktop.l10n.collation import sort_key
from desktop.store.build import build
from desktop.store.checks import Seeds
from desktop.store.reader import AtlasLibrary
from desktop.store.search.words import SearchWords

_ATLAS = Path(__file__).resolve().parent.parent.parent / "build" / "atlas.sqlite"
_SEED = 4
_SHARED = (Kind.PLACE, Kind.DOCUMENT, Kind.SECTION)
_WORD = re.compile(r"[^\W\d_]{3,}")
# One in so many words is replaced.
_REPLACED = 2

_Vocabulary = Mapping[str, Sequence[str]]


def make(source: Path, records: int, kinds: Collection[Kind], target: Path) -> None:
    """Write an atlas of at least the records of `source` to `target`, with copies of `kinds`."""
    library = AtlasLibrary.open(source)
    real = [_as_stated(record) for record in library.list()]
    grown = [*real, *islice(_copies(real, kinds), max(0, records - len(real)))]
    grown.sort(key=lambda record: (-record.weight, record.id))
    paragraphs = library.coverage()
    seeds = Seeds(
        languages=tuple(library.languages),
        edition=library.edition["edition"],
        records=tuple(grown),
        fingerprints={
            record.details.file: _fingerprint(paragraphs[record.id][0])
            for record in real
            if isinstance(record.details, Document)
        },
        given_up={id_: frozenset(range(given_up)) for id_, (_, given_up) in paragraphs.items()},
        words=SearchWords(),
        charts=tuple(library.charts()),
        mistakes=(),
    )
    library.close()
    build(seeds, target, sort_key)


def _as_stated(record: Record) -> Record:
    return replace(record, links=tuple(link for link in record.links if not link.inverse))


def _fingerprint(paragraphs: int) -> list[Fingerprint]:
    return [Fingerprint(position, "", ()) for position in range(1, paragraphs + 1)]


def _copies(records: Sequence[Record], kinds: Collection[Kind]) -> Iterator[Record]:
    copied = [record for record in records if record.kind in kinds and not _is_indicator(record)]
    ids = {record.id for record in copied}
    vocabulary = _vocabulary(records)
    chance = random.Random(_SEED)  # noqa: S311 - nothing is kept secret by it
    for number in count(1):
        for record in copied:
            yield _copy(record, f"-x{number:05d}", ids, vocabulary, chance)


def _is_indicator(record: Record) -> bool:
    return isinstance(record.details, Term) and record.details.type == "indicator"


def _copy(
    record: Record,
    suffix: str,
    ids: Collection[str],
    vocabulary: _Vocabulary,
    chance: random.Random,
) -> Record:
    texts = {
        field: Text({code: _varied(body, vocabulary[code], chance) for code, body in text.items()})
        for field, text in texts_of(record).items()
    }
    own = {field.name for field in fields(record.details)}
    links = (
        Link(link.relation, link.target + suffix if link.target in ids else link.target)
        for link in record.links
    )
    return replace(
        record,
        id=record.id + suffix,
        title=texts["title"],
        summary=texts["summary"],
        names=tuple(_varied(name, vocabulary["en"], chance) for name in record.names),
        links=tuple(links),
        details=replace(
            record.details, **{field: text for field, text in texts.items() if field in own}
        ),
    )


def _vocabulary(records: Sequence[Record]) -> _Vocabulary:
    """By language every word of the real texts, as often as it stands there."""
    words: dict[str, list[str]] = {}
    for record in records:
        for text in texts_of(record).values():
            for language, body in text.items():
                words.setdefault(language, []).extend(_WORD.findall(body))
    return words


def _varied(text: str, words: Sequence[str], chance: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        return match[0] if chance.randrange(_REPLACED) else chance.choice(words)

    return _WORD.sub(other, text)


def main() -> int:
    """Read the arguments, write the file and say where it is."""
    parser = argparse.ArgumentParser(description="Make a large atlas file to measure with.")
    parser.add_argument("records", type=int, help="how many records the file shall hold")
    parser.add_argument("target", type=Path, help="the file to write")
    parser.add_argument("--source", type=Path, default=_ATLAS)
    copied = [kind for kind in Kind if kind not in _SHARED]
    parser.add_argument("--kind", type=Kind, choices=copied, help="copy this kind alone")
    options = parser.parse_args()
    kinds = [options.kind] if options.kind else copied
    make(options.source, options.records, kinds, options.target)
    print(options.target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
