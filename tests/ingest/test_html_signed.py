"""Names that a page marks as somebody's: its author's only with a second sign, and below what says it plainly."""

import pytest

from reindreader.ingest.html import page_article
from reindreader.model.claims import FilePlace, effective
from tests.ingest.test_html_claims import PROSE, declared, jsonld, value

H1 = "<h1>The Lamp</h1>"


@pytest.mark.parametrize(
    "line",
    [
        '<div><a class="x3" href="https://post.example/author/mei-lam/">Mei Lam</a></div>',
        '<p>By <a href="/people/mei-lam">Mei Lam</a></p>',
        '<div><a href="https://letters.example/@meilam">Mei Lam</a></div>',
        '<div><a href="/u/81623-lam">Mei Lam</a> <span>4 May 2021</span></div>',
        '<div class="post-meta"><span class="name">Mei Lam</span><span class="when">4 May 2021</span></div>',
        '<div class="meta"><img src="m.jpg" alt="Mei Lam"><b class="display-name">Mei Lam</b></div>',
        '<div class="when"><span class="name">林美</span><time>2021-05-04</time></div>',
    ],
)
def test_a_marked_name_with_a_second_sign(line: str) -> None:
    names = declared("", H1 + line)["author"]
    assert names in (["Mei Lam"], ["林美"])


@pytest.mark.parametrize(
    "line",
    [
        '<div><span class="name">Brass Kettle</span></div>',
        '<p>Coordinated by the office of <a href="/users/mei-lam">Mei Lam</a></p>',
        '<p><a href="/users/login">Log In</a> <span>4 May 2021</span></p>',
        '<div class="related"><a href="/author/mei-lam/">Mei Lam</a></div>',
        '<div><h3><a href="/nets">The Nets</a></h3><a href="/author/mei-lam/">Mei Lam</a></div>',
        '<p id="pnlContributors">Mei Lam and Joan Kerr contributed to this report</p>',
    ],
)
def test_a_marked_name_without_one(line: str) -> None:
    assert "author" not in declared("", H1 + line)


def test_links_to_authors_below_the_text_are_of_other_articles() -> None:
    assert "author" not in declared("", f'{H1}<p>{PROSE}</p><a href="/author/joan-kerr/">Joan Kerr</a>')


def test_a_box_on_the_author() -> None:
    box = '<div class="author-box"><h4>About the author</h4><h5>Mei Lam</h5><p>Mei writes on lamps.</p></div>'
    assert declared("", f"{H1}<p>{PROSE}</p>{box}")["author"] == ["Mei Lam"]
    assert declared(jsonld(author={"@type": "Person", "name": "Joan Kerr"}), f"{H1}{box}")["author"] == ["Joan Kerr"]


def held(head: str, body: str) -> tuple[list[str], list[str]]:
    """The authors that hold, and all that are claimed."""
    page = f"<html><head>{head}</head><body><article>{H1}{body}<p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
    claims = [c for c in page_article(page.encode(), "a.html", None, None).declared if c.field == "author"]
    return [value(claim) for claim in effective(claims).get(("author", 0), ())], [value(claim) for claim in claims]


def test_meta_tag_and_byline_that_contradict_each_other_are_both_kept() -> None:
    both = held('<meta name="author" content="Joan Kerr">', '<p class="article-author">Mei Lam</p>')
    assert both == (["Mei Lam"], ["Mei Lam", "Joan Kerr"])


@pytest.mark.parametrize("login", ["webteam", "WebTeam", "MLam", "LPOST", "Web Team", "admin"])
def test_an_account_gives_way_and_is_no_author(login: str) -> None:
    head = f'<meta name="author" content="{login}">'
    assert held(head, '<p class="byline">Mei Lam</p>') == (["Mei Lam"], ["Mei Lam"])
    assert held(head, "") == ([], [])


def test_a_person_stands_before_an_organisation() -> None:
    body = jsonld(author={"@type": "Organization", "name": "Quay Foundation"})
    assert held(body, '<p class="author">Mei Lam</p>')[0] == ["Mei Lam"]
    assert held(body, "")[0] == ["Quay Foundation"]


def test_the_place_that_names_more_of_the_same_people_names_all() -> None:
    head = jsonld(author="Mei Lam") + '<meta name="author" content="Mei Lam, Joan Kerr">'
    assert held(head, "")[0] == ["Mei Lam", "Joan Kerr"]


