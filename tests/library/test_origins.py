"""Where texts came from and what read them: found again by path or address, and by the reader's version."""

from dataclasses import replace

from reindreader.citing.keys import make_key
from reindreader.ingest import read_plain
from reindreader.library import Library
from reindreader.model.articles import Article

PLACE = "/harbour/lamp.txt"


def text(words: str, *, reader: int = 0, place: str = PLACE) -> tuple[Article, bytes]:
    data = words.encode()
    read = read_plain(data, "lamp.txt")
    return replace(read, source=replace(read.source, path=place), reader=reader), data


def test_a_text_is_found_by_the_place_that_its_newest_bytes_came_from(library: Library) -> None:
    record = library.add(*text("The lamp is lit at four."), (), make_key)
    assert library.read_from([PLACE]) == {PLACE: record}
    library.replace_article(record, *text("The lamp is lit at five.", place="/elsewhere.txt"), ())
    assert library.read_from([PLACE, "/elsewhere.txt"]) == {"/elsewhere.txt": record}
    library.bin(record)
    assert library.read_from(["/elsewhere.txt"]) == {}


def test_texts_of_an_older_reader(library: Library) -> None:
    old = library.add(*text("The lamp is lit at four."), (), make_key)
    new = library.add(*text("The lamp is lit at six.", reader=3), (), make_key)
    assert library.read_before(3) == (old,)
    library.replace_article(old, *text("The lamp is lit at five.", reader=3), ())
    assert library.read_before(3) == ()
    assert library.read_before(4) == (old, new)
    assert library.article(new).reader == 3
