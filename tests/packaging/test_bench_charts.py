"""The bench of the charts opens views in processes of their own, beside a plot of pyqtgraph."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bench" / "bench_charts.py"


@pytest.mark.parametrize(("what", "times"), [("milestones", 1), ("chart", 2), ("pyqtgraph", 2)])
def test_each_process_measures_what_it_opens(what: str, times: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(SCRIPT), "--measure", what]
    run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    measured = json.loads(run.stdout.splitlines()[-1])
    assert len(measured) == times
    assert all(taken > 0 for taken in measured)
