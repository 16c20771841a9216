"""Sets up what Valley Atlas needs, then runs, tests or bundles it.

    python3 packaging/bootstrap.py run [-- arguments of valley-atlas]

`make` calls this file; where there is no make (`py packaging/bootstrap.py run`), call it yourself.
It needs Python 3.11 or newer and nothing else: the rest it installs in `.venv`, from the package
index that pip is set up for.
"""

import sys

# Older Pythons must be able to read as far as this; so nothing here is newer than Python 3.6.
if sys.version_info < (3, 11):
    raise SystemExit(
        "Valley Atlas needs Python 3.11 or newer, and this is Python %s.%s. If a newer one is "
        "installed, name it: make run PYTHON=python3.12" % sys.version_info[:2]
    )

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import environment

_PACKAGING = Path(__file__).resolve().parent
_BENCH = _PACKAGING / "bench"
_LOCK = ("pip", "compile", "pyproject.toml", "--group", "dev", "--universal")
_LOCK += ("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate")
_LOCK += ("--quiet", "-o", "packaging/lock.txt")
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# The commands of valley-atlas that open no window, and the options that only print.
_WINDOWLESS = {"search", "show", "list", "sheet", "data", "--help", "-h", "--version", "--selftest"}
_NO_DISPLAY = """\
Valley Atlas is set up, but there is no display here to open its window on. You can
  - log in again with `ssh -X`, or start it on a virtual display: xvfb-run -a make run
  - use the command line, which needs no display; for instance
      .venv/bin/valley-atlas search regmed
      .venv/bin/valley-atlas sheet place/belgium --lang en -o belgium.pdf"""


def main(arguments: list[str]) -> int:
    """Carry out one command; the exit code says how it went."""
    name, *rest = arguments or ["help"]
    command = _COMMANDS.get(name)
    if command is None:
        print(f"{__doc__}\nCommands: {', '.join(_COMMANDS)}", file=sys.stderr)
        return 2
    return command(rest[1:] if rest[:1] == ["--"] else rest)


def run(arguments: list[str]) -> int:
    """Set up, then become the program."""
    no_window = environment.prepare()
    if _WINDOWLESS.isdisjoint(arguments):
        no_window = no_window or _no_display()
        if no_window:
            print(no_window, file=sys.stderr)
            return 1
    command = [str(environment.PYTHON), "-m", "desktop", *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def test(arguments: list[str]) -> int:
    """Set up, check the sources with every tool, then run the tests; of a sweep a sample."""
    _prepare_fully()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks: dict[str, tuple[str | Path, ...]] = {
        "ruff check": ("-m", "ruff", "check"),
        "ruff format": ("-m", "ruff", "format", "--check"),
        "pyright": ("-m", "pyright"),
        "import rules": ("-c", _LINT_IMPORTS, "--no-logo"),
        "translations": (_PACKAGING / "catalogs.py", "check"),
        # Last, so that its summary is the last thing to be read.
        # A process for each core: most tests wait for a window of their own.
        "pytest": ("-m", "pytest", "-n", "auto", *arguments),
    }
    failed = [name for name, check in checks.items() if _announced(name, check)]
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def bundle(arguments: list[str]) -> int:
    """Make the frozen program in `dist/` and let it test itself."""
    _prepare_fully()
    return environment.run(_PACKAGING / "bundle.py", *arguments)


def bench(arguments: list[str]) -> int:
    """Measure starting, browsing, charts, zooming the timeline, and making sheets, in turn."""
    _prepare_fully()
    failed = environment.run(_BENCH / "bench_start.py", *arguments)
    for subject in ("browse", "charts", "timeline", "sheets"):
        failed = failed or environment.run(_BENCH / f"bench_{subject}.py")
    return failed


def bench_search(arguments: list[str]) -> int:
    """Measure how fast search is in libraries of up to a million records, beside other engines."""
    _prepare_fully()
    return environment.run(_BENCH / "bench_search.py", *arguments)


def evaluate(arguments: list[str]) -> int:
    """Hold search to what people ask."""
    _prepare_fully()
    return environment.run(_PACKAGING / "evaluate.py", *arguments)


def gallery(arguments: list[str]) -> int:
    """Take a picture of every view in every language, theme and scale."""
    _prepare_fully()
    return environment.run(_PACKAGING / "gallery.py", *arguments)


def setup(_arguments: list[str]) -> int:
    """Set up and stop there."""
    _prepare_fully()
    print("Valley Atlas is set up.")
    return 0


def catalogs(_arguments: list[str]) -> int:
    """Bring the catalogs in line with what the program says, then compile them."""
    environment.prepare()
    script = _PACKAGING / "catalogs.py"
    return environment.run(script, "update") or environment.run(
        script, "compile", "--allow-missing"
    )


def lock(_arguments: list[str]) -> int:
    """Pin every dependency anew, with hashes, for all systems."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or _install_uv(Path(folder))
        code = subprocess.run([uv, *_LOCK], cwd=environment.ROOT, check=False).returncode
    if "://" in (_PACKAGING / "lock.txt").read_text(encoding="utf-8"):
        raise SystemExit("packaging/lock.txt names an address: it must be the same for everybody.")
    return code


def _install_uv(folder: Path) -> str:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    scripts = folder / environment.SCRIPTS.name
    subprocess.run(
        [scripts / environment.PYTHON.name, "-m", "pip", "-q", "install", "uv"], check=True
    )
    return str(scripts / "uv")


def _prepare_fully() -> None:
    problem = environment.prepare()
    if problem:
        raise SystemExit(problem)


def _announced(name: str, check: tuple[str | Path, ...]) -> int:
    print(f"== {name}", flush=True)
    return environment.run(*check)


def _no_display() -> str | None:
    chosen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in chosen):
        return _NO_DISPLAY
    return None


_COMMANDS = {
    "run": run,
    "test": test,
    "bundle": bundle,
    "bench": bench,
    "bench-search": bench_search,
    "eval": evaluate,
    "gallery": gallery,
    "setup": setup,
    "catalogs": catalogs,
    "lock": lock,
}

if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
