"""A PDF read back by pdfium: what is printed where, and what its tags say."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pypdfium2
from pypdfium2 import raw

# What is on the page for the sake of line breaks: joiners, spaces of no width, soft hyphens, and
# the hyphens that a break puts in, which cannot be told from those of the text.
_INVISIBLE = dict.fromkeys(map(ord, "\u2060\u200b\u00ad\x02\ufffe\ufeff-\u2010\u2011"))
POINTS_PER_INCH = 72
# Pixels a point.
SCALE = 2


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True)
class Word:
    """Signs of one size that stand together; `colour` is red, green and blue up to 255."""

    text: str
    box: Box
    colour: tuple[int, int, int]


@dataclass
class Element:
    """A part of the tree of tags; `content` is its own text and its children, as they follow.

    `language` is its own or that of the element around it; `runs` is its own text, piece by piece
    as it is printed, and `languages` are those of that text.
    """

    tag: str
    alternative: str
    language: str
    attributes: dict[str, str]
    content: list[str | Element] = field(default_factory=list)
    box: Box | None = None
    runs: list[tuple[str, Box]] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)

    @property
    def children(self) -> list[Element]:
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def walk(self) -> Iterator[Element]:
        """It and all below it, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Side:
    """One page of a PDF.

    `grey` are its pixels, SCALE to a point, from 0 for black to 255. `lines` are the boxes of thin
    drawn lines, `text` is what selecting all of it gives, `loose` what is in no element of `root`.
    """

    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[Box, ...]
    text: str
    loose: str
    root: Element
    grey: np.ndarray[Any, np.dtype[np.uint8]]


def squeezed(text: str) -> str:
    """A text without what a line break may add or take away, for comparing."""
    return "".join(text.translate(_INVISIBLE).split())


def sides_of(content: bytes) -> list[Side]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_side(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _side(page: pypdfium2.PdfPage) -> Side:
    width, height = page.get_size()
    text_page = page.get_textpage()
    objects = [raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page))]
    marked = _Marked(objects, text_page)
    root = Element("", "", "", {})
    tree = raw.FPDF_StructTree_GetForPage(page)
    if tree:
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
            root.content.append(_element(child, marked, ""))
        raw.FPDF_StructTree_Close(tree)
    bitmap = page.render(scale=SCALE, grayscale=True)
    return Side(
        width=width,
        height=height,
        words=tuple(_words(text_page)),
        lines=tuple(_thin_lines(objects)),
        text=text_page.get_text_range(),
        loose="".join(text for number, text in marked.texts.items() if number not in marked.taken),
        root=root,
        grey=bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy(),
    )


class _Marked:
    """The text and the place of each run of marked content."""

    def __init__(self, objects: list[Any], text_page: pypdfium2.PdfTextPage) -> None:
        self.texts: dict[int, str] = {}
        self.boxes: dict[int, Box] = {}
        self.runs: dict[int, list[tuple[str, Box]]] = {}
        self.languages: dict[int, str] = {}
        self.taken: set[int] = set()
        for each in objects:
            number = raw.FPDFPageObj_GetMarkedContentID(each)
            box = _bounds(each)
            if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_TEXT:
                text = _utf16(
                    lambda *rest, each=each: raw.FPDFTextObj_GetText(each, *rest), text_page
                )
                self.texts[number] = self.texts.get(number, "") + text
                self.runs.setdefault(number, []).append((text, box))
                self.languages[number] = _marked_language(each)
            self.boxes[number] = box.joined(self.boxes.get(number, box))


def _element(handle: Any, marked: _Marked, language: str) -> Element:
    said = _ask(raw.FPDF_StructElement_GetLang, handle) or language
    found = Element(
        tag=_ask(raw.FPDF_StructElement_GetType, handle),
        alternative=_ask(raw.FPDF_StructElement_GetAltText, handle),
        language=said,
        attributes=_attributes(handle),
    )
    for number in range(raw.FPDF_StructElement_CountChildren(handle)):
        child = raw.FPDF_StructElement_GetChildAtIndex(handle, number)
        if child:
            part = _element(child, marked, said)
            found.content.append(part)
            box = part.box
        else:
            content = raw.FPDF_StructElement_GetChildMarkedContentID(handle, number)
            marked.taken.add(content)
            found.content.append(marked.texts.get(content, ""))
            found.runs += marked.runs.get(content, [])
            if marked.texts.get(content, "").strip():
                found.languages.add(marked.languages[content] or said)
            box = marked.boxes.get(content) if content >= 0 else None
        if box:
            found.box = found.box.joined(box) if found.box else box
    return found


