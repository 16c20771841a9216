"""Qt speaks the interface's language too: its own strings, and its numbers and dates."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.l10n.language import N_, Language

# What Qt says and its own catalogs (6.11) do not: source text -> the same, marked for ours.
GAPS = {
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "Drive": N_("Drive"),
    "Clear": N_("Clear"),
}


class _Gaps(QTranslator):
    """Says in the interface's language what Qt's own catalog leaves in English."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._said = {source: language.gettext(message) for source, message in GAPS.items()}

    def isEmpty(self) -> bool:
        # Qt asks before it installs: an empty translator would send no LanguageChange.
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # Anything but a null string ends Qt's search, an empty one too; None becomes null.
        return self._said.get(sourceText)  # pyright: ignore[reportReturnType]


def qt_languages() -> list[str]:
    """The languages that the system's interface is set to, in order of wish (`nl-BE`)."""
    return QLocale.system().uiLanguages()


class QtLanguage:
    """Holds the translators of Qt's own strings that are installed."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []

    def install(self, application: QApplication, language: Language) -> bool:
        """Make Qt speak `language`; False where Qt's own catalog is missing.

        Installing sends LanguageChange to every window, so the interface's own language must be
        switched before.
        """
        QLocale.setDefault(QLocale(language.territory_code))
        own = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        loaded = own.load(f"qtbase_{language.code}", folder)
        self.remove(application)
        # Qt asks the last one first: ours only fills what its own leaves open.
        self._translators = [_Gaps(language), own]
        for translator in self._translators:
            application.installTranslator(translator)
        return loaded

    def remove(self, application: QApplication) -> None:
        """Let Qt speak English again."""
        for translator in self._translators:
            application.removeTranslator(translator)
        self._translators = []
