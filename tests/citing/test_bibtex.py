from dataclasses import replace
from itertools import islice

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.case import protect
from reindreader.citing.bibtex.classic import classic_entry
from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.bibtex.fields import Settings
from reindreader.citing.bibtex.tables import BIBLATEX_TYPES, CLASSIC_OUTLETS, CLASSIC_TYPES, OUTLETS
from reindreader.citing.bibtex.values import balanced, beyond_classic, clean, escape, escape_classic, verbatim
from reindreader.citing.bibtex.writer import write_bib
from reindreader.citing.csl_tables import TYPES
from reindreader.citing.reading.bibtex_fields import record_of_fields
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation, Title
from tests.citing.records import CLOCK, COMPLETE, EVERY, FOUNDING, HERE, LIGHT, NIGHT_TRAIN, WATER, person

HOSTILE = [
    "a } b", "a \\} b", "ends in \\", "@article{x, title = {y}}", "100 % & # _ $ ~ ^", "{NASA}", 'say "so"', "a,b = c",
    "\\input{x}", "tab\there\nand there", "bell\x07", "lone \ud800 surrogate", "e\u0301", "-- --- `` ''", "?` !`",
    "$x$ {", "%", "\\", "{", "}", "\\\\", "a\u00a0b", "神", "\u202e", "@comment{", "and and and", "# # #",
]  # fmt: skip


def hostile_record(text):
    """A record that says the text wherever it can."""
    return replace(
        CLOCK,
        title=Title(text),
        links=(),
        contributors=(Contributor(Role.AUTHOR, Name(text)), person(Role.EDITOR, text, text)),
        appearances=(Appearance(text, place=text, url=text, relation=Relation.TRANSLATION),),
        variables={"note": text, "page": text, "DOI": text},
    )


def entry(record, dialect="biblatex", **more):
    parsed = bibtexparser.parse_string("".join(write_bib([("k", record)], dialect, Settings(**more))))
    assert not parsed.failed_blocks
    (found,) = parsed.entries
    return {field.key: field.value for field in found.fields} | {"type": found.entry_type, "key": found.key}


@pytest.mark.parametrize("dialect", ["biblatex", "bibtex"])
def test_files_to_the_letter(golden, dialect):
    golden(f"citing/{dialect}.bib", "".join(write_bib(EVERY.items(), dialect)))


def test_the_apa_profile_to_the_letter(golden):
    golden("citing/apa.bib", "".join(write_bib(EVERY.items(), "biblatex", Settings(profile="apa"))))


def test_no_year_is_invented():
    fields = entry(FOUNDING)
    assert fields == {
        "type": "article",
        "key": "k",
        "author": "Mok, Charles",
        "title": "What exactly is meant by ‘re-industrialization’?",
        "translator": "Lee, Alan",
        "issue": "\\bibstring{nodate}",
        "entrysubtype": "newspaper",
        "langid": "english",
        "addendum": "Appeared in Hong Kong Economic Journal, Nov. 30 (year not stated)",
    }
    classic = entry(FOUNDING, "bibtex")
    assert classic["note"] == (
        "Translated by Alan Lee. Appeared in Hong Kong Economic Journal, Nov. 30 (year not stated)"
    )
    assert not {"year", "month", "day", "date"} & (classic.keys() | fields.keys())


def test_a_known_original_has_fields_and_words():
    fields = entry(COMPLETE)
    assert fields["origdate"] == "2015-11-30"
    assert fields["origpublisher"] == "Hong Kong Economic Journal"
    assert fields["addendum"] == "Originally published in Hong Kong Economic Journal, 30 November 2015"
    assert fields["date"] == "2015-12-03"


def test_a_classic_entry_without_people_is_sorted_and_labelled_by_its_title():
    assert classic_entry(Record(title=Title("Light & Tides")))[1]["key"] == r"Light \& Tides"
    assert "key" not in classic_entry(CLOCK)[1]


def test_a_dataset_without_a_title_has_no_empty_brackets():
    """biblatex-chicago sets a dataset's title in round brackets."""
    assert biblatex_entry(Record(kind="dataset"))[0] == "misc"
    assert biblatex_entry(Record(kind="dataset", title=Title("Tides")))[0] == "dataset"


def test_a_variable_takes_the_field_that_an_appearance_left_empty():
    dated = Appearance(date=parse_iso("1999"), relation=Relation.ORIGINAL)
    record = Record(kind="book", title=Title("Light"), appearances=(dated,), variables={"publisher": "Dock Press"})
    assert classic_entry(record)[1]["publisher"] == "Dock Press"


