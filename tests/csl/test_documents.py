"""Documents: positions, edits, disambiguation, sorting, collapsing, narrative citations, the bibliography."""

from __future__ import annotations

from typing import Any

import pytest

from reindreader.csl import CiteItem, Cluster, Document, ItemError, preview
from tests.csl import mini
from tests.csl.mini import ET_AL, GIVEN, NAMES, SHORT, SUFFIX, works

POSITION = (
    "<choose>"
    + "".join(
        f'<{"else-" if index else ""}if position="{one}"><text value="{one}"/></{"else-" if index else ""}if>'
        for index, one in enumerate(("ibid-with-locator", "ibid", "near-note", "subsequent"))
    )
    + '<else><text value="first"/></else></choose>'
)
NEAR = '<choose><if position="near-note"><text value="near"/></if><else><text value="far"/></else></choose>'
A, B = mini.item("a", title="A"), mini.item("b", title="B")


def notes(layout: str, *clusters: Cluster, **parts: str) -> list[str]:
    document = Document(mini.style(layout, kind="note", **parts), [A, B])
    document.arrange(clusters)
    return [document.citation(cluster.id).text() for cluster in clusters]


def note(number: int, *cites: CiteItem | str, **more: Any) -> Cluster:
    items = tuple(CiteItem(cite) if isinstance(cite, str) else cite for cite in cites)
    return Cluster(f"n{number}{'-'.join(cite.id + cite.locator for cite in items)}{len(more)}", items, number, **more)


def at(item_id: str, locator: str, label: str = "") -> CiteItem:
    return CiteItem(item_id, locator=locator, label=label)


@pytest.mark.parametrize(
    ("clusters", "printed"),
    [
        ([note(1, "a"), note(2, "a")], ["first", "ibid"]),
        ([note(1, "a"), note(2, at("a", "3"))], ["first", "ibid-with-locator"]),
        ([note(1, at("a", "3")), note(2, at("a", "3", "page"))], ["first", "ibid"]),
        ([note(1, at("a", "3")), note(2, at("a", "4"))], ["first", "ibid-with-locator"]),
        ([note(1, at("a", "3")), note(2, "a")], ["first", "near-note"]),
        ([note(1, "a"), note(2, "b"), note(3, "a")], ["first", "first", "near-note"]),
        ([note(1, "a"), note(2, "b"), note(9, "a")], ["first", "first", "subsequent"]),
        ([note(1, "a"), note(3, "a")], ["first", "near-note"]),
        ([note(1, "a", "b"), note(2, "a")], ["first; first", "near-note"]),
        ([note(1, "a", "a"), note(2, "a")], ["first; ibid", "ibid"]),
        ([note(1, "a"), note(1, "a", unsorted=True)], ["first", "ibid"]),
        ([note(0, "a"), note(1, "a"), note(0, "b", "a")], ["first", "first", "first; near-note"]),
        ([note(1), note(2, "a")], ["", "first"]),
    ],
)
def test_positions(clusters: list[Cluster], printed: list[str]) -> None:
    assert notes(POSITION, *clusters, around='delimiter="; "') == printed


def test_near_note_distance() -> None:
    clusters = [note(1, "a"), note(3, "a"), note(6, "a")]
    assert notes(NEAR, *clusters, citation='near-note-distance="2"') == ["far", "near", "far"]


@pytest.mark.parametrize("position", ["first", "subsequent", "ibid", "ibid-with-locator", "near-note"])
def test_a_position_that_is_given(position: str) -> None:
    cluster = Cluster("c", (CiteItem("a", position=position),), 1)
    assert notes(POSITION, cluster) == [position]


def test_first_reference_note_number() -> None:
    layout = '<text variable="title"/><text variable="first-reference-note-number" prefix=" (n " suffix=")"/>'
    assert notes(layout, note(2, "a"), note(3, "b"), note(9, "a")) == ["A", "B", "A (n 2)"]


def test_changes_come_back_with_every_edit() -> None:
    document = Document(mini.style(POSITION, kind="note"), [A])
    assert [(one, shown.text()) for one, shown in document.cite(Cluster("x", (CiteItem("a"),), 1))] == [("x", "first")]
    assert [one for one, _ in document.cite(Cluster("y", (CiteItem("a"),), 2))] == ["y"]
    changed = document.cite(Cluster("z", (CiteItem("a"),), 0), at=0)
    assert [one for one, _ in changed] == ["z"]
    assert [(one, shown.text()) for one, shown in document.remove("x")] == [("y", "first")]
    assert [cluster.id for cluster in document.clusters] == ["z", "y"]
    with pytest.raises(KeyError):
        document.remove("x")
    assert document.cite(Cluster("y", (CiteItem("a"),), 2)) == [("y", document.citation("y"))]


