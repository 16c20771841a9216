"""The two looks, light and dark: colours and style sheet from `resources/styles`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

AUTO, LIGHT, DARK = "auto", "light", "dark"
CHOICES = (AUTO, LIGHT, DARK)

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "base",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "base",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}


@dataclass(frozen=True)
class Theme:
    """Named colours (`#rrggbb`), those of the chart series in order, and the style sheet."""

    name: str
    colours: dict[str, str]
    series: tuple[str, ...]
    style_sheet: str

    @classmethod
    def load(cls, resources: Path, name: str) -> Theme:
        """Read the theme `light` or `dark`."""
        styles = resources / "styles"
        read = json.loads((styles / f"{name}.json").read_text(encoding="utf-8"))
        template = Template((styles / "atlas.qss").read_text(encoding="utf-8"))
        colours: dict[str, str] = read["colours"]
        # Signs lie beside the style sheet; Qt wants slashes on every system.
        style_sheet = template.substitute(colours, styles=styles.as_posix(), theme=name)
        return cls(name, colours, tuple(read["series"]), style_sheet)

    def colour(self, name: str) -> QColor:
        """A named colour as Qt's."""
        return QColor(self.colours[name])

    def palette(self) -> QPalette:
        """The colours as the palette that Fusion draws with."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.WindowText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def apply(self, application: QApplication) -> None:
        """Give the whole application this look."""
        # Each costs a new look at every widget that there is.
        if application.palette() != self.palette():
            application.setPalette(self.palette())
        if application.styleSheet() != self.style_sheet:
            application.setStyleSheet(self.style_sheet)


def resolve(choice: str) -> str:
    """`light` or `dark` for a choice of `auto`, `light` or `dark`."""
    if choice in (LIGHT, DARK):
        return choice
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
