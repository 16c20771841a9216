"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop import bundled

CHECKOUT = Path(bundled.__file__).resolve().parent.parent


@dataclass(frozen=True)
class Done:
    """What a call of the program said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line that says what went wrong, with nothing else said anywhere."""
        assert self.out == ""
        assert self.err.startswith("valley-atlas: ")
        assert self.err.endswith(".\n")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("valley-atlas: ").rstrip()


Run = Callable[..., Done]


def start(*arguments: str | Path, speaks: str = "en") -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=CHECKOUT,
        # Buffered, as a user has it: what is said goes out late, and may then find nobody.
        env={**os.environ, "LANGUAGE": speaks, "PYTHONUNBUFFERED": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run_apart(*arguments: str | Path, speaks: str = "en") -> Done:
    """Run the program in a process of its own, to the end."""
    process = start(*arguments, speaks=speaks)
    out, err = process.communicate(timeout=60)
    return Done(process.returncode, out, err)
