"""Citations: collapsing, grouping, what users write around cites, narrative forms."""

from __future__ import annotations

from typing import Any

import pytest

from reindreader.csl import CiteItem, Cluster, Document
from tests.csl import mini
from tests.csl.mini import SHORT, SUFFIX, works

A, B = mini.item("a", title="A"), mini.item("b", title="B")


def together(
    options: str,
    items: list[dict[str, Any]],
    *,
    sort: str = "",
    layout: str = SHORT,
    cites: Any = None,
    kind: str = "in-text",
) -> str:
    around = 'prefix="(" suffix=")" delimiter="; "'
    document = Document(
        mini.style(layout, citation=options, sort=sort, around=around, kind=kind),
        items,
        uncited=[one["id"] for one in items],
    )
    cites = cites or [CiteItem(one["id"]) for one in items]
    document.cite(Cluster("all", tuple(CiteItem(one["id"]) for one in items)))
    document.cite(Cluster("c", tuple(cites)))
    return document.citation("c").text()


EK = [{**one, "issued": mini.year(1999 + n)} for n, one in enumerate(works("Ek I", "Ek I", "Ro B", "Ek I"))]
SAME = works("Ek I", "Ek I", "Ek I", "Ek I", "Ro B")


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ('collapse="year"', "(Ek 1999, 2000; Ro 2001; Ek 2002)"),
        ('collapse="year" cite-group-delimiter=","', "(Ek 1999, 2000; Ro 2001; Ek 2002)"),
        ('collapse="year" after-collapse-delimiter=" / "', "(Ek 1999; 2000 / Ro 2001 / Ek 2002)"),
        ('collapse="year-suffix"', "(Ek 1999, 2000; Ro 2001; Ek 2002)"),
        ('cite-group-delimiter=", "', "(Ek 1999, Ek 2000; Ro 2001; Ek 2002)"),
        ("", "(Ek 1999; Ek 2000; Ro 2001; Ek 2002)"),
    ],
)
def test_collapsing_of_years(options: str, printed: str) -> None:
    assert together(options, EK) == printed


def test_groups_are_brought_together_when_cites_are_sorted() -> None:
    sort = '<key variable="issued"/>'
    assert together('collapse="year"', EK, sort=sort) == "(Ek 1999, 2000, 2002; Ro 2001)"
    assert together('cite-group-delimiter=", "', EK, sort=sort) == "(Ek 1999, Ek 2000, Ek 2002; Ro 2001)"
    assert together("", EK[::-1], sort=sort) == "(Ek 1999; Ek 2000; Ro 2001; Ek 2002)"


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ('collapse="year-suffix"', "(Ek 2000a; b; c; d; Ro 2000)"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "(Ek 2000a,b,c,d; Ro 2000)"),
        ('collapse="year-suffix" cite-group-delimiter=","', "(Ek 2000a,b,c,d; Ro 2000)"),
        ('collapse="year-suffix-ranged"', "(Ek 2000a–d; Ro 2000)"),
        ('collapse="year"', "(Ek 2000a, 2000b, 2000c, 2000d; Ro 2000)"),
    ],
)
def test_collapsing_of_suffixes(options: str, printed: str) -> None:
    assert together(options + " " + SUFFIX, SAME) == printed


def test_ranges_of_suffixes_with_gaps_and_locators() -> None:
    layout = SHORT + '<text variable="locator" prefix=", "/>'
    options = 'collapse="year-suffix-ranged" year-suffix-delimiter="," ' + SUFFIX

    def cites(text: str) -> list[CiteItem]:
        return [CiteItem(one[0], locator=one[1:]) for one in text.split()]

    assert together(options, SAME, layout=layout, cites=cites("a b d e")) == "(Ek 2000a,b,d; Ro 2000)"
    assert together(options, SAME, layout=layout, cites=cites("a b5 c d")) == "(Ek 2000a, 2000b, 5, 2000c,d)"


def test_a_prefix_ends_a_group_and_a_suffix_a_run() -> None:
    cites = [CiteItem("a"), CiteItem("b", prefix="see"), CiteItem("c", suffix="passim"), CiteItem("d")]
    options = 'collapse="year-suffix" year-suffix-delimiter="," ' + SUFFIX
    assert together(options, SAME, cites=cites) == "(Ek 2000a; see Ek 2000b,c passim, 2000d)"


def test_collapsing_in_a_note_style_uses_the_layouts_delimiter() -> None:
    assert together('collapse="year"', EK[:2], kind="note") == "(Ek 1999; 2000)"


NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="locator" prefix=", p. "/>'


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ("abcd", "([1]–[4])"),
        ("ab", "([1]; [2])"),
        ("abce", "([1]–[3]; [5])"),
        ("cba", "([3]; [2]; [1])"),
    ],
)
def test_collapsing_of_numbers(numbers: str, printed: str) -> None:
    items = [mini.item(one) for one in "abcde"]
    document = Document(
        mini.style(NUMBER, citation='collapse="citation-number"', around='prefix="(" suffix=")" delimiter="; "'),
        items,
        uncited="abcde",
    )
    document.cite(Cluster("first", tuple(CiteItem(one) for one in "abcde")))
    document.cite(Cluster("c", tuple(CiteItem(one) for one in numbers)))
    assert document.citation("c").text() == printed
    document.cite(Cluster("c", (CiteItem("a"), CiteItem("b", locator="7"), CiteItem("c"))))
    assert document.citation("c").text() == "([1]; [2], p. 7; [3])"


def test_layout_formatting_takes_in_its_affixes() -> None:
    style = mini.style(NUMBER, around='prefix="(" suffix=")" vertical-align="sup"')
    assert mini.cited(style, A, html=True) == "<sup>([1])</sup>"


# What the user writes around cites


@pytest.mark.parametrize(
    ("prefix", "suffix", "printed"),
    [
        ("see", "", "see A"),
        ("see ", ", emphasis", "see A, emphasis"),
        ("(", ")", "(A)"),
        ("<i>cf.</i>", "passim", "cf. A passim"),
        ("", "[sic]", "A [sic]"),
    ],
)
def test_affixes_of_cites(prefix: str, suffix: str, printed: str) -> None:
    assert mini.cited(mini.style(), A, prefix=prefix, suffix=suffix) == printed


def test_affixes_may_bring_their_own_delimiter() -> None:
    style = mini.style(around='delimiter="; "')
    document = Document(style, [A, B])
    document.cite(Cluster("c", (CiteItem("a", suffix="is one,"), CiteItem("b", suffix="two"))))
    assert document.citation("c").text() == "A is one, B two"
    document.cite(Cluster("c", (CiteItem("a"), CiteItem("b", prefix=", and"))))
    assert document.citation("c").text() == "A, and B"


@pytest.mark.parametrize(
    ("kind", "layout", "prefix", "printed"),
    [
        ("note", '<text term="ibid"/>', "", "Ibid."),
        ("note", '<text term="ibid" text-case="lowercase"/>', "", "ibid."),
        ("note", '<group prefix="x"><text term="ibid"/></group>', "", "xibid."),
        ("note", '<group><text term="ibid" font-style="italic"/></group>', "", "Ibid."),
        ("note", '<text term="ibid"/>', "See", "See ibid."),
        ("note", '<text term="ibid"/>', "So he said.", "So he said. Ibid."),
        ("in-text", '<text term="ibid"/>', "", "ibid."),
        ("note", '<text variable="title"/>', "", "a"),
    ],
)
def test_terms_at_the_start_of_notes(kind: str, layout: str, prefix: str, printed: str) -> None:
    assert mini.cited(mini.style(layout, kind=kind), mini.item(title="a"), prefix=prefix) == printed


@pytest.mark.parametrize(
    ("mode", "infix", "printed"),
    [
        ("composite", "", "Ek (1999)"),
        ("composite", "writes in", "Ek writes in (1999)"),
        ("author-only", "", "Ek"),
        ("suppress-author", "", "(1999)"),
        ("", "", "(Ek 1999)"),
    ],
)
def test_modes(mode: str, infix: str, printed: str) -> None:
    layout = f"<group>{SHORT}</group>"
    document = Document(mini.style(layout, around='prefix="(" suffix=")"'), EK)
    document.cite(Cluster("c", (CiteItem("a"),), mode=mode, infix=infix))
    assert document.citation("c").text().replace("( ", "(") == printed


def test_author_only_and_suppress_author_of_one_cite() -> None:
    layout = (
        '<names variable="author" font-style="italic"><name form="short"/><substitute><text variable="title" quotes="true"/>'
        '</substitute></names><date variable="issued" prefix=", "><date-part name="year"/></date>'
    )
    style = mini.style(layout, around='prefix="(" suffix=")"')
    assert mini.cited(style, EK[0], author_only=True, html=True) == "Ek"
    assert mini.cited(style, mini.item(title='My "own"'), author_only=True, html=True) == "My “own”"
    assert mini.cited(style, EK[0], suppress_author=True) == "(, 1999)"
    untitled = mini.style('<text variable="title"/><text value="x"/>', around='prefix="(" suffix=")"')
    assert mini.cited(untitled, A, author_only=True) == "Ax"
    assert mini.cited(mini.style(NUMBER), A, author_only=True) == ""


def test_composite_without_a_rest_is_the_author_alone() -> None:
    document = Document(mini.style('<names variable="author"/>', around='prefix="("'), works("Ek I"))
    document.cite(Cluster("c", (CiteItem("a"),), mode="composite"))
    assert document.citation("c").text() == "I Ek"