def test_preview_leaves_the_document_as_it_was() -> None:
    document = Document(mini.style(POSITION, kind="note"), [A])
    document.cite(Cluster("x", (CiteItem("a"),), 1))
    assert document.preview(Cluster("y", (CiteItem("a"),), 2)).text() == "ibid"
    assert [cluster.id for cluster in document.clusters] == ["x"]
    assert document.citation("x").text() == "first"


def test_items_can_change_and_go() -> None:
    document = Document(mini.style(bibliography='<text variable="title"/>'), [A, B], uncited=["b"])
    document.arrange([Cluster("x", (CiteItem("a"), CiteItem("b")), 0)])
    assert document.citation("x").text() == "AB"
    assert [shown.text() for _, shown in document.update_items([{**A, "title": "New"}])] == ["NewB"]
    assert [shown.text() for _, shown in document.remove_items(["b"])] == ["New"]
    assert [entry.item_id for entry in document.bibliography().entries] == ["a"]
    assert document.order == ("a",)
    with pytest.raises(ItemError, match="is cited"):
        document.cite(Cluster("y", (CiteItem("b"),)))
    with pytest.raises(ItemError, match="is cited"):
        document.arrange([Cluster("y", (CiteItem("b"),))])
    with pytest.raises(ItemError):
        document.include(["b"])


def test_a_bibliography_in_the_order_given() -> None:
    style = mini.style(bibliography='<text variable="title"/>', entry_sort='<key variable="title"/>')
    document = Document(style, [B, A], uncited=["b", "a"], in_order=True)
    assert document.order == ("b", "a")


def test_no_bibliography_in_a_style_that_has_none() -> None:
    shown, entry = preview(mini.style(), A)
    assert (shown.text(), entry) == ("A", None)
    assert not shown.__class__()
    assert preview(mini.style(kind="note"), {"id": 7, "title": "T"})[0].text() == "T"


# Disambiguation


@pytest.mark.parametrize(
    ("options", "lists", "printed"),
    [
        (SUFFIX, ["Ek Ida", "Ek Ida"], ["Ek 2000a", "Ek 2000b"]),
        (SUFFIX, ["Ek Ida", "Ås Bo"], ["Ek 2000", "Ås 2000"]),
        (GIVEN, ["Ek Ida", "Ek Bo"], ["I. Ek 2000", "B. Ek 2000"]),
        (GIVEN, ["Ek Ida", "Ek Ivar"], ["Ida Ek 2000", "Ivar Ek 2000"]),
        (GIVEN + SUFFIX, ["Ek Ida", "Ek Ida", "Ek Bo"], ["I. Ek 2000a", "I. Ek 2000b", "B. Ek 2000"]),
        (GIVEN + ET_AL, ["Ek A, Ro B, Ny C", "Ek A, Su D, Ny C"], ["Ek et al. 2000", "Ek et al. 2000"]),
        (NAMES + ET_AL, ["Ek A, Ro B, Ny C", "Ek A, Su D, Ny C"], ["Ek, Ro, et al. 2000", "Ek, Su, et al. 2000"]),
        (NAMES + SUFFIX + ET_AL, ["Ek A, Ro B, Ny C", "Ek A, Ro B, Ny C"], ["Ek et al. 2000a", "Ek et al. 2000b"]),
        (
            NAMES + GIVEN + ET_AL,
            ["Ek A, Ro B, Ny C", "Ek A, Ro D, Ny C"],
            ["Ek, B. Ro, et al. 2000", "Ek, D. Ro, et al. 2000"],
        ),
        (NAMES + ET_AL, ["Ek A, Ro B, Ny C", "Ek A"], ["Ek et al. 2000", "Ek 2000"]),
        (
            NAMES + GIVEN + ET_AL + 'givenname-disambiguation-rule="all-names"',
            ["Ek A, Ro B, Ny C", "Ek A, Ro Dag, Ny C"],
            ["Ek, B. Ro, et al. 2000", "Ek, D. Ro, et al. 2000"],
        ),
        (
            NAMES + GIVEN + ET_AL + 'givenname-disambiguation-rule="all-names-with-initials"',
            ["Ek A, Ro Dan, Ny C", "Ek A, Ro Dag, Ny C"],
            ["Ek et al. 2000", "Ek et al. 2000"],
        ),
        (
            NAMES + GIVEN + ET_AL + 'givenname-disambiguation-rule="primary-name"',
            ["Ek A, Ro B, Ny C", "Ek A, Ro D, Ny C"],
            ["Ek et al. 2000", "Ek et al. 2000"],
        ),
    ],
)
def test_disambiguation(options: str, lists: list[str], printed: list[str]) -> None:
    assert mini.each(mini.style(SHORT, citation=options), *works(*lists)) == printed


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("all-names", ["I. Ek, Ann Ro", "Su, B. Ek", "Al Ro"]),
        ("all-names-with-initials", ["I. Ek, Ro", "Su, B. Ek", "Ro"]),
        ("primary-name", ["Ek, Ro", "Su, Ek", "Ro"]),
        ("primary-name-with-initials", ["Ek, Ro", "Su, Ek", "Ro"]),
        ("by-cite", ["Ek, Ro", "Su, Ek", "Ro"]),
    ],
)
def test_rules_for_names_as_such(rule: str, printed: list[str]) -> None:
    style = mini.style(SHORT, citation=f'{GIVEN} givenname-disambiguation-rule="{rule}"')
    items = works("Ek Ida, Ro Ann", "Su Cy, Ek Bo", "Ro Al")
    assert [one.removesuffix(" 2000") for one in mini.each(style, *items)] == printed


