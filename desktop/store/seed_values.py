"""The values that a seed holds, read strictly: texts, names, dates, periods, citations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from desktop.domain.dates import PartialDate, Period
from desktop.domain.problems import N_
from desktop.domain.text import Text

MISSING_LANGUAGE = N_("The text is missing in {languages}: write it.")
UNKNOWN_LANGUAGE = N_("“{languages}” is no language of the atlas: take it out.")
EMPTY_TEXT = N_("The text is empty in {languages}: write it.")
NO_TEXT = N_("Give one string for all languages, or one string a language.")
NO_DATE = N_("“{value}” is no date that can be: write 2018, 2022-09 or 2020-07-14.")
NO_PERIOD = N_("“{value}” is no period that can be: write 2018, 2013..2018 or 2022-09..")
NO_CITATION = N_("“{value}” is no citation: write document:paragraph, such as country-page:38.")
NO_PARAGRAPHS = N_("“{value}” is no run of paragraphs: write first-last, such as 5-10.")

# The key of the validation context that names the languages, and of an error's own sentence.
LANGUAGES = "languages"
SENTENCE = "sentence"
OWN_ERROR = "atlas"


def fail(message: str, **fields: object) -> PydanticCustomError:
    """An error that keeps its sentence unfilled, so that it can still be translated."""
    context: dict[str, Any] = {name: str(value) for name, value in fields.items()}
    return PydanticCustomError(OWN_ERROR, "{sentence}", {SENTENCE: message, **context})


def _languages(info: ValidationInfo) -> tuple[str, ...]:
    return cast("dict[str, tuple[str, ...]]", info.context)[LANGUAGES]


def _text(value: object, info: ValidationInfo) -> Text:
    languages = _languages(info)
    if isinstance(value, str):
        value = dict.fromkeys(languages, value)
    if not isinstance(value, dict):
        raise fail(NO_TEXT)
    texts = cast("dict[str, object]", value)
    _require_known(texts, languages)
    if not all(isinstance(text, str) for text in texts.values()):
        raise fail(NO_TEXT)
    if missing := [language for language in languages if language not in texts]:
        raise fail(MISSING_LANGUAGE, languages=", ".join(missing))
    if empty := [language for language in languages if not str(texts[language]).strip()]:
        raise fail(EMPTY_TEXT, languages=", ".join(empty))
    return Text({language: str(texts[language]).strip() for language in languages})


def _require_known(texts: Iterable[str], languages: tuple[str, ...]) -> None:
    if unknown := [language for language in texts if language not in languages]:
        raise fail(UNKNOWN_LANGUAGE, languages=", ".join(unknown))


def _names(value: object, info: ValidationInfo) -> tuple[str, ...]:
    lists: list[object] = [value]
    if isinstance(value, dict):
        by_language = cast("dict[str, object]", value)
        _require_known(by_language, _languages(info))
        lists = list(by_language.values())
    names: dict[str, None] = {}
    for each in lists:
        if not isinstance(each, list):
            raise fail(NO_TEXT)
        names.update(dict.fromkeys(str(name) for name in cast("list[object]", each)))
    return tuple(names)


def _date(value: object) -> PartialDate:
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise fail(NO_DATE, value=value) from None


def _period(value: object) -> Period:
    try:
        return Period.parse(str(value))
    except ValueError:
        raise fail(NO_PERIOD, value=value) from None


def _citation(value: object) -> tuple[str, int]:
    document, _, paragraph = str(value).partition(":")
    if not document or not paragraph.isdecimal():
        raise fail(NO_CITATION, value=value)
    return f"document/{document}", int(paragraph)


# More paragraphs than this no document has: it is a slip of the hand.
MOST = 100_000


def _paragraphs(value: object) -> tuple[int, int]:
    first, _, last = str(value).partition("-")
    if not (first.isdecimal() and last.isdecimal() and 1 <= int(first) <= int(last) <= MOST):
        raise fail(NO_PARAGRAPHS, value=value)
    return int(first), int(last)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$")]
TermId = Annotated[str, StringConstraints(pattern=r"^term/[a-z0-9]+(-[a-z0-9]+)*$")]
PlaceId = Annotated[str, StringConstraints(pattern=r"^place/[a-z0-9]+(-[a-z0-9]+)*$")]
FigureId = Annotated[str, StringConstraints(pattern=r"^figure/[a-z0-9]+(-[a-z0-9]+)*$")]
ThemeId = Annotated[str, StringConstraints(pattern=r"^theme/[a-z0-9]+(-[a-z0-9]+)*$")]
DocumentId = Annotated[str, StringConstraints(pattern=r"^document/[a-z0-9]+(-[a-z0-9]+)*$")]
ParagraphKey = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,5}$")]
TextSeed = Annotated[Text, BeforeValidator(_text)]
NamesSeed = Annotated[tuple[str, ...], BeforeValidator(_names)]
DateSeed = Annotated[PartialDate, BeforeValidator(_date)]
PeriodSeed = Annotated[Period, BeforeValidator(_period)]
CitationSeed = Annotated[tuple[str, int], BeforeValidator(_citation)]
ParagraphsSeed = Annotated[tuple[int, int], BeforeValidator(_paragraphs)]
