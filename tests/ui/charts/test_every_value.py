"""Every value that is drawn is the database's, and every export says what the screen says.

What is drawn is taken to pieces (`seen`) and held against the SQLite file (`truth`). Each check
returns the faults that it finds, so that falsified pages can show that it finds them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop import bundled
from desktop.app import Program
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.charts.tables import chart_table
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.chart_files import SVG_TYPE, WHITE, WIDTH, ChartFiles
from desktop.ui.charts.chart_layout import lay_out
from desktop.ui.charts.chart_painter import ChartPainter
from desktop.ui.charts.chart_shapes import Ink, Words, inks_of
from desktop.ui.charts.chart_type import Typesetter, export_faces
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.frame.navigation import Address
from desktop.ui.look.theme import LIGHT, Theme
from desktop.ui.views.charts import ChartsView
from desktop.ui.views.explorer import ExplorerView
from desktop.ui.views.map import MapView
from tests.conftest import LANGUAGES, TODAY
from tests.ui.charts.seen import (
    SeenChart,
    SeenPanel,
    SeenRow,
    digits_changed,
    in_svg,
    on_screen,
)
from tests.ui.charts.truth import (
    Stored,
    StoredChart,
    StoredPanel,
    misdated,
    misspelt,
    noughts_in,
    number_in,
    plain,
    rows,
    stored_charts,
    stored_figures,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Start = Callable[[str | None], Program]
# How far the edge of an outline may lie from the value, in em.
SLACK = 0.15


# What is drawn.


def faults_drawn(seen: SeenChart, chart: StoredChart, code: str, em: float) -> list[str]:
    """In what a drawing differs from the database."""
    if [len(panel.rows) for panel in seen.panels] != [len(own.figures) for own in chart.panels]:
        return [f"{[row.label for row in seen.rows]} are drawn of {chart.figures}"]
    found = [] if seen.before[:1] == [chart.title] else [f"{seen.before} is no {chart.title}"]
    for panel, own in zip(seen.panels, chart.panels, strict=True):
        found += faults_of_panel(panel, own, chart.form, code, em)
    return [*found, *faults_of_lengths(seen, chart, em), *faults_around(seen.after, chart, code)]


def faults_of_panel(
    panel: SeenPanel, own: StoredPanel, form: str, code: str, em: float
) -> list[str]:
    """In what a panel differs from its figures: its words, its scale and its marks."""
    found = [] if panel.title == own.title else [f"{panel.title!r} is no {own.title!r}"]
    if own.caution and own.caution not in panel.words:
        found.append(f"{own.caution!r} is not said")
    for row, figure in zip(panel.rows, own.figures, strict=True):
        found += faults_said(row.label, row.value, row.period, figure, code)
    numbers = [figure for figure in own.figures if figure.low is not None]
    if not numbers:
        return found
    scale = SeenScale.of(panel, code)
    if scale is None:
        return [*found, f"{panel.ticks} are no scale"]
    found += faults_of_unit(panel.words[0], numbers, code)
    for row, figure in zip(panel.rows, own.figures, strict=True):
        found += faults_of_mark(row, figure, form, scale, em)
    return found


def faults_said(label: str, value: str, period: str, figure: Stored, code: str) -> list[str]:
    """In what the words of a value differ from the figure."""
    named = [] if label.startswith(figure.title) else [f"{label!r} is no {figure.title!r}"]
    return [*named, *misspelt(value, figure, code), *misdated(period, figure)]


def faults_of_unit(unit: str, figures: Sequence[Stored], code: str) -> list[str]:
    """Whether the unit of an axis names what is measured."""
    words = {
        "euro": {"nl": "euro", "fr": "euros", "en": "euros"},
        "percent": dict.fromkeys(LANGUAGES, "%"),
        "year": {"nl": "jaar", "fr": "an", "en": "year"},
        "trl": dict.fromkeys(LANGUAGES, "TRL"),
    }
    needed = words.get(figures[0].unit, {}).get(code, "")
    return [] if unit and needed in plain(unit) else [f"{unit!r} is no {figures[0].unit}"]


@dataclass(frozen=True)
class SeenScale:
    """The scale as its numbers show it: where nought would stand, and how wide one is."""

    nought: float
    one: float
    begin: float

    @classmethod
    def of(cls, panel: SeenPanel, code: str) -> SeenScale | None:
        """The scale on which all numbers under a panel stand in one line; None for none."""
        noughts = noughts_in(panel.words[0], code)
        try:
            ticks = [(float(number_in(text, code).scaleb(noughts)), at) for text, at in panel.ticks]
        except ValueError:
            return None
        if len(ticks) < 2:
            return None
        (first, left), (last, right) = ticks[0], ticks[-1]
        one = (right - left) / (last - first)
        scale = cls(left - first * one, one, left)
        is_straight = all(abs(scale.at(Decimal(value)) - at) < 1 for value, at in ticks)
        return scale if is_straight and one > 0 else None

    def at(self, value: Decimal) -> float:
        """Where a value must stand."""
        return self.nought + float(value) * self.one

    @property
    def origin(self) -> float:
        """Where bars begin."""
        return max(self.nought, self.begin)


def faults_of_mark(
    row: SeenRow, figure: Stored, form: str, scale: SeenScale, em: float
) -> list[str]:
    """Whether a mark reaches from where to where the figure says, and looks as it must."""
    if figure.low is None or figure.high is None:
        return [] if row.gaps and not row.marks else [f"{row.label}: no gap"]
    if not row.marks:
        return [f"{row.label}: no mark"]
    left, right = (
        min(each.left for each in row.marks),
        max(each.right for each in row.marks),
    )
    low, high = scale.at(figure.low), scale.at(figure.high)
    is_less = figure.qualifier in ("at-most", "less-than")
    is_point = form == "ranks" or (form == "ranges" and low == high)
    if is_less and form != "ranks":
        low = scale.origin
    elif is_point:
        left = right = (left + right) / 2
    elif form == "bars":
        low = min(scale.origin, low)
    found = [
        f"{row.label}: {side} at {at:.1f}, not {wanted:.1f}"
        for side, at, wanted in (("begins", left, low), ("ends", right, high))
        if abs(at - wanted) > em * SLACK
    ]
    is_more = figure.qualifier in ("at-least", "more-than")
    if bool(row.arrows) != is_more:
        found.append(f"{row.label}: an arrow for {figure.qualifier}")
    if form == "bars" and not is_less:
        is_hatched = any(not each.is_closed for each in row.marks)
        if is_hatched != figure.is_hatched:
            found.append(f"{row.label}: hatched is {is_hatched}")
    return found


def faults_of_lengths(seen: SeenChart, chart: StoredChart, em: float) -> list[str]:
    """Whether equal lengths mean equal values wherever the same numbers stand on the scale."""
    if chart.form != "bars":
        return []
    ratios: dict[object, list[tuple[float, float]]] = {}
    for panel, own in zip(seen.panels, chart.panels, strict=True):
        scale = tuple(panel.words[:1]), tuple(text for text, _at in panel.ticks)
        for row, figure in zip(panel.rows, own.figures, strict=True):
            if figure.high and row.marks:
                length = max(each.right for each in row.marks) - min(
                    each.left for each in row.marks
                )
                ratios.setdefault(scale, []).append((length, float(figure.high)))
    return [
        f"{length:.1f} for {value} and {longest:.1f} for {most}"
        for drawn in ratios.values()
        for longest, most in [max(drawn, key=lambda each: each[1])]
        for length, value in drawn
        if abs(length - longest * value / most) > em * SLACK * 2
    ]


def faults_around(lines: Sequence[str], chart: StoredChart, code: str) -> list[str]:
    """Whether the lines below name every document, every paragraph and the ends of the time."""
    text = plain(" ".join(lines))
    cited: dict[str, set[int]] = {}
    for figure in chart.figures:
        for document, paragraph in rows(
            "SELECT document, paragraph FROM citation WHERE record = ?", figure.record
        ):
            cited.setdefault(document, set()).add(int(paragraph))
    found = []
    for document, paragraphs in cited.items():
        ((title,),) = rows(
            "SELECT body FROM text WHERE record = ? AND field = 'title' AND language = ?",
            document,
            code,
        )
        told = re.search(re.escape(plain(title)) + r", \D*?([\d–, etnand]+?)(?:\.|;|$)", text)
        if not told or runs_in(told[1]) != paragraphs:
            found.append(f"{title}: {told and told[1]} instead of {sorted(paragraphs)}")
    ends = sorted(max(figure.years) for figure in chart.figures if figure.years)
    found += [f"{year} is in no line below" for year in {*ends[:1], *ends[-1:]} if year not in text]
    undated = sum(not figure.period for figure in chart.figures)
    if undated and undated != len(chart.figures) and not re.search(rf"\b{undated}\b", text):
        found.append(f"{undated} values without a year are not counted")
    return found


def runs_in(text: str) -> set[int]:
    """The numbers of a list such as `3, 5–7 and 9`."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text):
        found.update(range(int(first), int(last or first) + 1))
    return found


