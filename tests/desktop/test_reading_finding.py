"""Words are found whatever their case, accents and width; places are those of the text as it is."""

import pytest

from reindreader.desktop.reading.breaking import unbroken
from reindreader.desktop.reading.finding import find_all
from reindreader.model.text import Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A clock, a Clock", "clock", ["clock", "Clock"]),
        ("Dvořáková dvorakova", "dvorakova", ["Dvořáková", "dvorakova"]),
        ("Straße STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the old\n  pier", "old pier", ["old\n  pier"]),
        ("渡輪留下的鐘", "留下", ["留下"]),
        ("ＡＢＣ abc", "abc", ["ＡＢＣ", "abc"]),
        ("😀 b 𠮷 b", "b", ["b", "b"]),
        ("nothing", "  ", []),
        ("aaaa", "aa", ["aa", "aa"]),
    ],
)
def test_found_places(text: str, words: str, found: list[str]) -> None:
    assert [span.slice(text) for span in find_all(text, words)] == found


def test_places_are_code_points() -> None:
    assert find_all("😀x", "x") == (Span(1, 2),)


@pytest.mark.parametrize(
    ("words", "keeps", "shown"),
    [
        ("a\nb", False, "a b"),
        ("渡\n輪", False, "渡\u200b輪"),
        ("a\nb", True, "a\u2028b"),
        ("whole", False, "whole"),
    ],
)
def test_line_breaks_of_the_source_have_one_character_each(words: str, keeps: bool, shown: str) -> None:
    assert unbroken(words, keeps) == shown
    assert len(shown) == len(words)
