"""EPUB: what is about the book is no text of it, but its credits are read; pages of the print edition; notes without marks."""

from datetime import date

import pytest

from reindreader.attribution import attribute
from reindreader.ingest.epub import epub_article
from reindreader.model.articles import Article
from reindreader.model.contributors import Contributor
from reindreader.model.fields import record_of
from reindreader.model.text import BlockKind, MarkKind
from tests.ingest.test_epub import OPF, book, shape

PROSE = "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town."
TITLE = "<h1>The Lamp</h1><p>Jane Roe</p><p>Quay Press</p>"
RIGHTS = """<p>Copyright © 1998 by Jane Roe</p><p>All rights reserved. No part of this book may be reproduced in any form without
the written permission of those who hold the rights to it.</p><p>ISBN 978-0-00-000000-2</p><p>Translated from the Norwegian by Ann Moss</p>"""


def page(body: str) -> str:
    spaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    return f"<html {spaces}><body>{body}</body></html>"


def made(*parts: str, metadata: str = "", guide: str = "", linear: str = "", nav: str = "") -> Article:
    """A book of these parts, ``0.xhtml`` and so on."""
    items = "".join(f'<item id="p{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(parts)))
    refs = "".join(f'<itemref idref="p{n}"{linear if n == len(parts) - 1 else ""}/>' for n in range(len(parts)))
    head = OPF.partition("<metadata>")[0]
    opf = f"""{head}<metadata><dc:title>The Lamp</dc:title><dc:language>en</dc:language>{metadata}</metadata><manifest>{items}
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>{refs}</spine>{guide}</package>"""
    return epub_article(
        book(opf, **{f"O/{n}.xhtml": page(body) for n, body in enumerate(parts)}, **{"O/nav.xhtml": page(nav)}),
        "a.epub",
    )


@pytest.mark.parametrize(
    ("title", "rights", "guide"),
    [
        (
            f'<section epub:type="titlepage">{TITLE}</section>',
            f'<section epub:type="copyright-page">{RIGHTS}</section>',
            "",
        ),
        (
            TITLE,
            RIGHTS,
            '<guide><reference type="title-page" href="0.xhtml"/><reference type="copyright-page" href="1.xhtml"/></guide>',
        ),
    ],
)
def test_the_pages_before_the_text(title: str, rights: str, guide: str) -> None:
    creator = "<dc:creator>Jane Roe</dc:creator>"
    found = attribute(made(title, rights, f"<h1>One</h1><p>{PROSE}</p>", metadata=creator, guide=guide))
    body = [block.span.slice(found.article.text) for block in found.article.body_blocks()]
    assert body == ["One", PROSE]
    people = {(c.field, c.value.name.literal) for c in found.claims if isinstance(c.value, Contributor)}
    assert people == {("author", "Jane Roe"), ("translator", "Ann Moss")}
    assert record_of(found.claims).original.language == "no"


def test_an_abstract_on_the_title_page_is_read() -> None:
    abstract = f"<p>{PROSE} {PROSE}</p>"
    article = made(f'<section epub:type="titlepage">{TITLE}{abstract}</section>', f"<p>{PROSE}</p>")
    assert [kind for kind, _ in shape(article)].count("paragraph") == 2


def test_contents_and_what_is_aside_are_no_text_of_the_book() -> None:
    contents = '<h1>Contents</h1><ol><li><a href="1.xhtml">One</a></li><li><a href="2.xhtml">Two</a></li></ol>'
    aside = f"<p>{PROSE}</p><aside epub:type='footnote' id='n'><p>In winter.</p></aside>"
    article = made(contents, f"<h1>One</h1><p>{PROSE}</p>", aside, linear=' linear="no"')
    assert [kind for kind, _ in shape(article)] == [
        "heading",
        *["furniture"] * 3,
        "heading",
        "paragraph",
        "furniture",
        "footnote",
    ]


def test_a_note_that_only_leads_back() -> None:
    call = f'<p>{PROSE}<a id="r2" href="1.xhtml#n2"><sup>2</sup></a></p>'
    article = made(call, '<h2>Notes</h2><p id="n2"><a href="0.xhtml#r2">2.</a> In summer too.</p>')
    (note,) = [block for block in article.blocks if block.kind is BlockKind.FOOTNOTE]
    assert (note.label, note.span.slice(article.text)) == ("2", "In summer too.")
    assert [mark.target for mark in article.marks if mark.kind is MarkKind.NOTE_REFERENCE] == ["2"]


def test_printed_pages_of_which_only_a_list_tells() -> None:
    nav = """<nav epub:type="toc"><a href="0.xhtml">One</a></nav>
    <nav epub:type="page-list"><a href="0.xhtml#a">iv</a><a href="1.xhtml">5</a></nav>"""
    article = made(f'<p>{PROSE} <a id="a"></a>{PROSE}</p>', f"<p>{PROSE}</p>", nav=nav)
    assert [(p.label, p.span.start - article.text.index(PROSE)) for p in article.pages] == [
        ("iv", len(PROSE) + 1),
        ("5", 2 * len(PROSE) + 3),
    ]
    assert [words for kind, words in shape(article) if kind == "heading"] == ["The Lamp", "One"]


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        ("Roe, Jane, 1850-1910", "Roe", "Jane"),
        ("Roe, Jane, 1950-", "Roe", "Jane"),
        ("Roe, Jane, active 1850", "Roe", "Jane"),
        ("Roe, Jane, b. 1850", "Roe", "Jane"),
        ("Roe, Jane (1850?-1910)", "Roe", "Jane"),
        ("Roe, Jane", "Roe", "Jane"),
    ],
)
def test_the_years_of_a_life_are_no_name(words: str, family: str, given: str) -> None:
    (author,) = [
        c.value
        for c in made(f"<p>{PROSE}</p>", metadata=f"<dc:creator>{words}</dc:creator>").declared
        if c.field == "author"
    ]
    assert isinstance(author, Contributor)
    assert (author.name.form.family, author.name.form.given) == (family, given)


