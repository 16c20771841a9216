"""A record as plain data, for a file that travels and comes back: nothing in it is language-bound.

What is read back may have been written by another edition of the program: a detail that it lacks is
one that nothing was said of.
"""

from __future__ import annotations

import dataclasses
import datetime
import types
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import (
    Citation,
    Details,
    Disagreement,
    Document,
    Figure,
    Kind,
    Milestone,
    Organisation,
    Person,
    Place,
    Programme,
    Record,
    Section,
    Term,
    Theme,
)
from desktop.domain.text import Text

DETAILS: Mapping[Kind, type[Details]] = {
    Kind.PLACE: Place,
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.PROGRAMME: Programme,
    Kind.MILESTONE: Milestone,
    Kind.FIGURE: Figure,
    Kind.THEME: Theme,
    Kind.DOCUMENT: Document,
    Kind.SECTION: Section,
    Kind.TERM: Term,
    Kind.DISAGREEMENT: Disagreement,
}
# No number of a document is longer, and Python takes its time over one of a million digits.
_MOST_DIGITS = 40


def plain_record(record: Record) -> dict[str, object]:
    """A record's own words and values, in every language; links and other names stay behind."""
    return {
        "id": record.id,
        "country": record.country,
        "title": dict(record.title),
        "summary": dict(record.summary),
        "outside": list(record.outside),
        "citations": [dataclasses.asdict(citation) for citation in record.citations],
        "details": {
            field.name: plain(getattr(record.details, field.name))
            for field in dataclasses.fields(record.details)
        },
    }


def plain(value: object) -> object:
    """A value of a record as JSON knows it; a period with its first and last day."""
    match value:
        case Text():
            return dict(value)
        case Enum():
            return value.value
        case tuple():
            return [plain(part) for part in cast("tuple[object, ...]", value)]
        case Period():
            return {
                "text": str(value),
                "first_day": value.start.first_day().isoformat() if value.start else None,
                "last_day": value.end.last_day().isoformat() if value.end else None,
            }
        case Decimal() | PartialDate() | datetime.date():
            return str(value)
        case _:
            return value


def read_record(found: object, languages: Sequence[str]) -> Record:
    """The record that `plain_record` wrote, its texts in each of `languages`.

    A text that lacks a language is there in the first that it has. ValueError for what no record
    can be; a detail that is not there is None, or ValueError where it may not be.
    """
    whole = _object(found)
    record_id = _text(whole.get("id"))
    kind = Kind(record_id.partition("/")[0])
    given = _object(whole.get("details"))
    fields: dict[str, Any] = {
        name: None if given.get(name) is None and is_optional else read(given.get(name), languages)
        for name, (read, is_optional) in _readers(DETAILS[kind]).items()
    }
    return Record(
        id=record_id,
        kind=kind,
        country=_text(whole.get("country", "")),
        weight=0,
        title=_spoken(whole.get("title"), languages),
        summary=_spoken(whole.get("summary"), languages),
        names=(),
        outside=tuple(_text(part) for part in _items(whole.get("outside", []))),
        citations=tuple(_citation(part) for part in _items(whole.get("citations", []))),
        links=(),
        details=DETAILS[kind](**fields),
    )


_Read = Callable[[object, Sequence[str]], Any]


@cache
def _readers(details: type[Details]) -> Mapping[str, tuple[_Read, bool]]:
    """How each detail is read, and whether it may be None."""
    readers: dict[str, tuple[_Read, bool]] = {}
    for name, hint in get_type_hints(details).items():
        parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
        (stated,) = (part for part in parts if part is not type(None))
        readers[name] = (_reader(stated), type(None) in parts)
    return readers


def _reader(hint: Any) -> _Read:
    if get_origin(hint) is tuple:
        read = _reader(get_args(hint)[0])
        return lambda value, languages: tuple(read(part, languages) for part in _items(value))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value, _languages: hint(value)
    return _READERS[hint]


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(value)
    return cast("Mapping[str, object]", value)


def _items(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise ValueError(value)
    return cast("Sequence[object]", value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _whole(value: object) -> int:
    # In Python True is a number too.
    if type(value) is not int:
        raise ValueError(value)
    return value


def _spoken(value: object, languages: Sequence[str]) -> Text:
    said = {code: _text(body) for code, body in _object(value).items()}
    if not said:
        raise ValueError(value)
    first = next(iter(said.values()))
    return Text({code: said.get(code, first) for code in languages})


def _decimal(value: object) -> Decimal:
    text = _text(value)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if len(text) > _MOST_DIGITS or not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(text)
    return number


def _float(value: object) -> float:
    if not isinstance(value, int | float):
        raise ValueError(value)
    return float(value)


def _citation(value: object) -> Citation:
    given = _object(value)
    return Citation(
        _text(given.get("document")), _text(given.get("section")), _whole(given.get("paragraph"))
    )


_READERS: Mapping[Any, _Read] = {
    str: lambda value, _languages: _text(value),
    int: lambda value, _languages: _whole(value),
    float: lambda value, _languages: _float(value),
    Decimal: lambda value, _languages: _decimal(value),
    Text: _spoken,
    Period: lambda value, _languages: Period.parse(_text(_object(value).get("text"))),
    PartialDate: lambda value, _languages: PartialDate.parse(_text(value)),
}
