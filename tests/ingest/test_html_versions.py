"""What a page declares of its versions, of the periodical it is in, and which of its titles is the article's."""

import pytest

from reindreader.ingest.html import page_article
from tests.ingest.test_html_claims import declared, jsonld

VERSIONS = "unknown.html:versions"
HERE = '<link rel="canonical" href="https://example.org/en/lamp"><meta http-equiv="content-language" content="en">'


def alternates(*tags: str) -> str:
    links = (f'<link rel="alternate" hreflang="{tag}" href="https://example.org/{tag.lower()}/lamp">' for tag in tags)
    return HERE + "".join(links)


def test_versions_in_other_languages_are_told_and_none_is_called_the_original() -> None:
    found = declared(alternates("x-default", "en", "en-GB", "zh-Hant", "fr"))
    assert found[VERSIONS] == ["zh-Hant: https://example.org/zh-hant/lamp; fr: https://example.org/fr/lamp"]
    assert not any(name.startswith("original") or name.endswith("@101") for name in found)


def test_the_version_in_the_originals_language_is_the_originals_address() -> None:
    original = jsonld(headline="The Lamp", translationOfWork={"@type": "Article", "name": "燈", "inLanguage": "zh"})
    found = declared(alternates("en", "zh-Hant", "fr") + original)
    assert found["appearance.url@101"] == ["https://example.org/zh-hant/lamp"]
    assert found["appearance.relation@101"] == ["original"]
    two = declared(alternates("en", "zh-Hant", "zh-Hans") + original)
    assert "appearance.url@101" not in two


@pytest.mark.parametrize(
    "head",
    [
        alternates("en", "en-US"),
        alternates(*("fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "ru")),
        alternates("x-default"),
        '<link rel="alternate" hreflang="fr" href="https://example.org/fr">',
    ],
    ids=["countries", "a-site-of-many-languages", "default", "own-language-unknown"],
)
def test_what_is_no_version_of_the_article(head: str) -> None:
    assert VERSIONS not in declared(head)


def test_an_article_within_an_issue_of_a_volume() -> None:
    part = {
        "@type": "PublicationIssue",
        "issueNumber": 4,
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "name": "Quays", "issn": "1234-5679"},
        },
    }
    found = declared(
        jsonld(
            headline="The Lamp",
            isPartOf=part,
            pageStart="11",
            pageEnd="19",
            inLanguage={"@type": "Language", "name": "en"},
        )
    )
    assert (found["appearance.publication@100"], found["variable.ISSN"]) == (["Quays"], ["1234-5679"])
    assert (found["variable.volume"], found["variable.issue"], found["variable.page"]) == (["12"], ["4"], ["11–19"])
    assert found["language"] == ["en"]


def test_the_original_and_its_outlet_by_reference() -> None:
    graph = jsonld(
        headline="The Lamp",
        translator={"@id": "#r"},
        translationOfWork={"@type": "NewsArticle", "headline": "燈", "author": {"name": "林美"}, "publisher": {"name": "海港報"}, "url": "https://example.org/zh/1"},
    ) + '<script type="application/ld+json">{"@id": "#r", "@type": "Person", "name": "Alan Reed"}</script>'  # fmt: skip
    found = declared(graph)
    assert (found["translator"], found["original.author"], found["original.title"]) == (["Alan Reed"], ["林美"], ["燈"])
    assert (found["appearance.publication@101"], found["appearance.url@101"]) == (
        ["海港報"],
        ["https://example.org/zh/1"],
    )
    assert "author" not in found


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ('<meta property="og:title" content="Why the lamp burns"><title>The Lamp | Post</title>' + jsonld(headline="The Lamp"), "<h1>The Lamp</h1>", "The Lamp"),
        ('<meta property="og:title" content="The Lamp | Post"><meta property="og:site_name" content="Post">', "<h1>Section</h1>", "The Lamp"),
        ('<meta name="dc.title" content="The Lamp"><meta property="og:title" content="Lamps!">', "", "The Lamp"),
        ('<meta property="og:title" content="“The Lamp”">', "<h1>The Lamp</h1>", "The Lamp"),
        ("<title>The Lamp of the Quay - Harbour Post</title>", "<h1>Opinion</h1>", "The Lamp of the Quay"),
        ("<title>The Lamp - Harbour Post</title>", "<h1>The Lamp</h1>", "The Lamp"),
    ],
    ids=["confirmed", "outlet", "dublin-core", "quotation-marks", "no-heading", "title-begins"],
)  # fmt: skip
def test_which_title_counts(head: str, body: str, title: str) -> None:
    assert declared(head, body)["title"][0] == title


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><time class="published" datetime="2001-02-03">then</time></div>',
        '<aside><time pubdate datetime="2001-02-03">then</time></aside>',
        "<footer>© 2019 Harbour Post</footer>",
        '<time itemprop="dateModified" datetime="2001-02-03">then</time>',
        '<div class="related"><span itemprop="datePublished" content="2001-02-03"></span></div>',
        '<time datetime="2001-02-03">then</time>',
    ],
)
def test_dates_that_are_not_the_articles(body: str) -> None:
    assert "appearance.date@100" not in declared('<meta property="article:modified_time" content="2001-02-03">', body)


def test_the_first_date_of_publication_counts() -> None:
    times = '<time class="entry-date published" datetime="2015-11-30">a</time><time class="published" datetime="2001-02-03">b</time>'
    assert declared("", times)["appearance.date@100"] == ["2015-11-30"]


COPIES = [
    "https://web.archive.org/web/20190305101112/https://post.example/lamp?a=1",
    "http://web.archive.org/web/20190305101112id_/https:/post.example/lamp?a=1",
    "https://archive.ph/2019.03.05-101112/https://post.example/lamp?a=1",
    "https://arquivo.pt/wayback/20190305101112/https://post.example/lamp?a=1",
    "https://www.webarchive.org.uk/wayback/archive/20190305101112mp_/https://post.example/lamp?a=1",
]


@pytest.mark.parametrize("copy", COPIES)
def test_a_kept_copy_has_the_address_of_its_page(copy: str) -> None:
    found = declared(f'<link rel="canonical" href="{copy}">')
    assert found["appearance.url@100"] == ["https://post.example/lamp?a=1"]
    assert found["appearance.archived@100"] == [copy]
    article = page_article(b"<p>The lamp is lit at four in the afternoon.</p>", "a.html", None, copy)
    assert (article.source.url, article.source.archived) == ("https://post.example/lamp?a=1", copy)


@pytest.mark.parametrize("url", ["https://post.example/web/2019/lamp", "https://web.archive.org/details/lamps"])
def test_other_addresses_are_left_as_they_are(url: str) -> None:
    found = declared(f'<link rel="canonical" href="{url}">')
    assert (found["appearance.url@100"], "appearance.archived@100" in found) == ([url], False)
