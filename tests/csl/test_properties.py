"""Whatever CSL-JSON says, it prints; and nothing in it becomes markup of the page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.csl import CiteItem, Cluster, Document
from reindreader.csl.variables import DATES, NAMES, NUMBERS, STANDARD, TYPES
from tests.csl import shelf

STYLES = [
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "modern-language-association",
    "ieee",
    "nature",
    "oscola",
    "harvard-cite-them-right",
    "china-national-standard-gb-t-7714-2015-numeric",
    "din-1505-2-alphanumeric",
]
TEXTS = st.text(max_size=20) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<i>x</b>",
        "\"a 'b\" c'",
        "1-2",
        "a\\-b",
        "<span class='nocase'>",
        "‘’“”",
        "</div>",
        "&amp;",
        "İ",
    ]
)
NUMBER_TEXTS = TEXTS | st.integers(-5, 5000) | st.from_regex(r"[a-z]{0,2}\d{1,4}[-,& ]{0,3}\d{0,4}", fullmatch=True)
PERSONS = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"]),
    TEXTS,
    max_size=4,
)
PARTS = st.lists(st.lists(st.integers(-3000, 3000), max_size=3), max_size=2)
DATE_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": PARTS,
        "literal": TEXTS,
        "raw": TEXTS,
        "season": st.integers(0, 30) | TEXTS,
        "circa": st.booleans(),
    },
)


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    item: dict[str, Any] = {"id": "x", "type": draw(st.sampled_from(sorted(TYPES)))}
    for variables, values in (
        (STANDARD, TEXTS),
        (NUMBERS, NUMBER_TEXTS),
        (NAMES, st.lists(PERSONS, max_size=4)),
        (DATES, DATE_VALUES),
    ):
        item |= draw(st.dictionaries(st.sampled_from(sorted(variables)), values, max_size=6))
    return item


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=25, deadline=None)
@given(item=items(), locator=NUMBER_TEXTS, label=st.sampled_from(["", "page", "sub-verbo", "nonsense"]), affix=TEXTS)
def test_every_item_prints(name: str, item: dict[str, Any], locator: str, label: str, affix: str) -> None:
    document = Document(shelf.style(name), [item, {**item, "id": "y"}])
    cites = (CiteItem("x", str(locator), label, affix, affix), CiteItem("y"))
    document.arrange([Cluster("1", cites, 1), Cluster("2", cites, 2, "composite"), Cluster("3", cites[:1], 2)])
    shown = [document.citation(str(number)) for number in (1, 2, 3)] + [
        entry.output for entry in document.bibliography().entries
    ]
    for one in shown:
        tags = re.findall(r"<[^>]*>", one.html())
        assert all(re.fullmatch(r'</?(i|b|em|sup|sub|span|div)( (style|class)="[\w:; -]+")?>', tag) for tag in tags)
        assert one.text().replace("\n", "") == "".join(run.text for run in one.runs).replace("\n", "")
        assert one.rtf().isascii()
        assert one.markdown() or not one.text()
        assert one.latex() or not one.text()


@pytest.mark.parametrize("name", STYLES)
def test_a_script_in_a_title_is_text(name: str) -> None:
    item = {"id": "x", "type": "book", "title": "<script>alert(1)</script>", "issued": {"date-parts": [[2001]]}}
    document = Document(shelf.style(name), [item], uncited=["x"])
    html = document.bibliography().entries[0].output.html(links=True)
    assert "<script" not in html.lower()
    assert "&lt;script&gt;" in html.lower()
