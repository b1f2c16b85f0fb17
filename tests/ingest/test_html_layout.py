"""How pages lay an article out, and what they put between its paragraphs: code, columns, indented lines, calls, comments."""

import textwrap

import pytest

from reindreader.model.text import BlockKind, MarkKind
from tests.ingest.test_html import LAST, MORE, PROSE, words
from tests.ingest.test_html_parts import marks, read

TEXT = f"<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"


def test_the_lines_of_code_stay() -> None:
    code = "def light(lamp):\n    if not lamp.lit:\n        lamp.light()"
    article = read(f"<p>{PROSE}</p><pre><code>{code}\n</code></pre><p>{MORE}</p><p>{LAST}</p>")
    assert code in words(article, BlockKind.PARAGRAPH)
    assert [marked.strip() for marked, _ in marks(article, MarkKind.CODE)] == [code]


def test_an_empty_line_divides_what_is_printed_as_it_stands() -> None:
    mail = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in (PROSE, MORE, LAST))
    article = read(f"<pre>{mail}\n\nThe boat goes out,\nthe boat comes in.</pre>")
    assert words(article, BlockKind.PARAGRAPH) == [PROSE, MORE, LAST, "The boat goes out,\nthe boat comes in."]


def test_columns_made_by_a_table_are_no_table() -> None:
    article = read(f"<table><tr><td>Home</td><td>{PROSE}<br><br>{MORE}<br><br>{LAST}</td></tr></table>")
    assert not words(article, BlockKind.TABLE)
    assert words(article, BlockKind.PARAGRAPH)[-3:] == [PROSE, MORE, LAST]


@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u00a0\u00a0"])
def test_lines_that_are_indented_are_paragraphs(indent: str) -> None:
    article = read(f"<div>{indent}{PROSE}<br>{indent}{MORE}<br>\n{indent}{LAST}</div>")
    assert [paragraph.strip() for paragraph in words(article, BlockKind.PARAGRAPH)] == [PROSE, MORE, LAST]


def test_short_chinese_articles_keep_their_paragraphs() -> None:
    lines = ["码头尽头的灯在下午四点点亮。", "没有人知道油钱由谁来付。", "老人说，这灯为所有人而亮。"]
    article = read('<p class="info">作者：林美</p>' + "".join(f"<p>{line}</p>" for line in lines))
    assert words(article, BlockKind.PARAGRAPH)[-3:] == lines


CALLS = [
    '<p><strong>Read more:</strong> <a href="/oil">Who pays for the oil</a></p>',
    '<p>Lire aussi : <a href="/oil">Qui paie</a></p>',
    '<p>延伸閱讀：<a href="/oil">燈油</a></p>',
    "<p>Advertisement</p>",
    "<p>Sign up for our newsletter and get the news of the quay every morning.</p>",
    "<p>Follow us on Twitter and Facebook</p>",
]


@pytest.mark.parametrize("call", CALLS)
def test_calls_within_an_article_are_not_of_it(call: str) -> None:
    article = read(f"<p>{PROSE}</p>{call}<p>{MORE}</p><p>{LAST}</p>")
    assert words(article, BlockKind.PARAGRAPH) == [PROSE, MORE, LAST]


@pytest.mark.parametrize("said", ["Read more: it said so on the wall.", "I said, subscribe to nothing that is free."])
def test_what_only_looks_like_a_call_is_read(said: str) -> None:
    assert said in words(read(f"<p>{PROSE}</p><p>{said}</p><p>{MORE}</p><p>{LAST}</p>"), BlockKind.PARAGRAPH)


@pytest.mark.parametrize("heading", ["Comments", "3 comments", "Kommentare (2)", "Comentar", "网友评论"])
def test_readers_comments_are_not_of_the_article(heading: str) -> None:
    said = "The widow is right, and everybody on the quay has known it since the winter of the great frost."
    article = read(f"{TEXT}<h2>{heading}</h2><p>{said}</p>")
    assert said not in article.body
    assert said in article.text or heading not in article.text


def test_a_section_on_comments_with_others_below_it_is_read() -> None:
    article = read(f"<p>{PROSE}</p><h2>Comments</h2><p>{MORE}</p><h2>Oil</h2><p>{LAST}</p>")
    assert MORE in article.body


def test_the_title_is_told_once() -> None:
    article = read(f"<h3>The Lamp</h3>{TEXT}")
    assert words(article, BlockKind.HEADING) == ["The Lamp"]


def test_a_caption_of_several_pictures_is_told_once() -> None:
    figure = '<figure><img src="https://example.org/{}.jpg" alt="A lamp"><figcaption>The lamp in winter.</figcaption></figure>'
    article = read(f"<p>{PROSE}</p>{figure.format(1)}{figure.format(2)}<p>{MORE}</p><p>{LAST}</p>")
    assert words(article, BlockKind.CAPTION) == ["The lamp in winter."]


def test_notes_in_a_list_whose_items_only_their_list_calls_so() -> None:
    article = read(
        f'<p>{PROSE}<a href="#n1"><sup>[1]</sup></a></p><p>{MORE}</p><p>{LAST}</p><ol class="footnotes"><li id="n1">Of whale.</li></ol>'
    )
    assert words(article, BlockKind.FOOTNOTE) == ["Of whale."]
    assert marks(article, MarkKind.NOTE_REFERENCE) == [("[1]", "1")]
