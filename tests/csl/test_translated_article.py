"""A translated newspaper column in the styles that people ask for first, as it becomes known step by step."""

from __future__ import annotations

from typing import Any

import pytest

from reindreader.csl import CiteItem, preview
from tests.csl import shelf

IMPORTED: dict[str, Any] = {
    "id": "column",
    "type": "article-newspaper",
    "title": "What exactly is meant by ‘re-industrialization’?",
    "author": [{"family": "Mok", "given": "Charles"}],
    "translator": [{"family": "Lee", "given": "Alan"}],
    "language": "en",
}
PLACED = {**IMPORTED, "container-title": "Hong Kong Economic Journal"}
COMPLETE = {
    **IMPORTED,
    "container-title": "EJ Insight",
    "issued": {"date-parts": [[2015, 12, 3]]},
    "original-date": {"date-parts": [[2015, 11, 30]]},
    "original-publisher": "Hong Kong Economic Journal",
}
REFERENCES = {
    "apa": (
        "Mok, C. (n.d.). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.).",
        "Mok, C. (n.d.). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.). Hong Kong Economic Journal.",
        (
            "Mok, C. (2015, December 3). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.). EJ Insight. "
            "(Original work published 2015, Hong Kong Economic Journal)"
        ),
    ),
    "chicago-notes-bibliography": (
        "Mok, Charles. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee. n.d.",
        (
            "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. "
            "Hong Kong Economic Journal, n.d."
        ),
        (
            "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. EJ Insight, "
            "December 3, 2015."
        ),
    ),
    "chicago-author-date": (
        "Mok, Charles. n.d. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee.",
        (
            "Mok, Charles. n.d. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. "
            "Hong Kong Economic Journal."
        ),
        (
            "Mok, Charles. (2015) 2015. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. "
            "EJ Insight, December 3."
        ),
    ),
    "modern-language-association": (
        "Mok, Charles. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee.",
        (
            "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Hong Kong Economic Journal, "
            "translated by Alan Lee."
        ),
        (
            "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” EJ Insight, translated by Alan Lee, "
            "3 Dec. 2015."
        ),
    ),
    "harvard-cite-them-right": (
        "Mok, C. (no date) “What exactly is meant by ‘re-industrialization’?” Translated by A. Lee.",
        (
            "Mok, C. (no date) “What exactly is meant by ‘re-industrialization’?,” Hong Kong Economic Journal. "
            "Translated by A. Lee."
        ),
        "Mok, C. (2015) “What exactly is meant by ‘re-industrialization’?,” EJ Insight. Translated by A. Lee, 3 December.",
    ),
    "ieee": (
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?”",
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?,” Hong Kong Economic Journal.",
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?,” EJ Insight, Dec. 03, 2015.",
    ),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_reference(name: str) -> None:
    printed = []
    for item in (IMPORTED, PLACED, COMPLETE):
        entry = preview(shelf.style(name), item)[1]
        assert entry is not None
        printed.append(entry.output.text())
    assert tuple(printed) == REFERENCES[name]


def test_citation_in_apa() -> None:
    printed = [preview(shelf.style("apa"), item)[0].text() for item in (IMPORTED, PLACED, COMPLETE)]
    assert printed == ["(Mok, n.d.)", "(Mok, n.d.)", "(Mok, 2015/2015)"]


def test_locator_in_apa() -> None:
    cite = CiteItem("column", locator="4", label="paragraph")
    assert preview(shelf.style("apa"), COMPLETE, cite)[0].text() == "(Mok, 2015/2015, para. 4)"


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("apa", set()),
        ("chicago-notes-bibliography", {"original-date", "original-publisher"}),
        ("chicago-author-date", {"original-publisher"}),
        ("modern-language-association", {"original-date", "original-publisher"}),
        ("harvard-cite-them-right", {"original-date", "original-publisher"}),
        ("ieee", {"translator", "original-date", "original-publisher"}),
    ],
)
def test_trace_names_what_a_style_leaves_out(name: str, missing: set[str]) -> None:
    entry = preview(shelf.style(name), COMPLETE)[1]
    assert entry is not None
    assert entry.unprinted == missing
    assert {"author", "title"} <= entry.printed
