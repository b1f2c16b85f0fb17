"""What has the DOI or the address of a record that is here: nothing is lost, and nothing doubled without a word."""

from pathlib import Path

import pytest

from reindreader.citing.identity import address_of, doi_of
from reindreader.cli.main import main
from reindreader.desktop.messages import outcome_sentence
from reindreader.library import Library, Stored
from reindreader.model.claims import Certainty
from reindreader.model.records import Appearance, Record, Relation
from reindreader.resources import resource_names, resource_path
from reindreader.workflows.bibliographies import Arrival, Arrived, import_bibliography
from reindreader.workflows.editing import set_field
from reindreader.workflows.identity import Shared
from reindreader.workflows.importing import ImportOptions, import_files
from reindreader.workflows.joining import said_elsewhere
from reindreader.workflows.outcomes import Outcome, State, WhenChanged
from reindreader.workflows.progress import finish
from reindreader.workflows.reading import read_file
from reindreader.workflows.rereading import reread

DOI = "10.5555/ledger.7"
ADDRESS = "https://quay.example/clerks/ledger"
BODY = """<p>The harbour office keeps a ledger of every lamp on the eastern breakwater, and has kept it since the lamps burned
oil. Nobody reads the ledger; it is written all the same, in a hand that changes every eleven years or so.</p>
<p>When a clerk retires another one learns to make the same seven, and the lamps burn on as though nobody had left.</p>
<p>Translated from the Norwegian by Ngaio Bellweather</p>"""
ENTRY = f"""@article{{quill1998, author = {{Quill, Tobias}}, title = {{What the Harbour Owes Its Clerks}},
  journaltitle = {{Quay}}, volume = {{7}}, date = {{1998-03}}, doi = {{{DOI}}}, keywords = {{harbour}}}}
"""


def page(
    folder: Path, name: str = "ledger.html", *, title: str = "What the Harbour Owes Its Clerks", more: str = ""
) -> Path:
    path = folder / name
    head = f'<title>{title}</title><meta name="citation_doi" content="{DOI}"><meta name="citation_title" content="{title}">'
    path.write_text(
        f"<html lang=en><head>{head}{more}</head><body><article><h1>{title}</h1>{BODY}</article></body></html>"
    )
    return path


def taken(library: Library, *sources: Path, changed: WhenChanged = WhenChanged.TELL) -> tuple[Outcome, ...]:
    return finish(import_files(library, sources, ImportOptions(changed=changed))).outcomes


def entered(library: Library, text: str, name: str = "quay.bib") -> tuple[Arrived, ...]:
    return finish(import_bibliography(library, text.encode(), name)).arrived


def only(library: Library) -> Stored:
    (record,) = library.all_ids()
    return library.get(record)


def test_a_text_is_put_to_its_record(library: Library, tmp_path: Path) -> None:
    (entry,) = entered(library, ENTRY)
    set_field(library, entry.record or 0, "page", "12-19")
    (outcome,) = taken(library, page(tmp_path))
    assert (outcome.state, outcome.key, outcome.record) == (State.JOINED, "quill1998", entry.record)
    assert outcome_sentence(outcome) == "quill1998 was here without a text and has the same DOI. This is its text now."
    stored = only(library)
    assert "same seven" in library.article(stored.id).text
    assert stored.tags == ("harbour",)
    record = stored.record
    assert [c.name.literal for c in record.contributors] == ["Tobias Quill", "Ngaio Bellweather"]
    assert (record.variables["volume"], record.variables["page"], record.variables["DOI"]) == ("7", "12-19", DOI)
    (own,) = [a for a in record.appearances if a.publication == "Quay"]
    assert (own.relation, own.date.iso if own.date else None) == (Relation.TRANSLATION, "1998-03")
    (doi,) = [claim for claim in stored.claims if claim.field == "variable.DOI"]
    assert len(doi.evidence) == 2


def test_what_the_bibliography_says_stays_when_the_text_is_read_again(library: Library, tmp_path: Path) -> None:
    entered(library, ENTRY)
    taken(library, page(tmp_path))
    before = only(library)
    for _ in range(2):
        finish(reread(library, [before.id]))
        assert only(library).record == before.record
        assert sorted(map(str, only(library).claims)) == sorted(map(str, before.claims))


