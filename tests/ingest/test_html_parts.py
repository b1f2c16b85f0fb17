"""The parts of a page that the reader of its body loses or mistakes: notes, captions, readings, templates, line ends."""

import pytest

from reindreader.ingest.html import page_article
from reindreader.model.articles import Article
from reindreader.model.text import BlockKind, MarkKind
from tests.ingest.test_html import LAST, MORE, PROSE, words


def read(body: str, head: str = "", url: str | None = None) -> Article:
    page = f"<!doctype html><html><head><title>The Lamp</title>{head}</head><body><article><h1>The Lamp</h1>{body}</article></body></html>"
    return page_article(page.encode(), "a.html", None, url)


def marks(article: Article, kind: MarkKind) -> list[tuple[str, str | None]]:
    return [(mark.span.slice(article.text), mark.target) for mark in article.marks if mark.kind is kind]


NOTES = [
    (
        f'<p>{PROSE}<sup id="r1"><a href="#fn1">1</a></sup></p><p>{MORE}<sup><a href="#fn2">[2]</a></sup></p><p>{LAST}</p>'
        '<ol class="footnotes"><li id="fn1">In winter only. <a href="#r1">↩</a></li><li id="fn2"><p>Of whale. <a href="#r2">↑</a></p></li></ol>'
    ),
    (
        f'<p>{PROSE}<a href="#_ftn1" name="_ftnref1">[1]</a></p><p>{MORE}<a href="#_ftn2" name="_ftnref2">[2]</a></p><p>{LAST}</p><hr>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> In winter only.</p><p><a href="#_ftnref2" name="_ftn2">[2]</a> Of whale.</p>'
    ),
    (
        f'<p>{PROSE}<a role="doc-noteref" href="#a">1</a></p><p>{MORE}<a href="#b">2</a></p><p>{LAST}</p><section role="doc-endnotes"><ol>'
        '<li id="a" role="doc-endnote">In winter only.</li><li id="b" role="doc-endnote">Of whale.</li></ol></section>'
    ),
    (
        f'<p>{PROSE}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><p>{MORE}<sup><a href="#cite_note-2">[2]</a></sup></p><p>{LAST}</p>'
        '<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> In winter only.</li><li id="cite_note-2"><b><a href="#r">^</a></b> Of whale.</li></ol>'
    ),
]  # fmt: skip


