"""Bibliography files come into the library."""

import pytest

from reindreader.citing.identifiers import form_problems, good_address, good_doi, good_isbn, good_issn
from reindreader.citing.reading.values import Notice
from reindreader.cli.main import main
from reindreader.errors import BadValueError, UnknownKeyError
from reindreader.model.dates import PartialDate
from reindreader.model.records import Appearance, LinkKind, Record, Relation
from reindreader.workflows.bibliographies import (
    Arrival,
    import_bibliography,
    retry_repair,
)
from reindreader.workflows.bibliography_reading import is_bibliography, read_bibliography, read_large
from reindreader.workflows.bibliography_words import arrival_note, bibliography_summary, remark_sentence
from reindreader.workflows.exporting import export_text
from reindreader.workflows.importing import import_files
from reindreader.workflows.outcomes import State
from reindreader.workflows.progress import finish

BIB = """
@article{orig, author={Lam, Ka-wai}, title={鐘}, journal={Dock Daily}, date={1999}, keywords={ferries}, groups={A}}
@article{trans, title={The Clock}, translator={Ashworth, Helen}, journal={Post}, date={2016}, related={orig},
  relatedtype={translationof}, isbn={978-3-16-148410-1}}
@misc{noted, title={Broken} author={X, Y}}
@article{bad,
  title = {never closed,
}
"""


def taken(library, text, name="refs.bib", **more):
    return finish(import_bibliography(library, text.encode() if isinstance(text, str) else text, name, **more))


def test_records_come_in_with_their_tags_groups_and_links(library):
    report = taken(library, BIB)
    assert [(one.key, one.state, one.line) for one in report.arrived] == [
        ("orig", Arrival.ADDED, 2),
        ("trans", Arrival.ADDED, 3),
        ("noted", Arrival.ADDED, 5),
    ]
    original, translation = library.by_key("orig"), library.by_key("trans")
    assert original.tags == ("ferries",)
    assert [c.name for c in library.collections()] == ["A"]
    assert [(link.kind, link.target) for link in translation.links] == [(LinkKind.TRANSLATION_OF, original.id)]
    assert translation.work == original.work
    assert translation.record.appeared(Relation.TRANSLATION).publication == "Post"
    (place,) = {claim.evidence[0].where for claim in translation.claims if claim.field == "title"}
    assert place == "refs.bib:3 title"
    assert report.arrived[1].remarks[0].notice is Notice.BAD_FORM


def test_what_is_broken_waits_to_be_repaired(library):
    report = taken(library, BIB)
    assert [broken.line for broken in report.broken] == [6]
    taken(library, BIB)
    (repair,) = library.repairs()
    assert (repair.source, repair.line) == ("refs.bib", 6)
    still = finish(retry_repair(library, repair.id, repair.text))
    assert still.broken
    assert not still.added
    done = finish(retry_repair(library, repair.id, "@article{bad, title={closed}}"))
    assert [one.key for one in done.added] == ["bad"]
    assert not library.repairs()
    with pytest.raises(UnknownKeyError):
        finish(retry_repair(library, repair.id, ""))


def test_the_same_file_again_adds_nothing(library):
    taken(library, BIB)
    again = taken(library, BIB)
    assert {one.state for one in again.arrived} == {Arrival.HERE}
    assert len(library.all_ids()) == 3


def test_a_key_that_another_record_has_is_replaced_and_told(library):
    taken(library, "@misc{k, title={A}}")
    for _ in range(2):
        report = taken(library, "@misc{K, title={B}}\n@misc{k, title={B}}\n@misc{c, title={C}, related={K}}")
        assert len(library.all_ids()) == 3
    assert [(one.key, one.state) for one in report.arrived] == [
        ("Ka", Arrival.HERE),
        ("ka", Arrival.HERE),
        ("c", Arrival.HERE),
    ]
    library.bin(library.by_key("k").id)
    (one,) = taken(library, "@misc{k, title={A}}").arrived
    assert (one.key, one.state) == ("kb", Arrival.RENAMED)
    assert "k" in arrival_note(one)


def test_related_keys_follow_a_new_key(library):
    taken(library, "@misc{orig, title={Other}}")
    taken(library, "@misc{t, title={T}, related={orig}, relatedtype={translationof}}\n@misc{orig, title={O}}")
    stored = library.by_key("t")
    assert stored.record.unknown["related"] == "origa"
    assert stored.links[0].target == library.by_key("origa").id


def test_links_backwards(library):
    taken(library, "@misc{o, title={O}, related={t}, relatedtype={translatedas}}\n@misc{t, title={T}}")
    assert library.by_key("t").links[0].target == library.by_key("o").id


def test_entries_without_keys_get_one(library):
    taken(library, "TY  - JOUR\nAU  - Lam, Ka-wai\nTI  - The Clock\nER  -\n", "x.ris")
    again = taken(library, "TY  - JOUR\nAU  - Lam, Ka-wai\nTI  - The Clock\nER  -\n", "x.ris")
    assert [(one.key, one.state) for one in again.arrived] == [("lamndclock", Arrival.HERE)]


def test_what_came_from_a_file_goes_out_as_it_was(library):
    text = (
        "@mvbook{k,\n  title        = {On {NASA}},\n  subtitle     = {A \\emph{Study}},\n  timestamp    = {2019},\n}\n"
    )
    report = taken(library, text)
    assert "".join(export_text(library, [one.record for one in report.added], "biblatex")) == text


