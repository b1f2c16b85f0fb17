import json
from dataclasses import replace

import pytest

from reindreader.citing.csl_dates import csl_date
from reindreader.citing.csl_json import csl_export, csl_item, csl_name, write_csl_json
from reindreader.citing.csl_tables import NAME_VARIABLES
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation, Title
from tests.citing.records import ALONE, CLOCK, COMPLETE, EVERY, FOUNDING, HERE, NIGHT_TRAIN, THERE, WATER, person

BASE = {
    "id": "k",
    "type": "article-newspaper",
    "title": "What exactly is meant by ‘re-industrialization’?",
    "author": [{"family": "Mok", "given": "Charles"}],
    "translator": [{"family": "Lee", "given": "Alan"}],
    "language": "en",
}
JOURNAL = "Hong Kong Economic Journal"


@pytest.mark.parametrize(
    ("record", "more"),
    [
        (FOUNDING, {}),
        (HERE, {"container-title": JOURNAL}),
        (THERE, {"original-publisher": JOURNAL}),
        (
            COMPLETE,
            {
                "container-title": "EJ Insight",
                "issued": {"date-parts": [[2015, 12, 3]]},
                "original-publisher": JOURNAL,
                "original-date": {"date-parts": [[2015, 11, 30]]},
            },
        ),
    ],
)
def test_the_item_says_no_more_than_is_known(record, more):
    assert csl_item(record, "k") == BASE | more


def test_the_original_has_its_own_variables():
    item = csl_item(CLOCK, "k")
    assert item["original-title"] == "渡輪留下的鐘"
    assert item["original-author"] == [{"literal": "林家慧"}]
    assert "container-title" not in item


def test_a_book_has_its_outlet_as_publisher():
    item = csl_item(WATER, "k")
    assert (item["publisher"], item["publisher-place"]) == ("Cistern Press", "Bristol")
    assert "container-title" not in item
    assert item["issued"] == {"date-parts": [[2001], [2003]]}
    assert item["original-date"] == {"date-parts": [[-45]], "circa": True}


def test_a_text_that_is_no_translation_is_its_own_original():
    item = csl_item(ALONE, "k")
    assert item["container-title"] == "Zeitschrift für Wege"
    assert item["issued"] == {"date-parts": [[1999, 10, 5]]}
    assert not any(name.startswith("original") for name in item)


def test_addresses_and_variables_are_passed_on():
    item = csl_item(NIGHT_TRAIN, "k")
    assert item["URL"] == "https://slow.example/a%20b_c#d&e"
    assert item["accessed"] == {"date-parts": [[2022, 1, 9]]}
    assert item["DOI"] == "10.1/a_b%c"


def test_the_interviewed_person_is_an_interviews_author():
    asked = replace(FOUNDING, kind="interview", contributors=(person(Role.INTERVIEWEE, "Okri", "Ben"),))
    assert csl_item(asked, "k")["author"] == [{"family": "Okri", "given": "Ben"}]
    assert "author" not in csl_item(replace(asked, kind="webpage"), "k")


def test_publishers_are_listed_where_the_outlet_is_not_one():
    record = Record(
        kind="chapter",
        contributors=tuple(Contributor(Role.PUBLISHER, Name.of_organisation(n)) for n in ("Reed", "Rush & Co")),
    )
    assert csl_item(record, "k") == {"id": "k", "type": "chapter", "publisher": "Reed; Rush & Co"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (Name("Tsuda"), {"literal": "Tsuda"}),
        (Name.of_organisation("Well & Sons"), {"literal": "Well & Sons"}),
        (
            Name("x", (NameForm("x", None, "Beethoven", "Ludwig", "van", "de", "Jr."),)),
            {
                "family": "Beethoven",
                "given": "Ludwig",
                "non-dropping-particle": "van",
                "dropping-particle": "de",
                "suffix": "Jr.",
            },
        ),
    ],
)
def test_names_keep_their_parts(name, parts):
    assert csl_name(name) == parts


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (None, None),
        (PartialDate(), None),
        (parse_iso("--11-30"), None),
        (parse_iso("2015-11"), {"date-parts": [[2015, 11]]}),
        (parse_iso("2015~"), {"date-parts": [[2015]], "circa": True}),
        (parse_iso("2015?"), {"date-parts": [[2015]], "circa": True}),
        (parse_iso("2015-22"), {"date-parts": [[2015]], "season": 2}),
        (parse_iso("0000"), {"date-parts": [[-1]]}),
        (parse_iso("2015/2016-02"), {"date-parts": [[2015], [2016, 2]]}),
        (parse_iso("2015/"), {"date-parts": [[2015], [0]]}),
        (parse_iso("/2016"), {"date-parts": [[2016]]}),
        (parse_iso("2015-21/2015-23"), {"date-parts": [[2015, 21], [2015, 23]]}),
        (parse_iso("2015-21/2016-21"), {"date-parts": [[2015], [2016]], "season": 1}),
        (parse_iso("2015-21/2016"), {"date-parts": [[2015, 21], [2016]]}),
        (DateRange(PartialDate(month=3), PartialDate(2016)), None),
    ],
)
def test_dates_without_a_year_are_left_out(date, expected):
    assert csl_date(date) == expected