def test_full_names_where_there_are_no_initials() -> None:
    layout = '<names variable="author"><name form="short"/></names>'
    style = mini.style(layout, citation=f'{GIVEN} givenname-disambiguation-rule="all-names-with-initials"')
    assert mini.each(style, *works("Ek Ida", "Ek Bo")) == ["Ek", "Ek"]
    style = mini.style(layout, citation=f'{GIVEN} givenname-disambiguation-rule="all-names"')
    assert mini.each(style, *works("Ek Ida", "Ek Bo")) == ["Ida Ek", "Bo Ek"]


def test_items_with_other_names_in_one_set() -> None:
    layout = '<names variable="author"><name form="short" initialize-with="."/><substitute><text value="Ek"/></substitute></names>'
    style = mini.style(layout, citation=GIVEN + NAMES)
    assert mini.each(style, *works("Ek Ida"), mini.item("z")) == ["I. Ek", "Ek"]


def test_conditions_one_after_the_other() -> None:
    layout = (
        '<names variable="author"/><choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
        '<choose><if disambiguate="true"><text variable="edition" prefix=", "/></if></choose>'
    )
    one, two, three, four = works("Ek Ida", "Ek Ida", "Ek Ida", "Ek Ida")
    three |= {"title": "Same", "edition": 2}
    four |= {"title": "Same", "edition": 3}
    assert mini.each(mini.style(layout), one, two, three, four) == [
        "Ida Ek, T0",
        "Ida Ek, T1",
        "Ida Ek, Same, 2",
        "Ida Ek, Same, 3",
    ]


def test_suffixes_after_z() -> None:
    printed = mini.each(mini.style(SHORT, citation=SUFFIX), *[{**works("Ek I")[0], "id": str(n)} for n in range(28)])
    assert [one[-2:] for one in printed[24:]] == ["0y", "0z", "aa", "ab"]


def test_explicit_suffix_is_printed_where_it_is_called() -> None:
    layout = '<date variable="issued"><date-part name="year"/></date><text variable="year-suffix" prefix="-"/>'
    style = mini.style(layout, citation=SUFFIX, bibliography=layout)
    items = works("Ek I", "Ek I")
    assert mini.each(style, *items) == ["2000-a", "2000-b"]
    assert mini.entries(style, *items) == ["2000-a", "2000-b"]


# Sorting


def test_sort_keys_in_order_and_empty_ones_last() -> None:
    style = mini.style(
        bibliography='<text variable="title"/>',
        entry_sort='<key variable="author"/><key variable="issued" sort="descending"/>',
    )
    items = [
        mini.item("1", title="none"),
        mini.item("2", title="new", author=[mini.name("ek")], issued=mini.year(2001)),
        mini.item("3", title="old", author=[mini.name("Ek")], issued=mini.year(1999)),
        mini.item("4", title="undated", author=[mini.name("Ek")]),
        mini.item("5", title="first", author=[mini.name("Ås"), mini.name("B")], issued={"literal": "x"}),
    ]
    assert mini.entries(style, *items) == ["first", "new", "old", "undated", "none"]


