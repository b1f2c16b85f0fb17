"""Every text can be read on every ground it stands on; every icon is there; fonts follow the language."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reindreader.desktop.fonts import is_right_to_left, script_of, text_families, text_font
from reindreader.desktop.icons import icon
from reindreader.desktop.ink import Pattern
from reindreader.desktop.theme import apply_theme, load_theme, theme_names
from reindreader.model.highlights import Colour
from reindreader.resources import resource_names

GROUNDS = ("paper", "panel", "raised", "select", "hover")
TEXTS = ("text", "quiet", "accent", "warn", "error")


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme_names())
def test_text_can_be_read_on_every_ground(name: str) -> None:
    theme = load_theme(name)
    poor = [(t, g) for t, g in product(TEXTS, GROUNDS) if contrast(theme.hex(t), theme.hex(g)) < 7]
    assert poor == []
    assert contrast(theme.hex("on_accent"), theme.hex("accent")) >= 7
    assert contrast(theme.hex("text"), theme.hex("selection")) >= 7


@pytest.mark.parametrize("name", theme_names())
def test_borders_and_highlights_stand_out(name: str) -> None:
    theme = load_theme(name)
    assert all(contrast(theme.hex("edge"), theme.hex(ground)) >= 3 for ground in GROUNDS)
    for ink in theme.inks.values():
        assert contrast(ink.line, theme.hex("paper")) >= 3.5
        if ink.fill:
            assert contrast(ink.line, ink.fill) >= 3.4
            assert contrast(theme.hex("text"), ink.fill) >= 7


def test_each_colour_has_a_pattern_of_its_own() -> None:
    inks = load_theme("light").inks
    filled = [ink.pattern for ink in inks.values() if ink.fill]
    assert sorted(filled) == sorted(Pattern)
    assert set(inks) == set(Colour)


def test_every_icon_is_drawn(qtbot: QtBot) -> None:
    theme = load_theme("dark")
    names = [name.removeprefix("icons/").removesuffix(".svg") for name in resource_names("icons", ".svg")]
    for name in names:
        picture = icon(name, theme).pixmap(16, 16).toImage()
        inked = sum(
            picture.pixelColor(x, y).alpha() > 40 for x, y in product(range(picture.width()), range(picture.height()))
        )
        assert inked > 8, name


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("en", "Latn"),
        (None, "Latn"),
        ("zh", "Hans"),
        ("zh-HK", "Hant"),
        ("zh-Hant-HK", "Hant"),
        ("zh-Hans-SG", "Hans"),
        ("ja", "Jpan"),
        ("ar-EG", "Arab"),
        ("ru", "Latn"),
        ("sr-Cyrl", "Latn"),
        ("he", "Hebr"),
    ],
)
def test_script_of_a_language(tag: str | None, script: str) -> None:
    assert script_of(tag) == script


def test_east_asian_text_is_never_slanted(qtbot: QtBot) -> None:
    assert text_font("en", 15, italic=True).italic()
    assert not text_font("zh-Hant", 15, italic=True).italic()
    assert not text_font("ja", 15, italic=True).italic()


def test_only_fonts_that_are_there_are_asked_for(qtbot: QtBot) -> None:
    for tag in ("en", "zh-Hant", "ar", "vi"):
        assert text_families(tag)[-1] == "serif"
    assert is_right_to_left("ar")
    assert not is_right_to_left("zh")


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_dresses_the_application(name: str, qapp: QApplication, tmp_path: Path) -> None:
    theme = load_theme(name)
    apply_theme(qapp, theme, tmp_path)
    assert qapp.palette().window().color() == theme.colour("panel")
    assert list(tmp_path.glob("*/check-on.svg"))


def test_a_theme_does_without_a_place_for_pictures(qapp: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    apply_theme(qapp, load_theme("light"), blocked)
    assert "check-on" not in qapp.styleSheet()
