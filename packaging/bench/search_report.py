"""The figures that the benchmark of search finds, and how they are printed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

OURS, PLAIN, TANTIVY = "ours", "plain", "tantivy"
NAMES = {OURS: "Valley Atlas", PLAIN: "plain FTS5", TANTIVY: "tantivy"}
_SHARES = (50, 95, 99, 100)
_SHARES_COMPARED = (50, 99)
_SLOWEST = 5
# An engine that finds less than that for a query has not done the work.
_LEAST_FOUND = 1


@dataclass
class Timing:
    """The queries of a type, the milliseconds that an engine took for each, and its hits."""

    queries: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    hits: list[int] = field(default_factory=list)

    def add(self, query: str, milliseconds: float, hits: int) -> None:
        """One more query that was asked."""
        self.queries.append(query)
        self.times.append(milliseconds)
        self.hits.append(hits)

    def at_best(self, again: Timing) -> Timing:
        """The better time of each query, which was asked once more."""
        pairs = zip(self.times, again.times, strict=True)
        return Timing(self.queries, [min(pair) for pair in pairs], self.hits)

    @property
    def seconds(self) -> float:
        """What all queries took."""
        return sum(self.times) / 1000

    def share(self, percent: float) -> float:
        """What so many percent of the queries took at most."""
        ordered = sorted(self.times)
        return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]

    @property
    def found(self) -> float:
        """How many hits a query had, on average."""
        return sum(self.hits) / len(self.hits)


@dataclass(frozen=True)
class Built:
    """What an index costs: the seconds and the megabytes of memory of its building, and its size.

    `size` is in bytes for each byte of text.
    """

    seconds: float
    megabytes: float
    size: float


@dataclass(frozen=True)
class Measured:
    """A library of so many records with so many bytes of text, asked in so many rounds.

    What each engine built, and its timings by type of query.
    """

    records: int
    text: int
    rounds: int
    built: Mapping[str, Built]
    timings: Mapping[str, Mapping[str, Timing]]

    @property
    def circumstances(self) -> str:
        """What must be known of the timings."""
        said = [f"At the best of up to {self.rounds} rounds." if self.rounds > 1 else "Asked once."]
        both = [(of_type[OURS], of_type[PLAIN]) for of_type in self.timings.values()]
        some = [len(plain.times) for ours, plain in both if 0 < len(plain.times) < len(ours.times)]
        if some:
            said.append(
                f"Too slow for all queries, {NAMES[PLAIN]} had {min(some)} or more of each type."
            )
        return " ".join(said)


def print_table(measured: Measured) -> None:
    """Print everything, for a terminal."""
    size = f"{measured.records:,} records, {measured.text / 1e6:,.1f} MB of text."
    print(f"\n{size} {measured.circumstances}")
    titles = "".join(f"{f'p{share}':>10}" for share in _SHARES).replace("p100", " max")
    print(f"{'milliseconds a query':40}{'queries':>9}{'hits':>7}{titles}")
    for type_, timings in measured.timings.items():
        for engine, timing in timings.items():
            if timing.times:
                label = type_ if engine == OURS else ""
                times = "".join(f"{timing.share(share):10.2f}" for share in _SHARES)
                number = f"{len(timing.times):9}{timing.found:7.1f}"
                print(f"{label:26}{NAMES[engine]:14}{number}{times}")
    print(f"{'':40}{'index : text':>16}{'building, s':>15}{'memory, MB':>15}")
    for engine, built in measured.built.items():
        figures = f"{built.size:16.2f}{built.seconds:15.1f}{built.megabytes:15.0f}"
        print(f"{'':26}{NAMES[engine]:14}{figures}", flush=True)


def print_slowest(measured: Measured) -> None:
    """Print the queries of each type that took our search longest."""
    print(f"\nThe slowest of Valley Atlas in {measured.records:,} records, milliseconds and hits")
    for type_, timings in measured.timings.items():
        ours = timings[OURS]
        asked = sorted(zip(ours.times, ours.hits, ours.queries, strict=True), reverse=True)
        for time, hits, query in asked[:_SLOWEST]:
            print(f"{type_:26}{time:9.2f}{hits:4}  {query}")


def print_markdown(measured: Measured) -> None:
    """Print the ratios, for the README: what the others need where ours needs 1.00."""
    own_name, *_others = NAMES.values()
    titles = (f"{measured.records:,} records", f"{own_name}, p50 / p99", *NAMES.values())
    print()
    _print_row(titles)
    _print_row("---" for _ in titles)
    for type_, timings in measured.timings.items():
        _print_row((type_, *_compared_times(*(timings[engine] for engine in NAMES))))
    for label, key, form in (
        ("index, for each byte of text", "size", "{:.2f}"),
        ("building", "seconds", "{:.0f} s"),
        ("memory for building", "megabytes", "{:.0f} MB"),
    ):
        own, *others = (getattr(measured.built[engine], key) for engine in NAMES)
        _print_row((label, form.format(own), "1.00", *(_ratio(other, own) for other in others)))
    print(f"\n{measured.circumstances}", flush=True)


def _print_row(cells: Iterable[str]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _compared_times(ours: Timing, *others: Timing) -> Iterator[str]:
    own = [ours.share(share) for share in _SHARES_COMPARED]
    yield f"{' / '.join(f'{each:.1f}' for each in own)} ms"
    yield "1.00"
    for other in others:
        if not other.times:
            yield "no such thing"
        elif other.found < _LEAST_FOUND <= ours.found:
            yield "hardly finds any"
        else:
            shares = zip(_SHARES_COMPARED, own, strict=True)
            yield " / ".join(_ratio(other.share(share), each) for share, each in shares)


def _ratio(other: float, own: float) -> str:
    return f"{other / own:,.0f}" if other >= 10 * own else f"{other / own:.2f}"
