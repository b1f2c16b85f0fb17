"""Plain texts and Markdown as programs and people write them: their heads, headings, notes, wraps and licences."""

import pytest

from reindreader.attribution import attribute
from reindreader.ingest import read_article
from reindreader.model.articles import Article
from reindreader.model.fields import record_of
from reindreader.model.text import BlockKind
from tests.samples.samples import plain_value

PROSE = (
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town, and it is "
    "not put out until noon on the day after."
)
WRAPPED = """The lamp at the end of the quay is lit at four in the afternoon, two
hours before any other lamp of the town, and it is not put out until
noon on the day after."""


def read(text: str, name: str = "a.md") -> Article:
    return read_article(text.encode(), name)


def shape(article: Article) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.slice(article.text)) for block in article.blocks]


def facts(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in article.declared:
        found.setdefault(claim.field, []).append(plain_value(claim.value))
    return found


@pytest.mark.parametrize(
    "head",
    [
        '+++\ntitle = "The Lamp"\ndate = 1998-03-12T10:00:00Z\nauthor = "Jane Roe"\ntags = ["a"]\n[params]\ntranslator = "Ann Moss"\n+++\n',
        "---\ntitle: The Lamp\ndate: 1998-03-12 10:00:00 +0000\nauthor: Jane Roe\ntranslator:\n  name: Ann Moss\n---\n",
        "---\ntitle: The Lamp\nauthor:\n  - name: Jane Roe\n    affiliation: Hull\ntranslated_by: Ann Moss\ndate: 1998-03-12\n...\n",
        "---\ntitle: The Lamp\nauthor: {name: Jane Roe, url: x}\ntranslator: [Ann Moss]\ndate: 1998-03-12\n---\n",
        "#+TITLE: The Lamp\n#+AUTHOR: Jane Roe\n#+TRANSLATOR: Ann Moss\n#+DATE: <1998-03-12>\n",
    ],
)
def test_heads(head: str) -> None:
    article = read(f"{head}\n{PROSE}\n")
    told = facts(article)
    assert told["title"] == ["The Lamp"]
    assert (told["author"], told["translator"], told["appearance.date"]) == (["Jane Roe"], ["Ann Moss"], ["1998-03-12"])
    assert article.body == PROSE
    found = attribute(article)
    assert [a.publication for a in record_of(found.claims).appearances] == [None]
    assert not any(block.kind is BlockKind.CREDIT for block in found.article.blocks)


def test_pandoc_s_title_block() -> None:
    told = facts(read(f"% The Lamp\n% Jane Roe; Tom Wick\n% 12 March 1998\n\n{PROSE}\n"))
    assert (told["title"], told["author"], told["appearance.date"]) == (
        ["The Lamp"],
        ["Jane Roe", "Tom Wick"],
        ["1998-03-12"],
    )


def test_of_a_mail_the_subject_alone_is_taken() -> None:
    head = "From: Jane Roe <jane@quay.example>\nSubject: The Lamp\nDate: Thu, 12 Mar 1998 10:00:00 +0000\n"
    article = read(f"{head}\nDear Ann,\n\n{PROSE}\n", "a.txt")
    assert set(facts(article)) == {"title"}
    assert record_of(attribute(article).claims).appearances == ()


def test_a_date_that_is_none_dates_nothing() -> None:
    assert set(facts(read(f"---\ntitle: The Lamp\ndate: last-modified\n---\n{PROSE}\n"))) == {"title"}


def test_the_title_is_said_once() -> None:
    article = read(f"---\ntitle: The Lamp\n---\n\n# The Lamp\n\n{PROSE}\n")
    assert [kind for kind, _, words in shape(article) if words == "The Lamp"] == ["heading", "furniture"]


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.rst"])
def test_underlined_headings(name: str) -> None:
    text = (
        f"The Lamp\n========\n\nJane Roe\n\n{PROSE}\n\nThe quay\n--------\n\n{PROSE}\n\nThe oil\n-------\n\n{PROSE}\n"
    )
    headings = [(level, words) for kind, level, words in shape(read(text, name)) if kind == "heading"]
    assert headings == [(0, "The Lamp"), (1, "The quay"), (1, "The oil")]


def test_a_line_between_paragraphs_underlines_nothing() -> None:
    article = read(f"The Lamp\n\n{PROSE}\n\n----------\n\n{PROSE}\n", "a.txt")
    assert [kind for kind, _, _ in shape(article)] == ["heading", "paragraph", "furniture", "paragraph"]


def test_parts_of_markdown_are_whole() -> None:
    code = "```python\n# no heading\n\nlamp()\n```"
    table = "| Year | Lamps |\n|------|-------|\n| 1911 | 412   |"
    note = "[^long]: A note,\n    which goes on.\n\n    And ends."
    comment = "<!-- Translated by Nobody Special -->"
    article = read(f"# The Lamp\n\n{PROSE}[^long]\n\n{code}\n\n{table}\n\n{note}\n\n{comment}\n")
    assert shape(article)[2:] == [
        ("paragraph", 0, code),
        ("table", 0, table),
        ("footnote", 0, note),
        ("furniture", 0, comment),
    ]
    assert record_of(attribute(article).claims).contributors == ()


@pytest.mark.parametrize("opening", ["```a", "~~~~", "<!--", "<!-- a --> b"])
def test_what_nothing_closes_is_text(opening: str) -> None:
    article = read(f"# The Lamp\n\n{opening}\n\n{PROSE}\n")
    assert ("paragraph", 0, PROSE) in shape(article)


def test_paragraphs_that_are_wrapped_in_a_text_whose_lines_are_not() -> None:
    fields = "\n".join(f":key{number}: value" for number in range(9))
    text = f"The Lamp\n\n{fields}\n\n{WRAPPED}\n\n* one\n* two\n"
    assert ("paragraph", 0, WRAPPED) in shape(read(text, "a.txt"))


def test_verses_stay_verses() -> None:
    fields = "\n".join(f":key{number}: value" for number in range(9))
    verses = [f"And now the lamp upon the quay that number {word} has lit" for word in ("ten", "six", "four", "nine")]
    article = read(f"The Lamp\n\n{fields}\n\n" + "\n".join(verses) + "\n", "a.txt")
    assert [words for _, _, words in shape(article) if words.startswith("And now")] == verses


def test_lines_that_flow() -> None:
    text = "Dear Ann,\n\nThe lamp is lit at four, two hours \nbefore any other lamp \nof the town.\n\nNobody pays for it, says the \ncouncil.\n"
    assert [words for _, _, words in shape(read(text, "a.txt"))][1:] == [
        "The lamp is lit at four, two hours \nbefore any other lamp \nof the town.",
        "Nobody pays for it, says the \ncouncil.",
    ]


GUTENBERG = f"""The Project Gutenberg eBook of The Lamp

This ebook is for the use of anyone anywhere in the United States.

Title: The Lamp

Author: Jane Roe

Translator: Ann Moss

Release date: January 1, 2006 [eBook #12345]

*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***

THE LAMP

Translated from the Norwegian by Ann Moss

{PROSE}

*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***

Updated editions will replace the previous one. Translated by Nobody Special.
"""


def test_the_licence_around_a_text_is_none_of_it() -> None:
    article = read(GUTENBERG, "a.txt")
    told = facts(article)
    assert (told["title"], told["author"], told["translator"]) == (["The Lamp"], ["Jane Roe"], ["Ann Moss"])
    found = attribute(article)
    assert found.article.body == PROSE
    record = record_of(found.claims)
    assert [person.name.literal for person in record.contributors] == ["Jane Roe", "Ann Moss"]
    assert record.original.language == "no"


def test_the_small_print_of_older_ones() -> None:
    head = "Project Gutenberg Etext of The Lamp\n\nTitle:  The Lamp\n\nAuthor:  Jane Roe\n\n***START**THE SMALL PRINT!***\n\nWhy is this here?\n"
    small = "*END THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n"
    article = read(f"{head}\n{small}\n{PROSE}\n\nEnd of Project Gutenberg Etext of The Lamp\nby nobody\n", "a.txt")
    assert (facts(article)["title"], facts(article)["author"], article.body) == (["The Lamp"], ["Jane Roe"], PROSE)


def test_a_line_of_markdown_that_breaks_off_goes_on() -> None:
    lines = "The harbour office keeps a ledger of every lamp\nfrom the eastern breakwater. Nobody\nreads it."
    article = read(f"# The Lamp\n\n{lines}\n\nBy Jane Roe\nTranslated by Ann Moss\n")
    assert [words for _, _, words in shape(article)] == ["The Lamp", lines, "By Jane Roe", "Translated by Ann Moss"]


def test_a_picture_s_file_is_no_photographer() -> None:
    article = read(f"The Lamp\n\n{PROSE}\n\n.. image:: quay.png\n", "a.rst")
    assert record_of(attribute(article).claims).contributors == ()