@pytest.mark.parametrize("body", NOTES, ids=["list", "word", "roles", "wiki"])
def test_notes(body: str) -> None:
    article = read(body)
    notes = [block for block in article.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [(note.label, note.span.slice(article.text)) for note in notes] == [
        ("1", "In winter only."),
        ("2", "Of whale."),
    ]
    assert [target for _, target in marks(article, MarkKind.NOTE_REFERENCE)] == ["1", "2"]
    assert "whale" not in article.body


def test_a_number_that_leads_to_a_chapter_is_no_note() -> None:
    article = read(
        f'<p><a href="#c1">1</a> <a href="#c2">2</a></p><div id="c1"><h2>One</h2><p>{PROSE}</p></div><div id="c2"><h2>Two</h2><p>{MORE}</p></div>'
    )
    assert not words(article, BlockKind.FOOTNOTE)
    assert PROSE in article.body


def test_readings() -> None:
    ruby = "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> and <ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>"
    article = read(f"<p>{PROSE} {ruby} too.</p><p>{MORE}</p><p>{LAST}</p>")
    assert "漢字 and 東京 too." in article.text
    assert marks(article, MarkKind.RUBY) == [("漢字", "かんじ"), ("東京", "とうきょう")]


def test_templates_and_shadow_trees() -> None:
    hidden = "<template><p>Words that nobody has ever seen on this page, not even once.</p></template>"
    shadow = f'<my-box><template shadowrootmode="open"><p>{LAST}</p></template></my-box>'
    article = read(f"<p>{PROSE}</p>{hidden}<p>{MORE}</p>{shadow}<p>{MORE} Again.</p>")
    assert "nobody has ever seen" not in article.text
    assert LAST in article.body


def test_paragraphs_that_only_empty_lines_divide() -> None:
    article = read(f"{PROSE}<br><br>{MORE} <b>Bold</b> words.<br>A line below.<br>\n<br>{LAST}")
    assert words(article, BlockKind.PARAGRAPH)[0] == PROSE
    assert words(article, BlockKind.PARAGRAPH)[-1] == LAST


def test_captions() -> None:
    figure = '<figure><img src="https://example.org/a.jpg" alt="A lamp"><figcaption>The lamp in winter. Photograph: Joan Kerr</figcaption></figure>'
    table = "<table><caption>Oil by month</caption><tr><th>Month</th><th>Cans</th></tr><tr><td>May</td><td>3</td></tr></table>"
    article = read(f"<p>{PROSE}</p>{figure}<p>{MORE}</p>{table}<p>{LAST}</p>")
    assert words(article, BlockKind.CAPTION) == ["The lamp in winter. Photograph: Joan Kerr", "Oil by month"]
    assert words(article, BlockKind.IMAGE) == ["A lamp"]
    assert words(article, BlockKind.TABLE) == ["Month \u2002Cans\nMay \u20023"]
    assert "Joan Kerr" not in article.body


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("/oil", "https://example.org/oil"), ("oil#a", "https://example.org/b/oil#a"), ("https://quay.example/", "https://quay.example/"),
        ("mailto:a@example.org", "mailto:a@example.org"), ("javascript:void(0)", None), ("http://[", None),
    ],
)  # fmt: skip
def test_links_are_whole(href: str, whole: str | None) -> None:
    article = read(
        f'<p>{PROSE} <a href="{href}">linked</a> words.</p><p>{MORE}</p><p>{LAST}</p>', url="https://example.org/b/lamp"
    )
    assert marks(article, MarkKind.LINK) == ([("linked", whole)] if whole else [])


def test_the_pages_base_holds_for_links() -> None:
    linked = f'<p>{PROSE} <a href="oil">linked</a> words.</p><p>{MORE}</p><p>{LAST}</p>'
    article = read(linked, '<base href="https://quay.example/x/">', "https://example.org/b/lamp")
    assert marks(article, MarkKind.LINK) == [("linked", "https://quay.example/x/oil")]


def test_a_page_from_right_to_left() -> None:
    line = "المصباح في آخر الرصيف يضاء في الرابعة بعد الظهر قبل أي مصباح آخر في البلدة بساعتين ولا يطفأ حتى الظهر."
    article = read("".join(f'<p dir="rtl">{line} {number}</p>' for number in "١٢٣٤"))
    assert words(article, BlockKind.PARAGRAPH) == [f"{line} {number}" for number in "١٢٣٤"]


@pytest.mark.parametrize("following", [f"<p>Then {PROSE}</p>", f"<h2>What Came Next</h2><p>Then {PROSE}</p>"])
def test_a_short_list_between_paragraphs_stays(following: str) -> None:
    items = "<ul><li>First the wick</li><li>Then the oil</li></ul>"
    page = f"<html><body><h1>The Lamp</h1><p>Once {PROSE}</p>{items}{following}</body></html>"
    article = page_article(page.encode(), "a.html", None, None)
    listed = [block.span.slice(article.text) for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert listed == ["First the wick", "Then the oil"]
    assert article.text.index("Once") < article.text.index("First the wick") < article.text.index("Then the")


def test_a_list_of_links_between_paragraphs_is_not_put_back() -> None:
    links = '<ul><li><a href="/1">The Nets</a></li><li><a href="/2">The Cats</a></li></ul>'
    page = f"<html><body><h1>The Lamp</h1><p>Once {PROSE}</p>{links}<p>Then {PROSE}</p></body></html>"
    assert "The Nets" not in page_article(page.encode(), "a.html", None, None).text
