"""Qt speaks the interface's language too: its own strings, and its numbers and dates."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def qt_languages() -> list[str]:
    """The languages that the system's interface is set to, in order of wish (`nl-BE`)."""
    return QLocale.system().uiLanguages()


class QtLanguage:
    """Holds the one translator of Qt's own strings that is installed."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def install(self, application: QApplication, territory_code: str) -> bool:
        """Make Qt speak `territory_code` (`nl_BE`); False where Qt's own catalog is missing.

        Installing sends LanguageChange to every window, so the interface's own language must be
        switched before.
        """
        QLocale.setDefault(QLocale(territory_code))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        loaded = translator.load(f"qtbase_{territory_code.partition('_')[0]}", folder)
        self.remove(application)
        application.installTranslator(translator)
        self._translator = translator
        return loaded

    def remove(self, application: QApplication) -> None:
        """Let Qt speak English again."""
        if self._translator is not None:
            application.removeTranslator(self._translator)
            self._translator = None
