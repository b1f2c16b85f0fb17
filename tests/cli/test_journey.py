"""The whole journey in a terminal: show, import, correct, highlight, cite, quote, export."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflows.articles import COLUMN, column

WORDS = "Nobody reads the ledger"


@pytest.fixture
def key(run: Callable, tmp_path: Path) -> str:
    """The key of our column, imported."""
    done = run("import", column(tmp_path))
    assert done.code == 0, done.err
    return done.out.split("\t")[0]


def test_show_prints_facts_and_stores_nothing(run: Callable, tmp_path: Path) -> None:
    done = run("show", column(tmp_path))
    assert done.code == 0
    assert "Ngaio Bellweather" in done.out
    assert "not stated" in done.out
    assert "Which text was it?" in done.out
    assert run("list", "--json").out == "[]\n"


@pytest.mark.parametrize("address", [["--url", ""], ["--url"], ["--url="]])
def test_an_address_may_be_unknown(run: Callable, tmp_path: Path, address: list[str]) -> None:
    assert json.loads(run("show", column(tmp_path), *address, "--json").out)["full_text"] == COLUMN
    assert json.loads(run("show", column(tmp_path), "--json", *address).out)["full_text"] == COLUMN


def test_a_refused_file_is_json_too(run: Callable, tmp_path: Path) -> None:
    done = run("show", tmp_path / "gone.html", "--json")
    assert (done.code, list(json.loads(done.out))) == (2, ["error"])
    assert json.loads(done.out)["error"] == done.err.strip()


def test_show_json_is_what_readme_says(run: Callable, tmp_path: Path) -> None:
    shown = json.loads(run("show", column(tmp_path), "--json").out)
    assert shown["full_text"] == COLUMN
    assert shown["title"] == "What the Harbour Owes Its Clerks"
    assert (shown["author"], shown["author_role"]) == (["Tobias Quill"], "Commissioner of Lamps")
    assert shown["date"] is None
    assert shown["original"]["relation"] == "unstated"
    assert (shown["original"]["publication"], shown["original"]["date"]) == ("Lantern Bay Courier", "--02-29")
    assert shown["text"].startswith("The harbour office keeps")
    assert shown["text"].endswith("remember everything.")
    assert shown["encoding"] == {"name": "utf-8", "sure": True, "bom": False}
    assert shown["problems"] == []
    kinds = [block["kind"] for block in shown["blocks"]]
    assert kinds == ["caption", "heading", *["paragraph"] * 4, *["credit"] * 3]
    assert [block["number"] for block in shown["blocks"]] == [None, None, 1, 2, 3, 4, None, None, None]
    for claim in shown["claims"]:
        for start, end in claim["evidence"]:
            assert 0 <= start < end <= len(COLUMN)
    translator = next(person for person in shown["contributors"] if person["role"] == "translator")
    (start, end) = translator["evidence"][0]
    assert (translator["certainty"], COLUMN[start:end]) == ("stated", "Translation by Ngaio Bellweather")


def test_cite_prints_citation_then_reference_and_warns_apart(run: Callable, key: str) -> None:
    done = run("cite", key, "--style", "apa", "--locator", "para. 2")
    citation, reference = done.out.splitlines()
    assert citation == "(Quill, n.d., para. 2)"
    assert reference == "Quill, T. (n.d.). What the Harbour Owes Its Clerks (N. Bellweather, Trans.)."
    assert "Lantern Bay Courier" in done.err
    assert "<i>" in run("cite", key, "--format", "html").out


def test_a_completed_record_is_cited_whole(run: Callable, key: str) -> None:
    for field, value in (
        ("published.publication", "Tidewater Review"),
        ("published.date", "3 December 2015"),
        ("appearance", "original"),
        ("original.date", "2015-02-28"),
    ):
        assert run("set", key, field, value).code == 0
    done = run("cite", key)
    assert done.out.splitlines() == [
        "(Quill, 2015/2015)",
        (
            "Quill, T. (2015, December 3). What the Harbour Owes Its Clerks (N. Bellweather, Trans.). Tidewater Review. "
            "(Original work published 2015, Lantern Bay Courier)"
        ),
    ]
    assert run("revert", key, "original.date").out == "Date: 29 February (stated)\n"


def test_highlight_and_quote_name_the_paragraph(run: Callable, key: str) -> None:
    done = run("highlight", key, "--find", WORDS, "--colour", "blue", "--note", "the thesis", "--tag", "ledger")
    assert done.code == 0
    assert "¶ 2" in done.out
    (row,) = json.loads(run("highlights", key, "--json").out)
    assert (row["quote"], row["colour"], row["note"], row["paragraph"]) == (WORDS, "blue", "the thesis", "2")
    assert COLUMN[slice(*row["span"])] == WORDS
    assert run("quote", key, "--find", WORDS).out == f"“{WORDS}” (Quill, n.d., para. 2)\n"
    assert (
        run("quote", key, "--find", WORDS, "--format", "latex").out
        == f"\\textquote{{{WORDS}}} \\autocite[par.~2]{{{key}}}\n"
    )


def test_what_is_not_there_cannot_be_quoted(run: Callable, key: str) -> None:
    done = run("quote", key, "--find", "Everybody reads the ledger")
    assert (done.code, done.out) == (2, "")
    assert "do not stand" in done.err
    done = run("highlight", key, "--find", "every")
    assert done.code == 2
    assert "¶ 2" in done.err


@pytest.mark.parametrize("form", ["biblatex", "bibtex", "csl-json"])
def test_export_invents_no_year_and_keeps_the_translator(run: Callable, key: str, tmp_path: Path, form: str) -> None:
    path = tmp_path / "references.out"
    done = run("export", "--format", form, "-o", path)
    text = path.read_text("utf-8")
    assert key in text
    assert "Bellweather" in text
    assert "Lantern Bay Courier" in text
    assert not any(line.split("=")[0].strip() in {"year", "date"} and "n.d." not in line for line in text.splitlines())
    assert run("export", key, "--format", form).out == text
    assert run("export", key, "--format", form, "-o", "-").out == text
    assert done.code == 0
    assert "1 record written" in done.err


def test_list_finds(run: Callable, key: str) -> None:
    (row,) = json.loads(run("list", "ledger", "quill", "--json").out)
    assert (row["citekey"], row["title"]) == (key, "What the Harbour Owes Its Clerks")
    assert run("list", "lighthouse").out == ""
    assert run("list").out.startswith(f"{key}\tWhat the Harbour")


def test_import_says_what_became_of_each_file(run: Callable, key: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = run("import", column(tmp_path, "again.txt"), tmp_path / "empty.txt", tmp_path / "missing.txt", "--json")
    assert done.code == 1
    states = [(row["state"], row["citekey"]) for row in json.loads(done.out)]
    assert states == [("here", key), ("refused", None), ("refused", None)]
    alone = run("import", tmp_path / "missing.txt")
    assert alone.code == 2
    assert "missing.txt could not be read: it is not there." in alone.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cite", "nobody2000"), "There is no record nobody2000."),
        (("merge", "KEY", "KEY"), "Two records are wanted."),
        (("link", "KEY", "--original", "KEY"), "Two records are wanted."),
        (("set", "KEY", "tranlator", "Ann Poe"), "Perhaps: translator"),
        (("set", "KEY", "published.date", "soon"), "published.date: “soon” does not fit."),
        (("set", "KEY", "colour", "red"), "There is no field colour."),
        (("set", "KEY", "published.date", "soon"), "It takes a date"),
        (("cite", "KEY", "--style", "apaa"), "There is no style apaa."),
        (("show", "missing.txt"), "missing.txt could not be read"),
        (("export", "--format", "paper"), "biblatex"),
        (("dance",), "dance"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Callable, key: str, arguments: tuple[str, ...], words: str
) -> None:
    done = run(*(key if argument == "KEY" else argument for argument in arguments))
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err


def test_help_speaks_of_texts_and_numbers_and_cuts_no_sentence(run: Callable) -> None:
    summary = run("--help").out
    assert "..." not in summary.partition("Commands:")[2]
    for command in ("import", "tag", "export", "targets add", "repairs"):
        out = run(*command.split(), "--help").out
        assert "<str>" not in out
        assert "list[str]" not in out


def test_lists_of_tags_collections_and_the_bin_are_printed_as_json(run: Callable, key: str) -> None:
    run("tag", key, "--add", "ferries")
    run("collection", "To read/Harbour", key)
    run("bin", key)
    assert json.loads(run("bin", "--json").out)[0]["citekey"] == key
    run("undo")
    assert json.loads(run("tag", "--json").out)[0]["name"] == "ferries"
    assert [one["path"] for one in json.loads(run("collection", "--json").out)] == ["To read", "To read/Harbour"]


def test_a_word_that_no_style_has_is_told(run: Callable) -> None:
    done = run("styles", "zzqqzz")
    assert (done.code, done.err) == (1, "No style has all these words.\n")


def test_version_help_and_self_check(run: Callable) -> None:
    assert run("--version").out.startswith("reindread ")
    assert "self-check" in run("--help").out
    done = run("self-check")
    assert done.code == 0, done.err
    assert "styles: 10844" in done.out
    assert "formats: docx, epub, html, odt, pdf" in done.out


def test_styles_are_found_by_a_word(run: Callable) -> None:
    assert "modern-language-association\t" in run("styles", "MLA").out
    assert json.loads(run("styles", "harvard", "cite", "--json").out)[0]["id"].startswith("harvard-cite")


def test_credit_lines_are_read_one_by_one(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = '"Translated by Ngaio Bellweather"\n"Nobody translated the tide."\n{}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    done = run("attribution", "--lines")
    assert [json.loads(line) for line in done.out.splitlines()] == [
        [{"role": "translator", "value": ["Ngaio Bellweather"]}],
        [],
        [],
    ]
    assert (done.code, done.err) == (1, "Line 3 is no JSON string.\n")


def test_a_saved_page_knows_the_address_it_is_given(run: Callable, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "The harbour office keeps a ledger of every lamp on the breakwater, and nobody reads it. " * 6
    page.write_text(f"<html><head><title>The Lamps</title></head><body><article><p>{words}</p></article></body></html>")
    shown = json.loads(run("show", page, "--url", "https://example.org/lamps", "--json").out)
    assert words.strip() in shown["text"]
    assert shown["title"] == "The Lamps"
