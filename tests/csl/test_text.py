"""Text, numbers, labels, pages, markup of fields, text case."""

from __future__ import annotations

import pytest

from tests.csl import mini


@pytest.mark.parametrize(
    ("title", "html"),
    [
        ("plain & <simple>", "plain &amp; &lt;simple&gt;"),
        ("an <i>italic</i> and a <b>bold</b> word", "an <i>italic</i> and a <b>bold</b> word"),
        ("H<sub>2</sub>O and E=mc<sup>2</sup>", "H<sub>2</sub>O and E=mc<sup>2</sup>"),
        ("<sc>small</sc>", '<span style="font-variant:small-caps;">small</span>'),
        ('<span style="font-variant: small-caps;">small</span>', '<span style="font-variant:small-caps;">small</span>'),
        ('<span class="loud">x</span>', '&lt;span class="loud"&gt;x&lt;/span&gt;'),
        ("never <i>closed", "never &lt;i&gt;closed"),
        ("<b>one <i>two</b> three", "<b>one &lt;i&gt;two</b> three"),
        ("never opened</i>", "never opened&lt;/i&gt;"),
        ('the "quoted" word', "the “quoted” word"),
        ("the 'quoted' word isn't", "the “quoted” word isn’t"),
        ("‘typed’ marks and “double” ones", "‘typed’ marks and “double” ones"),
        ("\"outer 'inner' outer\"", "“outer ‘inner’ outer”"),
        ('"<i>My</i>" book', "“<i>My</i>” book"),
        ("the '90s", "the ’90s"),
        ('5" long', '5" long'),
        ('"<i>crossed"</i>', '"<i>crossed"</i>'),
        ("« fr »", "«\u202ffr\u202f»"),
        ("x² and 1ᵉʳ", "x<sup>2</sup> and 1<sup>e</sup><sup>r</sup>"),
        ("<script>alert('x')</script>", "&lt;script&gt;alert(“x”)&lt;/script&gt;"),
    ],
)
def test_markup_of_fields(title: str, html: str) -> None:
    assert mini.cited(mini.style(), mini.item(title=title), html=True) == html


def test_numbers_without_end() -> None:
    style = mini.style(
        '<label variable="page"/><text variable="page"/><number variable="edition" form="ordinal"/>'
        '<date variable="issued"><date-part name="year"/></date>',
        attrs=f'page-range-format="minimal" et-al-min="{"9" * 5000}"',
    )
    digits = "7" * 5000
    item = mini.item(page=f"{digits}-{digits}", edition=digits, issued={"raw": digits})
    assert mini.cited(style, item).count("7") == 20000
    assert mini.cited(style, mini.item(page="1a" * 20000)).count("1a") == 20000


def test_markup_without_end_is_text() -> None:
    style = mini.style('<text variable="title" text-case="title"/>')
    shown = mini.cited(style, mini.item(title="<i>" * 3000 + "x" + "</i>" * 3000))
    assert shown.count("<i>") > 2900
    assert "X" in mini.cited(style, mini.item(title="“" * 3000 + "x" + "”" * 3000))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("a 'single' word", "“a ‘single’ word”"),
        ("a “double” word", "“a ‘double’ word”"),
        ("deep “one ‘two’ one”", "“deep ‘one “two” one’”"),
    ],
)
def test_quotation_marks_alternate(title: str, printed: str) -> None:
    assert mini.cited(mini.style('<text variable="title" quotes="true"/>'), mini.item(title=title)) == printed


def test_formatting_flips_inside_itself() -> None:
    style = mini.style('<text variable="title" font-style="italic" font-weight="bold"/>')
    title = 'The <i>Iliad</i>, <span class="nodecor">plain</span>'
    assert mini.cited(style, mini.item(title=title), html=True) == (
        '<b><i>The <span style="font-style:normal;">Iliad</span>, <span style="font-style:normal;">'
        '<span style="font-weight:normal;">plain</span></span></i></b>'
    )


