"""Which language stands beside that of the interface: one choice for all record pages."""

from __future__ import annotations

from desktop.ui.context import Context

KEY = "language_beside"


class LanguageBeside:
    """Reads and keeps the choice. Where the interface takes on that language, the two swap."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def code(self) -> str | None:
        """The language that stands beside that of the moment, if any."""
        kept = self._context.settings.get(KEY, "")
        own, _, beside = kept.partition(" ")
        now = self._context.language.code
        code = own if beside == now else beside
        if code not in self._context.languages:
            return None
        if kept != f"{now} {code}":
            # So that the next switch swaps these two.
            self._context.settings.put(KEY, f"{now} {code}")
        return code

    def choose(self, code: str | None) -> None:
        """Put a language beside that of the moment; None for none."""
        value = f"{self._context.language.code} {code}" if code else ""
        self._context.settings.put(KEY, value)
