"""Values that a .bib file brought are written as it had them, while the fact is the same."""

from dataclasses import replace

from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.classic import classic_entry
from reindreader.model.records import Record, Title

RECORD = Record(
    kind="article-journal",
    title=Title("On NASA: A Study", "en"),
    language="de",
    unknown={
        "bibtex:title": "On {NASA}",
        "bibtex:subtitle": "A \\emph{Study}",
        "bibtex:langid": "ngerman",
        "bibtex:langid:said": "german",
        "bibtex+:title+an:default": "1=x",
        "bibtex+:bad name": "x",
        "bibtex:type": "suppperiodical",
    },
)


def test_what_the_file_wrote_is_written_again():
    kind, fields = biblatex_entry(RECORD)
    assert kind == "suppperiodical"
    assert fields["title"] == "On {NASA}"
    assert fields["subtitle"] == "A \\emph{Study}"
    assert fields["langid"] == "ngerman"
    assert fields["title+an:default"] == "1=x"
    assert not any(" " in name for name in fields)


def test_a_fact_that_was_changed_is_written_anew():
    kind, fields = biblatex_entry(replace(RECORD, title=Title("Another", "en"), language="fr", kind="book"))
    assert kind == "book"
    assert fields["title"] == "Another"
    assert "subtitle" not in fields
    assert fields["langid"] == "french"


def test_classic_bibtex_takes_only_what_it_knows():
    kind, fields = classic_entry(replace(RECORD, unknown=RECORD.unknown | {"bibtex:title": "Über"}))
    assert kind == "article"
    assert "subtitle" not in fields
    assert fields["title"].startswith("On {NASA}")


def test_braces_that_do_not_pair_are_not_written_again():
    record = Record(title=Title("a } b"), unknown={"bibtex:title": "a \\} b", "bibtex:note": "x"})
    assert biblatex_entry(record)[1]["title"] == "a \\textbraceright{} b"