def test_all_formatting_attributes() -> None:
    layout = (
        '<text value="u" text-decoration="underline"/><text value="o" font-style="oblique"/>'
        '<text value="l" font-weight="light"/><text value="s" vertical-align="sup"/><text value="n" font-style="normal"/>'
    )
    assert mini.cited(mini.style(layout), mini.item(), html=True) == (
        '<span style="text-decoration:underline;">u</span><em>o</em><span style="font-weight:light;">l</span><sup>s</sup>n'
    )


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("lowercase", "ABC Def", "abc def"),
        ("uppercase", "abc Def", "ABC DEF"),
        ("capitalize-first", "the iPod", "The iPod"),
        ("capitalize-first", "iPod the", "iPod the"),
        ("capitalize-all", "the iPod of war", "The iPod Of War"),
        ("sentence", "A LOUD TITLE", "A loud title"),
        ("sentence", "a Title", "A Title"),
        ("sentence", 'A <span class="nocase">NATO</span> TITLE', "A NATO title"),
        ("title", "the war of the worlds", "The War of the Worlds"),
        ("title", "what we look for", "What We Look For"),
        ("title", "war: the end", "War: The End"),
        ("title", "two-thirds of x-y", "Two-Thirds of x-y"),
        ("title", "a <i>word</i> in UK", "A Word in UK"),
        ("title", 'on <span class="nocase">vitamin b</span> here', "On vitamin b Here"),
        ("title", "portraits by van gogh", "Portraits by van Gogh"),
        ("title", "brown v. board", "Brown v. Board"),
        ("title", "first part. the second", "First Part. the Second"),
        ("title", "on ’t hof", "On ’t Hof"),
        ("title", "— –", "— –"),
        ("uppercase", "straße", "STRASSE"),
        ("uppercase", "<i>stra</i>ße", "STRASSE"),
        ("normal", "As Is", "As Is"),
    ],
)
def test_text_case(case: str, title: str, printed: str) -> None:
    style = mini.style(f'<text variable="title" text-case="{case}"/>')
    assert mini.cited(style, mini.item(title=title)) == printed


def test_title_case_is_for_english() -> None:
    layout = '<text variable="title" text-case="title"/>'
    german, english = mini.item(title="der tod", language="de"), mini.item("b", title="my death", language="en-GB")
    assert mini.cited(mini.style(layout), german) == "der tod"
    assert mini.cited(mini.style(layout, "de-DE"), mini.item(title="kein titel")) == "kein titel"
    assert mini.cited(mini.style(layout, "de-DE"), english) == "My Death"


def test_turkish_letters() -> None:
    item = mini.item(title="iğne", language="tr")
    assert mini.cited(mini.style('<text variable="title" text-case="uppercase"/>'), item) == "İĞNE"
    item = mini.item(title="<i>IŞIK</i>", language="tr")
    assert mini.cited(mini.style('<text variable="title" text-case="lowercase"/>'), item) == "ışık"


def test_case_and_periods_of_a_macro() -> None:
    macros = '<macro name="m"><text variable="title" suffix=". ed."/><text variable="note" prefix=" "/></macro>'
    item = mini.item(title='one <span class="nocase">two</span>', note="u.s.a.")
    assert (
        mini.cited(mini.style('<text macro="m" text-case="uppercase"/>', macros=macros), item) == "ONE two. ED. U.S.A."
    )
    assert mini.cited(mini.style('<text macro="m" strip-periods="true"/>', macros=macros), item) == "one two ed usa"


