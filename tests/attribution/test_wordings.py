"""Every wording of every table, by a line of our own in its language: a line, and what it says as role=value."""

from pathlib import Path

import pytest

from reindreader.attribution import credit_line
from reindreader.attribution.hits import hits_of
from reindreader.attribution.phrases import phrase_book

from .test_lines import as_table, credit_lines

FILES = sorted((Path(__file__).parent / "wordings").glob("*.txt"))


def cases(path: Path) -> list[tuple[str, dict]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [(text, dict(fact.split("=", 1) for fact in facts)) for text, *facts in rows]


def said(text: str) -> dict:
    facts = as_table(credit_line(text))
    return {role: "; ".join(value) if isinstance(value, list) else value for role, value in facts.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_of_a_language_say_what_they_say(path: Path) -> None:
    differing = {text: (said(text), facts) for text, facts in cases(path) if said(text) != facts}
    assert not differing


def test_every_wording_of_the_tables_has_a_line() -> None:
    lines = [text for text, _ in credit_lines()] + [text for path in FILES for text, _ in cases(path)]
    met = {id(hit.wording) for text in lines for hit in hits_of(text, phrase_book())}
    missing = [
        (w.words.tag, w.form, w.meaning.role, w.template.pattern)
        for w in phrase_book().wordings
        if w.of_table and id(w) not in met
    ]
    assert not missing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cyfieithwyd gan Mira Solberg", "Mira Solberg"),
        ("Vertaal deur Mira Solberg", "Mira Solberg"),
        ("þýðandi: Mira Solberg", "Mira Solberg"),
    ],
)
def test_languages_without_a_table_have_the_words_of_csl(text: str, name: str) -> None:
    assert said(text) == {"translator": name}