def test_a_text_beside_a_text_comes_in_with_a_word(library: Library, tmp_path: Path) -> None:
    first, second = taken(library, page(tmp_path), page(tmp_path, "again.html", more="<!-- another copy -->"))
    assert (first.state, first.alike, second.state) == (State.ADDED, None, State.ADDED)
    assert second.alike
    assert (second.alike.key, second.alike.shared, second.alike.one) == (first.key, Shared.DOI, True)
    assert outcome_sentence(second) == f"{first.key} is here with the same DOI. Merge the two if they are one."


def test_another_version_is_no_text_of_the_record(library: Library, tmp_path: Path) -> None:
    entered(library, ENTRY.replace("keywords", "translator = {Moss, Ada}, keywords"))
    (outcome,) = taken(library, page(tmp_path))
    assert outcome.state is State.ADDED
    assert outcome.alike
    assert not outcome.alike.one
    assert "another title, language or translator" in outcome_sentence(outcome)
    assert len(library.all_ids()) == 2


def test_a_record_of_its_own_where_the_user_wants_one(library: Library, tmp_path: Path) -> None:
    entered(library, ENTRY)
    (outcome,) = taken(library, page(tmp_path), changed=WhenChanged.ADD)
    assert outcome.state is State.ADDED
    assert outcome.alike


def test_the_same_address_is_enough(library: Library, tmp_path: Path) -> None:
    entered(library, ENTRY.replace(f"doi = {{{DOI}}}", f"url = {{{ADDRESS}?utm_source=x}}"))
    path = page(tmp_path, more=f'<link rel="canonical" href="{ADDRESS}">')
    (outcome,) = taken(library, path)
    assert outcome.state is State.JOINED
    assert outcome.alike
    assert outcome.alike.shared is Shared.ADDRESS
    assert len(only(library).record.appearances) == 1


def test_an_entry_is_put_beside_its_text(library: Library, tmp_path: Path) -> None:
    (text,) = taken(library, page(tmp_path))
    set_field(library, text.record or 0, "volume", "VII")
    (entry,) = entered(library, ENTRY)
    assert (entry.state, entry.key, entry.record) == (Arrival.JOINED, text.key, text.record)
    stored = only(library)
    assert (stored.record.variables["volume"], stored.record.variables["keyword"]) == ("VII", "harbour")
    assert stored.record.unknown["ids"] == "quill1998"
    assert stored.tags == ("harbour",)
    assert [a.publication for a in stored.record.appearances] == ["Quay"]
    (again,) = entered(library, ENTRY)
    assert (again.state, again.key) == (Arrival.HERE, text.key)
    assert only(library).claims == stored.claims
    finish(reread(library, [stored.id]))
    assert only(library).record == stored.record


def test_a_second_entry_of_a_doi_keeps_its_key(library: Library, tmp_path: Path) -> None:
    taken(library, page(tmp_path))
    entered(library, ENTRY)
    (other,) = entered(library, ENTRY.replace("quill1998", "clerks").replace("{7}", "{8}"))
    assert (other.state, other.key) == (Arrival.ADDED, "clerks")
    assert other.alike
    assert len(library.all_ids()) == 2


def test_both_are_told_of_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "l.sqlite")]
    (tmp_path / "quay.bib").write_text(ENTRY)
    assert main([*library, "import", str(tmp_path / "quay.bib"), str(page(tmp_path))]) == 0
    assert "(the text of a record that was here without one)" in capsys.readouterr().out
    assert main([*library, "import", str(page(tmp_path, "b.html", more="<!-- b -->"))]) == 1
    assert "quill1998 is here with the same DOI" in capsys.readouterr().err


@pytest.mark.parametrize("name", resource_names("samples/formats", ""))
def test_what_a_file_declares_is_not_said_elsewhere(name: str) -> None:
    reading = read_file(resource_path(name))
    assert said_elsewhere(reading.claims, reading.article) == ()
    assert all(claim.certainty is not Certainty.USER for claim in reading.claims)


def test_what_identifies_a_version() -> None:
    there = Appearance(url="https://Harbour.example/a/", relation=Relation.ORIGINAL)
    own = Appearance(url="http://www.quay.example/b?utm_source=x#top", relation=Relation.TRANSLATION)
    assert address_of(Record(appearances=(there, own))) == "quay.example/b"
    assert address_of(Record(appearances=(there,))) == "harbour.example/a"
    resolver = Appearance(url="https://doi.org/10.5555/Lamp%281%29", relation=Relation.TRANSLATION)
    assert doi_of(Record(appearances=(resolver,))) == "10.5555/lamp(1)"
    assert doi_of(Record(variables={"DOI": "doi:10.5555/LAMP."})) == "10.5555/lamp"
    assert doi_of(Record(variables={"DOI": "no"})) == ""
