"""Every style of the package compiles, and every independent one prints our items: a sample here, all of them nightly."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from reindreader.csl import CiteItem, Cluster, Document
from tests.bench.bench_csl import items
from tests.csl import shelf

EVERY = sorted(shelf.styles_folder().rglob("*.csl"))


def check(path: Path, real: Sequence[Mapping[str, Any]] = ()) -> None:
    """``real``: items to print besides ours."""
    style = shelf.compiled(path.read_text(encoding="utf-8"))
    assert style.title
    if style.parent_id:
        return
    document = Document(style, items(12))
    document.arrange(
        [Cluster("1", (CiteItem("item1"), CiteItem("item2", locator="3")), 1), Cluster("2", (CiteItem("item1"),), 2)]
    )
    document.add_items(real)
    document.include([str(item["id"]) for item in real])
    assert document.bibliography() is not None


@pytest.mark.parametrize("path", EVERY[::150], ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    check(path)


@pytest.mark.nightly
def test_every_style() -> None:
    data = Path(__file__).resolve().parents[3] / "shared" / "csl-oracle" / "items.json"
    real = json.loads(data.read_text("utf-8")) if data.exists() else []
    for path in EVERY:
        check(path, real)
