"""Styles: what is read of them, parents, languages, and what is refused with its line."""

from __future__ import annotations

import pytest

from reindreader.csl import StyleError, compile_style
from tests.csl import mini, shelf

DEPENDENT = """<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-AT">
 <info><title>Journal of Nothing</title><title-short>JN</title-short><id>http://example.org/jn</id>
 <link href="http://example.org/parent" rel="independent-parent"/>
 <category citation-format="author-date"/><category field="history"/><category field="law"/></info>
</style>"""


def test_facts_of_an_independent_style() -> None:
    style = shelf.style("apa")
    assert style.id == "http://www.zotero.org/styles/apa"
    assert (style.kind, style.citation_format, style.parent_id) == ("in-text", "author-date", "")
    assert style.title.startswith("APA")
    assert style.language == "en-US"
    assert style.default_locale == ""
    assert "psychology" in style.fields


def test_dependent_style_takes_its_parents_body_and_its_own_names() -> None:
    parent = mini.xml('<text term="and"/>')
    style = compile_style(DEPENDENT, parent={"http://example.org/parent": parent}.get, locale=shelf.locale)
    assert (style.title, style.title_short, style.parent_id) == (
        "Journal of Nothing",
        "JN",
        "http://example.org/parent",
    )
    assert style.fields == ("history", "law")
    assert style.language == "de-AT"
    assert mini.cited(style, mini.item()) == "und"


def test_language_overrides_the_default_locale() -> None:
    assert mini.cited(mini.style('<text term="and"/>', "fr-CA", attrs='default-locale="de-DE"'), mini.item()) == "et"


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-HK", "sr-Cyrl-XX", "xx-YY", "no", "pt"])
def test_any_tag_finds_a_locale(tag: str) -> None:
    assert mini.cited(mini.style('<text term="and"/>', tag), mini.item())


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "not well-formed"),
        ("<style>\n<info>", 2, "not well-formed"),
        ("<locale/>", 1, "is no CSL style"),
        ('<style version="2.0"><info/></style>', 1, "version 2.0"),
        ('<!DOCTYPE style [<!ENTITY a "b">]><style/>', 1, "entit"),
        ('<style version="1.0">\n</style>', 1, "no <info>"),
        ('<style version="1.0"><info/></style>', 1, "independent parent"),
        (DEPENDENT, 4, "is not there"),
        (mini.xml("<nonsense/>"), 1, "not a rendering element"),
        (mini.xml("<text/>"), 1, "needs one of"),
        (mini.xml('<text macro="m"/>'), 1, "not defined"),
        (mini.xml('<text macro="m"/>', macros='<macro name="m"><text macro="m"/></macro>'), 1, "calls itself"),
        (mini.xml('<text variable="title" text-case="loud"/>'), 1, "text-case"),
        (mini.xml("<number/>"), 1, "needs a variable"),
        (mini.xml("<label/>"), 1, "needs a variable"),
        (mini.xml("<date/>"), 1, "needs a variable"),
        (mini.xml('<date variable="issued" form="loud"/>'), 1, "form"),
        (mini.xml('<date variable="issued"><date-part name="hour"/></date>'), 1, "name"),
        (mini.xml('<choose><if><text value="a"/></if></choose>'), 1, "no condition"),
        (mini.xml('<choose><if mood="good"/></choose>'), 1, "unknown"),
        (mini.xml('<choose><if type="book" match="some"/></choose>'), 1, "match"),
        (mini.xml('<choose><text value="a"/></choose>'), 1, "does not belong"),
        (mini.xml(sort="<key/>"), 1, "needs a variable"),
        (mini.xml('<text variable="titel"/>'), 1, "'titel'"),
        (mini.xml('<names variable="author title"/>'), 1, "'title'"),
        (mini.xml('<choose><if variable="colour"/></choose>'), 1, "'colour'"),
        (mini.xml(kind="verse"), 1, "class"),
        (mini.xml().replace("layout", "outlay"), 1, "no <layout>"),
    ],
)
def test_refused_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(StyleError, match=what) as caught:
        shelf.compiled(text)
    assert caught.value.line == line


def test_nesting_without_end_is_refused() -> None:
    deep = "<group>" * 5000 + '<text variable="title"/>' + "</group>" * 5000
    with pytest.raises(StyleError, match="too deeply"):
        shelf.compiled(mini.xml(deep))


def test_parent_that_is_dependent_is_refused() -> None:
    with pytest.raises(StyleError, match="itself dependent"):
        compile_style(DEPENDENT, parent=lambda _: DEPENDENT, locale=shelf.locale)


def test_locale_that_is_none_is_refused() -> None:
    with pytest.raises(StyleError, match="a locale was expected"):
        compile_style(mini.xml(), parent=shelf.style_text, locale=lambda _: "<style/>")


def test_without_any_locale_a_style_still_prints() -> None:
    style = compile_style(
        mini.xml(
            '<group delimiter=" "><text variable="title" quotes="true"/><text term="and"/><names variable="author">'
            '<name and="text"/></names><date variable="issued"><date-part name="month"/><date-part name="year"/></date>'
            '<date variable="issued" form="text"/></group>'
        ),
        parent=shelf.style_text,
        locale=lambda _: None,
    )
    author = [mini.name("A"), mini.name("B")]
    issued = {"date-parts": [[50, 5]]}
    assert mini.cited(style, mini.item(title="T", author=author, issued=issued)) == "“T” A and B 50AD"


def test_own_locale_elements_from_general_to_particular() -> None:
    own = (
        '<locale xml:lang="en-US"><terms><term name="and">third</term></terms></locale>'
        '<locale xml:lang="en"><terms><term name="and">second</term><term name="at">second</term></terms></locale>'
        '<locale><terms><term name="and">first</term><term name="at">first</term><term name="in">first</term></terms></locale>'
        '<locale xml:lang="de"><terms><term name="and">never</term></terms></locale>'
    )
    layout = '<group delimiter=" "><text term="and"/><text term="at"/><text term="in"/></group>'
    assert mini.cited(mini.style(layout, locale=own), mini.item()) == "third second first"


@pytest.mark.parametrize(
    ("form", "printed"),
    [("long", "sections"), ("short", "secs."), ("symbol", "§§"), ("verb", "sections"), ("verb-short", "sections")],
)
def test_forms_of_terms_fall_back(form: str, printed: str) -> None:
    assert mini.cited(mini.style(f'<text term="section" form="{form}" plural="true"/>'), mini.item()) == printed


def test_undefined_terms_print_nothing() -> None:
    assert mini.cited(mini.style('<text term="nonsense"/>'), mini.item()) == ""
