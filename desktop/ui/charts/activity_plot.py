"""The chart of milestones by year and pillar, drawn by pyqtgraph from its description."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.charts import ActivityChart
from desktop.domain.records import Kind, Pillar
from desktop.l10n import labels
from desktop.ui.context import Context
from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import Role, font, set_role

# A hatch beside each colour, so that black and white tells the pillars apart too; what has no
# pillar is hollow.
PATTERNS: dict[Pillar | None, Qt.BrushStyle] = {
    Pillar.G2G: Qt.BrushStyle.SolidPattern,
    Pillar.TRADE: Qt.BrushStyle.BDiagPattern,
    Pillar.INNOVATE: Qt.BrushStyle.Dense4Pattern,
    Pillar.INVEST: Qt.BrushStyle.DiagCrossPattern,
    None: Qt.BrushStyle.NoBrush,
}
# The axis has so many numbers at most, a round step apart.
MOST_TICKS = 5
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
BAR_WIDTH = 0.5
HEIGHT_IN_LINES = 9


def paint_of(pillar: Pillar | None, theme: Theme) -> tuple[QPen, QBrush]:
    """The outline and filling of a pillar's bars in a theme."""
    colour = QColor(theme.series[list(PATTERNS).index(pillar) % len(theme.series)])
    pen = QPen(colour)
    pen.setCosmetic(True)
    return pen, QBrush(colour, PATTERNS[pillar])


class _Years(pyqtgraph.AxisItem):
    """Whole years as labels, none between them."""

    def __init__(self, years: tuple[int, ...]) -> None:
        super().__init__("bottom")
        self.setTicks([[(year, str(year)) for year in years]])


class _Counts(pyqtgraph.AxisItem):
    """Whole numbers, written as the language writes them."""

    def __init__(self, context: Context, top: int) -> None:
        super().__init__("left")
        self._context = context
        self._top = top

    def retranslate(self) -> None:
        """Set the labels anew in the language of the moment."""
        number = self._context.language.number
        step = next((each for each in STEPS if self._top <= each * MOST_TICKS), self._top)
        values = range(0, self._top + 1, step)
        self.setTicks([[(value, number(value)) for value in values]])


