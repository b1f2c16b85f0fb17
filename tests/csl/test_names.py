"""Names: order, particles, initials, et-al, labels, substitution, scripts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.csl import mini

VINCENT = {"given": "Vincent", "non-dropping-particle": "van", "family": "Gogh", "suffix": "III"}
ALEXANDER = {"given": "Alexander", "dropping-particle": "von", "family": "Humboldt", "suffix": "Jr."}
THREE = [mini.name("Adler", "Ada"), mini.name("Brandt", "Ben"), mini.name("Cruz", "Cai")]


def names(attributes: str = "", inside: str = "", rest: str = "", variable: str = "author", around: str = "") -> str:
    return f'<names variable="{variable}" {around}><name {attributes}>{inside}</name>{rest}</names>'


def authors(style: Any, *persons: dict[str, Any], html: bool = False) -> str:
    return mini.cited(style, mini.item(author=list(persons)), html=html)


@pytest.mark.parametrize(
    ("demote", "attributes", "printed"),
    [
        ("never", "", "Vincent van Gogh III, Alexander von Humboldt Jr."),
        ("never", 'name-as-sort-order="all"', "van Gogh, Vincent, III, Humboldt, Alexander von, Jr."),
        ("sort-only", 'name-as-sort-order="all"', "van Gogh, Vincent, III, Humboldt, Alexander von, Jr."),
        ("display-and-sort", 'name-as-sort-order="all"', "Gogh, Vincent van, III, Humboldt, Alexander von, Jr."),
        ("never", 'name-as-sort-order="first" sort-separator=" "', "van Gogh Vincent III, Alexander von Humboldt Jr."),
        ("never", 'form="short"', "van Gogh, Humboldt"),
    ],
)
def test_order_of_parts(demote: str, attributes: str, printed: str) -> None:
    style = mini.style(names(attributes), attrs=f'demote-non-dropping-particle="{demote}"')
    assert authors(style, VINCENT, ALEXANDER) == printed


@pytest.mark.parametrize(
    ("family", "given", "short", "straight", "inverted"),
    [
        ("de la Fontaine", "Jean", "de la Fontaine", "Jean de la Fontaine", "Fontaine, Jean de la"),
        ("d'Aubigne", "Agrippa", "d’Aubigne", "Agrippa d’Aubigne", "Aubigne, Agrippa d’"),
        ("al-Hakim", "Tawfiq", "al-Hakim", "Tawfiq al-Hakim", "Hakim, Tawfiq al-"),
        ("Beethoven", "Ludwig van", "Beethoven", "Ludwig van Beethoven", "Beethoven, Ludwig van"),
        ("Aubignac", "F., abbé d'", "Aubignac", "F., abbé d’Aubignac", "Aubignac, F., abbé d’"),
        ('"de Gaulle"', "Charles", "de Gaulle", "Charles de Gaulle", "de Gaulle, Charles"),
        ("van", "X", "van", "X van", "van, X"),
        ("jones-smith", "Ann", "jones-smith", "Ann jones-smith", "jones-smith, Ann"),
        ("King", "Martin, Jr.", "King", "Martin King, Jr.", "King, Martin, Jr."),
        ("Gates", "Bill, III", "Gates", "Bill Gates III", "Gates, Bill, III"),
        ("Doe", "Jane,! PhD", "Doe", "Jane Doe, PhD", "Doe, Jane, PhD"),
        ("Doe", "Jane, of York", "Doe", "Jane, of York Doe", "Doe, Jane, of York"),
        ("Only", "", "Only", "Only", "Only"),
    ],
)
def test_parts_found_in_plain_names(family: str, given: str, short: str, straight: str, inverted: str) -> None:
    person = mini.name(family, given)
    assert authors(mini.style(names('form="short"')), person) == short
    assert authors(mini.style(names()), person) == straight
    assert authors(mini.style(names('name-as-sort-order="all"')), person) == inverted


def test_static_particles_are_left_alone() -> None:
    style = mini.style(names('name-as-sort-order="all"'))
    assert authors(style, mini.name("von Trapp", "Maria", **{"static-particles": True})) == "von Trapp, Maria"


def test_literal_and_one_sided_names() -> None:
    style = mini.style(names('name-as-sort-order="all"'))
    assert authors(style, {"literal": "The Daily Press"}, {"given": "Plato"}, {}) == "The Daily Press, Plato"


def test_names_with_an_order_of_their_own() -> None:
    style = mini.style(names('name-as-sort-order="all"'))
    assert authors(style, mini.name("Mok", "Nai-kwong", **{"static-ordering": True})) == "Mok Nai-kwong"


def test_french_particles_stay_with_their_names() -> None:
    style = mini.style(names('name-as-sort-order="all"'), "fr-FR", attrs='demote-non-dropping-particle="never"')
    assert authors(style, mini.name("van Gogh", "Vincent")) == "van\u00a0Gogh, Vincent"


def test_comma_before_a_suffix() -> None:
    person = mini.name("King", "Martin", suffix="Jr.", **{"comma-suffix": 1})
    assert authors(mini.style(names()), person) == "Martin King, Jr."


@pytest.mark.parametrize(
    ("person", "straight", "short"),
    [
        (mini.name("莫", "乃光"), "莫乃光", "莫"),
        (mini.name("김", "민수"), "김민수", "김"),
        (mini.name("Мороз", "Иван"), "Иван Мороз", "Мороз"),
        (mini.name("莫"), "莫", "莫"),
    ],
)
def test_scripts_have_their_order(person: dict[str, Any], straight: str, short: str) -> None:
    assert authors(mini.style(names('name-as-sort-order="first"')), person) in (straight, "Мороз, Иван")
    assert authors(mini.style(names()), person) == straight
    assert authors(mini.style(names('form="short"')), person) == short


@pytest.mark.parametrize(
    ("given", "attributes", "printed"),
    [
        ("John Edward", 'initialize-with="."', "J.E. X"),
        ("John Edward", 'initialize-with=". "', "J. E. X"),
        ("Jean-Luc", 'initialize-with="."', "J.-L. X"),
        ("Guo-ping", 'initialize-with="."', "G. X"),
        ("J.R.R.", 'initialize-with=". "', "J. R. R. X"),
        ("Ph. M.", 'initialize-with="."', "Ph.M. X"),
        ("Maria de Luz", 'initialize-with="."', "M. de L. X"),
        ("de Luz", 'initialize-with="."', "de L. X"),
        ("Élodie", 'initialize-with=""', "É X"),
        ("James T Kirk", 'initialize-with="." initialize="false"', "James T. Kirk X"),
        ("J T", 'initialize-with="" initialize="false"', "JT X"),
        ("Jean -Luc", 'initialize-with="." initialize="false"', "Jean-Luc X"),
        ("<i>John</i> Q", 'initialize-with="." initialize="false"', "John Q. X"),
        ("<i>John</i>-Quentin", 'initialize-with="."', "J.-Q. X"),
        ("<i>John</i> Quentin", 'initialize-with="."', "J. Q. X"),
    ],
)
def test_initials(given: str, attributes: str, printed: str) -> None:
    assert authors(mini.style(names(attributes)), mini.name("X", given)) == printed


def test_initials_without_hyphen() -> None:
    style = mini.style(names('initialize-with="."'), attrs='initialize-with-hyphen="false"')
    assert authors(style, mini.name("X", "Jean-Luc")) == "J.L. X"


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('and="text"', "Ada Adler, Ben Brandt, and Cai Cruz"),
        ('and="symbol" delimiter-precedes-last="never"', "Ada Adler, Ben Brandt & Cai Cruz"),
        (
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
            "Adler, Ada, Ben Brandt and Cai Cruz",
        ),
        (
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="all"',
            "Adler, Ada, Brandt, Ben, and Cruz, Cai",
        ),
        ('delimiter="; "', "Ada Adler; Ben Brandt; Cai Cruz"),
        ('et-al-min="3" et-al-use-first="1"', "Ada Adler et al."),
        ('et-al-min="3" et-al-use-first="2"', "Ada Adler, Ben Brandt, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', "Ada Adler, Ben Brandt et al."),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "Ada Adler, et al."),
        (
            'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="first"',
            "Adler, Ada, et al.",
        ),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Ada Adler, … Cai Cruz"),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', "Ada Adler, Ben Brandt, et al."),
        ('et-al-min="4" et-al-use-first="1"', "Ada Adler, Ben Brandt, Cai Cruz"),
        ('et-al-min="2" et-al-use-first="0"', ""),
        ('form="count"', "3"),
        ('form="count" et-al-min="2" et-al-use-first="1"', "1"),
        ('prefix="[" suffix="]" font-style="italic"', "[Ada Adler, Ben Brandt, Cai Cruz]"),
    ],
)
def test_lists(attributes: str, printed: str) -> None:
    assert authors(mini.style(names(attributes)), *THREE) == printed


def test_two_names_and_the_conjunction() -> None:
    assert authors(mini.style(names('and="text"')), *THREE[:2]) == "Ada Adler and Ben Brandt"
    assert (
        authors(mini.style(names('and="text" delimiter-precedes-last="always"')), *THREE[:2])
        == "Ada Adler, and Ben Brandt"
    )
    glued = '<locale><terms><term name="and">ve&#8200;</term></terms></locale>'
    assert authors(mini.style(names('and="text"'), locale=glued), *THREE[:2]) == "Ada Adlerve\u2008Ben Brandt"


def test_et_al_element() -> None:
    style = mini.style(
        names('et-al-min="2" et-al-use-first="1"', rest='<et-al term="and others" font-style="italic"/>')
    )
    assert authors(style, *THREE, html=True) == "Ada Adler <i>and others</i>"
    chinese = mini.style(names('et-al-min="2" et-al-use-first="1"'), "zh-CN")
    assert authors(chinese, *THREE) == "Ada Adler等"
    none = '<locale><terms><term name="et-al"></term></terms></locale>'
    assert authors(mini.style(names('et-al-min="2" et-al-use-first="1"'), locale=none), *THREE) == "Ada Adler"


def test_et_al_of_later_cites() -> None:
    layout = names('et-al-min="4" et-al-use-first="1" et-al-subsequent-min="3" et-al-subsequent-use-first="1"')
    style = mini.style(layout)
    item = mini.item(author=THREE)
    assert mini.each(style, item, item) == ["Ada Adler, Ben Brandt, Cai Cruz", "Ada Adler et al."]


def test_inherited_options() -> None:
    style = mini.style(
        '<names variable="author editor"/>',
        attrs='names-delimiter=" | " name-form="short" and="symbol"',
        citation='name-delimiter="; " delimiter-precedes-last="always"',
    )
    item = mini.item(author=THREE, editor=THREE[:1])
    assert mini.cited(style, item) == "Adler; Brandt; & Cruz | Adler"


def test_formatting_of_parts() -> None:
    inside = (
        '<name-part name="family" text-case="uppercase" font-variant="small-caps" prefix="(" suffix=")"/>'
        '<name-part name="given" font-style="italic" prefix="[" suffix="]"/>'
    )
    assert authors(mini.style(names(inside=inside)), VINCENT, html=True) == (
        '[<i>Vincent</i>] (<span style="font-variant:small-caps;">VAN</span> '
        '<span style="font-variant:small-caps;">GOGH</span> III)'
    )
    inverted = authors(mini.style(names('name-as-sort-order="all"', inside)), VINCENT)
    assert inverted == "(GOGH), [Vincent VAN], III"
    assert authors(mini.style(names('form="short"', inside)), mini.name("莫", "乃光")) == "(莫)"


@pytest.mark.parametrize(
    ("rest", "printed"),
    [
        ('<label form="short" prefix=", "/>', "Ada Adler, Ben Brandt, Cai Cruz, eds."),
        ('<label form="verb" plural="never" prefix=", "/>', "Ada Adler, Ben Brandt, Cai Cruz, edited by"),
        ('<label plural="always" text-case="title" prefix=" "/>', "Ada Adler, Ben Brandt, Cai Cruz Editors"),
    ],
)
def test_labels_after_names(rest: str, printed: str) -> None:
    assert mini.cited(mini.style(names(rest=rest, variable="editor")), mini.item(editor=THREE)) == printed


def test_label_before_names_and_without_a_term() -> None:
    layout = '<names variable="translator"><label form="verb" suffix=" "/><name/></names>'
    assert mini.cited(mini.style(layout), mini.item(translator=THREE[:1])) == "translated by Ada Adler"
    layout = '<names variable="author"><label form="verb" suffix=" "/></names>'
    empty = '<locale><terms><term name="author" form="verb"></term></terms></locale>'
    assert mini.cited(mini.style(layout, locale=empty), mini.item(author=THREE[:1])) == "Ada Adler"


def test_editor_and_translator_in_one() -> None:
    layout = names(variable="editor translator", around='delimiter="; "', rest='<label prefix=" (" suffix=")"/>')
    same = mini.item(editor=THREE[:1], translator=THREE[:1])
    assert mini.cited(mini.style(layout), same) == "Ada Adler (editor & translator)"
    different = mini.item(editor=THREE[:1], translator=THREE[1:2])
    assert mini.cited(mini.style(layout), different) == "Ada Adler (editor); Ben Brandt (translator)"
    empty = '<locale><terms><term name="editortranslator"></term></terms></locale>'
    assert mini.cited(mini.style(layout, locale=empty), same) == "Ada Adler (editor); Ada Adler (translator)"
    three = names(variable="author editor translator", around='delimiter="; "')
    assert mini.cited(mini.style(three), same) == "Ada Adler; Ada Adler"


SUBSTITUTE = (
    '<names variable="author"><name form="short" font-weight="bold"/><label form="short" prefix=" "/><substitute>'
    '<names variable="editor"/><choose><if type="book"><names variable="translator"/></if></choose>'
    '<names variable="composer"><name/></names><text variable="title" font-style="italic"/><text value="nobody"/>'
    "</substitute></names>"
)


@pytest.mark.parametrize(
    ("fields", "html"),
    [
        ({"author": THREE[:1], "title": "T"}, "<b>Adler</b>; T"),
        ({"editor": THREE[:1], "title": "T"}, "<b>Adler</b> ed.; T"),
        ({"translator": THREE[:1], "title": "T"}, "<b>Adler</b> tran.; T"),
        ({"composer": THREE[:1], "title": "T"}, "Ada Adler; T"),
        ({"title": "T"}, "<i>T</i>"),
    ],
)
def test_substitution(fields: dict[str, Any], html: str) -> None:
    style = mini.style(f'<group delimiter="; ">{SUBSTITUTE}<text variable="title"/></group>')
    assert mini.cited(style, mini.item(**fields), html=True).replace("trans.", "tran.") == html


def test_substitution_by_a_value() -> None:
    assert mini.cited(mini.style(SUBSTITUTE), mini.item()) == "nobody"


def test_what_was_substituted_is_not_printed_again() -> None:
    layout = (
        '<group delimiter="; "><names variable="author"><name/><substitute><text macro="m"/></substitute></names>'
        '<names variable="editor"/><date variable="issued"><date-part name="year"/></date>'
        '<number variable="volume"/><text variable="page"/><text variable="issue"/><label variable="volume"/></group>'
    )
    macros = (
        '<macro name="m"><names variable="editor"/><names variable="editor" prefix="x"/><text variable="page"/>'
        '<date variable="issued" prefix=" "><date-part name="year"/></date><number variable="volume" prefix=" "/>'
        '<text variable="issue" prefix=" "/></macro>'
    )
    item = mini.item(editor=THREE[:1], issued=mini.year(1999), volume="4", page="1-2", issue="8")
    assert mini.cited(mini.style(layout, macros=macros), item) == "Ada Adler1–2 1999 4 8"


def test_a_term_defined_as_nothing_ends_substitution() -> None:
    empty = '<locale><terms><term name="anonymous"></term></terms></locale>'
    layout = '<names variable="author"><substitute><text term="anonymous"/><text value="x"/></substitute></names>'
    assert mini.cited(mini.style(layout, locale=empty), mini.item()) == ""


def test_names_without_a_name_element() -> None:
    style = mini.style('<names variable="author editor" delimiter=" / "/>')
    assert mini.cited(style, mini.item(author=THREE[:1], editor=THREE[1:2])) == "Ada Adler / Ben Brandt"


@pytest.mark.parametrize(
    ("family", "given", "printed"),
    [
        ("溫", "雅婷", "溫雅婷"),
        ("김", "민수", "김민수"),
        ("佐藤", "ゆい", "佐藤ゆい"),
        ("Петров", "Иван", "Петров, И."),
        ("منصور", "هالة", "منصور, ه."),
    ],
)
def test_names_without_letters_have_no_initials(family: str, given: str, printed: str) -> None:
    style = mini.style(names('initialize-with=". " name-as-sort-order="all"'))
    assert authors(style, mini.name(family, given)) == printed
