"""Keeps `.venv` and `build/` as the sources say; what is up to date is not done again.

A step that has succeeded is stamped with a hash of its sources. So a second start does nothing,
and a set-up that was cut off is taken up where it stopped. Standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

_LOCK = ROOT / "packaging" / "lock.txt"
_LIBRARIES = VENV / "libraries.stamp"
_CUT_OFF = "cut off"


@dataclass(frozen=True)
class _Step:
    """One thing to make from `sources`; its stamp lies in `home`, and is lost with it."""

    name: str
    says: str
    home: Path
    do: Callable[[], None]
    sources: tuple[Path, ...] = ()
    results: tuple[Path, ...] = ()

    @property
    def stamp(self) -> Path:
        return self.home / f"{self.name}.stamp"


def prepare() -> str | None:
    """Bring everything up to date; None when all is well, else why no window can open here."""
    steps = _steps()
    # Pip takes a package that it was cut off in the middle of for installed: start afresh.
    if any(_read(step.stamp) == _CUT_OFF for step in steps if step.home == VENV):
        steps[0].stamp.unlink(missing_ok=True)
    for step in steps:
        wanted = _fingerprint(step.sources)
        if _read(step.stamp) != wanted or not all(path.exists() for path in step.results):
            _do(step)
            step.stamp.write_text(wanted, encoding="utf-8")
    return _missing_libraries()


def run(*arguments: str | Path) -> int:
    """Run the environment's Python in the project's folder and give its exit code."""
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, check=False).returncode


def _steps() -> tuple[_Step, ...]:
    program = ROOT / "desktop"
    catalogs = ROOT / "packaging" / "catalogs.py"
    return (
        _Step("environment", "Making a virtual environment", VENV, _make_venv, (), (PYTHON,)),
        _Step(
            "dependencies",
            "Installing the pinned dependencies; the first time this takes a few minutes",
            VENV,
            lambda: _pip("--require-hashes", "-r", _LOCK),
            (_LOCK,),
        ),
        _Step(
            "program",
            "Installing Valley Atlas into the environment",
            VENV,
            lambda: _pip("--no-deps", "--no-build-isolation", "-e", ROOT),
            (ROOT / "pyproject.toml",),
        ),
        _Step(
            "catalogs",
            "Compiling the translations",
            BUILD,
            # Half-translated is good enough to look at; tests and bundle ask for all of it.
            lambda: _python(catalogs, "compile", "--allow-missing"),
            (ROOT / "i18n", catalogs),
            (BUILD / "locale",),
        ),
        _Step(
            "database",
            "Building the database of facts",
            BUILD,
            lambda: _python("-m", "desktop", "data", "build"),
            (ROOT / "seeds", program / "store", program / "domain", _LOCK),
            (BUILD / "atlas.sqlite",),
        ),
    )


def _do(step: _Step) -> None:
    print(f"{step.says} …", flush=True)
    step.home.mkdir(exist_ok=True)
    step.stamp.write_text(_CUT_OFF, encoding="utf-8")
    try:
        step.do()
    except SystemExit:
        # It failed in good order, so nothing is half-made: the next run tries this step again.
        step.stamp.unlink(missing_ok=True)
        raise


def _make_venv() -> None:
    _require_venv_module()
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False).returncode:
        raise SystemExit(f"Python could not make a virtual environment in {VENV}.")


def _require_venv_module() -> None:
    """Debian and Ubuntu keep the module that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if not system_libraries.apt_install([package], "what Python makes environments with"):
        raise SystemExit(
            "Python's venv module is missing here. On Debian or Ubuntu, install it with:\n"
            f"  sudo apt-get install {package}"
        )


def _pip(*arguments: str | Path) -> None:
    # On a terminal the progress of a large download is worth seeing; in a log it is noise.
    talk = () if sys.stdout.isatty() else ("--quiet",)
    _python("-m", "pip", "--disable-pip-version-check", "install", *talk, *arguments)


def _python(*arguments: str | Path) -> None:
    code = run(*arguments)
    if code:
        raise SystemExit(f"Setting up stopped at the message above (exit code {code}).")


def _missing_libraries() -> str | None:
    """What to tell a person whose system lacks what Qt needs; None where it lacks nothing.

    The files found are remembered, so looking again costs no more than seeing that they are there.
    """
    lock, *known = _read(_LIBRARIES).splitlines() or [""]
    wanted = _fingerprint((_LOCK,))
    if lock == wanted and all(Path(path).exists() for path in known):
        return None
    found, missing = system_libraries.probe(VENV)
    if missing:
        advice = system_libraries.install(missing)
        if advice:
            return advice
        found, _ = system_libraries.probe(VENV)
    _LIBRARIES.write_text("\n".join([wanted, *found]), encoding="utf-8")
    return None


def _fingerprint(sources: tuple[Path, ...]) -> str:
    # The place counts: an environment that is moved points to where it was made.
    digest = hashlib.sha256(str(ROOT).encode())
    for path in _files(sources):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(sources: tuple[Path, ...]) -> Iterator[Path]:
    for source in sources:
        if source.is_dir():
            inside = (path for path in source.rglob("*") if path.is_file())
            yield from sorted(path for path in inside if "__pycache__" not in path.parts)
        elif source.exists():
            yield source


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""
