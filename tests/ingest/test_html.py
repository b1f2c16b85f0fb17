"""Saved web pages: the body's blocks and marks, what is left out, and what hostile pages do."""

import random

import pytest

from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article
from reindreader.ingest.html import page_article, read_html
from reindreader.model.articles import Article, ProblemKind
from reindreader.model.text import BlockKind, MarkKind

PROSE = (
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town, and it is not "
    "put out until noon on the day after, when the last of the boats has come in and been counted."
)
MORE = (
    "Nobody has ever been able to say who pays for the oil. The council denies it, the harbour master shrugs, and the widow "
    "who keeps the key says only that it is brought to her on the first of each month in a can without a label."
)
LAST = (
    "I asked the boatmen. They said that a lamp which is lit for nobody is lit for everybody, and went on mending their nets, "
    "as if that had been an answer; and by the third winter I had begun to think that it was one."
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The Lamp | Harbour Post</title>
<meta property="og:title" content="The Lamp"><meta property="og:site_name" content="Harbour Post">
<script>var x = "not words";</script></head>
<body><nav><a href="/">Home</a> <a href="/more">More news</a></nav>
<article><h1>The Lamp</h1><p class="byline">Translated by Alan Reed</p>
<p>{PROSE}</p><h2>The oil</h2>
<p>{MORE} <em>Not a word</em> of it is <a href="https://example.org/council">in the council's books</a>.</p>
<blockquote><p>{LAST}</p></blockquote>
<ul><li>The first item of a list that stands in the article, with enough words.</li><li>The second item, which is as long as the first one is.</li></ul>
<p>{LAST}</p><p>{PROSE}</p><p>{MORE}</p>
</article><footer>Copyright Harbour Post</footer></body></html>"""


def read(page: str, name: str = "a.html") -> Article:
    return page_article(page.encode(), name, None, None)


def outcome(data: bytes) -> str:
    try:
        return "read" if read_html(data, "a.html").text else "nothing"
    except UnreadableFileError as error:
        return error.reason


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.slice(article.text) for block in article.blocks if block.kind is kind]


def test_the_blocks_of_a_page() -> None:
    article = read(PAGE)
    first = article.blocks[0]
    assert (first.kind, first.level, first.span.slice(article.text)) == (BlockKind.HEADING, 0, "The Lamp")
    assert words(article, BlockKind.HEADING) == ["The Lamp", "The oil"]
    assert words(article, BlockKind.QUOTATION) == [LAST]
    assert len(words(article, BlockKind.LIST_ITEM)) == 2
    assert PROSE in words(article, BlockKind.PARAGRAPH)
    assert not any(part in article.text for part in ("not words", "More news"))


def test_marks_stand_on_their_words() -> None:
    article = read(PAGE)
    marked = {(mark.kind, mark.span.slice(article.text), mark.target) for mark in article.marks}
    assert (MarkKind.EMPHASIS, "Not a word", None) in marked
    assert (MarkKind.LINK, "in the council's books", "https://example.org/council") in marked


def test_the_line_below_the_title_is_kept_for_credits() -> None:
    assert "Translated by Alan Reed" in read(PAGE).text


def test_the_worker_reads_the_same() -> None:
    data = PAGE.encode()
    assert read_html(data, "a.html", encoding=None, url=None) == page_article(data, "a.html", None, None)


def test_a_page_is_known_by_its_first_bytes() -> None:
    assert read_article(PAGE.encode(), "page").source.media_type == "text/html"


@pytest.mark.parametrize(
    ("charset", "codec"), [("big5", "big5hkscs"), ("iso-8859-1", "cp1252"), ("shift_jis", "cp932")]
)
def test_the_declared_encoding(charset: str, codec: str) -> None:
    prose = {
        "big5": "電車公司宣佈把尾班車提早半小時，",
        "iso-8859-1": "Über die Brücke führt kein Weg; ",
        "shift_jis": "駅の灯りは四時にともる。",
    }[charset]
    page = f'<html><head><meta charset="{charset}"><title>Page</title></head><body><article><p>{prose * 12}</p><p>{prose * 9}</p></article></body></html>'
    article = page_article(page.encode(codec), "a.html", None, None)
    assert prose.strip() in article.text
    assert article.source.encoding is not None
    assert article.source.encoding.name == codec


def test_utf8_holds_against_a_wrong_declaration() -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("the council's", "the café’s")
    assert "the café’s" in read(page).text


def test_ruby_and_notes() -> None:
    page = PAGE.replace(MORE, f'{MORE} <ruby>漢<rt>かん</rt></ruby> and a note<sup><a href="#fn1">1</a></sup>', 1)
    article = read(page)
    assert "かん" not in article.text or "漢" in article.text


def test_mhtml() -> None:
    message = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/lamp\r\nSubject: The Lamp\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n'
        "------x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{PAGE}\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------x--\r\n"
    )
    article = page_article(message.encode(), "a.mhtml", None, None)
    assert (article.source.media_type, article.source.url) == ("multipart/related", "https://example.org/lamp")
    assert PROSE in article.text


def test_single_file_notes_the_address_and_the_day() -> None:
    note = "<!--\n Page saved with SingleFile \n url: https://example.org/lamp \n saved date: Tue Apr 07 2020 21:11:04 GMT+0200\n-->"
    source = read(PAGE.replace("<head>", f"{note}<head>")).source
    assert source.url == "https://example.org/lamp"
    assert source.accessed is not None
    assert source.accessed.iso == "2020-04-07"


def test_pictures_that_are_written_out_are_skipped() -> None:
    picture = f'<img alt="A lamp" src="data:image/png;base64,{"A" * 2_000_000}">'
    assert "AAAA" not in read(PAGE.replace("<h2>", f"{picture}<h2>")).text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>", "<!doctype html><html><body><script>1</script></body></html>"]
)
def test_nothing_to_read(page: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read_html(page.encode(), "a.html")
    assert raised.value.reason == "empty"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 50_000 + PROSE + "</div>" * 50_000,
        "<html><body>" + f"<p>{PROSE}</p>" * 50_000,
        "<html><body>" + "<p>a</p>" * 200_000,
        "<html><body><table>" * 3_000 + PROSE,
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;' + PROSE,
    ],
    ids=["nested", "twelve-megabytes", "many", "tables", "entities"],
)
def test_hostile_pages_end(page: str) -> None:
    assert outcome(page.encode()) in {"read", "empty", "slow", "memory", "crash"}


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{'<div>' * 50_000}{PROSE}{'</div>' * 50_000}</body></html>",
        f"<html><body>{'<span class=a>' * 50_000}{PROSE}</body></html>",
        f'<html><body><p class="{"x" * 12_000_000}">{PROSE}</p><p>{MORE}</p></body></html>',
        f"<html><body><p>{PROSE}</p><p>&#1;&#x1f;&#xFFFE;\0\x0b {MORE}<br><br>{LAST}</p></body></html>",
    ],
    ids=["nested", "spans", "value", "controls"],
)
def test_hostile_pages_whose_words_are_read(page: str) -> None:
    assert PROSE in read(page).text


def test_a_page_of_which_only_the_title_is_there_says_so() -> None:
    article = read("<html><head><title>The Lamp of the Quay</title></head><body><script>1</script></body></html>")
    assert [problem.kind for problem in article.problems] == [ProblemKind.EMPTY]


def test_a_page_of_a_few_words_is_read_all_the_same() -> None:
    assert "The lamp is lit." in read("<html><body><p>The lamp is lit.</p></body></html>").text


def test_mutated_pages_are_read_or_refused() -> None:
    chance = random.Random(7)
    data = PAGE.encode()
    for _ in range(60):
        broken = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.4 else data)
        for _ in range(chance.randrange(1, 30)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert outcome(bytes(broken)) in {"read", "empty", "binary"}
