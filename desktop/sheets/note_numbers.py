"""Numbers of notes, as they stand raised after what they are a note on."""

from __future__ import annotations

from collections.abc import Iterable


def note_text(numbers: Iterable[int]) -> str:
    """Numbers in order, each once, such as `3`, `3,7` or `3–5`; "" for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs
    )