def _attributes(handle: Any) -> dict[str, str]:
    """The attributes of an element that are words, as the scope of a header cell is."""
    found: dict[str, str] = {}
    for number in range(max(0, raw.FPDF_StructElement_GetAttributeCount(handle))):
        group = raw.FPDF_StructElement_GetAttributeAtIndex(handle, number)
        for index in range(raw.FPDF_StructElement_Attr_GetCount(group)):
            name = ctypes.create_string_buffer(64)
            length = ctypes.c_ulong()
            if not raw.FPDF_StructElement_Attr_GetName(group, index, name, 64, length):
                continue
            value = raw.FPDF_StructElement_Attr_GetValue(group, name)
            said = ctypes.create_string_buffer(128)
            if value and raw.FPDF_StructElement_Attr_GetStringValue(value, said, 128, length):
                found[name.value.decode()] = said.raw[: length.value - 2].decode("utf-16-le")
    return found


def _marked_language(handle: Any) -> str:
    """The language that marked content says of itself, beside its tag; "" for none."""
    length = ctypes.c_ulong()
    for number in range(raw.FPDFPageObj_CountMarks(handle)):
        mark = raw.FPDFPageObj_GetMark(handle, number)
        said = ctypes.create_string_buffer(64)
        letters = ctypes.cast(said, ctypes.POINTER(raw.FPDF_WCHAR))
        if raw.FPDFPageObjMark_GetParamStringValue(mark, b"Lang", letters, 64, length):
            return said.raw[: length.value - 2].decode("utf-16-le")
    return ""


def _ask(function: Callable[..., int], handle: Any) -> str:
    return _utf16(lambda buffer, size: function(handle, buffer, size))


def _utf16(function: Callable[..., int], *first: Any) -> str:
    """What a function of pdfium writes into a buffer, which it first tells the length of."""
    size = function(*first, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)) if first else buffer
    function(*first, pointer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _bounds(handle: Any) -> Box:
    sides = [ctypes.c_float() for _side in range(4)]
    raw.FPDFPageObj_GetBounds(handle, *sides)
    return Box(*(side.value for side in sides))


def _thin_lines(objects: list[Any]) -> Iterator[Box]:
    """Rules and gridlines: what is drawn long and thin, upright or level."""
    for each in objects:
        if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_PATH:
            box = _bounds(each)
            sizes = sorted((box.right - box.left, box.top - box.bottom))
            if sizes[0] < 2 and sizes[1] > 6:
                yield box


def _words(text_page: pypdfium2.PdfTextPage) -> Iterator[Word]:
    letters: list[str] = []
    box: Box | None = None
    size, colour = 0.0, (0, 0, 0)
    for index in range(raw.FPDFText_CountChars(text_page)):
        sign = chr(raw.FPDFText_GetUnicode(text_page, index))
        sign_size = raw.FPDFText_GetFontSize(text_page, index)
        ends = sign.isspace() or raw.FPDFText_IsGenerated(text_page, index) == 1
        place = None if ends else _sign_box(text_page, index)
        if box and (ends or abs(sign_size - size) > 0.1 or (place and _is_elsewhere(place, box))):
            yield Word("".join(letters), box, colour)
            letters, box = [], None
        if place is None:
            continue
        if box is None:
            size, colour = sign_size, _colour(text_page, index)
        letters.append(sign)
        box = box.joined(place) if box else place
    if box:
        yield Word("".join(letters), box, colour)


def _is_elsewhere(place: Box, box: Box) -> bool:
    """Whether a sign stands on another line, as after the hyphen of a line break."""
    return place.bottom > box.top or place.top < box.bottom or place.left < box.left - 1


def _sign_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box | None:
    """Where the ink of a sign is; None where it has none."""
    left, right, bottom, top = (ctypes.c_double() for _side in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    if right.value - left.value < 0.1 or top.value - bottom.value < 0.1:
        return None
    return Box(left.value, bottom.value, right.value, top.value)


def _colour(text_page: pypdfium2.PdfTextPage, index: int) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _part in range(4))
    raw.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha)
    return red.value, green.value, blue.value
