"""Runs and their five ways of being written."""

from __future__ import annotations

import pytest

from reindreader.csl import Rendered, preview
from tests.csl import mini


def rendered(title: str, layout: str = '<text variable="title"/>') -> Rendered:
    return preview(mini.style(layout), mini.item(title=title, URL="http://example.org/?a=1&b=2", DOI="10.1/x"))[0]


def test_runs_join_what_looks_alike() -> None:
    runs = rendered("<i>a</i><i>b</i> c").runs
    assert [(run.text, run.style) for run in runs] == [("ab", "italic"), (" c", "normal")]


@pytest.mark.parametrize(
    ("title", "markdown", "rtf", "latex"),
    [
        ("a * b_c", r"a \* b\_c", "a * b_c", r"a * b\_c"),
        ("<i>it</i>", "*it*", r"{\i it}", r"\textit{it}"),
        ("<b>bo </b>x", "**bo** x", r"{\b bo }x", r"\textbf{bo }x"),
        ("<sup>2</sup>", "<sup>2</sup>", r"{\super 2}", r"\textsuperscript{2}"),
        ("<sub>2</sub>", "<sub>2</sub>", r"{\sub 2}", r"\textsubscript{2}"),
        (
            "<sc>s</sc>",
            '<span style="font-variant:small-caps;">s</span>',
            r"{\scaps s}",
            r"\textsc{s}",
        ),
        ("{\\x} & 5% #$~^", r"{\\x} \& 5% \#\$\~\^", r"\{\\x\} & 5% #$~^",
         r"\{\textbackslash{}x\} \& 5\% \#\$\textasciitilde{}\textasciicircum{}"),
        ("é 莫 😀", "é 莫 😀", r"\uc0\u233  \uc0\u-31743  \uc0\u-10179 \uc0\u-8704 ".replace("-31743", "-31725"), "é 莫 😀"),
        ("1. one", r"1\. one", "1. one", "1. one"),
        ("- one", r"\- one", "- one", "- one"),
        ("a\nb\tc", "a b\tc", r"a\line b c", "a b\tc"),
        ("<script>", r"\<script\>", "<script>", r"\textless{}script\textgreater{}"),
    ],
)  # fmt: skip
def test_markup(title: str, markdown: str, rtf: str, latex: str) -> None:
    shown = rendered(title)
    assert shown.markdown() == markdown
    assert shown.rtf() == rtf.replace("-31725", str(ord("莫") - 65536))
    assert shown.latex() == latex


def test_underline_and_oblique() -> None:
    shown = rendered(
        "x",
        '<text value="u" text-decoration="underline"/><text value="o" font-style="oblique"/><text value=" " font-weight="bold"/>',
    )
    assert shown.markdown() == "<u>u</u>*o* "
    assert shown.latex() == r"\underline{u}\textsl{o}\textbf{ }"
    assert shown.rtf() == r"{\ul u}{\i o}{\b  }"


def test_links() -> None:
    layout = '<text variable="URL"/><text variable="DOI" prefix=" https://doi.org/"/><text variable="DOI" prefix="https://doi.org/"/><text variable="DOI" prefix=" doi:"/>'
    shown = rendered("x", layout)
    assert shown.html() == "http://example.org/?a=1&amp;b=2 https://doi.org/10.1/xhttps://doi.org/10.1/x doi:10.1/x"
    assert shown.html(links=True).startswith(
        '<a href="http://example.org/?a=1&amp;b=2">http://example.org/?a=1&amp;b=2</a>'
    )
    assert (
        '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a> doi:<a href="https://doi.org/10.1/x">10.1/x</a>'
        in shown.html(links=True)
    )
    assert shown.runs[-1].link == "https://doi.org/10.1/x"


def test_nothing_is_false() -> None:
    assert not rendered("", '<text variable="volume"/>')
    assert rendered("x")