def test_a_linked_original_is_related_for_programs_and_printed_in_words():
    """biblatex-mla does not print ``related``; biblatex-chicago prints some originals as "(…) ()"."""
    told = Link(LinkKind.TRANSLATION_OF, Original(Title("渡輪留下的鐘", "zh-Hant")))
    record = replace(COMPLETE, links=(told, Link(LinkKind.TRANSLATION_OF, 7, "lamnddulun")))
    fields = entry(record, there={7})
    assert (fields["related"], fields["relatedtype"]) == ("lamnddulun", "translationof")
    assert fields["execute"] == r"\clearfield{related}"
    assert fields["addendum"].startswith(
        "Translation of 渡輪留下的鐘. Originally published in Hong Kong Economic Journal"
    )
    assert not {"related", "execute"} & entry(record, there={8}).keys()
    from_file = entry(replace(record, unknown={"related": "lamnddulun", "relatedtype": "translationof"}), there={7})
    assert from_file["related"] == "lamnddulun"
    assert not {"execute", "addendum"} & from_file.keys()
    assert "execute" not in record_of_fields("article", fields, fields).unknown


def test_origlanguage_only_where_biblatex_knows_it():
    assert entry(NIGHT_TRAIN)["origlanguage"] == "french"
    assert "origlanguage" not in entry(CLOCK)
    assert "langid" not in entry(LIGHT)


def test_the_apa_profile_says_the_original_title_in_words():
    fields = entry(CLOCK, profile="apa")
    assert fields["entrysubtype"] == "nonacademic"
    assert "origtitle" not in fields
    assert fields["addendum"].startswith("Translation of 渡輪留下的鐘. Appeared in")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-CH", "Erschienen in Hong Kong Economic Journal, Nov. 30 (ohne Jahresangabe)"),
        ("zh-Hant", "刊于Hong Kong Economic Journal，Nov. 30（年份不详）"),
        ("tlh", "Appeared in Hong Kong Economic Journal, Nov. 30 (year not stated)"),
    ],
)
def test_words_follow_the_language(language, said):
    assert entry(FOUNDING, words=language)["addendum"] == said


def test_addresses_are_untouched():
    fields = entry(NIGHT_TRAIN)
    assert fields["url"] == "https://slow.example/a%20b_c#d&e"
    assert fields["doi"] == "10.1/a_b%c"
    assert verbatim("https://x.org/{a b}\\") == "https://x.org/%7Ba%20b%7D%5C"


def test_an_identifier_of_pubmed_says_so():
    fields = entry(Record(kind="article-journal", variables={"PMID": "123", "page": "A1 - A9, x-1, 5–7", "note": "N"}))
    assert (fields["eprint"], fields["eprinttype"]) == ("123", "pubmed")
    assert fields["pages"] == "A1--A9, x-1, 5--7"


def test_publishers_with_and_stay_one():
    record = Record(
        kind="book",
        contributors=(Contributor(Role.PUBLISHER, Name.of_organisation("Simon and Schuster")),),
        appearances=(Appearance("Well & Sons", relation=Relation.ORIGINAL),),
    )
    assert entry(record)["publisher"] == "Well \\& Sons and Simon {and} Schuster"
    alone = replace(record, appearances=(Appearance("Reed and Rush", relation=Relation.ORIGINAL),), contributors=())
    assert entry(alone)["publisher"] == "Reed {and} Rush"


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2015~", {"date": "2015~", "year": "2015"}),
        ("2015?", {"date": "2015?", "year": "2015"}),
        ("2015/2016", {"date": "2015/2016", "year": "2015--2016"}),
        ("2015-11/2015-12", {"date": "2015-11/2015-12", "year": "2015"}),
        ("2015/", {"date": "2015/", "year": "2015"}),
        ("2015-21", {"date": "2015-21", "year": "2015"}),
        ("-0044", {"date": "-0044", "year": "-44"}),
    ],
)
def test_dates_with_a_year(date, fields):
    record = replace(HERE, appearances=(Appearance("Post", parse_iso(date), relation=Relation.TRANSLATION),))
    assert entry(record)["date"] == fields["date"]
    assert entry(record, "bibtex")["year"] == fields["year"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (PartialDate(month=11), "Published November (year not stated)"),
        (PartialDate(season=1), "Published spring (year not stated)"),
        (DateRange(PartialDate(month=3, day=2), None), "Published 2 March– (year not stated)"),
        (DateRange(None, PartialDate(month=3, day=2)), "Published –2 March (year not stated)"),
        (DateRange(PartialDate(month=3), PartialDate(month=4)), "Published March–April (year not stated)"),
    ],
)
def test_dates_without_a_year_are_said_in_words(date, said):
    record = Record(appearances=(Appearance("Post", date, relation=Relation.ORIGINAL),))
    assert entry(record)["addendum"] == said
    assert "date" not in entry(record)