def test_the_page_that_a_book_was_made_of() -> None:
    declared = made(f"<p>{PROSE}</p>", metadata="<dc:source>https://quay.example/lamp</dc:source>").declared
    assert {c.field: c.value for c in declared if c.field == "appearance.url"} == {
        "appearance.url": "https://quay.example/lamp"
    }
    assert not any(
        c.field == "appearance.url"
        for c in made(f"<p>{PROSE}</p>", metadata="<dc:source>urn:isbn:1</dc:source>").declared
    )


@pytest.mark.parametrize(
    ("metadata", "dated"),
    [
        ("<dc:date>2015-03-04</dc:date>", True),
        ('<dc:date>2015-03-04T10:00:00Z</dc:date><meta property="dcterms:modified">2015-03-04T10:00:01Z</meta>', False),
        ('<dc:date>2015-03-04</dc:date><meta property="dcterms:modified">2016-01-01T00:00:00Z</meta>', True),
        (f"<dc:date>{date.today().isoformat()}</dc:date>", False),
        ("<dc:date>2015</dc:date>", True),
    ],
)
def test_the_day_on_which_a_file_was_made_dates_no_text(metadata: str, dated: bool) -> None:
    fields = {claim.field for claim in made(f"<p>{PROSE}</p>", metadata=metadata).declared}
    assert ("appearance.date" in fields) is dated


def test_the_only_heading_is_the_title_where_the_package_has_none() -> None:
    opf = OPF.replace("SPINE", "").replace("<dc:title>The Lamp</dc:title>", "")
    assert shape(epub_article(book(opf), "a.epub"))[0] == ("heading", "The quay")
    assert [block.level for block in epub_article(book(opf), "a.epub").blocks if block.kind is BlockKind.HEADING][
        :1
    ] == [1]
    one = opf.replace('<itemref idref="two"/>', "")
    assert epub_article(book(one), "a.epub").blocks[0].level == 0
