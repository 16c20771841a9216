"""What the set-up files promise: no addresses, nothing but the standard library, no dead names."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BEFORE_THE_SETUP = ("bootstrap.py", "environment.py", "system_libraries.py")


def test_the_lock_file_pins_everything_with_hashes_and_names_no_address() -> None:
    lines = (PACKAGING / "lock.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or "index" in line]
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert pins
    for pin in pins:
        assert "==" in pin
        assert pin.endswith("\\"), f"{pin} has no hash"


@pytest.mark.parametrize("name", BEFORE_THE_SETUP)
def test_what_runs_before_the_setup_needs_only_the_standard_library(name: str) -> None:
    tree = ast.parse((PACKAGING / name).read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    own = {Path(file).stem for file in BEFORE_THE_SETUP}
    assert found - own <= sys.stdlib_module_names


def test_every_dependency_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (PACKAGING / "lock.txt").read_text(encoding="utf-8").lower()
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for requirement in wanted:
        name = requirement.partition(">")[0].partition("[")[0]
        assert f"\n{name}==" in f"\n{lock}", f"{name} is not locked: run make lock"