def test_several_names_in_words():
    three = tuple(person(Role.PHOTOGRAPHER, name) for name in ("Ng", "Oz", "Po"))
    assert entry(Record(contributors=three))["addendum"] == "Photographs by Ng, Oz, and Po"
    assert entry(Record(contributors=three[:2]))["addendum"] == "Photographs by Ng and Oz"


def test_appearances_of_which_little_is_known():
    record = Record(
        appearances=(
            Appearance("Post", place="Hong Kong"),
            Appearance(date=parse_iso("2015-11-30")),
            Appearance(place="Macau"),
            Appearance(url="https://x.example"),
        )
    )
    assert entry(record)["addendum"] == ("Appeared in Post (Hong Kong). Appeared 30 November 2015. Appeared in Macau")


def test_unknown_fields_come_back_as_they_were():
    unknown = {
        "x-shelf": "{B}lue \\& 5",
        "Bad Name": "x",
        "title": "no",
        "y": "a } b",
        "z": "ends \\",
        "half": "a\ud800b",
    }
    fields = entry(replace(FOUNDING, unknown=unknown))
    assert fields["x-shelf"] == "{B}lue \\& 5"
    assert plain(fields["y"]) == "a } b"
    assert plain(fields["z"]) == "ends \\"
    assert fields["title"].startswith("What")
    assert "Bad Name" not in fields
    assert fields["half"] == "ab"


@pytest.mark.parametrize("dialect", ["biblatex", "bibtex"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_survive(dialect, text):
    fields = entry(hostile_record(text), dialect)
    ligatures = dialect == "bibtex"
    assert plain(fields["title"], ligatures=ligatures) == clean(text)
    assert plain(fields["author"], ligatures=ligatures) == clean(text)
    assert all(balanced(value) for value in fields.values())


@given(st.text(max_size=60))
@settings(max_examples=400)
def test_text_round_trips(text):
    assert plain(escape(text)) == clean(text)
    assert balanced(escape_classic(text))
    assert balanced(escape(text))


@given(st.text(st.characters(codec="latin-1", exclude_characters="\xad¨´¸¯"), max_size=60))
def test_latin_text_round_trips_in_ascii(text):
    value = escape_classic(text)
    assert plain(value, ligatures=True) == clean(text)


@given(
    st.lists(
        st.builds(
            lambda title, name, more: Record(
                title=Title(title) if title.strip() else None,
                contributors=(person(Role.AUTHOR, name, more or None),) if name.strip() else (),
                variables={"abstract": more},
            ),
            st.text(max_size=20),
            st.text(max_size=20),
            st.text(max_size=20),
        ),
        max_size=6,
    )
)
@settings(max_examples=150, deadline=None)
def test_as_many_entries_come_out_as_go_in(records):
    for dialect in ("biblatex", "bibtex"):
        text = "".join(write_bib([("k", record) for record in records], dialect))
        parsed = bibtexparser.parse_string(text)
        assert not parsed.failed_blocks
        assert len(parsed.entries) == len(records)
        for record, found in zip(records, parsed.entries, strict=True):
            if record.title:
                written = found.get("title")
                assert bool(written) == bool(clean(record.title.text))


def test_keys_are_safe_and_unique():
    text = "".join(write_bib([(key, FOUNDING) for key in ("Mok", "mok", "a,b", "莫")]))
    assert [found.key for found in bibtexparser.parse_string(text).entries] == ["Mok", "moka", "ab", "Mo"]


def test_writing_is_streamed_and_the_same_every_time():
    endless = write_bib((f"k{number}", FOUNDING) for number in iter(int, 1))
    assert len(list(islice(endless, 3))) == 3
    entries = [(f"k{number}", record) for number, record in enumerate(list(EVERY.values()) * 60)]
    text = "".join(write_bib(entries))
    assert text == "".join(write_bib(entries))
    assert text.count("\n\n@") == len(entries) - 1
    changed = "".join(write_bib([(k, HERE if k == "k300" else r) for k, r in entries]))
    first, last = (dict(enumerate(t.split("\n\n"))) for t in (text, changed))
    assert [at for at in first if first[at] != last[at]] == [300]


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (NameForm("x", None, "Aubin", "Élise", "de"), "de Aubin, Élise"),
        (NameForm("x", None, "Gaulle", "Charles", "De"), "{De Gaulle}, Charles"),
        (NameForm("x", None, "de la Cruz", "Ana"), "{de la Cruz}, Ana"),
        (NameForm("x", None, "bell", "hooks"), "{bell}, hooks"),
        (NameForm("x", None, "Goethe", "Johann", None, "von"), "Goethe, Johann von"),
        (NameForm("x", None, "King", "Martin", suffix="Jr."), "King, Jr., Martin"),
        (NameForm("x", None, "King", suffix="Jr."), "{King Jr.}"),
        (NameForm("x", None, "Smith, and Sons", "A"), "{Smith, and Sons}, A"),
        (NameForm("x", None, "others"), "{others}"),
        (NameForm("Lam Ka-wai"), "{Lam Ka-wai}"),
        (NameForm("x", None, "Mok"), "Mok"),
    ],
)
def test_names(form, value):
    assert entry(Record(contributors=(Contributor(Role.AUTHOR, Name("x", (form,))),)))["author"] == value


