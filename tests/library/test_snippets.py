"""Snippets show the words around the first hit, and where the hits are."""

import pytest

from reindreader.library import Library, Origin
from reindreader.model.highlights import Highlight, Quote
from tests.library.makers import put
from tests.library.test_search import text

LONG = "Nothing here.\n\n" + "word " * 40 + "the Élan quay, and the lamps burn " + "again " * 40


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("elan", ["Élan"]),
        ("lam", ["lamps"]),
        ('"quay and the"', ["quay, and the"]),
        ("elan burn ", ["Élan", "burn"]),
        ("text:lamps -nothing", ["lamps"]),
        ("lamp ", None),
        ("title:quay", None),
        ("-quay", None),
        ("%", None),
    ],
)
def test_shows_the_hits(library: Library, query: str, hits: list[str] | None) -> None:
    record = text(library, "one", LONG)
    found = library.snippets([record], query).get(record)
    if hits is None:
        assert found is None
        return
    assert found
    marked = [hit.slice(found.text) for hit in found.hits]
    assert [word for word in marked if word in hits] == hits or [hits[0].startswith(word) for word in marked]
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) < 200


def test_shows_scripts_without_spaces_and_where_it_is_from(library: Library) -> None:
    record = text(library, "one", "渡輪公司在碼頭。\n\nＡＢ渡輪")
    library.add_highlight(record, Highlight(Quote("the quotation"), note="my thesis"))
    other = put(library, "two")
    found = library.snippets([record, other], "輪公")[record]
    assert (found.text, [hit.slice(found.text) for hit in found.hits]) == ("渡輪公司在碼頭。", ["輪公"])
    wide = library.snippets([record], "ab渡")[record]
    assert [hit.slice(wide.text) for hit in wide.hits] == ["ＡＢ渡"]
    assert library.snippets([record], "thesis")[record].origin is Origin.NOTE
    assert library.snippets([record], "quotation")[record].origin is Origin.QUOTE
    assert library.snippets([record], "note:渡輪") == {}


def test_what_the_title_says_is_not_said_again(library: Library) -> None:
    record = text(library, "one", "# The Élan Quay\n\nNobody waits.\n\nThe quay is empty.", title="The Élan Quay")
    assert library.snippets([record], "elan") == {}
    assert library.snippets([record], "quay")[record].text == "The quay is empty."
