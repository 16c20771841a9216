"""The start: what stands before the first paint, and what the program says of itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

HEAVY = ("pyqtgraph", "numpy", "sqlalchemy", "sqlmodel", "pydantic", "typst", "babel", "rapidfuzz")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, on the offscreen platform."""
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from desktop import bundled
        from desktop.app import Program, make_application
        from desktop.l10n.language import languages_in

        application = make_application()
        languages = languages_in(bundled.catalogs())
        program = Program(application, languages, bundled.atlas(), Path({str(tmp_path)!r}), "nl")
        found = []
        program.window.first_painted.connect(lambda: found.append(set(sys.modules)))
        program.start()
        while program.window.history.current is None:
            application.processEvents()
        print(*sorted(found[0] & set({HEAVY!r})))
        print(program.window.view("home").record_id)
        program.window.close()
        program.close()
        """
    )
    finished = run("-c", script)
    assert finished.stdout.splitlines() == ["", "place/belgium"], finished.stderr


def test_the_startup_measure_ends_by_itself_and_gives_two_times(tmp_path: Path) -> None:
    arguments = ("-m", "desktop", "--bench-startup", "--user-dir", str(tmp_path))
    finished = run(*arguments, VALLEY_ATLAS_STARTED="0")
    times = json.loads(finished.stdout)
    assert finished.returncode == 0
    assert 0 < times["first_paint"] <= times["usable"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_in_the_terminal_ends_the_window(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "--user-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 30
        while not (tmp_path / "user.sqlite").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT


def test_garbage_is_collected_again_once_the_window_stands(tmp_path: Path) -> None:
    script = (
        "import gc; from desktop.cli import main; "
        f"code = main(['--bench-startup', '--user-dir', {str(tmp_path)!r}]); "
        "print(code, gc.isenabled())"
    )
    finished = run("-c", script, VALLEY_ATLAS_STARTED="0")
    assert finished.stdout.splitlines()[-1] == "0 True"


@pytest.mark.parametrize(
    ("system", "word"), [("nl", "talen"), ("fr", "langues"), ("en", "languages")]
)
def test_the_selftest_passes_and_says_so(system: str, word: str) -> None:
    finished = run("-m", "desktop", "--selftest", LANGUAGE=system)
    assert finished.returncode == 0, finished.stderr
    assert word in finished.stdout


def test_the_selftest_says_what_fails(tmp_path: Path) -> None:
    broken = tmp_path / "atlas.sqlite"
    broken.write_bytes(b"no database at all")
    finished = run("-m", "desktop", "--selftest", "--data", str(broken), LANGUAGE="en")
    assert finished.returncode == 1
    assert str(broken) in finished.stderr
    assert "Traceback" not in finished.stderr


def test_the_window_refuses_a_missing_atlas_in_one_sentence(tmp_path: Path) -> None:
    finished = run("-m", "desktop", "--data", str(tmp_path / "none.sqlite"), LANGUAGE="fr")
    assert finished.returncode == 1
    said = [line for line in finished.stderr.splitlines() if "propagateSizeHints" not in line]
    assert len(said) == 1
    assert "none.sqlite" in said[0]


def test_a_window_lives_on_after_any_number_of_calls_into_qt(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        from pathlib import Path
        from PySide6.QtWidgets import QLabel
        from desktop import bundled
        from desktop.app import Program, make_application
        from desktop.l10n.language import languages_in

        application = make_application()
        languages = languages_in(bundled.catalogs())
        program = Program(application, languages, bundled.atlas(), Path({str(tmp_path)!r}), "nl")
        program.start()
        while program.window.history.current is None:
            application.processEvents()
        label = QLabel()
        for _ in range(200_000):
            label.setText("x")
        program.window.close()
        program.close()
        print("alive")
        """
    )
    finished = run("-c", script)
    assert (finished.returncode, finished.stdout) == (0, "alive\n"), finished.stderr


def test_the_start_itself_asks_for_no_second_window_and_no_sockets(tmp_path: Path) -> None:
    script = (
        "import sys; from desktop.ui.frame.one_window import Door, Request; "
        "from pathlib import Path; "
        f"door = Door(Path({str(tmp_path)!r}), Path('x')); door.knock(Request()); door.close(); "
        "names = ('PySide6', 'socket', 'multiprocessing', 'threading', 'hashlib', 'platformdirs'); "
        "print([name for name in names if name in sys.modules])"
    )
    finished = run("-c", script, XDG_RUNTIME_DIR=str(tmp_path))
    assert finished.stdout == "[]\n", finished.stderr