class _Swatch(QWidget):
    """A small square that shows what a pillar's bars look like."""

    def __init__(self, context: Context, pillar: Pillar | None) -> None:
        super().__init__()
        self._context = context
        self._pillar = pillar
        self.setFixedSize(QSize(1, 1) * round(self.fontMetrics().height() * 0.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen, brush = paint_of(self._pillar, self._context.theme)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class ActivityPlot(QWidget):
    """Stacked bars with a headline, a legend and a source line; follows language and theme."""

    def __init__(self, context: Context, chart: ActivityChart) -> None:
        super().__init__()
        self._context = context
        self.chart = chart
        self._top = max((chart.total(year) for year in chart.years), default=0)
        self._counts = _Counts(context, self._top)
        self.plot = pyqtgraph.PlotWidget(
            axisItems={"bottom": _Years(chart.years), "left": self._counts}
        )
        self.bars: dict[Pillar | None, pyqtgraph.BarGraphItem] = {}
        self.totals: list[pyqtgraph.TextItem] = []
        self.headline, self.source = QLabel(), QLabel()
        self.names = {series.pillar: QLabel() for series in chart.series}
        self._lay_out()
        self._draw()
        context.language_changed.connect(self.retranslate)
        context.theme_changed.connect(self.recolour)
        self.recolour()
        self.retranslate()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self.plot.setFixedHeight(em * HEIGHT_IN_LINES)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.headline, Role.HEADING)
        set_role(self.source, Role.SMALL)
        self.source.setProperty("role", "muted")
        self.headline.setWordWrap(True)
        self.source.setWordWrap(True)
        legend = QHBoxLayout()
        for pillar, name in self.names.items():
            set_role(name, Role.SMALL)
            legend.addWidget(_Swatch(self._context, pillar))
            legend.addWidget(name)
            legend.addSpacing(em)
        legend.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em // 2, em, em // 2)
        column.setSpacing(em // 4)
        column.addWidget(self.headline)
        column.addLayout(legend)
        column.addWidget(self.plot)
        column.addWidget(self.source)

    def _draw(self) -> None:
        if not self.chart.years:
            return
        base = [0] * len(self.chart.years)
        for series in self.chart.series:
            bars = pyqtgraph.BarGraphItem(
                x=list(self.chart.years), y0=list(base), height=list(series.counts), width=BAR_WIDTH
            )
            self.bars[series.pillar] = bars
            self.plot.addItem(bars)
            base = [low + count for low, count in zip(base, series.counts, strict=True)]
        for year, total in zip(self.chart.years, base, strict=True):
            label = pyqtgraph.TextItem(anchor=(0.5, 0.9))
            label.setFont(font(Role.STRONG))
            label.setPos(year, total)
            self.totals.append(label)
            self.plot.addItem(label)
        first, last = self.chart.years[0], self.chart.years[-1]
        box = self.plot.getViewBox()
        # Room for the number above the highest bar.
        height = max(self._top + 1, self._top * 1.25)
        box.setRange(xRange=(first - 0.6, last + 0.6), yRange=(0, height), padding=0)

    def recolour(self) -> None:
        """Take all colours anew from the theme."""
        theme = self._context.theme
        self.plot.setBackground(theme.colour("window"))
        for name in ("bottom", "left"):
            axis = self.plot.getAxis(name)
            axis.setPen(theme.colour("border"))
            axis.setTextPen(theme.colour("muted"))
            axis.setStyle(tickFont=font(Role.SMALL), tickLength=0)
        for pillar, bars in self.bars.items():
            pen, brush = paint_of(pillar, theme)
            bars.setOpts(pen=pen, brush=brush)
        for label in self.totals:
            label.setColor(theme.colour("text"))
        self.update()

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment."""
        language = self._context.language
        self._counts.retranslate()
        totals = [self.chart.total(year) for year in self.chart.years]
        for label, total in zip(self.totals, totals, strict=True):
            label.setPlainText(language.number(total))
        for pillar, name in self.names.items():
            name.setText(self._name(pillar))
        self.headline.setText(self._headline(totals))
        source = language.gettext(
            "Source: {documents}. Plans and periods of several years are left out."
        )
        self.source.setText(source.format(documents=language.listed(self._documents())))
        self.setAccessibleName(self.headline.text())
        self.setAccessibleDescription(self._described())

    def _headline(self, totals: list[int]) -> str:
        language = self._context.language
        if not totals:
            return language.gettext("No dated milestones")
        peak = max(totals)
        years = [
            str(year) for year, total in zip(self.chart.years, totals, strict=True) if total == peak
        ]
        sentence = language.ngettext(
            "{total} milestone from {first} to {last}; most in {years}: {peak}",
            "{total} milestones from {first} to {last}; most in {years}: {peak}",
            sum(totals),
        )
        return sentence.format(
            total=language.number(sum(totals)),
            first=self.chart.years[0],
            last=self.chart.years[-1],
            years=language.listed(years),
            peak=language.number(peak),
        )

    def _documents(self) -> list[str]:
        cited = {
            citation.document
            for record in self._context.library.list(Kind.MILESTONE)
            for citation in record.citations
        }
        return [self._context.describer.title(document) for document in sorted(cited)]

    def _name(self, pillar: Pillar | None) -> str:
        language = self._context.language
        if pillar is None:
            return language.gettext("no pillar stated")
        return language.gettext(labels.PILLAR[pillar])

    def _described(self) -> str:
        """Every bar in words, for a screen reader."""
        language = self._context.language
        sentence = language.gettext("{year}, {pillar}: {count}.")
        return " ".join(
            sentence.format(
                year=year, pillar=self._name(series.pillar), count=language.number(count)
            )
            for series in self.chart.series
            for year, count in zip(self.chart.years, series.counts, strict=True)
            if count
        )