def test_short_forms_and_their_fallback() -> None:
    layout = (
        '<group delimiter="/"><text variable="title" form="short"/><text variable="container-title" form="short"/>'
        '<text variable="title-short"/><text variable="publisher" form="short"/></group>'
    )
    full = mini.item(title="Long", title_short="L", container_title="Cont", journalAbbreviation="C", publisher="P")
    assert mini.cited(mini.style(layout), full) == "L/C/L/P"
    assert mini.cited(mini.style(layout), mini.item(title="Long")) == "Long"


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("numeric", "2 , 3", "2, 3"),
        ("numeric", "2&3", "2 & 3"),
        ("numeric", "2 - 4", "2–4"),
        ("numeric", "special issue", "special issue"),
        ("ordinal", "1", "1st"),
        ("ordinal", "12", "12th"),
        ("ordinal", "23", "23rd"),
        ("ordinal", "2, 3", "2nd, 3rd"),
        ("ordinal", "2E", "2E"),
        ("long-ordinal", "3", "third"),
        ("long-ordinal", "11", "11th"),
        ("roman", "14", "xiv"),
        ("roman", "4000", "4000"),
        ("roman", "1999", "mcmxcix"),
        ("numeric", "<b>7</b>", "<b>7</b>"),
        ("numeric", "1\\-2", "1-2"),
    ],
)
def test_numbers(form: str, text: str, printed: str) -> None:
    style = mini.style(f'<number variable="edition" form="{form}"/>')
    assert mini.cited(style, mini.item(edition=text)) == printed


def test_number_without_periods() -> None:
    style = mini.style('<number variable="edition" strip-periods="true"/>')
    assert mini.cited(style, mini.item(edition="2nd rev. ed.")) == "2nd rev ed"


def test_baseline_within_superscript() -> None:
    style = mini.style('<text variable="title" vertical-align="sup"/>')
    assert (
        mini.cited(style, mini.item(title="a<sup>b</sup>"), html=True) == '<sup>a<span style="baseline">b</span></sup>'
    )


def test_number_keeps_case_and_is_empty_when_its_variable_is() -> None:
    style = mini.style('<number variable="edition" form="roman" text-case="uppercase"/>')
    assert [mini.cited(style, mini.item(edition=6)), mini.cited(style, mini.item())] == ["VI", ""]


def test_ordinals_have_gender() -> None:
    layout = (
        '<number variable="edition" form="ordinal"/><text value=" "/><number variable="issue" form="long-ordinal"/>'
    )
    printed = mini.cited(mini.style(layout, "fr-FR"), mini.item(edition=1, issue=2))
    assert printed == "1ʳᵉ deuxième"


def test_old_scheme_of_ordinals() -> None:
    terms = "".join(f'<term name="ordinal-0{n}">{"abcd"[n - 1]}</term>' for n in range(1, 5))
    style = mini.style('<number variable="edition" form="ordinal"/>', locale=f"<locale><terms>{terms}</terms></locale>")
    printed = [mini.cited(style, mini.item(edition=number)) for number in (1, 2, 3, 7, 11, 113)]
    assert printed == ["1a", "2b", "3c", "7d", "11d", "113d"]


def test_matches_of_ordinals() -> None:
    terms = (
        '<term name="ordinal">x</term><term name="ordinal-01" match="whole-number">one</term>'
        '<term name="ordinal-02" match="last-two-digits">two</term><term name="ordinal-12">dozen</term>'
    )
    style = mini.style('<number variable="edition" form="ordinal"/>', locale=f"<locale><terms>{terms}</terms></locale>")
    printed = [mini.cited(style, mini.item(edition=number)) for number in (1, 21, 2, 22, 102, 112)]
    assert printed == ["1one", "21x", "2two", "22x", "102two", "112dozen"]


def test_no_ordinals_at_all() -> None:
    empty = '<locale><terms><term name="ordinal-07">th</term></terms></locale>'
    style = mini.style('<number variable="edition" form="ordinal"/>', locale=empty)
    assert mini.cited(style, mini.item(edition=3)) == "3"


