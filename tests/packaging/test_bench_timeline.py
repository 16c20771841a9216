"""The bench of the timeline runs, on made-up events that are the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bench" / "bench_timeline.py"


def test_it_measures_the_first_paint_and_frames_of_every_move() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(SCRIPT), "--events", "60"]
    run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    head, *lines = run.stdout.strip().splitlines()
    assert "60 events" in head
    assert [line[:40].strip() for line in lines] == [
        "first paint",
        "zoom about the whole",
        "zoom from the whole to days and back",
        "move along a decade",
        "a collection of all garbage",
    ]
    for line in lines[1:-1]:
        median, late, most, beside, _share, drawn = line[40:].split()
        assert 0 < float(median) <= float(late) <= float(most)
        assert float(beside) > 0
        assert int(drawn) > 0


def test_its_events_are_the_same_each_time() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import bench_timeline as b; "
        "assert b.made_up(300) == b.made_up(300); "
        "assert b.made_up(300) != b.made_up(300, 2); "
        "assert len({e.span.last - e.span.first for e in b.made_up(300).events}) > 3"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=SCRIPT.parents[1])