# What is written.


def faults_in_rows(table: Sequence[Sequence[str]], chart: StoredChart, code: str) -> list[str]:
    """In what rows of label, value, period, scope and group differ from the database."""
    groups = [(own.title, figure) for own in chart.panels for figure in own.figures]
    if len(table) != len(groups):
        return [f"{len(table)} rows for {len(groups)} figures"]
    found: list[str] = []
    for (label, value, period, scope, *group), (title, figure) in zip(table, groups, strict=True):
        found += faults_said(label, value, period, figure, code)
        if scope != figure.scope:
            found.append(f"{scope!r} is no {figure.scope!r}")
        if len(chart.panels) > 1 and group[:1] != [title]:
            found.append(f"{group} is no {title!r}")
    return found


def faults_in_csv(content: bytes, chart: StoredChart, code: str) -> list[str]:
    """In what a CSV differs from the database, in its numbers too."""
    title, source, age, _header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    found = [] if title == [chart.title] else [f"{title} is no {chart.title}"]
    found += faults_around([*source, *age], chart, code)
    found += faults_in_rows([line[:-4] for line in lines], chart, code)
    for (low, high, unit, record), figure in zip(
        (line[-4:] for line in lines), chart.figures, strict=False
    ):
        if record != figure.record:
            found.append(f"{record} is no {figure.record}")
        noughts = noughts_in(unit, code)
        ends = tuple(Decimal(end).scaleb(noughts) if end else None for end in (low, high))
        if ends != (figure.low, figure.high):
            found.append(f"{figure.record}: {ends}")
    return found


