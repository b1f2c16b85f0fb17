"""Whom a page names as its people, and whom it does not: sites, desks, positions, other articles' authors, photographers."""

import json

import pytest

from reindreader.ingest.html_names import people
from tests.ingest.test_html_claims import declared, jsonld


def meta(**named: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{words}">' for name, words in named.items())


BYLINES = {
    "By Mei Lam, Harbour correspondent": ["Mei Lam"],
    "By MEI LAM, AP National Writer": ["Mei Lam"],
    "Mei Lam, MD, PhD": ["Mei Lam"],
    "Mei Lam, RDN, MS and Alan Reed, Ph.D.": ["Mei Lam", "Alan Reed"],
    "Mei Lam, Post Business": ["Mei Lam"],
    "Mei Lam (with Alan Reed and Joan Kerr)": ["Mei Lam", "Alan Reed", "Joan Kerr"],
    "Mei Lam (avec Alan Reed)": ["Mei Lam", "Alan Reed"],
    "Mei Lam (Quay Agency)": ["Mei Lam"],
    "Mei (May) Lam": ["Mei (May) Lam"],
    "Mei Lam; photographs by Joan Kerr": ["Mei Lam"],
    "By Mei Lam, Alan Reed, and Joan Kerr, Post": ["Mei Lam", "Alan Reed", "Joan Kerr"],
    "Words by Mei Lam, photos by Joan Kerr and Alan Reed": ["Mei Lam"],
    "Photography by Joan Kerr": [],
    "Mei Lam, translated by Alan Reed": ["Mei Lam"],
    "Mei Lam | @meilam | 3 min read": ["Mei Lam"],
    "@meilam": [],
    "Web Desk": [],
    "Harbour Post Staff": [],
    "Editorial Team": [],
    "Guest Author": [],
    "编辑部": [],
    "Lam Quay Foundation": ["Lam Quay Foundation"],
    "作者：林美": ["林美"],
    "Von Jana Groß und Ole Hinz": ["Jana Groß", "Ole Hinz"],
    "Par Aude Lemoine et Luc Roy": ["Aude Lemoine", "Luc Roy"],
    "Last updated: January 7": [],
}


@pytest.mark.parametrize("words", BYLINES)
def test_the_authors_in_a_byline(words: str) -> None:
    assert [name.literal for name in people(words, "[class=byline]", {"post"})] == BYLINES[words]


def test_organisations_are_not_split_as_names() -> None:
    (name,) = people("Lam Quay Foundation", "[class=byline]")
    assert name.organisation
    (name,) = people("Lantern, Quay and Sons", "JSON-LD NewsArticle author Organization")
    assert (name.organisation, name.literal) == (True, "Lantern, Quay and Sons")


@pytest.mark.parametrize(
    ("words", "where", "names"),
    [
        ("Lam, Mei", "meta[name=citation_author]", ["Lam, Mei"]),
        ("de Jong, Michiel", "meta[name=dc.creator]", ["de Jong, Michiel"]),
        ("Lam, Mei", "JSON-LD Article author", ["Lam, Mei"]),
        ("Mei Lam, Alan Reed", "JSON-LD Article author", ["Mei Lam", "Alan Reed"]),
        ("van der Berg, Mary Ann", "JSON-LD Article author familyName Person", ["van der Berg, Mary Ann"]),
    ],
)
def test_names_turned_round(words: str, where: str, names: list[str]) -> None:
    assert [name.form.inverted for name in people(words, where)] == names


def test_a_translator_within_the_author_tag() -> None:
    found = declared(meta(author="Mei Lam; translated from the Chinese by Alan Reed"))
    assert (found["author"], found["translator"]) == (["Mei Lam"], ["Alan Reed"])


@pytest.mark.parametrize(
    "head",
    [
        meta(author="Harbour Post") + '<meta property="og:site_name" content="The Harbour Post">',
        meta(author="Harbour Post") + '<meta property="og:site_name" content="Harbour Post | All the news">',
        meta(author="HarbourPost") + '<link rel="canonical" href="https://www.harbourpost.example/lamp">',
        jsonld(author={"@type": "Organization", "name": "Harbour Post"}, publisher={"name": "Harbour Post"}),
        meta(article__author="https://www.facebook.com/harbourpost"),
        jsonld(author={"@type": "Person", "url": "https://example.org/mei"}),
        jsonld(author=""),
        meta(author="admin"),
    ],
)
def test_a_site_or_an_account_is_no_author(head: str) -> None:
    assert "author" not in declared(head)


def test_a_site_named_and_addressed_as_its_author_is_a_persons() -> None:
    site = (
        '<meta property="og:site_name" content="Mei Lam"><meta property="og:url" content="https://meilam.example/lamp">'
    )
    assert declared(meta(author="Mei Lam") + site)["author"] == ["Mei Lam"]
    assert "author" not in declared(meta(author="Mei Lam") + site.replace("meilam", "lamps"))
    post = site.replace("Mei Lam", "Lamp Post").replace("meilam", "lamppost")
    assert "author" not in declared(meta(author="Lamp Post") + post)


def test_dublin_core_in_either_way_of_writing() -> None:
    for name in ("dc.creator", "DC:creator", "dcterms.creator", "dcterm:creator"):
        found = declared(f'<meta name="author" content="FAIL"><meta property="x:y {name}" content="Mei Lam">')
        assert found["author"] == ["Mei Lam"]


def test_of_several_articles_in_a_page_only_its_own_counts() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "The Oil",
        "author": {"name": "Joan Kerr"},
        "datePublished": "2001-01-01",
    }
    own = {"@type": "NewsArticle", "headline": "The Lamp", "author": {"name": "Mei Lam"}}
    script = f'<script type="application/ld+json">{json.dumps([other, own])}</script>'
    found = declared(script, "<h1>The “Lamp”</h1>")
    assert (found["author"], "appearance.date@100" in found) == (["Mei Lam"], False)
    assert "author" not in declared(script, "<h1>The Harbour</h1>")


