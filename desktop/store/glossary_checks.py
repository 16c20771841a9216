"""Checks that the records use the words that the glossary has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from desktop.domain.problems import N_
from desktop.domain.text import Text
from desktop.store.citation_checks import Finding

NOT_OUR_WORD = N_("The glossary does not say “{value}”: write “{term}”.")

# Titles and expansions are names as their bearers write them.
_NAMES = ("title", "expansion")


def glossary_findings(
    texts: Mapping[str, Mapping[str, Text]], avoided: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    """Each place where a text has a word that the glossary avoids.

    `texts` holds every text of a record by id and key; `avoided` the avoided words of each
    language, in any case of letters, with the title of the term that stands for them.
    """
    patterns = {
        language: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
        for language, words in avoided.items()
        if words
    }
    for record, by_key in texts.items():
        for key, text in by_key.items():
            if key in _NAMES:
                continue
            for language, body in text.items():
                if pattern := patterns.get(language):
                    for found in pattern.findall(body):
                        term = avoided[language][found.casefold()]
                        fields: dict[str, object] = {"value": found, "term": term}
                        yield record, f"{key}.{language}", NOT_OUR_WORD, fields