def test_classic_prefers_latin_names():
    name = Name(
        "莫乃光", (NameForm("莫乃光", "zh-Hant", "莫", "乃光"), NameForm("Mok Nai-kwong", None, "Mok", "Nai-kwong"))
    )
    record = Record(contributors=(Contributor(Role.AUTHOR, name),))
    assert entry(record)["author"] == "莫, 乃光"
    assert entry(record, "bibtex")["author"] == "Mok, Nai-kwong"


@pytest.mark.parametrize(
    ("title", "language", "value"),
    [
        ("NASA and the iPhone", "en", "{NASA} and the {iPhone}"),
        ("The Clock the Ferry Left Behind", "en", "The Clock the Ferry Left Behind"),
        ("What I saw in Hong Kong", None, "What {I} saw in {Hong Kong}"),
        ("Clocks of Ching Wan and their keepers", "en", "Clocks of {Ching} {Wan} and their keepers"),
        ("The U.S. and AT&T: a McDonald tale", "en", "The {U.S.} and {AT\\&T}: a {McDonald} tale"),
        ("Re-Industrialization Now", "en", "Re-Industrialization Now"),
        ("Die Straße der NATO", "de", "Die Straße der {NATO}"),
        ("Chinese Clocks in Europe", "en", "{Chinese} Clocks in {Europe}"),
        ("", "en", ""),
    ],
)
def test_acronyms_and_names_are_protected_one_by_one(title, language, value):
    assert protect(title, language, escape) == value


def test_classic_protects_the_capitals_of_other_languages():
    assert protect("Die Straße nach Łódź: Über Äpfel", "de", escape_classic, every_capital=True) == (
        "Die {Stra{\\ss}e} nach {{\\L}{\\'o}d{\\'z}}: {\\\"U}ber {{\\\"A}pfel}"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“‘re’”", "``{}`re'{}''"),
        ("Müller ế ı ø", "M{\\\"u}ller {\\'{\\^e}} {\\i} {\\o}"),
        ("why?‘so’ -- x", "why?{}`so' -{}- x"),
        ("Łódź\u00a05", "{\\L}{\\'o}d{\\'z}~5"),
        ("神 Щ", "神 Щ"),
        ("Ṩ", "{\\.{\\d{S}}}"),
    ],
)
def test_classic_values(text, value):
    assert escape_classic(text) == value


def test_letters_beyond_classic():
    assert beyond_classic("Müller 神 “q” 神 Щ") == "神Щ"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{NASA} \\& \\LaTeX{} x", "NASA & LaTeX x"),
        ("\\\"{u}\\'{\\i}\\c c\\v{s}{\\aa}\\o", "üíçšåø"),
        ("\\'", ""),
        ("\\'{}", ""),
        ("a~b\\-c", "a\u00a0b\u00adc"),
        ("\\textquoteright{}s \\ldots", "’s …"),
    ],
)
def test_values_of_other_programs_are_read(value, text):
    assert plain(value) == text


def test_ligatures_are_read_on_request():
    assert plain("``a'' -- b --- `c' ?`d", ligatures=True) == "“a” – b — ‘c' ¿d"


def test_every_csl_type_has_an_entry_type_and_an_outlet():
    assert set(BIBLATEX_TYPES) == TYPES
    assert set(BIBLATEX_TYPES.values()) <= set(OUTLETS)
    assert set(CLASSIC_TYPES.values()) | {"misc"} <= set(CLASSIC_OUTLETS)
    for kind in [*TYPES, "no-such-type"]:
        for make in (biblatex_entry, classic_entry):
            assert make(replace(WATER, kind=kind))[1]["title"]
