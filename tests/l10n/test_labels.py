"""Each code that records use has a word on screen, and no word is without use."""

from __future__ import annotations

from enum import StrEnum
from typing import get_args

import pytest

from desktop.domain.records import (
    Basis,
    Kind,
    Pillar,
    Qualifier,
    Reason,
    Relation,
    State,
    Status,
)
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.store.seeds import MODELS, OUTSIDE

TABLES = {
    "KIND": Kind,
    "KINDS": Kind,
    "STATUS": Status,
    "STATE": State,
    "PILLAR": Pillar,
    "RELATION": Relation,
    "QUALIFIER": Qualifier,
    "HEDGE": Qualifier,
    "BASIS": Basis,
    "REASON": Reason,
}


def types_of_seeds() -> set[str]:
    """Each type that a record can be of, whatever its kind."""
    fields = [model.model_fields.get("type") for model in MODELS.values()]
    return {name for field in fields if field for name in get_args(field.annotation)}


@pytest.mark.parametrize(("table", "codes"), TABLES.items())
def test_each_code_has_a_label_and_each_label_a_code(table: str, codes: type[StrEnum]):
    assert set(getattr(labels, table)) == {code.value for code in codes}


def test_each_type_of_a_record_has_a_label_and_each_label_a_type():
    assert len(types_of_seeds()) > 20
    assert set(labels.TYPE) == types_of_seeds()


def test_each_key_that_may_be_general_knowledge_has_a_label():
    assert set(labels.OUTSIDE) == set(OUTSIDE)


def test_a_relation_is_called_differently_from_either_end():
    for stated, inverse in labels.RELATION.values():
        assert stated != inverse
    every = [label for pair in labels.RELATION.values() for label in pair]
    assert len(set(every)) == len(every)


def test_a_qualifier_has_a_place_for_its_value():
    for code, sentence in labels.QUALIFIER.items():
        assert "{value}" in sentence
        assert ("{low}" in sentence) == (code == "range")


def test_no_two_codes_of_a_table_are_called_the_same_in_any_language(
    languages: dict[str, Language],
):
    for language in languages.values():
        for table in (
            labels.KIND,
            labels.KINDS,
            labels.TYPE,
            labels.STATUS,
            labels.STATE,
            labels.PILLAR,
        ):
            said = [language.gettext(label) for label in table.values()]
            assert len(set(said)) == len(said), (language.code, sorted(said))