@pytest.mark.parametrize(
    ("key", "field", "values", "order"),
    [
        ('variable="volume"', "volume", ["10", "9", "x"], [1, 0, 2]),
        ('variable="title"', "title", ["“Beta”", "alpha", "Älfa"], [2, 1, 0]),
        (
            'variable="issued"',
            "issued",
            [{"date-parts": [[5], [6]]}, {"date-parts": [[-5]]}, {"date-parts": [[5]]}],
            [1, 2, 0],
        ),
        ('macro="m"', "title", ["b", "a", "c"], [1, 0, 2]),
        ('variable="citation-number" sort="descending"', "title", ["a", "b", "c"], [2, 1, 0]),
    ],
)
def test_what_keys_sort_by(key: str, field: str, values: list[Any], order: list[int]) -> None:
    macros = '<macro name="m"><text variable="title" font-style="italic"/></macro>'
    style = mini.style(bibliography='<text variable="number"/>', entry_sort=f"<key {key}/>", macros=macros)
    items = [mini.item(str(n), number=n, **{field: value}) for n, value in enumerate(values)]
    assert mini.entries(style, *items) == [str(n) for n in order]


def test_macros_sort_by_names_dates_and_numbers() -> None:
    macros = (
        '<macro name="who"><names variable="author"><name and="text" et-al-min="2" et-al-use-first="1" et-al-use-last="true"/>'
        '<label prefix=" "/></names></macro>'
        '<macro name="count"><names variable="author"><name form="count"/></names></macro>'
        '<macro name="when"><date variable="issued" form="text" date-parts="year-month"/><number variable="volume"/>'
        '<text variable="citation-number"/></macro>'
        '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'
    )
    keys = (
        '<key macro="who" names-min="1" names-use-first="1" names-use-last="false"/><key macro="count" names-min="9"/>'
        '<key macro="year"/><key macro="when"/>'
    )
    style = mini.style(bibliography='<text variable="title"/>', entry_sort=keys, macros=macros)
    one, two, three, four = works("Ek A, Ro B", "Ek A", "Ek A", "The Ek Society")
    two |= {"issued": {"date-parts": [[2000, 6]]}, "volume": "3"}
    three |= {"issued": {"date-parts": [[2000, 5]]}}
    four["author"] = [{"literal": "The Ek Society"}]
    assert mini.entries(style, one, two, three, four, mini.item("z", title="Z")) == ["T2", "T1", "T0", "T3", "Z"]


@pytest.mark.parametrize(
    ("demote", "order"), [("never", ["b", "a"]), ("sort-only", ["a", "b"]), ("display-and-sort", ["a", "b"])]
)
def test_particles_in_sort_keys(demote: str, order: list[str]) -> None:
    style = mini.style(
        bibliography='<text variable="title"/>',
        entry_sort='<key macro="m"/>',
        macros='<macro name="m"><names variable="author"><name form="short"/></names></macro>',
        attrs=f'demote-non-dropping-particle="{demote}"',
    )
    items = [mini.item("1", title="a", author=[mini.name("Berg", **{"non-dropping-particle": "van"})])]
    items.append(mini.item("2", title="b", author=[mini.name("Oslo")]))
    assert mini.entries(style, *items) == order


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("sv-SE", ["Zorn", "Åberg", "Ärlig", "Öst"]),
        ("de-DE", ["Äpfel", "Apfelsine", "Zoo"]),
        ("zh-CN", ["莫", "Adler"]),
        ("en-US", ["Adler", "莫"]),
        ("cs-CZ", ["cesta", "čas", "den"]),
        ("en-US", ["Œdipe", "Oslo"]),
        ("en-US", ["1 + 1", "a b", "ab"]),
    ],
)
def test_collation(language: str, titles: list[str]) -> None:
    style = mini.style(bibliography='<text variable="title"/>', entry_sort='<key variable="title"/>', language=language)
    items = [mini.item(str(n), title=title) for n, title in enumerate(reversed(titles))]
    assert mini.entries(style, *items) == titles


# Bibliography


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("complete-all", ["Ek, Ro. T0", "—. T1", "Ek, Su. T2", "Ny. T3"]),
        ("complete-each", ["Ek, Ro. T0", "—, —. T1", "Ek, Su. T2", "Ny. T3"]),
        ("partial-each", ["Ek, Ro. T0", "—, —. T1", "—, Su. T2", "Ny. T3"]),
        ("partial-first", ["Ek, Ro. T0", "—, Ro. T1", "—, Su. T2", "Ny. T3"]),
    ],
)
def test_subsequent_author_substitute(rule: str, printed: list[str]) -> None:
    style = mini.style(
        bibliography='<names variable="author"><name form="short"/></names><text variable="title" prefix=". "/>',
        entries=f'subsequent-author-substitute="—" subsequent-author-substitute-rule="{rule}"',
    )
    assert mini.entries(style, *works("Ek I, Ro B", "Ek I, Ro B", "Ek I, Su C", "Ny D")) == printed


