"""A library that holds our column."""

from pathlib import Path

import pytest

from reindreader.library import Library, Stored
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish
from tests.workflows.articles import column


@pytest.fixture
def stored(library: Library, tmp_path: Path) -> Stored:
    """Our column, imported."""
    (outcome,) = finish(import_files(library, [column(tmp_path)])).outcomes
    assert outcome.record
    return library.get(outcome.record)
