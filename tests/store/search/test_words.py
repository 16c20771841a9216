"""The words of search in the seeds are read whole, or the fault in them is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.problems import AtlasError
from desktop.domain.records import Kind
from desktop.store.search.words import FILE, read_words

WORDS = """\
[void]
nl = ["de", "het"]
fr = ["l", "à"]

[asks.figure]
en = ["how many"]

[[same]]
nl = ["arts"]
fr = ["médecin"]
en = ["doctor", "physician"]
"""


def test_the_lists_are_read_and_folded(tmp_path: Path):
    (tmp_path / FILE).write_text(WORDS, encoding="utf-8")
    words = read_words(tmp_path)
    assert words.void_words() == {"de", "het", "l", "a"}
    assert list(words.asked()) == [("how many", Kind.FIGURE)]
    assert words.same == [{"nl": ["arts"], "fr": ["médecin"], "en": ["doctor", "physician"]}]


def test_seeds_without_the_file_have_no_such_words(tmp_path: Path):
    assert not read_words(tmp_path).void_words()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[void", "search.toml"),
        ("[void]\nnl = 3", "void.nl"),
        ("[asks.cat]\nnl = ['kat']", "asks.cat"),
        ("[[same]]\nnl = ['']", "same.0.nl.0"),
        ("[vodi]\nnl = ['de']", "vodi"),
    ],
)
def test_a_fault_is_said_with_its_place(tmp_path: Path, text: str, said: str):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError) as error:
        read_words(tmp_path)
    sentence = error.value.message.format(**error.value.fields)
    assert said in sentence
    assert "\n" not in sentence
