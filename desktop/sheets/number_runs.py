"""Numbers in order, those that follow each other drawn together."""

from __future__ import annotations

from collections.abc import Iterable


def number_runs(numbers: Iterable[int]) -> list[str]:
    """Numbers in order, each once: `3` and `7`, and three or more in a row as `3–5`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written: list[str] = []
    for run in runs:
        written += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)
    return written


def note_text(numbers: Iterable[int]) -> str:
    """Numbers of notes as they stand raised after what they are a note on: `3,7`; "" for none."""
    return ",".join(number_runs(numbers))