def test_the_export_loses_nothing():
    text = json.dumps(csl_export(NIGHT_TRAIN, "k"), ensure_ascii=False)
    for fact in (
        "Petite défense du train de nuit", "Le Train du soir", "2019~", "Reader’s Omnibus", "reprint", "vi-Latn", "adp",
        "Ada Okoro", "Weiß", "Dvořáková", "CC BY 4.0", "x-shelf", "blue", "https://archive.example/x", "via", "de",
        "published", "authorised", "Brève défense",
    ):  # fmt: skip
        assert fact in text


def test_the_export_says_what_nobody_stated():
    custom = csl_export(FOUNDING, "k")["custom"]
    assert custom["appearances"] == [
        {"relation": "unstated", "publication": JOURNAL, "date": "--11-30", "date-printed": "Nov. 30"}
    ]
    assert custom["contributors"][0]["title"] == "Legislative Councillor (IT)"
    assert custom["contributors"][0]["honorific"] == "Hon."
    assert csl_export(COMPLETE, "k")["custom"]["original-container-title"] == JOURNAL
    assert csl_export(CLOCK, "k")["custom"]["original-language"] == "zh-Hant"


def test_links_that_the_item_does_not_show_are_kept():
    record = replace(
        FOUNDING,
        links=(
            Link(LinkKind.TRANSLATION_OF, 7),
            Link(LinkKind.TRANSLATION_OF, Original(Title("Eins", "de"))),
            Link(LinkKind.TRANSLATION_OF, Original(Title("Due"), "it")),
        ),
    )
    links = csl_export(record, "k")["custom"]["links"]
    assert [link.get("record") or link.get("title") for link in links] == [7, "Due"]


def test_an_item_of_nothing_has_no_custom():
    assert csl_export(Record(), "k") == {"id": "k", "type": "article-newspaper"}


def test_every_role_is_in_the_item_or_in_custom():
    for role in Role:
        record = Record(contributors=(person(role, "Zhu", "An"),))
        exported = csl_export(record, "k")
        assert "Zhu" in json.dumps(exported)
        assert (role in NAME_VARIABLES) == ("custom" not in exported)


def test_a_range_without_years_keeps_its_words():
    date = DateRange(PartialDate(month=3), PartialDate(month=4), "March to April")
    record = Record(appearances=(Appearance("Post", date, relation=Relation.ORIGINAL),))
    assert csl_export(record, "k")["custom"]["appearances"][0]["date-printed"] == "March to April"


def test_the_file_is_written_piece_by_piece(golden):
    pieces = list(write_csl_json(EVERY.items()))
    assert len(pieces) == len(EVERY) + 1
    assert [item["id"] for item in json.loads("".join(pieces))] == list(EVERY)
    golden("citing/records.json", "".join(pieces))
    assert json.loads("".join(write_csl_json([]))) == []


def test_half_a_character_is_replaced():
    assert "a\ufffd" in "".join(write_csl_json([("k", Record(title=Title("a\ud800")))]))


@pytest.mark.parametrize("words", ["https://doi.org/10.1000/XYZ(2)", "doi: 10.1000/XYZ(2)", "10.1000/XYZ(2)"])
def test_a_style_sees_the_doi_without_the_address_and_the_export_as_it_came(words):
    record = replace(CLOCK, variables={"DOI": words})
    assert csl_item(record, "k")["DOI"] == "10.1000/XYZ(2)"
    assert csl_export(record, "k")["DOI"] == words
