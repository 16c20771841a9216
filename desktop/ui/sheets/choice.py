"""What is chosen of a sheet, and its words in an address."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from desktop.domain.sheet_orders import MISSION, Layout, Mission, SheetOrder
from desktop.ui.frame.navigation import Address
from desktop.ui.views import SHEETS as VIEW

# The names of filters.
SUBJECT, LANGUAGE, SECOND, LAYOUT, WITHOUT, MEETING = (
    "subject",
    "language",
    "second",
    "layout",
    "without",
    "meeting",
)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """The subject and the look of a sheet.

    `language` is "" for that of the window, whichever that is at the moment; `second` is "" for
    none. `layout` is how two languages lie on paper: never SINGLE.
    """

    subject: str
    language: str = ""
    second: str = ""
    layout: Layout = Layout.FACES
    without: frozenset[str] = frozenset()

    def languages(self, of_window: str) -> tuple[str, ...]:
        """The codes of the sheet's languages, one or two."""
        first = self.language or of_window
        return (first, self.second) if self.second not in ("", first) else (first,)

    def order(self, of_window: str, mission: Mission) -> SheetOrder:
        """The sheet that is chosen; `mission` counts where it is one."""
        languages = self.languages(of_window)
        return SheetOrder(
            subject=self.subject,
            languages=languages,
            layout=self.layout if len(languages) > 1 else Layout.SINGLE,
            without=self.without,
            mission=mission if self.subject == MISSION else None,
        )

    def about(self, subject: str) -> SheetChoice:
        """The same for another subject, which has other contents to leave out."""
        if subject == self.subject:
            return self
        return replace(self, subject=subject, without=frozenset())

    def toggled(self, block: str, *, is_wanted: bool) -> SheetChoice:
        """With one block of contents more or less."""
        without = self.without - {block} if is_wanted else self.without | {block}
        return replace(self, without=without)

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """All of it but the subject; the layout always, so that it is never taken for nothing."""
        return (
            *([(LANGUAGE, self.language)] if self.language else []),
            *([(SECOND, self.second)] if self.second else []),
            (LAYOUT, self.layout.value),
            *((WITHOUT, name) for name in sorted(self.without)),
        )

    @property
    def address(self) -> Address:
        """Where this is shown."""
        if self.subject == MISSION:
            return Address(VIEW, filters=((SUBJECT, MISSION), *self.filters))
        return Address(VIEW, self.subject, filters=self.filters)


def choice_in(
    subject: str, filters: Iterable[tuple[str, str]], languages: Collection[str]
) -> SheetChoice:
    """What filters choose, as far as it is known here."""
    choice, without = SheetChoice(subject), set[str]()
    for name, value in filters:
        if name == LANGUAGE and value in languages:
            choice = replace(choice, language=value)
        elif name == SECOND and value in languages:
            choice = replace(choice, second=value)
        elif name == LAYOUT and value in (Layout.FACES.value, Layout.BESIDE.value):
            choice = replace(choice, layout=Layout(value))
        elif name == WITHOUT:
            without.add(value)
    return replace(choice, without=frozenset(without))
