"""A library of an older schema opens with all that it held. ``schema-1.sql`` … were written by the programs of their time."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from reindreader.errors import UnwritableError
from reindreader.library import Library, schema, sqlite
from reindreader.model.claims import Certainty, Claim
from reindreader.model.highlights import AnchorState, Colour
from reindreader.model.records import Title
from reindreader.model.text import Span
from tests.library.test_library import TEXT, claims

DUMPS = sorted(Path(__file__).parent.glob("schema-*.sql"))


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "library.sqlite"
    database = sqlite3.connect(path)
    database.executescript(request.param.read_text("utf-8"))
    database.close()
    return path


def test_holds_what_it_held(old: Path) -> None:
    with Library.open(old) as library:
        ferry = library.by_key("obriain2015")
        assert ferry.claims == claims()
        assert (ferry.tags, ferry.place, ferry.progress) == (("harbour", "海"), 12, 0.5)
        assert library.article(ferry.id).text == TEXT
        first, lost = library.highlights(ferry.id)
        assert (first.quote.exact, first.quote.position, first.colour) == ("clock 𠮷", Span(8, 15), Colour.ROSE)
        assert (first.note, first.tags, lost.state) == ("the thesis, ñ", ("time", "鐘"), AnchorState.LOST)
        light = library.by_key("farondlighthouse")
        assert light.claims[0] == Claim("title", Title("The Lighthouse"), Certainty.STATED, (Span(0, 14),))
        assert light.record.original.title == Title("O farol", "pt")
        assert light.record.variables["DOI"] == "10.1000/xyz"
        assert library.binned() == (library.by_key("binned").id,)
        assert library.check() == "ok"


def test_a_record_is_known_by_its_doi_before_and_after_it_is_made_anew(old: Path) -> None:
    with Library.open(old, patience=0) as library:
        light = library.by_key("farondlighthouse").id
        assert [one.record for one in library.known_by(["10.1000/xyz"], [])] == [light]
        for _ in library.remake():
            assert [one.record for one in library.known_by(["10.1000/xyz"], [])] == [light]
        assert library.known_by(["10.1000/xy"], ["10.1000/xyz"]) == []


def test_has_its_shelf(old: Path) -> None:
    with Library.open(old) as library:
        rows = {row.key: row for row in library.shelf_rows(library.shelf_ids())}
        assert set(rows) == {"obriain2015", "farondlighthouse", "anon"}
        light = rows["farondlighthouse"]
        assert (light.title, light.authors, light.translators) == ("The Lighthouse", "Faro", "Wick")
        assert dict(library.entries(library.all_ids())) == {key: library.by_key(key).record for key in rows}


def test_is_read_where_nothing_can_be_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    here = old.parent
    monkeypatch.setattr(sqlite, "may_write", lambda path: not path.is_relative_to(here))
    with Library.open(old) as library:
        assert library.read_only
        assert library.by_key("obriain2015").claims == claims()
        assert list(library.shelf_ids(query="clock")) == [library.by_key("obriain2015").id]
        with pytest.raises(UnwritableError):
            library.bin(1)
    assert old.read_bytes() == before


def tables(path: Path) -> dict[str, object]:
    engine = sa.create_engine(f"sqlite:///{path}")
    seen = sa.inspect(engine)
    found: dict[str, object] = {}
    for table in schema.metadata.tables:
        columns = {(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)}
        indexes = {(i["name"], tuple(i["column_names"])) for i in seen.get_indexes(table)}
        keys = {(k["constrained_columns"][0], k["referred_table"]) for k in seen.get_foreign_keys(table)}
        found[table] = (columns, indexes, keys)
    engine.dispose()
    return found


def test_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Library.open(old).close()
    Library.open(tmp_path / "new.sqlite").close()
    assert tables(old) == tables(tmp_path / "new.sqlite")
