"""What the seeds say of words in general: which carry nothing, ask for a kind, mean the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop.domain.folding import words_of
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import Kind

FILE = "search.toml"
BAD_WORDS = N_("The words for search in {path} cannot be read ({reason}): mend the file.")

ByLanguage = dict[str, list[Annotated[str, Field(min_length=1)]]]


class SearchWords(BaseModel):
    """The file `search.toml` of the seeds; every list stands under the code of its language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    void: ByLanguage = {}
    linkers: ByLanguage = {}
    asks: dict[Kind, ByLanguage] = {}
    same: list[ByLanguage] = []

    def void_words(self) -> set[str]:
        """The folded words that carry nothing, of all languages."""
        lists = self.void.values()
        return {word for texts in lists for text in texts for word in words_of(text)}

    def asked(self) -> Iterator[tuple[str, Kind]]:
        """The folded words that ask for a kind, each with the kind."""
        for kind, by_language in self.asks.items():
            for texts in by_language.values():
                for text in texts:
                    yield " ".join(words_of(text)), kind


def read_words(folder: Path) -> SearchWords:
    """The words of the seeds in `folder`; none where it has no such file.

    AtlasError where the file is not as it should be.
    """
    path = folder / FILE
    if not path.exists():
        return SearchWords()
    try:
        return SearchWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise AtlasError(BAD_WORDS, path=path, reason=f"{where}: {first['msg']}") from None
    except (OSError, ValueError) as error:
        raise AtlasError(BAD_WORDS, path=path, reason=str(error)) from None
