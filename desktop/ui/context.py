"""What every view is handed: the library, the language of the moment, the look, the day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from desktop.domain.briefing import BriefingStore
from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.domain.records import Kind, Place, Record
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.sheets.values import error_text
from desktop.ui.briefing_book import BriefingBook
from desktop.ui.look.icons import icon
from desktop.ui.look.theme import Theme


class Settings(Protocol):
    """Choices that outlive the program, in the user's own file."""

    @property
    def path(self) -> Path:
        """The file: with the briefing, all that is the user's own."""
        ...

    def get(self, key: str, default: str) -> str:
        """The value chosen for `key`, or `default`."""
        ...

    def put(self, key: str, value: str) -> None:
        """Keep a choice; it is written soon."""
        ...

    def flush(self) -> None:
        """Write at once what was chosen."""
        ...


class Context(QObject):
    """Shared by all views of one window; not global: whoever needs it is handed it.

    `language_changed` tells the window and its views to set their visible text anew,
    `theme_changed` to take their colours anew. `announced` carries a sentence for the status bar
    and for screen readers; `complained` a title and a sentence for a message that waits.
    """

    language_changed = Signal()
    theme_changed = Signal()
    announced = Signal(str)
    told = Signal(str)
    complained = Signal(str, str)

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        language: Language,
        theme: Theme,
        resources: Path,
        settings: Settings,
        briefing: BriefingStore,
        today: datetime.date,
        install_qt_language: Callable[[Language], object],
    ) -> None:
        super().__init__()
        self.library = library
        self.languages = languages
        self.language = language
        self.theme = theme
        self.resources = resources
        self.settings = settings
        self.briefing = BriefingBook(briefing)
        self.today = today
        self._install_qt_language = install_qt_language

    @property
    def describer(self) -> Describer:
        """Describes records in the language of the moment."""
        return Describer(self.library, self.language, self.today)

    def describer_in(self, code: str) -> Describer:
        """Describes records in another language than that of the moment."""
        return Describer(self.library, self.languages[code], self.today)

    def tell(self, sentence: str) -> None:
        """Have a screen reader say a sentence that stands on the screen already."""
        self.told.emit(sentence)

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar, and have a screen reader say it."""
        self.announced.emit(sentence)

    def complain(self, title: str, error: Exception) -> None:
        """Say in a message what went wrong; the window stays as it is.

        What the user can do nothing about, as the program itself is wrong, is raised.
        """
        if not isinstance(error, AtlasError):
            raise error
        self.complained.emit(title, error_text(error, self.language))

    def icon(self, name: str) -> QIcon:
        """An icon of ours in the colours of the moment."""
        return icon(self.resources, name, self.theme)

    def country(self) -> Record:
        """The most important country of the atlas: the one that the home view is about."""
        for record in self.library.list(Kind.PLACE):
            if isinstance(record.details, Place) and record.details.type == "country":
                return record
        raise LookupError("an atlas has at least one country")

    def set_language(self, code: str) -> None:
        """Switch everything to another language, at once."""
        self.language = self.languages[code]
        self._install_qt_language(self.language)
        self.language_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Switch everything to other colours, at once."""
        self.theme = theme
        self.theme_changed.emit()