def test_two_ways_of_writing_a_name_are_one_person() -> None:
    head = '<meta name="citation_author" content="Lam, Mei">'
    claims = page_article(
        f"<head>{head}</head>{H1}<p class=author>Mei Lam</p><p>{PROSE}</p>".encode(), "a.html", None, None
    ).declared
    (author,) = [claim for claim in claims if claim.field == "author"]
    assert [place.where for place in author.evidence if isinstance(place, FilePlace)] == [
        "meta[name=citation_author]",
        "[class=author]",
    ]


@pytest.mark.parametrize(
    "byline",
    ["Bejegyezte: Mei Lam", "de Mei Lam", "Postat av Mei Lam", "Írta: Mei Lam", "Đăng bởi Mei Lam"],
)
def test_words_before_the_name_in_more_languages(byline: str) -> None:
    assert held("", f'<p class="autor">{byline}</p>')[0] == ["Mei Lam"]


@pytest.mark.parametrize("program", ["Netscape User", "Microsoft FrontPage", "Preferred Customer"])
def test_what_programs_put_in_place_of_a_name(program: str) -> None:
    assert held(f'<meta name="author" content="{program}">', "")[0] == []


@pytest.mark.parametrize(
    "after",
    [
        '<h2>From the blog</h2><div class="post-card"><a>Rowing</a><span class="post-author">by Joan Kerr</span></div>',
        '<h2>Customer reviews</h2><div class="review"><span class="review-author">Joan Kerr</span></div>',
        '<aside class="rail"><p>Author: Joan Kerr</p></aside>',
    ],
)
def test_cards_reviews_and_asides_name_nobody(after: str) -> None:
    article = page_article(
        f"<html><body>{H1}<p>{PROSE}</p><p>{PROSE}</p>{after}</body></html>".encode(), "a.html", None, None
    )
    assert not any(claim.field == "author" for claim in article.declared)
    assert "Author: Joan Kerr" not in article.text


def test_a_section_of_other_articles_names_nobody() -> None:
    items = "".join(
        f'<div class="item"><h2><a href="/{n}">The Net {n}</a></h2><p class="byline">By Joan Kerr</p></div>'
        for n in "123"
    )
    article = page_article(
        f"<html><body><h1>Culture</h1>{items}<p>{PROSE}</p></body></html>".encode(), "a.html", None, None
    )
    assert not any(claim.field == "author" for claim in article.declared)
    assert "By Joan Kerr" not in article.text


def test_lists_of_credits_without_colons_and_dates_beside_names() -> None:
    shown = "<dl><dt>Author</dt><dd>Mei Lam</dd><dt>Translated by</dt><dd>Joan Kerr</dd></dl><div><span>Mei Lam</span><span>4 May 2021</span></div>"
    article = page_article(
        f"<html><body>{H1}{shown}<p>{PROSE}</p><p>{PROSE}</p></body></html>".encode(), "a.html", None, None
    )
    lines = article.text.splitlines()
    assert {"Author: Mei Lam", "Translated by Joan Kerr", "4 May 2021"} <= set(lines)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ('<div><a href="/author/mei-lam">Mei Lam</a> <time datetime="2021-05-04">May 4</time></div>', "2021-05-04"),
        ('<div class="event-start"><time datetime="2021-05-04">May 4</time></div>', None),
        ('<div>Updated <time class="updated" datetime="2021-05-04">May 4</time></div>', None),
        ('<div><time datetime="2021-05-04">May 4</time> to <time datetime="2021-05-06">May 6</time></div>', None),
    ],
)
def test_the_only_time_between_heading_and_text(line: str, date: str | None) -> None:
    found = declared("", H1 + line)
    assert found.get("appearance.date@100") == ([date] if date else None)


@pytest.mark.parametrize(
    "call",
    [
        '<a href="#fn1" role="doc-noteref"><sup>1</sup></a>',
        "<sup>1,2</sup>",
        "<sup>*</sup>",
        '<a href="#n">[1]</a>',
        "<sup>a, †</sup>",
    ],
)
def test_the_number_of_a_note_is_none_of_the_name(call: str) -> None:
    assert declared("", f'{H1}<p class="author">Mei Lam{call}</p>')["author"] == ["Mei Lam"]