def faults_in_description(text: str, chart: StoredChart, code: str) -> list[str]:
    """In what the text for those who hear a chart differs from the database."""
    lines = text.split("\n")
    found = [] if lines[0] == chart.title else [f"{lines[0]} is no {chart.title}"]
    for figure in chart.figures:
        told = [
            line.removesuffix(figure.scope).removeprefix(figure.title).strip()
            for line in lines
            if line.startswith(figure.title) and line.endswith(figure.scope)
        ]
        if len(told) != 1:
            found.append(f"{figure.title} is told {len(told)} times")
        for rest in told:
            parts = _SAID.fullmatch(plain(rest))
            if parts is None:
                found.append(f"{rest!r} is no value with its period")
            else:
                found += faults_said(figure.title, parts[1], parts[2], figure, code)
    measured = [own for own in chart.panels if any(each.low is not None for each in own.figures)]
    for own in dict.fromkeys(chart.panels):
        found += [f"{own.caution} is not told"] if own.caution not in text else []
    for title in {own.title for own in measured}:
        headings = [line for line in lines if line.startswith(f"{title} (")]
        panels = [own for own in measured if own.title == title]
        if len(headings) != len(panels):
            found.append(f"{headings} for {len(panels)} scales")
        for heading, own in zip(headings, panels, strict=False):
            numbers = [each for each in own.figures if each.low is not None]
            found += faults_of_unit(heading.removeprefix(title), numbers, code)
    return [*found, *faults_around(lines[-2:], chart, code)]


# What stands between label and scope: value and period, and before them what tells labels apart.
_SAID = re.compile(r"(?:\([^()]+\))? ?: (.+) \(([^()]+)\)\.")


