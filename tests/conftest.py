"""What all tests share: golden files, the data beside the project, and a library in an empty folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reindreader.library import Library

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parent / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)``: the text is that of the file ``tests/golden/NAME``."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return check


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared is absent")
    return folder


@pytest.fixture
def samples() -> Path:
    """Articles written by us."""
    return SAMPLES


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library.sqlite") as opened:
        yield opened
