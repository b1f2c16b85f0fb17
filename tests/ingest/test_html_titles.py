"""Which words of a page are its article's title: not the outlet's, not a program's, not cut short, and told once."""

import pytest

from tests.ingest.test_html_claims import declared

SITE = '<meta property="og:site_name" content="{}">'
OG = '<meta property="og:title" content="{}">'
PAGES = {
    "bar": ("<title>The Lamp | Harbour Post</title>" + SITE.format("Harbour Post"), "", "The Lamp"),
    "front": ("<title>Harbour Post: The Lamp</title>" + SITE.format("Harbour Post"), "", "The Lamp"),
    "brackets": ("<title>The Lamp [Lamp Archive]</title>" + SITE.format("Lamp Archive"), "", "The Lamp"),
    "underscore": ("<title>码头的灯_新闻_海湾网</title>" + SITE.format("海湾网"), "", "码头的灯"),
    "hyphen": ("<title>码头的灯-海湾网</title>" + SITE.format("海湾网"), "", "码头的灯"),
    "wide bar": (OG.format("港の灯｜港ニュース") + SITE.format("港ニュース"), "<h1>港の灯</h1>", "港の灯"),
    "wide colon": (OG.format("港の灯：港新聞") + SITE.format("港新聞"), "<h1>港の灯</h1>", "港の灯"),
    "logo": ("<title>The Lamp | Post</title>", '<h1><a href="/">Post</a></h1><h2>The Lamp</h2>', "The Lamp"),
    "long logo": (
        "<title>Salt | The Harbour Post</title>",
        '<h1><a href="https://post.example/">The Harbour Post</a></h1><h2>Salt</h2>',
        "Salt",
    ),
    "blog": ("<title>Notes: The Lamp of Quay</title>", "<h1>Notes</h1><h3>The Lamp of Quay</h3>", "The Lamp of Quay"),
    "escaped twice": (OG.format("Oil &amp;amp; lamps"), "<h1>Oil &amp; lamps</h1>", "Oil & lamps"),
    "cut short": (OG.format("The Lamp at the E..."), "<h1>The Lamp at the End</h1>", "The Lamp at the End"),
    "program's": ("<title>Untitled Document</title>", "<h1>The Lamp</h1>", "The Lamp"),
    "its own bar": ("<title>Lamps – and oil | Post</title>", "<h1>Lamps – and oil</h1>", "Lamps – and oil"),
    "its own colon": ("<title>Lamps: a history</title>" + SITE.format("Post"), "", "Lamps: a history"),
    "its own dots": (OG.format("And then ...") + "<title>And then ...</title>", "", "And then ..."),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_title_of_a_page(name: str) -> None:
    head, body, title = PAGES[name]
    assert declared(head, body)["title"][0] == title


def test_what_programs_put_in_place_of_a_title_is_none() -> None:
    assert "title" not in declared("<title>New Page 1</title>")
