"""The counts of an atlas as a terminal shows them, and as scripts read them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.stats import Stats
from desktop.l10n import labels
from desktop.l10n.language import Language


def stats_lines(stats: Stats, language: Language) -> Iterator[str]:
    """Plain lines under headings, in the language."""
    tr = language.gettext
    number = language.number
    yield tr("Records: {total}").format(total=number(sum(stats.records.values())))
    for kind, count in stats.records.items():
        yield _row(tr(labels.KIND[kind]), number(count))
    yield tr("Citations: {total}").format(total=number(sum(stats.citations.values())))
    for file, count in stats.citations.items():
        yield _row(file, number(count))
    yield tr("Paragraphs covered")
    sentence = tr("{share}: {cited} of {total} cited, {nothing} hold nothing to carry")
    for file, covered in stats.coverage.items():
        done = covered.cited + covered.given_up
        yield _row(
            file,
            sentence.format(
                # Rounded down, so that only all of them are 100%.
                share=language.percent(100 * done // max(covered.paragraphs, 1)),
                cited=number(covered.cited),
                total=number(covered.paragraphs),
                nothing=number(covered.given_up),
            ),
        )
    yield tr("Words: {total}").format(total=number(sum(stats.words.values())))
    for code, count in stats.words.items():
        yield _row(code, number(count))
    yield tr("Not stated in the documents")
    for gap in stats.gaps:
        label = tr("{kind}: {part}").format(
            kind=tr(labels.KIND[gap.kind]), part=tr(labels.PART[gap.part])
        )
        counts = tr("{open} of {total}").format(open=number(gap.open), total=number(gap.total))
        yield _row(label, counts)


def stats_json(stats: Stats) -> dict[str, object]:
    """The same counts with fixed English keys."""
    return {
        "records": {
            "total": sum(stats.records.values()),
            **{kind.value: count for kind, count in stats.records.items()},
        },
        "citations": dict(stats.citations),
        "paragraphs": {
            file: {
                "total": covered.paragraphs,
                "cited": covered.cited,
                "nothing_to_carry": covered.given_up,
                "covered": covered.is_whole,
            }
            for file, covered in stats.coverage.items()
        },
        "words": dict(stats.words),
        "not_stated": [
            {"kind": gap.kind.value, "part": gap.part, "open": gap.open, "total": gap.total}
            for gap in stats.gaps
        ],
    }


def _row(label: str, value: str) -> str:
    return f"  {label}\t{value}"