@pytest.mark.parametrize(
    ("form", "page", "printed"),
    [
        ("", "110-5", "110–5"),
        ("", "S3--S5", "S3–S5"),
        ("", "ii-x", "ii–x"),
        ("", "12\\-13", "12-13"),
        ("", "1,3 & 5-6", "1, 3 & 5–6"),
        ("", "1n2-b", "1n2-b"),
        ("", "3", "3"),
        ("expanded", "N110-N5", "N110–N115"),
        ("expanded", "42-5", "42–45"),
        ("minimal", "321-328", "321–8"),
        ("minimal", "42-42", "42–2"),
        ("minimal-two", "321-328", "321–28"),
        ("minimal-two", "1-8", "1–8"),
        ("minimal", "328-321", "328–321"),
        ("minimal", "8-12", "8–12"),
        ("chicago", "71-72", "71–72"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "1002-1006", "1002–6"),
        ("chicago", "415-532", "415–532"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("chicago", "11564-11568", "11564–68"),
        ("minimal", "B3-C5", "B3-C5"),
    ],
)
def test_pages(form: str, page: str, printed: str) -> None:
    attrs = f'page-range-format="{form}"' if form else ""
    assert mini.cited(mini.style('<text variable="page"/>', attrs=attrs), mini.item(page=page)) == printed


def test_first_page() -> None:
    style = mini.style('<text variable="page-first"/><text value="|"/><number variable="page-first"/>')
    assert mini.cited(style, mini.item(page="14-18")) == "14|14"
    assert mini.cited(style, mini.item(page="14")) == "14|14"
    assert mini.cited(style, mini.item(page_first="9")) == "9|9"


@pytest.mark.parametrize(
    ("variable", "value", "printed"),
    [
        ("page", "3", "p. 3"),
        ("page", "3-5", "pp. 3–5"),
        ("page", "3, 5", "pp. 3, 5"),
        ("page", "ix-xii", "pp. ix–xii"),
        ("number-of-volumes", "1", "vol. 1"),
        ("number-of-volumes", "3", "vols. 3"),
        ("volume", "IV", "vol. IV"),
        ("page", "3 and 5", "pp. 3 and 5"),
    ],
)
def test_labels(variable: str, value: str, printed: str) -> None:
    layout = f'<label variable="{variable}" form="short" suffix=" "/><text variable="{variable}"/>'
    assert mini.cited(mini.style(layout), {"id": "a", variable: value}) == printed


@pytest.mark.parametrize(("plural", "printed"), [("always", "pages"), ("never", "page"), ("contextual", "pages")])
def test_plural_of_labels(plural: str, printed: str) -> None:
    style = mini.style(f'<label variable="page" plural="{plural}" text-case="lowercase"/>')
    assert mini.cited(style, mini.item(page="1-2")) == printed
    assert mini.cited(style, mini.item()) == ""


def test_label_without_a_term_prints_nothing() -> None:
    assert mini.cited(mini.style('<label variable="DOI"/><text value="x"/>'), mini.item(DOI="10/1")) == "x"


LOCATOR = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'


@pytest.mark.parametrize(
    ("label", "locator", "printed"),
    [
        ("", "12-14", "pp. 12–14"),
        ("paragraph", "4", "para. 4"),
        ("sub verbo", "alpha", "s.v. alpha"),
        ("sub-verbo", "alpha", "s.v. alpha"),
        ("", "vol. 1, fol. 3", "vol. 1, fol. 3"),
        ("section", "2 & 3", "secs. 2 & 3"),
        ("", "", ""),
    ],
)
def test_locators(label: str, locator: str, printed: str) -> None:
    locale = '<locale><terms><term name="sub-verbo" form="short">s.v.</term></terms></locale>'
    assert mini.cited(mini.style(LOCATOR, locale=locale), mini.item(), label=label, locator=locator) == printed


def test_locator_with_the_locales_ampersand() -> None:
    locale = '<locale><terms><term name="and" form="symbol">et</term></terms></locale>'
    assert mini.cited(mini.style(LOCATOR, locale=locale), mini.item(), locator="2 & 3") == "pp. 2 et 3"


@pytest.mark.parametrize("variable", ["title", "edition", "page", "locator", "year-suffix", "citation-number"])
def test_empty_variables_print_nothing(variable: str) -> None:
    style = mini.style(f'<text variable="{variable}" prefix="(" suffix=")"/>')
    assert mini.cited(style, mini.item()) == ("(1)" if variable == "citation-number" else "")


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ("a.", ". b", "a. b"),
        ("a:", ". b", "a: b"),
        ("a:", "! b", "a! b"),
        ("a,", ", b", "a, b"),
        ("a?", ". b", "a? b"),
        ("a?", "! b", "a?! b"),
        ("a ", " b", "a b"),
        ("a.", ": b", "a.: b"),
        ("a;", "? b", "a? b"),
    ],
)
def test_marks_that_meet(one: str, other: str, printed: str) -> None:
    assert mini.cited(mini.style(f'<text value="{one}"/><text value="{other}"/>'), mini.item()) == printed


