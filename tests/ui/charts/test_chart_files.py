"""Exports show what the screen shows, each with title, unit, source and age inside, on white."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF, QStandardPaths
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import bundled
from desktop.app import Program
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.charts.tables import chart_table
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.chart_canvas import ChartCanvas
from desktop.ui.charts.chart_files import SVG_TYPE, WIDTH, ChartFiles
from desktop.ui.charts.chart_layout import lay_out
from desktop.ui.charts.chart_saving import ChartSaver
from desktop.ui.charts.chart_shapes import Ink, Words, inks_of
from desktop.ui.charts.chart_type import Typesetter, export_faces
from desktop.ui.charts.file_forms import FORMS, FileForm, file_name
from desktop.ui.look.theme import LIGHT, Theme
from tests.conftest import LANGUAGES, TODAY
from tests.ui.charts.chart_pages import BARS, MADE

Start = Callable[[str | None], Program]
SVG = "{http://www.w3.org/2000/svg}"
# What the names of the files call the chart.
BARS_FILE = "made-bars"


def files(page: ChartPage, language: Language) -> ChartFiles:
    return ChartFiles(page, language, bundled.resources())


def stated(page: ChartPage) -> set[str]:
    """What must stand in every export."""
    found = {page.title, page.headline, page.source, page.age}
    for panel in page.panels:
        found |= {panel.unit} | {
            text for mark in panel.marks for text in (mark.label, mark.value, mark.period)
        }
    return found - {""}


def drawn_words(svg: bytes) -> set[str]:
    """The texts of an SVG, the lines of each joined."""
    root = ET.fromstring(svg)
    return {
        "".join(group.itertext()).strip("\n").replace("\n", "") for group in root.iter(SVG + "g")
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_svg_is_whole_and_says_everything_that_the_screen_says(
    library: AtlasLibrary, languages: dict[str, Language], qtbot: QtBot, code: str, start: Start
) -> None:
    context = start(code).context
    describer = Describer(library, languages[code], TODAY)
    canvas = ChartCanvas(context)
    qtbot.addWidget(canvas)
    for page in (*MADE, *(chart_page(describer, spec) for spec in library.charts())):
        svg = files(page, languages[code]).svg()
        root = ET.fromstring(svg)
        assert root.tag == SVG + "svg"
        assert root.findtext(SVG + "title") == page.headline
        assert root.findtext(SVG + "desc") == page.described
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == code
        canvas.show_page(page)
        assert canvas.layout_now is not None
        on_screen = {each.text for each in canvas.layout_now.shapes if isinstance(each, Words)}
        assert stated(page) <= drawn_words(svg)
        # Of numbers at ticks and of years, more may have room in one than in the other.
        ticks = {tick.text for panel in page.panels for tick in panel.ticks}
        ticks |= {year for panel in page.panels for year in panel.columns}
        assert drawn_words(svg) - ticks == on_screen - ticks - {""}


def test_text_stays_text_in_named_fonts(languages: dict[str, Language]) -> None:
    root = ET.fromstring(files(BARS, languages["en"]).svg())
    for group in root.iter(SVG + "g"):
        assert (group.get("font-family") or "").startswith("Inter, ")
        assert float(group.get("font-size") or 0) >= 10
        assert 400 <= float(group.get("font-weight") or 0) <= 700
    assert not list(root.iter(SVG + "image"))


def test_a_png_is_drawn_at_one_and_two_dots_a_unit_on_white(
    languages: dict[str, Language],
) -> None:
    for page in MADE:
        made = files(page, languages["en"])
        one, two = (QImage.fromData(made.png(scale)) for scale in (1, 2))
        height = lay_out(page, Typesetter(export_faces()), WIDTH).height
        assert (one.width(), one.height()) == (WIDTH, round(height))
        assert (two.width(), two.height()) == (2 * WIDTH, round(2 * height))
        assert one.pixelColor(2, 2) == QColor("#ffffff")
        assert two.dotsPerMeterX() == pytest.approx(2 * one.dotsPerMeterX(), abs=1)
        assert one.text("Title") == page.title
        assert one.text("Source") == f"{page.source} {page.age}"
        assert one.text("Description") == page.described


def test_pictures_have_the_light_colours_in_a_dark_program(start: Start) -> None:
    program = start("en")
    light = files(BARS, program.context.language).png(1)
    program.choose_theme("dark")
    assert files(BARS, program.context.language).png(1) == light
    inks = inks_of(Theme.load(bundled.resources(), LIGHT))
    layout = lay_out(BARS, Typesetter(export_faces()), WIDTH)
    row = layout.rows[0]
    assert row.ends is not None
    inside = round(row.ends[1] - 4), round(row.middle)
    assert QImage.fromData(light).pixelColor(*inside) == QColor(inks[Ink.MARK])


def test_in_black_and_white_full_hatched_and_missing_look_different(
    languages: dict[str, Language],
) -> None:
    image = files(BARS, languages["en"]).image(2).convertToFormat(QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(1)
    layout = lay_out(BARS, Typesetter(export_faces()), WIDTH)
    rows = {row.mark.label: row for row in layout.rows}
    scale = layout.scales[0]
    assert scale is not None
    dark = {}
    for name in ("full", "hatched", "gap"):
        middle = rows[name].middle
        area = QRectF(scale.origin + 5, middle - 4, 10, 8)
        tones = [
            image.pixelColor(across, down).lightness()
            for across in range(round(2 * area.left()), round(2 * area.right()))
            for down in range(round(2 * area.top()), round(2 * area.bottom()))
        ]
        dark[name] = sum(tone < 160 for tone in tones) / len(tones)
    assert dark["full"] == 1
    assert 0.15 < dark["hatched"] < 0.6
    assert dark["gap"] < 0.1


def test_a_csv_says_the_same_and_opens_as_utf_8(languages: dict[str, Language]) -> None:
    content = files(BARS, languages["nl"]).csv()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    cells = {cell for row in rows for cell in row}
    assert stated(BARS) - {BARS.headline} <= cells
    for panel in BARS.panels:
        for mark in panel.marks:
            numbers = ["", ""] if mark.low is None else [str(mark.low), str(mark.high)]
            row = next(row for row in rows if row and row[0] == mark.label)
            assert row[-4:-2] == numbers


def test_what_is_copied_is_a_picture_or_a_table_with_its_source(start: Start) -> None:
    program = start("en")
    saver = ChartSaver(program.context, program.window)
    clipboard = QGuiApplication.clipboard()
    saver.copy_picture(BARS)
    assert clipboard.image().width() == 2 * WIDTH
    assert stated(BARS) <= drawn_words(bytes(clipboard.mimeData().data(SVG_TYPE).data()))
    saver.copy_table(BARS)
    lines = clipboard.text().split("\n")
    table = chart_table(BARS, program.context.language)
    assert lines[:3] == [BARS.title, BARS.headline, "\t".join(table.header)]
    assert lines[3:-2] == ["\t".join(row) for row in table.rows]
    assert lines[-2:] == [BARS.source, BARS.age]
    assert "<th>" in clipboard.mimeData().html()
    assert "A title &amp; &lt;more&gt;" in clipboard.mimeData().html()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix + form.mark)
def test_a_chart_is_saved_where_one_asks_for_it(
    start: Start, qtbot: QtBot, tmp_path: Path, form: FileForm
) -> None:
    program = start("fr")
    saver = ChartSaver(program.context, program.window)
    made = files(BARS, program.context.language)
    path = tmp_path / f"chart{form.suffix}"
    with qtbot.waitSignal(program.context.announced) as said:
        saver.save(made, form, path)
    assert said.args == [program.context.language.gettext("Saved as {path}").format(path=path)]
    assert path.read_bytes() == form.content(made)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [path.name]


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    saver = ChartSaver(program.context, program.window)
    program.context.complained.disconnect()
    with qtbot.waitSignal(program.context.complained) as said:
        saver.save(files(BARS, program.context.language), FORMS[0], tmp_path)
    assert said.args
    assert said.args[0] == "The chart was not saved"
    assert str(tmp_path) in said.args[1]


def test_the_dialog_proposes_a_name_that_says_what_is_in_the_file(start: Start) -> None:
    program = start("nl")
    QStandardPaths.setTestModeEnabled(True)
    saver = ChartSaver(program.context, program.window)
    for form in FORMS:
        saver.ask(BARS, form)
        dialog = program.window.findChildren(QFileDialog)[-1]
        edition = program.library.edition["edition"]
        name = file_name(BARS_FILE, "nl", edition, form)
        assert [each.text() for each in dialog.findChildren(QLineEdit)] == [name]
        assert f".{dialog.defaultSuffix()}" == form.suffix
        dialog.close()
    QStandardPaths.setTestModeEnabled(False)
    names = {file_name(BARS_FILE, "nl", "1", form) for form in FORMS}
    assert len(names) == len(FORMS)
