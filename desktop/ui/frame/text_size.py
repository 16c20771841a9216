"""How large the text is: steps around the usual size, remembered in the settings."""

from __future__ import annotations

from desktop.ui.context import Settings

KEY = "text-size"
USUAL = 100
# In per cent of the usual size; finer where small differences count.
SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


def kept(settings: Settings) -> float:
    """The size that was chosen last, as a share of the usual one."""
    return _size(settings) / 100


def chosen(settings: Settings, steps: int) -> float:
    """Go so many steps up or down, or back to the usual size for 0; the new size as a share."""
    at = SIZES.index(_size(settings)) + steps
    size = SIZES[max(0, min(at, len(SIZES) - 1))] if steps else USUAL
    settings.put(KEY, str(size))
    return size / 100


def _size(settings: Settings) -> int:
    size = settings.get(KEY, "")
    return int(size) if size in map(str, SIZES) else USUAL
