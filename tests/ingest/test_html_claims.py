"""What a page declares: who, where, when, in which language; nothing that it does not say."""

import json

import pytest

from reindreader.ingest.html import page_article
from reindreader.ingest.html_claims import language_tag, without_site, without_tail
from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_names import people
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor
from reindreader.model.dates import PartialDate
from reindreader.model.records import Title

PROSE = (
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town. " * 4
)


def declared(head: str, body: str = "") -> dict[str, list[str]]:
    page = f"<html><head>{head}</head><body><article>{body}<p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
    found: dict[str, list[str]] = {}
    for claim in page_article(page.encode(), "a.html", None, None).declared:
        assert claim.certainty is Certainty.DECLARED
        assert all(isinstance(place, FilePlace) and place.words for place in claim.evidence)
        found.setdefault(f"{claim.field}@{claim.item}" if claim.item else claim.field, []).append(value(claim))
    return found


def value(claim: Claim) -> str:
    match claim.value:
        case Title():
            return claim.value.text
        case Contributor():
            return claim.value.name.form.inverted
        case PartialDate():
            return claim.value.iso
    return str(claim.value)


def jsonld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **facts})}</script>'


def test_a_page_that_declares_nothing_claims_nothing() -> None:
    assert declared("") == {}


def test_the_translation_and_its_original() -> None:
    found = declared(
        jsonld(
            headline="The Lamp",
            inLanguage="en",
            author={"@type": "Person", "name": "Mei Lam"},
            translator=[{"@type": "Person", "givenName": "Alan", "familyName": "Reed"}],
            datePublished="2015-12-03T08:00:00+08:00",
            publisher={"@type": "Organization", "name": "Harbour Post"},
            translationOfWork={"@type": "Article", "name": "燈", "inLanguage": "zh-Hant", "datePublished": "2015-11"},
        )
    )
    assert found == {
        "type": ["article-newspaper"],
        "title": ["The Lamp"],
        "author": ["Mei Lam"],
        "translator": ["Reed, Alan"],
        "language": ["en"],
        "original.title": ["燈"],
        "original.language": ["zh-Hant"],
        "appearance.publication@100": ["Harbour Post"],
        "appearance.date@100": ["2015-12-03"],
        "appearance.relation@100": ["translation"],
        "appearance.date@101": ["2015-11"],
        "appearance.relation@101": ["original"],
    }


def test_references_within_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": "The Lamp", "author": {"@id": "#p"}},
            {"@type": "Person", "@id": "#p", "name": "Mei Lam"},
        ]
    }
    assert declared(f'<script type="application/ld+json">{json.dumps(graph)}</script>')["author"] == ["Mei Lam"]


@pytest.mark.parametrize(
    "script", ["{", '{"@type": "Article", "author": 3}', "[[[[", '{"@graph": {"@graph": 1}}', "null", '{"@type": {}}']
)
def test_broken_json_says_nothing(script: str) -> None:
    assert "title" not in declared(f'<script type="application/ld+json">{script}</script>')


@pytest.mark.parametrize(
    "wrapped", ["<![CDATA[{}]]>", "//<![CDATA[\n{}\n//]]>", "<!-- {} -->", "/*<![CDATA[*/{}/*]]>*/"]
)
def test_json_within_old_pages_wrappings(wrapped: str) -> None:
    words = json.dumps({"@type": "Article", "headline": "The Lamp"})
    script = f'<script type="application/ld+json">{wrapped.replace("{}", words)}</script>'
    assert declared(script)["title"] == ["The Lamp"]


def test_the_tags_that_scholars_use() -> None:
    tags = {
        "citation_title": "The Lamp", "citation_author": "Lam, Mei", "citation_journal_title": "Quays", "citation_volume": "3",
        "citation_firstpage": "11", "citation_lastpage": "19", "citation_doi": "10.1000/1", "citation_publication_date": "2015/11",
    }  # fmt: skip
    found = declared("".join(f'<meta name="{name}" content="{words}">' for name, words in tags.items()))
    assert found["author"] == ["Lam, Mei"]
    assert found["variable.page"] == ["11–19"]
    assert found["variable.DOI"] == ["10.1000/1"]
    assert found["appearance.date@100"] == ["2015-11"]


