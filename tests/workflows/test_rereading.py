"""Reading again: the bytes are those that were kept, the user's words stay, and highlights stay on theirs."""

import hashlib
from dataclasses import replace
from pathlib import Path

from reindreader.anchoring import quote_of, words_in
from reindreader.errors import UnreadableFileError
from reindreader.library import Library, Stored
from reindreader.model.claims import Certainty
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.editing import set_field
from reindreader.workflows.importing import ImportOptions, import_files
from reindreader.workflows.outcomes import WhenChanged
from reindreader.workflows.progress import finish
from reindreader.workflows.reading import READER
from reindreader.workflows.rereading import reread
from tests.workflows.articles import COLUMN, column


def mark(library: Library, record: int, words: str) -> Highlight:
    text = library.article(record).text
    return library.add_highlight(record, Highlight(quote_of(text, words_in(text, words)[0]), note="Why?"))


def as_an_older_reader_left_it(library: Library, record: int) -> None:
    """Without its last line, and without what was found."""
    article = library.article(record)
    cut = replace(article, text=article.text[:500], blocks=article.blocks[:2], reader=0)
    library.replace_article(record, cut, library.files.read(article.source.sha256), ())


def test_only_what_an_older_reader_read_is_read_again(library: Library, stored: Stored, tmp_path: Path) -> None:
    set_field(library, stored.id, "title", "The Clerks")
    kept = mark(library, stored.id, "keeps a ledger")
    before = library.article(stored.id)
    as_an_older_reader_left_it(library, stored.id)
    assert library.get(stored.id).record.contributors == ()
    (tmp_path / "column.txt").unlink()  # the library has the bytes
    (done,) = finish(reread(library))
    assert (done.key, done.changed, done.lost, done.error) == (stored.key, True, 0, None)
    assert library.article(stored.id) == before
    assert before.reader == READER
    now = library.get(stored.id)
    assert now.record.title
    assert now.record.title.text == "The Clerks"
    assert [person.name.literal for person in now.record.contributors][-1:] == ["Ngaio Bellweather"]
    (again,) = library.highlights(stored.id)
    assert (again.id, again.quote, again.note) == (kept.id, kept.quote, "Why?")
    assert finish(reread(library)) == ()


def test_many_are_read_again_and_what_became_newer_meanwhile_stays(library: Library, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.txt" for number in range(24)]
    for path in paths:
        path.write_text(f"{COLUMN}\n{path.name}\n", "utf-8")
    records = [outcome.record or 0 for outcome in finish(import_files(library, paths)).outcomes]
    for record in records:
        as_an_older_reader_left_it(library, record)
    work = reread(library)
    next(work)
    paths[-1].write_text(f"{COLUMN}\nA last word.\n", "utf-8")
    finish(import_files(library, paths[-1:], ImportOptions(changed=WhenChanged.UPDATE)))
    done = finish(work)
    assert [one.record for one in done] == records
    assert [one.error for one in done] == [None] * 24
    texts = [library.article(record).text.strip().rpartition("\n")[2] for record in records]
    assert texts == [*(path.name for path in paths[:-1]), "A last word."]


def test_another_encoding(library: Library, tmp_path: Path) -> None:
    (tmp_path / "lamp.txt").write_bytes("碼頭盡頭的燈\n\n燈在四點點亮。\n".encode("big5"))
    (outcome,) = finish(import_files(library, [tmp_path / "lamp.txt"], ImportOptions(encoding="cp1252"))).outcomes
    record = outcome.record or 0
    assert "碼頭" not in library.article(record).text
    (done,) = finish(reread(library, [record], encoding="big5"))
    assert done.changed
    assert library.article(record).text.startswith("碼頭盡頭的燈")
    (again,) = finish(reread(library, [record]))
    assert not again.changed  # the user's word on the encoding is kept
    assert len(library.all_ids()) == 1


def test_bytes_that_are_gone_leave_the_record_as_it_is(library: Library, stored: Stored) -> None:
    sha256 = library.article(stored.id).source.sha256
    library.files.path(sha256).unlink()
    (done,) = finish(reread(library, [stored.id]))
    assert isinstance(done.error, UnreadableFileError)
    assert "ledger" in library.article(stored.id).text


def test_a_newer_text_of_the_same_file(library: Library, stored: Stored, tmp_path: Path) -> None:
    set_field(library, stored.id, "translator", "Mei Lam")
    same, changed = (
        mark(library, stored.id, "proposed to replace the clerks"),
        mark(library, stored.id, "every eleven years or so"),
    )
    new = "An editor's note of today.\n\n" + COLUMN.replace("eleven years", "twelve years")
    column(tmp_path).write_text(new, "utf-8")
    finish(import_files(library, [tmp_path / "column.txt"], ImportOptions(changed=WhenChanged.UPDATE)))
    found = {highlight.id: highlight for highlight in library.highlights(stored.id)}
    place = found[same.id].quote.position
    assert place
    assert place.slice(new) == "proposed to replace the clerks"
    assert found[changed.id].state is AnchorState.CHANGED
    assert found[changed.id].quote.exact == "every eleven years or so"
    people = [claim for claim in library.get(stored.id).claims if claim.field == "translator"]
    assert {claim.certainty for claim in people} == {Certainty.STATED, Certainty.USER}
    assert library.files.read(stored_sha(COLUMN)) == COLUMN.encode()  # the older bytes are kept


def stored_sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
