"""The head of a Markdown file: what it declares, and where it ends."""

import pytest

from reindreader.ingest import read_article
from reindreader.model.articles import Article
from reindreader.model.text import BlockKind, MarkKind
from tests.samples.samples import plain_value

BODY = """The harbour office keeps a ledger of every lamp on the eastern breakwater.[^1]

Nobody reads the ledger. It is written all the same, in a hand that changes every eleven years.

[^1]: The ledger was lost in the flood.
"""


def read(head: str, body: str = BODY) -> Article:
    return read_article(f"---\n{head}---\n\n{body}".encode(), "a.md")


def declared(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in article.declared:
        found.setdefault(claim.field, []).append(plain_value(claim.value))
    return found


def test_what_a_site_generator_writes() -> None:
    article = read(
        'title: "What the Harbour Owes Its Clerks"\nauthor: Orla Tait\ntranslators:\n  - Ruth Ansel\n  - Ngaio Bell\n'
        "date: 2014-03-12\nlang: en\ndraft: false\n"
    )
    facts = declared(article)
    assert facts["title"] == ["What the Harbour Owes Its Clerks"]
    assert (facts["author"], facts["translator"]) == (["Orla Tait"], ["Ruth Ansel", "Ngaio Bell"])
    assert facts["appearance.date"] == ["2014-03-12"]
    (title,) = [b.span.slice(article.text) for b in article.blocks if b.kind is BlockKind.HEADING]
    assert title == "What the Harbour Owes Its Clerks"
    assert article.body.startswith("The harbour office")


def test_what_a_clipper_of_pages_writes() -> None:
    """The day of the clipping is not the day of the article."""
    facts = declared(
        read(
            'title: "Lamps"\nsource: "https://quay.example/lamps"\nauthor:\n  - "[[Orla Tait]]"\npublished: 2014-03\n'
            'created: 2026-01-05\ndate: 2026-01-05\ntags:\n  - "clippings"\n'
        )
    )
    assert facts["author"] == ["Orla Tait"]
    assert facts["appearance.date"] == ["2014-03"]
    assert facts["appearance.url"] == ["https://quay.example/lamps"]


def test_a_list_in_brackets_and_an_empty_key() -> None:
    facts = declared(read("title: Lamps\nauthors: [Orla Tait, 'Ruth Ansel']\ntranslator:\n"))
    assert facts["author"] == ["Orla Tait", "Ruth Ansel"]
    assert "translator" not in facts


@pytest.mark.parametrize(
    "text", ["---\n\nA rule, and then prose: it is no head.\n\n---\n", "---\ntitle: It never ends\n"]
)
def test_a_rule_is_no_head(text: str) -> None:
    assert read_article(text.encode(), "a.md").declared == ()


def test_notes_are_called_by_their_label() -> None:
    article = read("title: Lamps\n")
    (mark,) = article.marks
    assert (mark.kind, mark.target, mark.span.slice(article.text)) == (MarkKind.NOTE_REFERENCE, "1", "[^1]")


def test_every_block_lies_in_the_whole_text() -> None:
    article = read("title: 'Lamps'\nauthor: Orla Tait\n")
    assert article.text.startswith("---\ntitle: 'Lamps'")
    assert [b.span.slice(article.text) for b in article.blocks][:3] == [
        "---\ntitle: '",
        "Lamps",
        "author: Orla Tait\n---",
    ]