def test_closing_an_import_adds_nothing(library):
    work = import_bibliography(library, BIB.encode(), "x.bib")
    next(work)
    next(work)
    work.close()
    assert not library.all_ids()


def test_a_large_file_is_read_by_the_worker_as_a_small_one_is(library):
    text = "".join(
        f"@article{{k{n}, author={{Lam, Ka-wai}}, title={{Clock {n}}}, date={{2001-0{n % 9 + 1}}}, volume={{{n}}},"
        f" shorthand={{C{n}}}}}\n"
        for n in range(1500)
    )
    data = (text + BIB).encode()
    assert read_large(data, "refs.bib") == read_bibliography(data, "refs.bib")
    report = taken(library, data)
    assert (len(report.added), len(report.broken)) == (1503, 1)


def test_the_library_answers_while_a_large_file_is_read(library):
    work = import_bibliography(library, (BIB + "% nothing\n" * 20_000).encode(), "refs.bib")
    next(work)
    assert not library.all_ids()
    assert len(finish(work).added) == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1", "gb18030", "cp1252"])
def test_encodings(library, encoding):
    word = "鐘樓的鐘聲響了，渡輪離開了碼頭" if encoding == "gb18030" else "Größe und Maß der Fähren über den Fluß"
    text = f"% written in {encoding}\r\n@misc{{k,\r\n  title = {{{word}}},\r\n}}\r\n"
    taken(library, text.encode(encoding))
    assert library.by_key("k").record.title.text == word


def test_an_encoding_that_the_file_names(library):
    taken(library, "% Encoding: ISO-8859-15\n@misc{k, title={10 €}}".encode("iso-8859-15"))
    assert library.by_key("k").record.title.text == "10 €"
    taken(library, "% Encoding: nonsense\n@misc{l, title={é}}".encode())
    assert library.by_key("l").record.title.text == "é"


def test_an_article_is_no_bibliography(tmp_path):
    with pytest.raises(BadValueError):
        read_bibliography(b"An article", "x.txt")
    (tmp_path / "a.txt").write_text("Words")
    assert not is_bibliography(tmp_path / "a.txt")
    assert not is_bibliography(tmp_path / "gone.bib")
    assert not is_bibliography(tmp_path / "a.pdf")


def test_files_of_both_kinds_are_imported_at_once(library, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "article.txt").write_text("A Title\n\nBy Somebody\n\nWords of an article.\n")
    (tmp_path / "broken.bib").write_text("@article{x, title = {")
    outcomes = finish(import_files(library, [tmp_path])).outcomes
    found = {outcome.name.rpartition("/")[2]: outcome for outcome in outcomes}
    assert found["refs.bib"].bibliography.form == "bibtex"
    assert found["article.txt"].bibliography is None
    assert found["broken.bib"].state is State.REFUSED
    assert len(library.repairs()) == 2


def test_every_notice_has_words(library):
    report = taken(library, BIB)
    assert bibliography_summary(report) == "3 records added, 1 to repair."
    sentences = [remark_sentence(r) for one in report.arrived for r in one.remarks]
    assert sentences[0].startswith("ISBN cannot be right")
    assert all(
        remark_sentence(type(report.broken[0].remark)(n, 1, "f", "w"))
        for n in Notice
        if n.value not in {"encoding", "no-such-format"}
    )


def test_in_a_terminal(tmp_path, capsys):
    (tmp_path / "refs.bib").write_text(BIB)
    library = ["--library", str(tmp_path / "l.sqlite")]
    assert main([*library, "import", str(tmp_path / "refs.bib")]) == 1
    out = capsys.readouterr()
    assert out.out.startswith(f"orig\t{tmp_path}/refs.bib:2\n")
    assert "refs.bib:6: An entry that could not be read" in out.err
    assert main([*library, "import", "--json", str(tmp_path / "refs.bib")]) == 1
    assert '"state": "here"' in capsys.readouterr().out
    assert main([*library, "repairs"]) == 0
    assert "refs.bib:6" in capsys.readouterr().out
    (tmp_path / "fixed.bib").write_text("@misc{fixed, title={F}}")
    assert main([*library, "repairs", "1", "--from", str(tmp_path / "fixed.bib")]) == 0
    assert capsys.readouterr().out.startswith("fixed\t")
    assert main([*library, "set", "fixed", "DOI", "11.nothing"]) == 0
    assert "DOI cannot be right" in capsys.readouterr().err
    assert main([*library, "repairs", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_forms_of_identifiers():
    assert good_isbn("978-3-16-148410-0")
    assert good_isbn("0-306-40615-2")
    assert good_isbn("080442957X")
    assert not good_isbn("978-3-16-148410-1")
    assert not good_isbn("0-306-40615-3")
    assert not good_isbn("12345")
    assert good_issn("0317-8471")
    assert good_issn("2434-561X")
    assert not good_issn("1234-5678")
    assert good_doi("10.1000/182")
    assert good_doi("https://doi.org/10.1000/182")
    assert not good_doi("10.1000")
    assert good_address("https://x.example/a")
    assert not good_address("www.example.org")
    assert not good_address("http://[")
    record = Record(
        variables={"ISBN": "978-3-16-148410-0 (paper), 0-306-40615-3", "DOI": "x", "ISSN": "0317-8471"},
        appearances=(Appearance(url="x", accessed=PartialDate(2999), archived="https://a.example"), Appearance(accessed=PartialDate(2001))),
    )  # fmt: skip
    assert [name for name, _ in form_problems(record)] == ["ISBN", "DOI", "url", "accessed"]
