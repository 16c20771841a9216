"""Measures how fast the program starts, beside a window with nothing in it.

Each start is a new process; the rivals take turns, so that a busy moment of the machine hits all
of them. Figures are printed and never judged.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent
_FROZEN = (
    _ROOT / "dist" / "valley-atlas" / ("valley-atlas.exe" if os.name == "nt" else "valley-atlas")
)
_WARM_UPS = 2


@dataclass
class _Rival:
    """A program to start, and what its starts took."""

    name: str
    command: list[str]
    first_paint: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def start(self, *, counts: bool) -> None:
        """Start the program once and note what it says of itself."""
        environment = {**os.environ, "VALLEY_ATLAS_STARTED": repr(time.monotonic())}
        # As on a user's machine, where the warm-ups leave compiled modules behind.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        with subprocess.Popen(self.command, env=environment, stdout=subprocess.PIPE) as process:
            said = process.stdout.read() if process.stdout else b""
            megabytes = _peak_memory(process)
        if process.returncode:
            raise SystemExit(f"{self.name} failed (exit code {process.returncode}).")
        if counts:
            times = json.loads(said)
            self.first_paint.append(times["first_paint"])
            self.usable.append(times["usable"])
            self.memory.append(megabytes)


def _peak_memory(process: subprocess.Popen[bytes]) -> float:
    """Wait for the process to end; the most memory that it held, in megabytes."""
    if not hasattr(os, "wait4"):
        process.wait()
        return float("nan")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    bytes_a_unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * bytes_a_unit / 1e6


def _rivals(user_dir: str) -> list[_Rival]:
    options = ["--bench-startup", "--user-dir", user_dir]
    bare = str(Path(__file__).with_name("bare_window.py"))
    rivals = [
        _Rival("bare window", [sys.executable, bare]),
        _Rival("Valley Atlas", [sys.executable, "-m", "desktop", *options]),
    ]
    if _FROZEN.exists():
        rivals.append(_Rival("the same, frozen", [str(_FROZEN), *options]))
    return rivals


def _report(rivals: list[_Rival]) -> None:
    bare = rivals[0]
    print(f"{'':18}{'first paint':>22}{'usable':>22}{'peak memory':>14}")
    for rival in rivals:
        paint = _compared(rival.first_paint, bare.first_paint)
        usable = _compared(rival.usable, bare.usable)
        print(f"{rival.name:18}{paint:>22}{usable:>22}{statistics.median(rival.memory):>11.0f} MB")


def _compared(times: list[float], bare: list[float]) -> str:
    median = statistics.median(times)
    return f"{median:.3f} s ({median / statistics.median(bare):.2f} times)"


def main() -> int:
    """Start each rival in turn, many times, and print the medians."""
    parser = argparse.ArgumentParser(description="Measure how fast Valley Atlas starts.")
    parser.add_argument("--starts", type=int, default=15, help="of each program (15)")
    starts = parser.parse_args().starts
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as user_dir:
        rivals = _rivals(user_dir)
        for turn in range(_WARM_UPS + starts):
            for rival in rivals:
                rival.start(counts=turn >= _WARM_UPS)
    print(f"Medians of {starts} starts, on {os.environ.get('QT_QPA_PLATFORM', 'a real display')}:")
    _report(rivals)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