def faults_in_copied_table(text: str, html: str, chart: StoredChart, code: str) -> list[str]:
    """In what the two forms of a copied table differ from the database."""
    lines = text.split("\n")
    cells = [line.split("\t") for line in lines if "\t" in line]
    found = [] if lines[0] == chart.title else [f"{lines[0]} is no {chart.title}"]
    found += faults_in_rows(cells[1:], chart, code)
    found += faults_around(lines[-2:], chart, code)
    reader = _Cells()
    reader.feed(html)
    return [*found, *faults_in_rows([row for row in reader.rows if row], chart, code)]


class _Cells(HTMLParser):
    """The cells of a table's body."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        self._is_cell = tag == "td"

    def handle_data(self, data: str) -> None:
        if self._is_cell:
            self.rows[-1].append(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_cell = False


# The ways in which a chart is told.


def files(page: ChartPage, language: Language) -> ChartFiles:
    return ChartFiles(page, language, bundled.resources())


def svg_faults(page: ChartPage, chart: StoredChart, language: Language) -> list[str]:
    content = files(page, language).svg()
    return faults_drawn(in_svg(content), chart, language.code, Typesetter(export_faces()).em)


def csv_faults(page: ChartPage, chart: StoredChart, language: Language) -> list[str]:
    return faults_in_csv(files(page, language).csv(), chart, language.code)


def description_faults(page: ChartPage, chart: StoredChart, language: Language) -> list[str]:
    return faults_in_description(page.described, chart, language.code)


def clipboard_faults(page: ChartPage, chart: StoredChart, language: Language) -> list[str]:
    copied = files(page, language).table_for_clipboard()
    return faults_in_copied_table(copied.text(), copied.html(), chart, language.code)


def layout_faults(page: ChartPage, chart: StoredChart, language: Language) -> list[str]:
    typesetter = Typesetter(export_faces())
    layout = lay_out(page, typesetter, 560)
    return faults_drawn(on_screen(layout), chart, language.code, typesetter.em)


def twin_of(view: ChartView) -> list[list[str]]:
    """The rows of the table twin as a view shows them; it is filled while one sees it."""
    view.header.table.setChecked(True)
    model = view.table.model()
    found = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    view.header.table.setChecked(False)
    return found


def opened(program: Program, chart: str) -> ChartsView:
    program.window.go(Address("charts", filters=(("chart", chart),)))
    view = program.window.view("charts")
    assert isinstance(view, ChartsView)
    return view


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_value_on_the_screen_is_that_of_the_database(start: Start, code: str) -> None:
    program = start(code)
    for chart in stored_charts(code):
        view = opened(program, chart.id).chart
        layout, page = view.canvas.layout_now, view.page
        assert layout is not None
        assert page is not None
        em = view.canvas.fontMetrics().height()
        assert faults_drawn(on_screen(layout), chart, code, em) == [], chart.id
        assert [row.mark.record for row in layout.rows] == [each.record for each in chart.figures]
        assert faults_in_rows(twin_of(view), chart, code) == [], chart.id
        assert faults_in_description(view.canvas.accessibleDescription(), chart, code) == []
        read_out = "\n".join(view.sentence(number) for number in range(len(chart.figures)))
        assert all(line in page.described for line in read_out.split("\n"))


def test_no_figure_of_a_chart_is_missing_and_none_is_drawn_twice(library: AtlasLibrary) -> None:
    drawn = rows("SELECT chart, figure FROM chartfigure")
    assert len(drawn) == len(set(drawn))
    assert {chart for chart, _figure in drawn} <= {spec.id for spec in library.charts()}
    figures = {record for (record,) in rows("SELECT record FROM figure")}
    assert {figure for _chart, figure in drawn} <= figures


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_export_says_what_the_screen_says(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program, language = start(code), languages[code]
    for chart in stored_charts(code):
        view = opened(program, chart.id).chart
        page, layout = view.page, view.canvas.layout_now
        assert page is not None
        assert layout is not None
        for faults in (svg_faults, csv_faults, description_faults, clipboard_faults):
            assert faults(page, chart, language) == [], (chart.id, faults.__name__)
        screen, drawing = on_screen(layout), in_svg(files(page, language).svg())
        assert (drawing.before, drawing.after) == (screen.before, screen.after)
        assert [(row.label, row.value, row.period) for row in drawing.rows] == [
            (row.label, row.value, row.period) for row in screen.rows
        ]
        assert [panel.words for panel in drawing.panels] == [each.words for each in screen.panels]
        assert twin_of(view) == [list(row) for row in chart_table(page, language).rows]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pictures_are_the_drawing_dot_for_dot(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    start(code)
    language = languages[code]
    for chart in stored_charts(code):
        page = page_of(chart, language)
        made = files(page, language)
        typesetter = Typesetter(export_faces())
        layout = lay_out(page, typesetter, WIDTH)
        told = [page.title, page.headline, page.source, page.age]
        for scale in (1, 2):
            picture = QImage.fromData(made.png(scale)).convertToFormat(QImage.Format.Format_RGB32)
            size = (round(WIDTH * scale), round(layout.height * scale))
            assert (picture.width(), picture.height()) == size
            assert picture.text("Title") == page.title
            assert picture.text("Source") == f"{page.source} {page.age}"
            assert faults_in_description(picture.text("Description"), chart, code) == []
            words = [
                shape for shape in layout.shapes if isinstance(shape, Words) and shape.text in told
            ]
            assert [each.text for each in words] == told
            alone = painted(words, size, scale)
            for each in words:
                line = each.lines[0]
                box = QRect(
                    round(line.left * scale),
                    round((line.base - typesetter.em * 0.6) * scale),
                    round(line.width * scale),
                    round(typesetter.em * 0.5 * scale),
                )
                assert picture.copy(box) == alone.copy(box), each.text
                assert len({alone.pixel(x, y) for x, y in dots_of(box)}) > 1


def painted(shapes: Sequence[Words], size: tuple[int, int], scale: int) -> QImage:
    """Some of the words of a drawing, and nothing else, on white."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    inks = {**inks_of(Theme.load(bundled.resources(), LIGHT)), Ink.PAPER: WHITE}
    painter = QPainter(image)
    ChartPainter(painter, export_faces(), inks).draw(shapes)
    painter.end()
    image.setDevicePixelRatio(1)
    return image