def test_substituted_titles_are_replaced_too() -> None:
    style = mini.style(
        bibliography='<names variable="author"><name/><substitute><text variable="title"/></substitute></names>',
        entries='subsequent-author-substitute="—" subsequent-author-substitute-rule="partial-each"',
    )
    assert mini.entries(style, A, {**A, "id": "z"}, mini.item("y")) == ["A", "—"]


@pytest.mark.parametrize("align", ["flush", "margin"])
def test_second_field_align(align: str) -> None:
    style = mini.style(
        bibliography='<text variable="citation-number" suffix="."/><text variable="title" prefix=" "/>',
        entries=f'second-field-align="{align}" hanging-indent="true" line-spacing="2" entry-spacing="0"',
        entry_around='suffix="."',
    )
    assert mini.entries(style, A, html=True) == [
        '<div class="csl-left-margin">1.</div><div class="csl-right-inline"> A.</div>'
    ]
    document = Document(style, [A], uncited=["a"])
    made = document.bibliography()
    assert (made.hanging_indent, made.second_field_align, made.line_spacing, made.entry_spacing) == (True, align, 2, 0)


def test_display_blocks() -> None:
    style = mini.style(
        bibliography='<text variable="title" display="block" suffix="."/><text value=". x" display="indent"/><text value="y"/>',
    )
    assert mini.entries(style, A, html=True) == ['<div class="csl-block">A.</div><div class="csl-indent">. x</div>y']


def test_blocks_outside_of_html() -> None:
    style = mini.style(
        bibliography='<text variable="title" display="left-margin"/><text value="x" display="right-inline"/>'
        '<text value="y" display="indent"/><text value="z" display="block"/>',
    )
    document = Document(style, [A], uncited=["a"])
    output = document.bibliography().entries[0].output
    assert (output.text(), output.text(gap="\t")) == ("Ax\ny\nz", "A\tx\ny\nz")
    assert output.markdown() == "A x\n\ny\n\nz"
    assert output.rtf() == "A\\tab x\\line y\\line z"
    assert output.latex() == "A x\n\ny\n\nz"


def test_blank_space_at_the_end_of_a_block_stands_after_it() -> None:
    style = mini.style(bibliography='<text variable="title" display="block" suffix=". "/>')
    assert mini.entries(style, A, html=True) == ['<div class="csl-block">A.</div> ']
    assert mini.entries(style, A) == ["A. "]


def test_labels_of_items() -> None:
    layout = '<text variable="citation-label" prefix="[" suffix="]"/>'
    style = mini.style(layout, citation=SUFFIX, bibliography=layout + SHORT)
    items = works("Ek Ida", "Ek Ida", "Lind A, Moe B", "A B, C D, E F, G H, I J")
    items += [
        {"id": "x", "citation-label": "Own"},
        {"id": "y", "title": "Untold"},
        {"id": "z", "author": [{"literal": "The Club"}]},
    ]
    assert mini.each(style, *items) == ["[Ek00a]", "[Ek00b]", "[LiMo00]", "[ACEG00]", "[Own]", "[Unto]", "[TheC]"]
    assert mini.entries(style, *items)[0] == "[Ek00a]Ek 2000"


def test_trace_of_citations_and_entries() -> None:
    style = mini.style(bibliography='<text variable="title" form="short"/><text variable="page-first"/>')
    item = mini.item(
        title="T", title_short="S", container_title="C", container_title_short="c", note="n", page="1-2", volume="3"
    )
    shown, entry = preview(style, item)
    assert (shown.printed, shown.unprinted) == (
        {"title"},
        {"container-title", "container-title-short", "page", "volume"},
    )
    assert entry is not None
    assert entry.printed == {"title-short", "page"}
    assert entry.unprinted == {"container-title", "container-title-short", "volume"}
    assert entry.output.printed == entry.printed


def test_variables_in_notes() -> None:
    item = mini.item(title="T", note="volume: 4\n{:issued: 1999-05}\nauthor: nobody\njust text")
    layout = (
        '<text variable="title"/><text variable="volume" prefix=" "/><date variable="issued" form="text" prefix=" "/>'
    )
    document = Document(mini.style(layout), [item], note_fields=True)
    document.cite(Cluster("c", (CiteItem("a"),)))
    assert document.citation("c").text() == "T 4 May 1999"
    assert mini.cited(mini.style(layout), item) == "T"