def test_creators_and_family_names() -> None:
    person = {"@type": "Person", "givenName": "Mei", "familyName": "Lam", "name": "Mei Lam"}
    assert declared(jsonld(creator=[person]))["author"] == ["Lam, Mei"]


ITEM = '<div itemscope itemtype="https://schema.org/{}"><b itemprop="author">{}</b><time itemprop="datePublished" datetime="{}"></time></div>'


@pytest.mark.parametrize("kind", ["Comment", "ImageObject", "VideoObject", "Product"])
def test_the_authors_of_other_things_on_a_page(kind: str) -> None:
    found = declared("", ITEM.format(kind, "Joan Kerr", "2001-02-03"))
    assert not {"author", "appearance.date@100"} & set(found)


def test_of_several_marked_articles_that_with_the_heading_counts() -> None:
    teaser = ITEM.format("NewsArticle", "Joan Kerr", "2001-02-03")
    own = ITEM.format("NewsArticle", "Mei Lam", "2015-11-30").replace("<b", "<h1>The Lamp</h1><b")
    found = declared("", teaser + own + teaser)
    assert (found["author"], found["appearance.date@100"]) == (["Mei Lam"], ["2015-11-30"])


def test_microdata_of_a_translation() -> None:
    found = declared(
        "",
        '<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">The Lamp</h1><i itemprop="inLanguage" content="en"></i>'
        '<span itemprop="translator" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Alan Reed</a></span>'
        '<div itemprop="translationOfWork" itemscope itemtype="https://schema.org/Article"><i itemprop="name">燈</i>'
        '<b itemprop="author">Mei Lam</b><i itemprop="inLanguage" content="zh-Hant"></i></div></div>',
    )
    assert (found["translator"], found["original.author"]) == (["Alan Reed"], ["Mei Lam"])
    assert (found["original.title"], found["original.language"], found["language"]) == (["燈"], ["zh-Hant"], ["en"])
    assert "author" not in found


def test_rdfa_lite() -> None:
    found = declared(
        "",
        '<div vocab="https://schema.org/" typeof="Article"><span property="author" typeof="Person"><b property="name">Mei Lam</b></span>'
        '<span property="translator">Alan Reed</span><time property="schema:datePublished" datetime="2015-11-30">then</time></div>',
    )
    assert (found["author"], found["translator"]) == (["Mei Lam"], ["Alan Reed"])
    assert found["appearance.date@100"] == ["2015-11-30"]


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="entry-author">By Mei Lam</p>',
        '<span class="author vcard"><a class="url fn n" href="/m">Mei Lam</a></span>',
        '<address><a rel="author" href="/m">Mei Lam</a></address>',
        '<div class="articleAuthor">Mei Lam</div>',
        '<div class="byline__authors"><span class="byline__name">Mei Lam</span></div>',
        '<p class="auteur">Par Mei Lam</p>',
        '<p class="firma">Mei Lam</p>',
    ],
)
def test_bylines_by_their_class(byline: str) -> None:
    assert declared("", f"<h1>The Lamp</h1>{byline}")["author"] == ["Mei Lam"]


@pytest.mark.parametrize(
    "around",
    [
        '<div class="related">{}</div>', '<aside>{}</aside>', '</article><footer>{}</footer><article>', '<div id="comments">{}</div>',
        '<section class="recommended-articles">{}</section>', '<ul class="most-read"><li>{}</li></ul>',
    ],
)  # fmt: skip
def test_bylines_that_are_not_the_articles(around: str) -> None:
    assert "author" not in declared("", f"<h1>The Lamp</h1>{around.format('<span class=author>Joan Kerr</span>')}")


def test_long_lists_of_names_are_read_one_by_one() -> None:
    names = [f"Mei{letter} Lam" for letter in "abcdefghijklmnopqrstuvwxyz" * 4]
    assert [name.literal for name in people("; ".join(names), "meta[name=author]")] == names
    assert people("Mei " * 4_000, "meta[name=author]") == []


POST = '<div class="post"><p class="author">by <a class="username" href="u{n}">{who}</a> on Wed</p><p>{words}</p></div>'
ANSWER = (
    '<div class="answer"><p>Slowly.</p><div class="user" itemprop="author"><a href="/users/2">Mei Lam</a></div></div>'
)


@pytest.mark.parametrize(
    "body",
    [
        POST.format(n=1, who="Mei Lam", words="My lock is stuck.") + POST.format(n=2, who="Alan Reed", words="Oil it."),
        "<p>How do I dry clay?</p>" + ANSWER,
    ],
)
def test_who_posts_among_others_is_no_author(body: str) -> None:
    assert "author" not in declared("", f"<h1>A stuck lock</h1>{body}")


@pytest.mark.parametrize(
    "office", ["Humas", "Pressestelle", "Service de presse", "пресс-служба", "広報課", "個人", "佚名"]
)
def test_a_press_office_or_a_nameless_person_is_nobodys_name(office: str) -> None:
    assert "author" not in declared(meta(author=office))