@pytest.mark.parametrize(
    ("language", "suffix", "title", "printed"),
    [
        ("en-US", ".", "T", "“T.”"),
        ("en-US", ",", "T", "“T,”"),
        ("en-US", ",", "T ‘u’", "“T ‘u,’”"),
        ("en-US", ";", "T", "“T”;"),
        ("en-US", ".", "T?", "“T?”"),
        ("en-US", ": !", "T", "“T”: !"),
        ("en-GB", ".", "T", "‘T’."),
        ("en-GB", ".", "T.", "‘T.’"),
        ("de-DE", ",", "T", "„T“,"),
    ],
)
def test_marks_after_quotations(language: str, suffix: str, title: str, printed: str) -> None:
    style = mini.style(f'<text variable="title" quotes="true" suffix="{suffix}"/>', language)
    assert mini.cited(style, mini.item(title=title)) == printed


def test_a_mark_that_replaces_another_goes_into_the_quotation() -> None:
    style = mini.style('<text value="T" quotes="true" suffix=":"/><text value="! U"/>')
    assert mini.cited(style, mini.item()) == "“T!” U"
    style = mini.style('<text value="T:" quotes="true" suffix="!"/>')
    assert mini.cited(style, mini.item()) == "“T:”!"


def test_groups_vanish_with_their_variables() -> None:
    layout = (
        '<group delimiter=" "><group><text term="in"/><text variable="title"/></group>'
        '<group><text value="always"/></group><text macro="m"/></group>'
    )
    macros = '<macro name="m"><text value="from"/><text variable="publisher" prefix=" "/></macro>'
    style = mini.style(layout, macros=macros)
    assert mini.cited(style, mini.item()) == "always"
    assert mini.cited(style, mini.item(title="T", publisher="P")) == "inT always from P"


@pytest.mark.parametrize(
    ("test", "printed"),
    [
        ('type="book thesis" match="any"', "yes"),
        ('type="book"', "yes"),
        ('type="book thesis"', "no"),
        ('type="thesis" match="none"', "yes"),
        ('variable="title volume"', "yes"),
        ('variable="title note"', "no"),
        ('variable="title note" match="any"', "yes"),
        ('variable="note" match="none"', "yes"),
        ('variable="locator"', "no"),
        ('is-numeric="volume"', "yes"),
        ('is-numeric="title"', "no"),
        ('is-uncertain-date="issued"', "yes"),
        ('is-uncertain-date="accessed"', "no"),
        ('locator="page"', "no"),
        ('position="first"', "yes"),
        ('position="ibid"', "no"),
        ('disambiguate="true"', "no"),
        ('type="book" variable="title"', "yes"),
        ('type="thesis" variable="title" match="any"', "yes"),
        ('type="thesis" variable="note" match="none"', "yes"),
        ('variable="author"', "yes"),
    ],
)
def test_conditions(test: str, printed: str) -> None:
    style = mini.style(f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>')
    issued = {"date-parts": [[1999]], "circa": True}
    assert mini.cited(style, mini.item(title="T", volume="2", issued=issued, author=[mini.name("A")])) == printed


def test_else_if_and_no_else() -> None:
    style = mini.style(
        '<choose><if type="map"><text value="a"/></if><else-if type="book"><text value="b"/></else-if></choose>'
    )
    assert mini.cited(style, mini.item()) == "b"
    assert mini.cited(style, {"id": "a", "type": "song"}) == ""
