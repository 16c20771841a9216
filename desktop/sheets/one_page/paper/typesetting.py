"""What a run of typst is given, and what its refusals mean."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop import bundled

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard, TypstError

# For screen readers (PDF/UA-1) and for archives (PDF/A-3a).
STANDARDS: list[PDFStandard] = ["ua-1", "a-3a"]
# A sign that no font has, or one that means nothing outside the program that made it.
_LACKING = re.compile(r'(?:the text|contains the codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def typesetting(
    template: str, data: Mapping[str, object], *, system_fonts: bool = False
) -> dict[str, Any]:
    """What a run of typst is given: the bundled templates and fonts, the data, and nothing else.

    The template reads each of `data` as a JSON file of its name: text, and never a part of the
    template. As inputs of the system, each change of them would have typst forget all that it has
    laid out before. With `system_fonts`, what the bundled fonts lack is sought in those of the
    computer.
    """
    files = {f"{name}.json": json.dumps(each, ensure_ascii=False) for name, each in data.items()}
    files["main.typ"] = f'#include "{template}"'
    return {
        "input": {name: content.encode() for name, content in files.items()},
        "root": str(bundled.resources() / "sheets"),
        "font_paths": [str(bundled.fonts())] if system_fonts else _fonts(),
        "ignore_system_fonts": not system_fonts,
    }


@cache
def _fonts() -> Fonts:
    """The bundled fonts, read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(bundled.fonts())],
    )


def lacking_sign(error: TypstError) -> str:
    """The sign that cannot be shown, where an error says so; the standards forbid an empty box.

    "" for any other error.
    """
    found = _LACKING.search(error.message)
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
