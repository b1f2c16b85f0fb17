"""CSL-JSON of our own and of other programs, read."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.citing.csl_json import csl_export, csl_name, write_csl_json
from reindreader.citing.reading.csl_json import read_csl_json, record_of_item
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Appearance, Record, Relation
from tests.citing.records import EVERY
from tests.strategies import records

CROSSREF = {
    "type": "journal-article",
    "title": ["On Ferries"],
    "author": [{"given": "Ana", "family": "Ruiz", "sequence": "first"}, {"name": "Ferry Institute"}],
    "container-title": ["Journal of Harbours"],
    "publisher": "Harbour Press",
    "issued": {"date-parts": [[2019, 3]]},
    "DOI": "10.9999/ferry",
    "volume": 12,
    "reference-count": 7,
}


@pytest.mark.parametrize("name", EVERY)
def test_our_own_export_comes_back_whole(name):
    record = EVERY[name]
    back = record_of_item(json.loads(json.dumps(csl_export(record, "k"))))
    assert back == replace(record, contributors=back.contributors)
    assert [csl_name(c.name) for c in back.contributors] == [csl_name(c.name) for c in record.contributors]


def test_a_publisher_beside_an_appearance_of_unstated_relation_comes_back():
    appearance = Appearance("The Slow Gazette", parse_iso("1999"))
    record = Record(kind="patent", appearances=(appearance,), variables={"publisher": "Dock Press"})
    back = record_of_item(json.loads(json.dumps(csl_export(record, "k"))))
    assert (back.appearances, dict(back.variables)) == (record.appearances, record.variables)


def test_what_an_agency_of_dois_writes():
    record = record_of_item(CROSSREF)
    assert record.kind == "article-journal"
    assert record.title.text == "On Ferries"
    assert [c.name.literal for c in record.by_role(Role.AUTHOR)] == ["Ana Ruiz", "Ferry Institute"]
    (there,) = record.appearances
    assert (there.publication, there.date, there.relation) == (
        "Journal of Harbours",
        PartialDate(2019, 3),
        Relation.ORIGINAL,
    )
    assert record.variables == {"DOI": "10.9999/ferry", "volume": "12", "publisher": "Harbour Press"}
    assert record.unknown == {"csl:reference-count": "7", "csl:type": '"journal-article"'}


def test_a_translator_makes_it_a_translation():
    item = {"type": "book", "title": "T", "translator": [{"family": "Lee", "given": "A"}], "publisher": "P", "issued":
            {"raw": "2001"}, "original-title": "U", "original-date": {"date-parts": [["1950"]]}}  # fmt: skip
    record = record_of_item(item)
    assert record.appeared(Relation.TRANSLATION).publication == "P"
    assert record.appeared(Relation.TRANSLATION).date == PartialDate(2001)
    assert record.appeared(Relation.ORIGINAL).date == PartialDate(1950)
    assert record.original.title.text == "U"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2019, 3, 2]]}, PartialDate(2019, 3, 2)),
        ({"date-parts": [[-44]]}, PartialDate(-43)),
        ({"date-parts": [["2019", "3"], [2020]]}, DateRange(PartialDate(2019, 3), PartialDate(2020))),
        ({"date-parts": [[2019], [0]]}, DateRange(PartialDate(2019), None)),
        ({"date-parts": [[2019]], "season": 2, "circa": True}, PartialDate(2019, season=2, approximate=True)),
        ({"date-parts": [[2019, 21]]}, PartialDate(2019, season=1)),
        ({"raw": "2019-03"}, PartialDate(2019, 3)),
        ("2019", PartialDate(2019)),
        ({"date-parts": [[2019, 77]]}, None),
        ({"literal": "next spring"}, None),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        (7.5, None),
    ],
)
def test_dates(value, date):
    record = record_of_item({"type": "book", "issued": value})
    assert (record.appearances[0].date if record.appearances else None) == date
    assert ("csl:issued" in record.unknown) == (date is None)


def test_a_list_that_breaks_off_gives_what_was_whole():
    text = "[\n" + json.dumps({"id": "a", "title": "A", "keyword": "x; y"}) + ',\n{"id": "b", '
    found = read_csl_json(text)
    assert [(e.key, e.line, e.tags) for e in found.entries] == [("a", 2, ("x", "y"))]
    assert [(b.line, b.raw) for b in found.broken] == [(3, '{"id": "b", ')]


@pytest.mark.parametrize("text", ['{"items": [{"id": "a"}, 3]}', '[{"id": "a"}, 3]', '{"message": {"id": "a"}}'])
def test_wrappings(text):
    found = read_csl_json(text)
    assert [entry.key for entry in found.entries] == ["a"]
    assert len(found.broken) == text.count("3")


def facts(item):
    """Links to records of a library cannot come back from a file; a publisher's place is that of the appearance."""
    custom = {name: value for name, value in item.get("custom", {}).items() if name != "links"}
    return {name: value for name, value in item.items() if name != "custom"} | custom


@settings(max_examples=60, deadline=None)
@given(records)
def test_every_fact_of_every_record_comes_back(record):
    outlet = {"publisher", "publisher-place"}
    people = {(own.role, own.name.literal): own for own in record.contributors}  # nobody is named twice in one role
    record = replace(record, contributors=tuple(people.values()))
    record = replace(record, variables={n: v for n, v in record.variables.items() if n not in outlet})
    exported = csl_export(record, "k")
    again = facts(csl_export(record_of_item(exported), "k"))
    assert {name: again.get(name) for name in facts(exported)} == facts(exported)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = ["title", "author", "issued", "custom", "type", "language", "publisher", "URL", "id", "translator", "keyword"]
INNER = ["contributors", "appearances", "links", "title-forms", "translation", "unknown", "date-parts", "family", "raw"]


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), json_values | st.dictionaries(st.sampled_from(INNER), json_values)))
def test_nothing_raises(item):
    text = "".join(write_csl_json([])) + json.dumps(item)
    read_csl_json(text)
    assert len(read_csl_json(json.dumps([item])).entries) == 1


@given(st.text())
def test_no_text_raises(text):
    read_csl_json(text)


def test_dates_as_the_record_has_them():
    assert parse_iso("2019~") == record_of_item({"issued": {"raw": "2019~"}}).appearances[0].date


def test_two_people_of_the_same_printed_name_stay_two():
    one = Contributor(Role.AUTHOR, Name("Lam", guessed=True))
    other = Contributor(Role.AUTHOR, Name("林", (NameForm("Lam"),)))
    record = Record("article", contributors=(one, other))
    back = record_of_item(json.loads(json.dumps(csl_export(record, "k"))))
    assert [c.name.literal for c in back.contributors] == ["Lam", "林"]
