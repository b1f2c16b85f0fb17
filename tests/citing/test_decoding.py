"""LaTeX in values of other programs, as plain text."""

import pytest

from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.reading.flat import slashed_date
from reindreader.citing.reading.ris import read_ris
from reindreader.model.dates import PartialDate


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"\emph{Old} and {\em new}", "Old and new"),
        (r"\href{https://x.example}{words}", "words"),
        (r"\href", ""),
        (r"$\alpha$ and $\Omega$", "α and Ω"),
        (r"H$_2$O, $x^{2}$, 10$^{-3}$", "H₂O, x², 10⁻³"),
        (r"$E = mc^2$ and $\unknown$", r"$E = mc^2$ and $\unknown$"),
        (r"$_n$", "$_n$"),
        (r"a\\b\,c\/d\@e", "a b\u2009cde"),
        (r"\TeX{}book, \LaTeX", "TeXbook, LaTeX"),
        (r"\AE{}rø \o\ss", "Ærø øß"),
        (r"cost \$5 \& \% \#1", "cost $5 & % #1"),
        ("one -- two --- three ``four''", "one – two — three “four”"),
        (r"\strange{word}", r"\strangeword"),
        (r"\'{\i}\v{S}", "íŠ"),
    ],
)
def test_plain(value, text):
    assert plain(value, ligatures=True) == text


def test_dates_with_slashes():
    assert slashed_date("2015/13/40/") == PartialDate(2015)
    assert slashed_date("2015//") == PartialDate(2015)
    assert slashed_date("2015") == PartialDate(2015)
    assert slashed_date("nothing") is None


def test_values_that_have_no_place_are_kept():
    text = "TY  - BOOK\nTI  - A\nT1  - B\nLA  - Gibberish\nPY  - soon\nY2  - later\nUR  - https://a.example\nUR  - https://b.example\nER  - \n"
    record = read_ris(text).entries[0].record
    assert record.unknown == {"T1": "B", "LA": "Gibberish", "PY": "soon", "Y2": "later", "UR": "https://b.example"}
