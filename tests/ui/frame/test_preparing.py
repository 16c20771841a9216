"""What may be opened next is imported after the first paint, and nothing heavy with it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from importlib.util import find_spec
from pathlib import Path

from desktop.ui import views
from desktop.ui.frame.preparing import MODULES

HEAVY = ("PySide6.QtPrintSupport", "sqlalchemy", "typst", "rapidfuzz", "numpy", "pyqtgraph")


def test_every_module_that_is_prepared_is_there_and_named_once() -> None:
    assert len(MODULES) == len(set(MODULES))
    assert all(find_spec(module) for module in MODULES)


def test_every_view_that_does_not_print_is_prepared() -> None:
    prepared = {module.rpartition(".")[2] for module in MODULES if ".views." in module}
    assert prepared == {spec.key for spec in views.ALL} - {"briefing", "sheets"}


def test_who_looks_at_home_finds_the_views_prepared_and_nothing_heavy(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from desktop import bundled
        from desktop.app import Program, make_application
        from desktop.l10n.language import languages_in
        from desktop.ui.frame.preparing import MODULES
        application = make_application()
        languages = languages_in(bundled.catalogs())
        program = Program(application, languages, bundled.atlas(), Path({str(tmp_path)!r}), "en")
        program.start()
        while program.window.history.current is None:
            application.processEvents()
        print(sum(module in sys.modules for module in MODULES) < len(MODULES))
        while any(module not in sys.modules for module in MODULES):
            application.processEvents()
        print([module for module in {HEAVY!r} if module in sys.modules])
        program.window.close()
        program.close()
        """
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    finished = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.stdout.splitlines() == ["True", "[]"], finished.stderr
