"""The look of the window: colours by use, type sizes, spacing, and one style sheet for every control.

A widget that paints itself has ``show_theme(theme)``; its parent calls it when it is made and when the theme changes.
All other widgets follow the palette and the style sheet, and say what they are by dynamic properties (see
``stylesheet``): ``button.setProperty("role", "primary")``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from platformdirs import user_cache_path
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reindreader.desktop.fonts import code_font, scaled, script_of, text_font, ui_font
from reindreader.desktop.icons import icon
from reindreader.desktop.ink import Ink, Pattern, paint_bar, paint_line
from reindreader.desktop.stylesheet import control_pictures, style_sheet
from reindreader.model.highlights import Colour
from reindreader.resources import resource_names, resource_text

__all__ = [
    "Ink",
    "Pattern",
    "Theme",
    "apply_theme",
    "code_font",
    "icon",
    "load_theme",
    "paint_bar",
    "paint_line",
    "scaled",
    "script_of",
    "text_font",
    "theme_names",
    "ui_font",
]

# Type sizes and line heights, in pixels, before the system's scaling (``scaled``).
TITLE, TITLE_LINE = 30, 40
TEXT, TEXT_LINE = 18, 28
BYLINE, BYLINE_LINE = 15, 28
QUOTATION, QUOTATION_LINE = 14, 20
PREVIEW, PREVIEW_LINE = 15, 22
FACT, FACT_LINE = 14, 20
CONTROL, CONTROL_LINE = 13, 20
LABEL, LABEL_LINE = 12, 16
HINT = 11

# Spacing, in pixels.
GRID = 4
PARAGRAPH_GAP = 16
SIDE_MARGIN = 20
ROW_GAP = 16
SECTION_GAP = 24
FIELD_CORNER, ROW_CORNER, POPOVER_CORNER = 6, 8, 10
BUTTON_HEIGHT, ROW_BUTTON_HEIGHT = 32, 28

FADE_MS = 120
"""How long a fade takes; none where the system asks for less motion."""


@dataclass(frozen=True, slots=True)
class Theme:
    """``colours``: ``#RRGGBB`` by token; ``inks``: how each colour of a highlight is drawn."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    inks: Mapping[Colour, Ink]

    def hex(self, token: str) -> str:
        """``#RRGGBB``. Raises KeyError for a token that is not in the table."""
        return self.colours[token]

    def colour(self, token: str) -> QColor:
        """The same as a QColor."""
        return QColor(self.colours[token])


def theme_names() -> tuple[str, ...]:
    """The names of the shipped themes: ``light``, ``dark``, ``sepia``, ``high-contrast``."""
    names = {name.removeprefix("themes/").removesuffix(".toml") for name in resource_names("themes", ".toml")}
    first = [name for name in ("light", "sepia", "dark", "high-contrast") if name in names]
    return (*first, *sorted(names.difference(first)))


def load_theme(name: str) -> Theme:
    """A shipped theme. Raises MissingResourceError where there is none of this name."""
    table = tomllib.loads(resource_text(f"themes/{name}.toml"))
    inks = {
        Colour(colour): Ink(entry.get("fill"), entry["line"], Pattern(entry["pattern"]))
        for colour, entry in table["highlights"].items()
    }
    return Theme(table["name"], table["dark"], MappingProxyType(table["colours"]), MappingProxyType(inks))


def apply_theme(app: QApplication, theme: Theme, cache: Path | None = None) -> None:
    """Give all of the application the theme's palette, font and style sheet.

    ``cache``: a folder for the pictures of ticks and arrows; None takes the platform's.
    """
    pictures = control_pictures(theme.colours, cache or user_cache_path("reindreader") / "controls")
    app.setPalette(_palette(theme))
    app.setFont(ui_font(CONTROL))
    app.setStyleSheet(style_sheet(theme.colours, scaled, pictures))


_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("edge"))
    return palette
