"""A build hook of hatchling: a wheel carries the made files inside the package.

An editable installation reads them from the checkout instead (see desktop/bundled.py), and must
work before they are made; `force-include` in pyproject.toml knows no such difference.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CARRIED = ("build/atlas.sqlite", "build/locale", "resources")


class BundledFiles(BuildHookInterface):
    """Puts the made files into `desktop/bundled/` of a wheel that is to be handed on."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is `standard` or `editable`."""
        if version != "standard":
            return
        for name in _CARRIED:
            source = Path(self.root, name)
            if not source.exists():
                raise FileNotFoundError(f"{name} is not there yet; first run: make setup")
            build_data["force_include"][str(source)] = f"desktop/bundled/{source.name}"
