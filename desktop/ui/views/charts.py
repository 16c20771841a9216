"""Charts: what the figures show, place by place, each as a drawing, a table and a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.context import Context
from desktop.ui.frame.addresses import COMMAND, text_of
from desktop.ui.frame.landmarks import enter
from desktop.ui.frame.navigation import Address
from desktop.ui.view import View
from desktop.ui.views import CHART, CHARTS
from desktop.ui.widgets.record_tree import RecordTree
from desktop.ui.widgets.record_tree_model import Branch

LEAST_CHARACTERS, USUAL_CHARACTERS = 24, 34


class ChartsView(View):
    """The charts of the atlas by place; beside them the one that is chosen.

    Which one it is stands in the filters of its address.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._specs = {spec.id: spec for spec in context.library.charts()}
        self._shown: str | None = None
        self._pages: dict[tuple[str, str], ChartPage] = {}
        self.tree = RecordTree()
        self.tree.record_asked.connect(self._ask)
        self.tree.page_asked.connect(lambda: enter(self.chart.landmark))
        self.chart = ChartView(context)
        self.chart.record_asked.connect(self.record_asked)
        self.chart.header.copy_address.show()
        self.chart.header.copy_address.clicked.connect(self._copy_address)
        self.chart.address_asked.connect(self.address_asked)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.chart)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        self.tree.setMinimumWidth(character * LEAST_CHARACTERS)
        splitter.setSizes([character * USUAL_CHARACTERS, character * USUAL_CHARACTERS * 2])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.setFocusProxy(self.tree)

    @property
    def is_empty(self) -> bool:
        return self._shown is None

    @property
    def landmarks(self) -> Sequence[QWidget]:
        return [self.tree, self.chart.landmark]

    def retranslate(self) -> None:
        tr = self.context.language.gettext
        self.tree.setAccessibleName(tr("Charts"))
        self.tree.set_branches(list(self._branches()))
        self.chart.show_page(self._page_of(self._shown))

    def show_address(self, address: Address) -> None:
        asked = dict(address.filters).get(CHART, "")
        self._shown = asked if asked in self._specs else next(iter(self._specs), None)
        self.tree.select(self._shown)
        if self._shown == next(iter(self._specs), None):
            # With the first chart one sees the heading above it.
            self.tree.scrollToTop()
        self.chart.show_page(self._page_of(self._shown))

    def _ask(self, chart: str) -> None:
        self.address_asked.emit(Address(CHARTS, filters=((CHART, chart),)))

    def _copy_address(self) -> None:
        """Copy what opens this chart from a terminal, which must not read its signs as its own."""
        text = text_of(Address(CHARTS, filters=((CHART, self._shown or ""),)))
        QGuiApplication.clipboard().setText(f'{COMMAND} "{text}"')
        sentence = self.context.language.gettext("The address was copied: {address}")
        self.context.say(sentence.format(address=text))

    def _page_of(self, chart: str | None) -> ChartPage | None:
        """The chart in the language of the moment, made when it is first asked for."""
        if chart is None:
            return None
        key = (chart, self.context.language.code)
        if key not in self._pages:
            self._pages[key] = chart_page(self.context.describer, self._specs[chart])
        return self._pages[key]

    def _branches(self) -> Iterator[Branch]:
        """The charts by the place that they are about, in the order of the seeds."""
        language = self.context.language
        for place in dict.fromkeys(spec.place for spec in self._specs.values()):
            yield Branch("", self.context.library.title(place)[language.code])
            for spec in self._specs.values():
                if spec.place == place:
                    yield Branch(spec.id, spec.title[language.code])
