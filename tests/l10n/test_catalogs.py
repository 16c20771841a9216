"""The catalogs say all that the program says, in every language, with nothing left over."""

from __future__ import annotations

import gettext
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from desktop import bundled

CHECKOUT = Path(bundled.__file__).resolve().parent.parent
I18N = CHECKOUT / "i18n"
CODES = sorted(path.stem for path in I18N.glob("*.po"))
TRANSLATED = [code for code in CODES if code != "en"]
KEYWORDS = {
    "N_": None,
    "_": None,
    "tr": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# What is spelt alike in another language; a sentence of only fields and marks is alike in all.
ALIKE = {
    "nl": {
        "Cluster",
        "Document",
        "Indicator",
        "Plan",
        "Project",
        "TRL {number}",
        "Term",
        "Briefing",
        "Help",
        "Status",
        "Type",
        "Valley Atlas",
        "document",
        "status",
        "{number} m²",
        "{number} term",
        "{place} – Valley Atlas",
        "&Help",
        # The name of an option is the same in all languages, and so is the word before it.
        "argument %(argument_name)s: %(message)s",
    },
    "fr": {
        "Action",
        "Actions",
        "Cluster",
        "Date",
        "Document",
        "Documents",
        "Infrastructure",
        "euros",
        "Initiative",
        "Mission",
        "Note",
        "Organisation",
        "Organisations",
        "Participants",
        "organisations",
        "participant",
        "programmes",
        "Plan",
        "Programme",
        "Programmes",
        "Province",
        "Section",
        "Sections",
        "Source",
        "Sources",
        "TRL {number}",
        "Type",
        "Valley Atlas",
        "date",
        "document",
        "{place} – Valley Atlas",
        "options",
        "par. {paragraph}",
        "{number} million",
    },
}
PERCENT_FIELD = re.compile(r"%(?:\(\w+\))?[rsd]\b")
Key = tuple[str | tuple[str, ...], str | None]


def catalog_of(code: str) -> Catalog:
    with (I18N / f"{code}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def entries(code: str) -> Iterator[Message]:
    return (message for message in catalog_of(code) if message.id)


def ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))


def key(message: Message) -> Key:
    return (message.id if isinstance(message.id, str) else tuple(message.id)), message.context


def fields(text: str) -> list[str]:
    named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted(named + PERCENT_FIELD.findall(text))


@pytest.fixture(scope="module")
def said() -> set[Key]:
    """All that the program says: (message, context), found anew in its source."""
    found = extract_from_dir(
        str(CHECKOUT / "desktop"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    return {(message, context) for _file, _line, message, _comments, context in found}


def test_the_catalogs_are_there():
    assert {"en", "fr", "nl"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_catalog_holds_all_that_the_program_says_and_no_more(code: str, said: set[Key]):
    held = {key(message) for message in entries(code)}
    assert sorted(said - held, key=str) == [], "missing: run packaging/catalogs.py update"
    assert sorted(held - said, key=str) == [], "no longer said: run packaging/catalogs.py update"
    assert not catalog_of(code).obsolete


def test_what_the_program_says_is_given_as_one_plain_text(said: set[Key]):
    assert len(said) > 200
    for message, _context in said:
        for text in [message] if isinstance(message, str) else message:
            assert text.strip()


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_sure(code: str):
    forms = catalog_of(code).num_plurals
    wrong = [
        message.id
        for message in entries(code)
        if message.fuzzy
        or not all(text.strip() for text in strings(message))
        or len(strings(message)) != (forms if message.pluralizable else 1)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_fields_of_its_message(code: str):
    wrong: list[str] = []
    for message in entries(code):
        *singular, plural = ids(message)
        *fewer, most = strings(message)
        allowed = {field for text in (*singular, plural) for field in fields(text)}
        # "One year" may do without the number; nothing else may lose or invent a field.
        if fields(most) != fields(plural) or any(set(fields(text)) - allowed for text in fewer):
            wrong.append(plural)
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_a_translation_begins_and_ends_as_its_message_does(code: str):
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[0].isspace(), text[-1].isspace(), text.endswith(".")

    wrong = [
        text
        for message in entries(code)
        for text in strings(message)
        if text and edges(text) != edges(ids(message)[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_message_is_left_in_english(code: str):
    alike = {
        text
        for message in entries(code)
        for text in strings(message)
        if text in ids(message) and re.search(r"[^\W\d_]", re.sub(r"\{\w*\}", "", text))
    }
    assert alike == ALIKE.get(code, set())


def test_english_says_what_the_program_says():
    for message in entries("en"):
        assert strings(message) == ids(message)


@pytest.mark.parametrize("code", CODES)
def test_apostrophes_and_quotes_are_those_of_print(code: str):
    # argparse's own sentences are its keys, so English cannot mend them; Belgium’s is ours.
    wrong = [
        text
        for message in entries(code)
        for text in strings(message)
        if code != "en" and "'" in text
    ]
    assert wrong == []


def test_french_signs_stand_behind_a_space_that_does_not_break():
    loose = re.compile(r"[^\u00a0\u202f](?:[;!?»]|:(?=\s|$))|«[^\u00a0\u202f]| %(?![(rsd])")
    wrong = [text for message in entries("fr") for text in strings(message) if loose.search(text)]
    assert wrong == []


def test_dutch_and_english_signs_stand_behind_no_space():
    for code in ("nl", "en"):
        for message in entries(code):
            for text in strings(message):
                assert not re.search(r"\s[:;!?]", text), text


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalog_says_what_the_catalog_says(code: str):
    path = bundled.catalogs() / code / "LC_MESSAGES" / "valley_atlas.mo"
    with path.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.info()["language"] == str(catalog_of(code).locale)
    differing: list[str] = []
    for message in entries(code):
        if isinstance(message.id, str):
            if message.context:
                found = [compiled.pgettext(message.context, message.id)]
            else:
                found = [compiled.gettext(message.id)]
        else:
            singular, plural = message.id
            # Zero, one and two meet every form of these languages.
            found = [compiled.ngettext(singular, plural, number) for number in (0, 1, 2)]
        if set(found) != set(strings(message)):
            differing.append(str(message.id))
    assert differing == [], "run packaging/catalogs.py compile"


def test_the_template_is_the_one_that_the_program_makes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(CHECKOUT / "packaging")
    import catalogs

    assert catalogs.check() == []