def test_microdata_and_the_visible_byline() -> None:
    assert declared("", '<span itemprop="author" itemscope><b itemprop="name">Mei Lam</b></span>')["author"] == [
        "Mei Lam"
    ]
    assert declared("", '<h1>The Lamp</h1><div class="byline">By <a rel="author" href="/a">Mei Lam</a></div>')[
        "author"
    ] == ["Mei Lam"]


def test_other_articles_authors_are_not_taken() -> None:
    teasers = "".join(
        f'<div class="related"><span class="author">Somebody {letter}else</span></div>' for letter in "abc"
    )
    assert "author" not in declared("", teasers)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Mei Lam and Alan Reed", ["Mei Lam", "Alan Reed"]),
        ("Von Jana Groß", ["Jana Groß"]),
        ("Mei Lam, Alan Reed, and Joan Kerr", ["Mei Lam", "Alan Reed", "Joan Kerr"]),
        ("MEI LAM", ["Mei Lam"]),
        ("admin", []),
        ("https://example.org/mei", []),
        ("Harbour Post", []),
        ("林美", ["林美"]),
        ("Jan Novák před hodinou", ["Jan Novák"]),
        ("Mei Lam | Palma | 08/01/2014", ["Mei Lam"]),
        ("Mei Lam Monday, February 29", ["Mei Lam"]),
    ],
)
def test_names_of_a_byline(words: str, names: list[str]) -> None:
    assert [name.literal for name in people(words, "[class=byline]", {"harbour post"})] == names


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2015-11-30T10:00:00Z", "2015-11-30"), ("2015-11", "2015-11"), ("2015", "2015"), ("2015/11/3", "2015-11-03"),
        ("20151130", "2015-11-30"), ("Mon, 30 Nov 2015 10:00:00 GMT", "2015-11-30"), ("November 30, 2015", "2015-11-30"),
        ("Nov 2015", "2015-11"), ("0001-01-01", None), ("30/11/2015", None), ("yesterday", None), ("2015-13-01", None), ("", None),
    ],
)  # fmt: skip
def test_dates_are_taken_as_they_are_given(words: str, iso: str | None) -> None:
    date = declared_date(words)
    assert (date.iso if date else None) == iso


def test_language_tags() -> None:
    assert [language_tag(words) for words in ("en_us", "zh-hant-HK", "zh_TW", "english", "xx")] == [
        "en-US",
        "zh-Hant-HK",
        "zh-TW",
        None,
        None,
    ]


def test_the_outlet_is_no_part_of_the_title() -> None:
    assert without_site("The Lamp | Harbour Post", {"harbour post"}) == "The Lamp"
    assert without_site("The Lamp - harbour.org", ()) == "The Lamp"
    assert without_site("The Lamp | Opinion", (), {"the lamp"}) == "The Lamp"
    assert without_site("The Lamp | Harbour Post Opinion", {"harbour post"}) == "The Lamp"
    assert without_tail("The Lamp of the Quay | Harbour Post") == "The Lamp of the Quay"
    assert without_tail("Lamps – and what came after") == "Lamps – and what came after"
    assert without_site("Lamps – and after", {"harbour post"}) == "Lamps – and after"


def test_tags_in_a_row_are_all_read() -> None:
    tags = "".join(f'<meta name="x{number}" content="words">' for number in range(80))
    assert declared(
        f'{tags}<meta name="author" content="Mei Lam"/>{tags}<meta name="pubdate" content="2015-11-30"/>'
    ) == {
        "author": ["Mei Lam"],
        "appearance.date@100": ["2015-11-30"],
        "appearance.relation@100": ["translation"],
    }
