"""The one door to the files that travel with the program.

A checkout keeps what is made (`atlas.sqlite`, compiled catalogs) in `build/`; a wheel and a frozen
bundle carry the same files inside the package, in `desktop/bundled/`.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSIDE = _PACKAGE / "bundled"
_CHECKOUT = _PACKAGE.parent


def atlas() -> Path:
    """The database of facts."""
    return _made() / "atlas.sqlite"


def catalogs() -> Path:
    """The folder of compiled catalogs, `<language>/LC_MESSAGES/valley_atlas.mo`."""
    return _made() / "locale"


def resources() -> Path:
    """The folder of styles, icons, map outlines and sheet templates."""
    return (_INSIDE if _INSIDE.is_dir() else _CHECKOUT) / "resources"


def seeds() -> Path:
    """The folder of seeds; there in a checkout only."""
    return _CHECKOUT / "seeds"


def _made() -> Path:
    return _INSIDE if _INSIDE.is_dir() else _CHECKOUT / "build"


def fonts() -> Path:
    """The folder of the Inter font files, found without importing their package."""
    spec = importlib.util.find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fontpkg_inter")
    return Path(spec.origin).parent / "files"
