"""Items: what is CSL-JSON and what is refused, with the item and the variable named."""

from __future__ import annotations

from typing import Any

import pytest

from reindreader.csl import Document, ItemError
from tests.csl import mini


@pytest.mark.parametrize(
    ("item", "item_id", "variable"),
    [
        ([], "", ""),
        ({}, "", "id"),
        ({"id": True}, "", "id"),
        ({"id": "x", "type": 3}, "x", "type"),
        ({"id": "x", "author": "Me"}, "x", "author"),
        ({"id": "x", "author": ["Me"]}, "x", "author"),
        ({"id": "x", "author": [{"family": ["Me"]}]}, "x", "author"),
        ({"id": "x", "title": ["T"]}, "x", "title"),
        ({"id": "x", "issued": {"date-parts": [["soon"]]}}, "x", "issued"),
    ],
)
def test_refused(item: Any, item_id: str, variable: str) -> None:
    with pytest.raises(ItemError) as caught:
        Document(mini.style(), [item])
    assert (caught.value.item_id, caught.value.variable) == (item_id, variable)
    assert repr(item_id) in str(caught.value)
    assert caught.value.what


def test_unknown_variables_are_refused_when_asked() -> None:
    item = mini.item(title="T", colour="red", custom={"a": 1}, categories=["x"], holder=[1])
    assert mini.cited(mini.style(), item) == "T"
    with pytest.raises(ItemError, match="colour"):
        Document(mini.style(), [item], strict=True)


def test_numbers_may_be_numbers() -> None:
    layout = '<text variable="volume"/>/<text variable="issue" prefix="/"/>'
    assert mini.cited(mini.style(layout), {"id": 5, "volume": 3, "issue": 2.5}) == "3/2.5"
    assert mini.cited(mini.style(layout), {"id": 5.0, "volume": 3.0, "issue": None, "title": ""}) == "3"


def test_what_the_processor_makes_is_not_taken_from_items() -> None:
    layout = '<text variable="citation-number"/><text variable="locator"/><text variable="year-suffix"/>'
    assert mini.cited(mini.style(layout), {"id": "x", "citation-number": 9, "locator": "8", "year-suffix": "z"}) == "1"
