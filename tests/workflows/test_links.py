"""Addresses and DOIs into the library: with where they were read and when, and nothing that nobody said."""

from collections.abc import Iterator

import pytest

from reindreader.errors import BadValueError, UnreachableError, UnreadableFileError
from reindreader.fetching import FetchLimits
from reindreader.library import Library
from reindreader.model.claims import Certainty
from reindreader.model.records import Relation
from reindreader.workflows.fetching import Network, fetched_reading, today
from reindreader.workflows.importing import ImportOptions, import_files, source_of
from reindreader.workflows.outcomes import Outcome, State, WhenChanged
from reindreader.workflows.progress import Unit, finish
from reindreader.workflows.reading import read_bytes
from tests.fetching.server import ACTS, PAGE, serving


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"


def taken(library: Library, words: str, **options: object) -> Outcome:
    (outcome,) = finish(import_files(library, [source_of(words)], ImportOptions(**options))).outcomes  # type: ignore[arg-type]
    return outcome


def test_a_page_is_kept_with_its_address_and_the_day(library: Library, site: str) -> None:
    outcome = taken(library, site + "/moved", archived="https://kept.example/1")
    assert outcome.record is not None
    article, stored = library.article(outcome.record), library.get(outcome.record)
    source = article.source
    assert (source.url, source.accessed, source.archived) == (
        site + "/lamp?from=moved",
        today(),
        "https://kept.example/1",
    )
    assert library.files.read(source.sha256) == PAGE.encode()
    (appearance,) = stored.record.appearances
    assert (appearance.url, appearance.accessed, appearance.archived) == (source.url, today(), source.archived)
    assert appearance.relation is Relation.TRANSLATION
    (accessed,) = (claim for claim in stored.claims if claim.field == "appearance.accessed")
    assert accessed.certainty is Certainty.DECLARED
    assert appearance.date is None  # the day of reading is no day of publishing
    assert [person.name.literal for person in stored.record.contributors] == ["Ngaio Bellweather"]


def test_the_same_page_again_is_there_already(library: Library, site: str) -> None:
    taken(library, site + "/lamp")
    assert taken(library, site + "/lamp").state is State.HERE


def test_a_page_that_has_changed(library: Library, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = taken(library, site + "/lamp")
    monkeypatch.setitem(ACTS, "/lamp", lambda page: page.give(200, PAGE.replace("four", "five").encode()))
    older = taken(library, site + "/lamp")
    assert (older.state, older.key) == (State.OLDER, first.key)
    assert "lit at four" in library.article(first.record or 0).text
    newer = taken(library, site + "/lamp", changed=WhenChanged.UPDATE)
    assert (newer.state, newer.record) == (State.UPDATED, first.record)
    assert "lit at five" in library.article(first.record or 0).text


def test_a_newer_version_beside_the_older(library: Library, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = taken(library, site + "/lamp")
    monkeypatch.setitem(ACTS, "/lamp", lambda page: page.give(200, PAGE.replace("four", "five").encode()))
    beside = taken(library, site + "/lamp", changed=WhenChanged.ADD)
    assert beside.state is State.ADDED
    assert beside.key != first.key


def test_what_cannot_be_read_is_told_with_its_address(library: Library, site: str) -> None:
    outcome = taken(library, site + "/picture")
    assert isinstance(outcome.error, UnreachableError)
    assert outcome.error.reason == "type"
    assert isinstance(taken(library, site + "/lamp", archived="nowhere").error, BadValueError)
    refused = taken(library, site + "/endless", max_bytes=100_000)
    assert isinstance(refused.error, UnreachableError)
    assert refused.error.reason == "too-large"
    assert library.all_ids().tolist() == []


def test_the_declared_encoding_is_kept_for_reading_again(library: Library, site: str) -> None:
    outcome = taken(library, site + "/greek")
    encoding = library.article(outcome.record or 0).source.encoding
    assert encoding is not None
    assert (encoding.name, encoding.given, encoding.sure) == ("iso8859-7", True, True)
    assert library.article(outcome.record or 0).text.startswith("Το φως")


def test_it_can_be_cancelled_between_two_pieces(library: Library, site: str) -> None:
    work = import_files(library, [site + "/slow"])
    parts = (step.part for step in work if step.part and step.part.done)
    assert next(parts).unit is Unit.BYTES
    work.close()
    assert library.all_ids().tolist() == []


@pytest.mark.parametrize("words", ["doi:10.5555/lamp(1)", "https://doi.org/10.5555/lamp(1)", "10.5555/lamp(1)"])
def test_a_doi_is_a_record_without_a_text(library: Library, site: str, words: str) -> None:
    outcome = taken(library, words, network=Network(resolver=site + "/"))
    assert (outcome.state, outcome.error) == (State.ADDED, None)
    stored = library.get(outcome.record or 0)
    assert stored.article is None
    assert stored.record.title
    assert stored.record.title.text == "The Lamp"
    assert stored.record.variables["DOI"] == "10.5555/lamp(1)"
    assert [person.name.family for person in stored.record.contributors] == ["Lindgren"]
    assert {claim.certainty for claim in stored.claims} == {Certainty.DECLARED}
    assert all("doi.org" in getattr(place, "where", "") for claim in stored.claims for place in claim.evidence)


def test_a_doi_whose_record_is_there_already(library: Library, site: str) -> None:
    first = taken(library, "10.5555/lamp(1)", network=Network(resolver=site + "/"))
    away = Network(resolver="http://127.0.0.1:9/")
    for words in ("https://doi.org/10.5555/LAMP(1)", "10.5555/lamp(1)"):
        again = taken(library, words, network=away)
        assert (again.state, again.record, again.key) == (State.HERE, first.record, first.key)
    assert isinstance(taken(library, "10.5555/lamp", network=away).error, UnreachableError)
    library.bin(first.record or 0)
    assert taken(library, "10.5555/lamp(1)", network=Network(resolver=site + "/")).state is State.ADDED


def test_an_unknown_doi_is_refused(library: Library, site: str) -> None:
    outcome = taken(library, "10.5555/none", network=Network(resolver=site + "/", limits=FetchLimits()))
    assert isinstance(outcome.error, UnreachableError)
    assert (outcome.error.address, outcome.error.reason) == ("10.5555/none", "not-found")


def test_a_page_without_a_text_is_refused(library: Library, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTS, "/lamp", lambda page: page.give(200, b"<html></html>"))
    assert isinstance(taken(library, site + "/lamp").error, UnreadableFileError)


def test_what_an_archive_keeps_has_the_address_of_its_page() -> None:
    copy = "https://web.archive.org/web/20190305101112/https://post.example/lamp"
    own = read_bytes(PAGE.encode(), "lamp.html")
    reading = fetched_reading(own, copy, today())
    (appearance,) = reading.record.appearances
    assert (appearance.url, appearance.archived) == ("https://post.example/lamp", copy)
    assert reading.article.source.url == copy  # from there newer bytes would come
    again = fetched_reading(own, copy, today(), reading.article.source.archived)
    assert again.claims == reading.claims