def dots_of(box: QRect) -> Iterator[tuple[int, int]]:
    middle = box.center().y()
    return ((across, middle) for across in range(box.left(), box.right()))


def page_of(chart: StoredChart, language: Language) -> ChartPage:
    with_library = AtlasLibrary.open(bundled.atlas())
    try:
        spec = next(spec for spec in with_library.charts() if spec.id == chart.id)
        return chart_page(Describer(with_library, language, TODAY), spec)
    finally:
        with_library.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_copied_as_a_picture_is_the_same_drawing(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    chart = stored_charts(code)[0]
    view = opened(program, chart.id).chart
    assert view.page is not None
    view.header.copy_picture.trigger()
    copied = QApplication.clipboard().mimeData()
    content = bytes(copied.data(SVG_TYPE).data())
    assert content == files(view.page, languages[code]).svg()
    assert QApplication.clipboard().image().width() == 2 * WIDTH
    view.header.copy_table.trigger()
    copied = QApplication.clipboard().mimeData()
    assert faults_in_copied_table(copied.text(), copied.html(), chart, code) == []


# The checks find what is wrong.


def with_mark(page: ChartPage, change: Callable[[ChartMark], ChartMark]) -> ChartPage:
    """A page whose first value is another one."""
    first, *others = page.panels
    marks = (change(first.marks[0]), *first.marks[1:])
    return with_panel(page, replace(first, marks=marks), *others)


def with_panel(page: ChartPage, *panels: ChartPanel) -> ChartPage:
    """A page with other panels, told anew in its description."""
    found = replace(page, panels=panels)
    old = [line_of(mark) for panel in page.panels for mark in panel.marks]
    new = [line_of(mark) for panel in panels for mark in panel.marks]
    text = page.described
    for before, after in zip(old, new, strict=False):
        text = text.replace(before, after)
    for before in old[len(new) :]:
        text = text.replace(f"{before}\n", "")
    return replace(found, described=text)


def line_of(mark: ChartMark) -> str:
    return f"{mark.label}: {mark.value} ({mark.period}). {mark.scope}"


def longer(page: ChartPage) -> ChartPage:
    def grown(mark: ChartMark) -> ChartMark:
        top = (mark.high or Decimal(0)) * Decimal("0.9")
        return replace(mark, low=top, high=top)

    return with_mark(page, grown)


def another_number(page: ChartPage) -> ChartPage:
    return with_mark(page, lambda mark: replace(mark, value=digits_changed(mark.value)))


def another_year(page: ChartPage) -> ChartPage:
    return with_mark(page, lambda mark: replace(mark, period=digits_changed(mark.period)))


def unhedged(page: ChartPage) -> ChartPage:
    return with_mark(page, lambda mark: replace(mark, value=mark.value.replace("about ", "")))


def another_label(page: ChartPage) -> ChartPage:
    return with_mark(page, lambda mark: replace(mark, label="Something else"))


def another_scope(page: ChartPage) -> ChartPage:
    return with_mark(page, lambda mark: replace(mark, scope="Something else"))


def one_less(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    return with_panel(page, replace(first, marks=first.marks[:-1]), *others)


def one_twice(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    return replace(
        with_panel(page, replace(first, marks=(*first.marks, first.marks[0])), *others),
        described=page.described.replace(
            line_of(first.marks[0]), f"{line_of(first.marks[0])}\n{line_of(first.marks[0])}"
        ),
    )


def two_swapped(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    one, two, *rest = first.marks
    marks = (replace(one, value=two.value), replace(two, value=one.value), *rest)
    return with_panel(page, replace(first, marks=marks), *others)


def another_scale(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    ticks = tuple(replace(tick, text=digits_changed(tick.text)) for tick in first.ticks)
    return with_panel(page, replace(first, ticks=ticks), *others)


def without_unit(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    heading = f"{first.title} ({first.unit})"
    found = with_panel(page, replace(first, unit=""), *others)
    return replace(found, described=page.described.replace(heading, first.title))


def solid(page: ChartPage) -> ChartPage:
    first, *others = page.panels
    marks = tuple(replace(mark, is_hatched=not mark.is_hatched) for mark in first.marks)
    return with_panel(page, replace(first, marks=marks), *others)


def another_title(page: ChartPage) -> ChartPage:
    return replace(page, title="Else", described=page.described.replace(page.title, "Else", 1))


def another_source(page: ChartPage) -> ChartPage:
    source = digits_changed(page.source)
    return replace(page, source=source, described=page.described.replace(page.source, source))


def without_age(page: ChartPage) -> ChartPage:
    return replace(page, age="", described=page.described.replace(page.age, ""))


Faults = Callable[[ChartPage, StoredChart, Language], list[str]]
DRAWN: tuple[Faults, ...] = (layout_faults, svg_faults)
WRITTEN: tuple[Faults, ...] = (csv_faults, description_faults, clipboard_faults)
TOLD = (*DRAWN, *WRITTEN)
FALSIFIED: dict[Callable[[ChartPage], ChartPage], tuple[Faults, ...]] = {
    longer: (*DRAWN, csv_faults),
    another_number: TOLD,
    another_year: TOLD,
    unhedged: TOLD,
    another_label: TOLD,
    another_scope: WRITTEN,
    one_less: TOLD,
    one_twice: TOLD,
    two_swapped: TOLD,
    another_scale: DRAWN,
    without_unit: (*DRAWN, csv_faults, description_faults),
    solid: DRAWN,
    another_title: TOLD,
    another_source: TOLD,
    without_age: TOLD,
}


@pytest.mark.parametrize("falsify", FALSIFIED, ids=lambda falsify: falsify.__name__)
def test_a_falsified_page_is_found_out(
    start: Start, languages: dict[str, Language], falsify: Callable[[ChartPage], ChartPage]
) -> None:
    start("en")
    chart = stored_charts("en")[0]
    page = page_of(chart, languages["en"])
    for faults in TOLD:
        assert faults(page, chart, languages["en"]) == []
    false = falsify(page)
    assert false != page
    for faults in FALSIFIED[falsify]:
        assert faults(false, chart, languages["en"]) != [], faults.__name__


# The explorer and the map.


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_explorer_draws_every_figure_of_an_indicator_as_the_database_has_it(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    requested = {
        indicator
        for (indicator,) in rows(
            "SELECT DISTINCT indicator FROM figure JOIN chartfigure ON figure = record "
            "WHERE requested"
        )
    }
    assert requested
    for (indicator,) in rows(
        "SELECT indicator FROM figure GROUP BY indicator HAVING count(value) > 1"
    ):
        held = {each for (each,) in rows("SELECT record FROM figure WHERE indicator=?", indicator)}
        program.window.go(Address("explorer", filters=(("indicator", indicator),)))
        view = program.window.view("explorer")
        assert isinstance(view, ExplorerView)
        QApplication.processEvents()
        chart_view = view.findChildren(ChartView)[0]
        page, layout = chart_view.page, chart_view.canvas.layout_now
        assert page is not None
        assert layout is not None
        drawn = [row.mark.record for row in layout.rows]
        assert len(drawn) == len(held)
        assert set(drawn) == held
        asked_for = held if indicator in requested else set()
        chart = explored(page, code, asked_for)
        em = chart_view.canvas.fontMetrics().height()
        assert faults_drawn(on_screen(layout), chart, code, em) == [], indicator
        for faults in (svg_faults, csv_faults, clipboard_faults, description_faults):
            assert faults(page, chart, languages[code]) == [], (indicator, faults.__name__)


def explored(page: ChartPage, code: str, requested: set[str]) -> StoredChart:
    """A free choice in the order in which it is drawn, with the values of the database."""
    return StoredChart(
        page.id,
        page.form.value,
        page.title,
        tuple(
            StoredPanel(
                panel.title,
                panel.caution,
                tuple(stored_figures([mark.record for mark in panel.marks], code, list(requested))),
            )
            for panel in page.panels
        ),
    )


def mapped(program: Program, key: str) -> MapView:
    program.window.go(Address("map", filters=(("colour", key),)))
    view = program.window.view("map")
    assert isinstance(view, MapView)
    for _turn in range(3):
        QApplication.processEvents()
    return view


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["programme", "organisation", "milestone", "figure"])
def test_every_place_on_the_map_has_the_count_and_the_class_of_the_database(
    start: Start, code: str, kind: str
) -> None:
    program = start(code)
    view = mapped(program, kind)
    page, layout = view.section.page, view.section.map.layout_now
    assert page is not None
    assert layout is not None
    written = {name.owner: name.text for name in layout.names}
    limits = {each.level: limits_in(each.text, code) for each in page.legend}
    for place in page.places:
        ((count,),) = rows(
            "SELECT count(*) FROM facet JOIN record ON id = facet.record "
            "WHERE facet = 'place' AND value = ? AND kind = ?",
            place.record,
            kind,
        )
        mark = page.marks[place.record]
        assert written[place.record].split()[-1] == str(count)
        assert (mark.label, mark.value) == (str(count), str(count))
        low, high = limits[mark.level]
        assert low <= Decimal(count) <= high


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_map_of_a_figure_says_its_value_where_it_holds_and_nothing_elsewhere(
    start: Start, code: str
) -> None:
    program = start(code)
    places = {place for (place,) in rows("SELECT record FROM place")}
    tried = 0
    for record, place in rows("SELECT record, place FROM figure WHERE value IS NOT NULL"):
        if place not in places or tried == 12:
            continue
        view = mapped(program, record)
        page, layout = view.section.page, view.section.map.layout_now
        assert page is not None
        assert layout is not None
        if page.key != record:
            # A figure of a place that is not on the map colours nothing.
            assert place not in {each.record for each in page.places}
            continue
        tried += 1
        written = {name.owner: plain(name.text) for name in layout.names}
        (figure,) = stored_figures([record], code)
        mark = page.marks[place]
        assert misspelt(mark.label, figure, code) == []
        assert written[place].endswith(plain(mark.label))
        assert misspelt(page.legend[(mark.level or 1) - 1].text.split(" – ")[0], figure, code) == []
        silent = [each.record for each in page.places if page.marks[each.record].level is None]
        assert place not in silent
        assert all(page.marks[each].label == "" for each in silent)
    assert tried > 3


def limits_in(text: str, code: str) -> tuple[Decimal, Decimal]:
    """From what to what a row of the legend goes."""
    numbers = [number_in(each, code) for each in re.findall(r"\d+", text)]
    return numbers[0], numbers[-1]
