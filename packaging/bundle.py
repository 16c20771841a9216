"""Freezes the program into `dist/valley-atlas` and has it test itself where there is no Python."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_DIST = _ROOT / "dist"
_BUNDLE = _DIST / "valley-atlas"
_PROGRAM = _BUNDLE / ("valley-atlas.exe" if os.name == "nt" else "valley-atlas")
# Windows starts no program without these; elsewhere nothing is needed.
_KEPT_VARIABLES = ("SYSTEMROOT", "TEMP") if os.name == "nt" else ()


def main() -> int:
    """Compile, freeze, test, report."""
    packaging = _ROOT / "packaging"
    # Whoever gets the bundle cannot add what is missing, so every text must be translated.
    subprocess.run([sys.executable, packaging / "catalogs.py", "compile"], check=True)
    started = time.monotonic()
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", packaging / "valley-atlas.spec"),
            *("--noconfirm", "--log-level", "WARN"),
            *("--distpath", _DIST, "--workpath", _ROOT / "build" / "pyinstaller"),
        ],
        check=True,
        cwd=_ROOT,
    )
    print(f"{_BUNDLE.relative_to(_ROOT)}: {_report()}, made in {time.monotonic() - started:.0f} s")
    return _selftest()


def _report() -> str:
    sizes = [path.stat().st_size for path in _BUNDLE.rglob("*") if not path.is_symlink()]
    return f"{sum(sizes) / 1e6:.0f} MB in {len(sizes)} files"


def _selftest() -> int:
    """Run the frozen program with an empty environment: no PATH, no settings, a new home."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        bare = {**kept, "HOME": home, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([_PROGRAM, "--selftest"], cwd=home, env=bare, check=False).returncode


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"The bundle was not made: {error}") from None
