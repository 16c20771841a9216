"""The smallest window that PySide6 opens: what the program's start-up is measured against."""

import json
import os
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

# Set by bench.py just before it starts this process, on a clock that both share.
_STARTED = float(os.environ["VALLEY_ATLAS_STARTED"])


class _Label(QLabel):
    times: dict[str, float] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.times is None:
            self.times = {"first_paint": time.monotonic() - _STARTED}
            QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        print(json.dumps({**(self.times or {}), "usable": time.monotonic() - _STARTED}))
        QApplication.quit()


application = QApplication([])
label = _Label("Valley Atlas")
label.resize(1100, 720)
label.show()
application.exec()
