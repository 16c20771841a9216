"""One language of the interface: its catalog, its way to write numbers and dates, its order."""

from __future__ import annotations

import datetime
import gettext
import locale
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.l10n.collation import sort_key

if TYPE_CHECKING:
    from babel import Locale

DOMAIN = "valley_atlas"
FALLBACK = "en"

# CLDR writes the first of a month as any other day; these languages do not.
FIRST_OF_MONTH = {"fr": "1er"}


def N_(message: str) -> str:
    """Mark `message` for the catalogs without translating it here."""
    return message


class DateLike(Protocol):
    """A date known to the year, the month or the day."""

    @property
    def year(self) -> int:
        """The year."""
        ...

    @property
    def month(self) -> int | None:
        """The month from 1, if it is known."""
        ...

    @property
    def day(self) -> int | None:
        """The day of the month, if it is known."""
        ...


class MissingCatalogError(Exception):
    """A compiled catalog is not where it must be: a fault of the build, not of the user."""


class Language:
    """A language code with its catalog and its Babel locale; frozen, made by `languages_in`.

    Babel is imported at the first number or date, so that the first window need not wait for it.
    """

    def __init__(self, code: str, catalog: gettext.GNUTranslations) -> None:
        self.code = code
        self._catalog = catalog

    @property
    def territory_code(self) -> str:
        """Language and territory as the catalog's header has them, such as `nl_BE`."""
        return self._catalog.info()["language"]

    @property
    def own_name(self) -> str:
        """The language's name in the language itself."""
        return self.pgettext("the name of this language in this language", "English")

    def gettext(self, message: str) -> str:
        """The translation of `message`; a field such as `{path}` is still to be filled."""
        return self._catalog.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The translation in the plural form that `number` asks for."""
        return self._catalog.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """The translation of `message` as it is used in `context`."""
        return self._catalog.pgettext(context, message)

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale."""
        from babel import Locale

        return Locale.parse(self.territory_code)

    def number(self, value: Decimal | int) -> str:
        """A number with all its digits, none added: 2.5 is `2,5` in Dutch."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale, decimal_quantization=False)

    def percent(self, value: Decimal | int) -> str:
        """A percentage: 10 is `10 %` in French, with a narrow space, as in the atlas's texts."""
        from babel.numbers import format_percent

        share = Decimal(value) / 100
        written = format_percent(share, locale=self.locale, decimal_quantization=False)
        return written.replace("\u00a0%", "\u202f%")

    def money(self, value: Decimal, scale: str) -> str:
        """An amount in euros, with the scale word that the source writes (`one` for none)."""
        from babel.numbers import format_currency

        if scale == "one":
            return format_currency(
                value,
                "EUR",
                locale=self.locale,
                currency_digits=False,
                decimal_quantization=False,
                format=self._whole_euros() if value == value.to_integral_value() else None,
            )
        # French says "1,5 milliard": the plural goes by the whole number before the mark.
        whole = int(value)
        sentences = {
            "thousand": self.ngettext("€{number} thousand", "€{number} thousand", whole),
            "million": self.ngettext("€{number} million", "€{number} million", whole),
            "billion": self.ngettext("€{number} billion", "€{number} billion", whole),
        }
        return sentences[scale].format(number=self.number(value))

    def scaled(self, value: Decimal, scale: str) -> str:
        """A count with the scale word that the source writes (`one` for none): `700 million`."""
        number = self.number(value)
        whole = int(value)
        sentences = {
            "one": "{number}",
            "thousand": self.ngettext("{number} thousand", "{number} thousand", whole),
            "million": self.ngettext("{number} million", "{number} million", whole),
            "billion": self.ngettext("{number} billion", "{number} billion", whole),
        }
        return sentences[scale].format(number=number)

    def _whole_euros(self) -> str:
        pattern = self.locale.currency_formats["standard"].pattern
        return pattern.replace("0.00", "0")

    def date(self, date: DateLike) -> str:
        """A date as precise as it is known: `2018`, `september 2022`, `14 juillet 2020`."""
        if date.month is None:
            return str(date.year)
        from babel.dates import format_date, format_skeleton

        day = datetime.date(date.year, date.month, date.day or 1)
        if date.day is None:
            return format_skeleton("yMMMM", day, locale=self.locale)
        written = format_date(day, "long", locale=self.locale)
        first = FIRST_OF_MONTH.get(self.code)
        return written.replace("1", first, 1) if first and day.day == 1 else written

    def listed(self, items: Sequence[str]) -> str:
        """Items as one phrase: `a, b and c`."""
        from babel.lists import format_list

        return format_list(items, locale=self.locale)

    def either(self, items: Sequence[str]) -> str:
        """Items as one phrase of which each may hold: `a, b or c`."""
        from babel.lists import format_list

        return format_list(items, style="or", locale=self.locale)

    def side_by_side(self, items: Sequence[str]) -> str:
        """Items that hold commas themselves, with semicolons between them."""
        if not items:
            return ""
        sentence = self.gettext("{first}; {other}")
        return reduce(lambda first, other: sentence.format(first=first, other=other), items)

    def sort_key(self, text: str) -> tuple[str, str, str]:
        """A key that sorts as the language's dictionaries do."""
        return sort_key(text)


def languages_in(catalogs: Path) -> dict[str, Language]:
    """Every language that has a compiled catalog in the folder, by its code, in order of code."""
    found: dict[str, Language] = {}
    for path in sorted(catalogs.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        code = path.parent.parent.name
        with path.open("rb") as file:
            found[code] = Language(code, gettext.GNUTranslations(file))
    if FALLBACK not in found:
        raise MissingCatalogError(
            f"There are no compiled catalogs in {catalogs}: install the program again, or run make."
        )
    return found


def system_language(
    available: Mapping[str, object], environment: Mapping[str, str], others: Iterable[str] = ()
) -> str:
    """The language that the system speaks, if it is one of `available`; English if not.

    The environment is asked as GNU gettext does; `others` are the system's own wishes, in order,
    and count only where the environment names no language at all (Windows, macOS).
    """
    # LANGUAGE is a list in order of wish; of the others the first that is set counts.
    wishes = environment.get("LANGUAGE", "").split(":")
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    wishes.append(next((environment[name] for name in names if environment.get(name)), ""))
    for wish in wishes if any(wishes) else others:
        code = wish.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in available:
            return code
        if code in ("c", "posix"):
            break
    return FALLBACK


def windows_languages() -> Sequence[str]:
    """The language of the Windows interface; nothing on other systems."""
    if sys.platform != "win32":
        return ()
    import ctypes

    found = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return (found,) if found else ()
