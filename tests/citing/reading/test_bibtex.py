"""BibTeX and BibLaTeX files read: what is understood, what is kept, what is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.classic import classic_entry
from reindreader.citing.bibtex.writer import write_bib
from reindreader.citing.reading.bibtex import read_bibtex
from reindreader.citing.reading.values import KeyLink, Notice
from reindreader.model.contributors import Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.records import LinkKind, Relation
from tests.citing.reading.roundtrip import differences
from tests.citing.records import EVERY, FOUNDING
from tests.strategies import records

TRANSLATION = r"""
@string{hep = "Harbour Evening Post"}
@article{lam2016,
  author       = {Lam, Ka-wai},
  title        = {The Clock the {Ferry} Left Behind},
  translator   = {Ashworth, Helen and {Ferry Translators}},
  journaltitle = hep # { (Weekend)},
  date         = {2016-03-14},
  origdate     = {2015~},
  origtitle    = {渡輪留下的鐘},
  origlanguage = {french},
  origpublisher = {Dock Daily},
  langid       = {british},
  pages        = {17--21},
  doi          = {10.1/a_b},
  keywords     = {ferries, clocks},
  x-shelf      = {blue \& green},
}
"""


def one(text):
    (entry,) = read_bibtex(text).entries
    return entry


def fields(**parts):
    return one("@article{k,\n" + "".join(f"  {name.replace('_', '-')} = {{{v}}},\n" for name, v in parts.items()) + "}")


def test_a_translated_article():
    entry = one(TRANSLATION)
    record = entry.record
    assert (entry.key, entry.line, entry.tags) == ("lam2016", 3, ("ferries", "clocks"))
    assert record.title.text == "The Clock the Ferry Left Behind"
    assert [c.name.literal for c in record.by_role(Role.TRANSLATOR)] == ["Helen Ashworth", "Ferry Translators"]
    assert record.by_role(Role.TRANSLATOR)[1].name.organisation
    here, there = record.appeared(Relation.TRANSLATION), record.appeared(Relation.ORIGINAL)
    assert (here.publication, here.date) == ("Harbour Evening Post (Weekend)", PartialDate(2016, 3, 14))
    assert (there.publication, there.date) == ("Dock Daily", PartialDate(2015, approximate=True))
    assert (record.original.title.text, record.original.language) == ("渡輪留下的鐘", "fr")
    assert (record.language, record.kind) == ("en-GB", "article-journal")
    assert record.variables["page"] == "17-21"
    assert record.unknown["x-shelf"] == r"blue \& green"


def test_it_is_written_again_as_it_was():
    entry = one(TRANSLATION)
    written = "".join(write_bib([(entry.key, entry.record)]))
    assert not differences(TRANSLATION, written)
    assert "  title        = {The Clock the {Ferry} Left Behind},\n" in written
    again = one(written)
    assert again.record == entry.record


@pytest.mark.parametrize("date", ["year={1985a}", "date={1999-XX}", "year={in press}"])
def test_an_article_with_a_date_that_we_do_not_read_is_not_said_to_have_none(date):
    text = f"@article{{k, title={{T}}, journaltitle={{J}}, {date}}}"
    assert "issue" not in biblatex_entry(one(text).record)[1]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("dialect", ["biblatex", "bibtex"])
def test_what_we_wrote_and_read_is_written_the_same_again(name, dialect):
    first = "".join(write_bib([("k", EVERY[name])], dialect))
    again = "".join(write_bib([("k", one(first).record)], dialect))
    assert not differences(first, again)


def test_words_of_ours_are_facts_again():
    for make in (biblatex_entry, classic_entry):
        kind, written = make(FOUNDING)
        record = one(f"@{kind}{{k,\n" + "".join(f"{n} = {{{v}}},\n" for n, v in written.items()) + "}").record
        (appearance,) = record.appearances
        assert appearance == FOUNDING.appearances[0]
        assert [c.name.literal for c in record.by_role(Role.TRANSLATOR)] == ["Alan Lee"]
        assert "note" not in record.variables
        assert "addendum" not in record.unknown


def test_a_note_before_our_words_stays_a_note():
    note = "Read twice. Translated by Alan Lee. Appeared in Dock Daily, 3 May (year not stated)"
    record = fields(title="T", note=note).record
    assert record.variables["note"] == "Read twice"
    assert record.appeared(Relation.UNSTATED).publication == "Dock Daily"
    strange = fields(title="T", note="Translated by Alan Lee. And more").record
    assert strange.variables["note"] == "Translated by Alan Lee. And more"


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ({"date": "2015~"}, PartialDate(2015, approximate=True)),
        ({"date": "2015?"}, PartialDate(2015, uncertain=True)),
        ({"date": "2015/2016"}, DateRange(PartialDate(2015), PartialDate(2016))),
        ({"date": "2015/"}, DateRange(PartialDate(2015), None)),
        ({"date": "/2015"}, DateRange(None, PartialDate(2015))),
        ({"date": "2015-11-30T10:20:30Z"}, PartialDate(2015, 11, 30)),
        ({"date": "2015-1-3"}, PartialDate(2015, 1, 3)),
        ({"date": "2015-21"}, PartialDate(2015, season=1)),
        ({"date": "-0043"}, PartialDate(-43)),
        ({"date": "XXXX-11-30"}, None),
        ({"date": "201X"}, None),
        ({"date": "2015-02-30"}, None),
        ({"date": "2015/nonsense"}, None),
        ({"year": "2015", "month": "11", "day": "30"}, PartialDate(2015, 11, 30)),
        ({"year": "2015", "month": "Nov. 30"}, PartialDate(2015, 11, 30)),
        ({"year": "2015", "month": "3rd May"}, PartialDate(2015, 5, 3)),
        ({"year": "2015", "month": "Spring"}, PartialDate(2015, season=1)),
        ({"year": "2015", "month": "May/June"}, PartialDate(2015)),
        ({"year": "2015", "month": "February", "day": "31"}, PartialDate(2015, 2)),
        ({"year": "2015", "month": "13"}, PartialDate(2015)),
        ({"year": "1848--1850"}, DateRange(PartialDate(1848), PartialDate(1850))),
        ({"year": "c. 1850"}, PartialDate(1850, approximate=True)),
        ({"year": "[1850?]"}, PartialDate(1850, uncertain=True)),
        ({"year": "1850?"}, PartialDate(1850, uncertain=True)),
        ({"year": "800"}, PartialDate(800)),
        ({"year": "n.d."}, None),
        ({"year": "in press"}, None),
        ({"month": "jan"}, None),
    ],
)
def test_dates(given, date):
    entry = fields(title="T", **given)
    assert (entry.record.appearances[0].date if entry.record.appearances else None) == date
    source = "@article{k, title={T}, " + ", ".join(f"{n}={{{v}}}" for n, v in given.items()) + "}"
    for dialect in ("biblatex", "bibtex"):
        written = "".join(write_bib([("k", entry.record)], dialect))
        assert len(read_bibtex(written).entries) == 1
    assert not differences(source, "".join(write_bib([("k", entry.record)])))
    assert (Notice.BAD_DATE in {r.notice for r in entry.remarks}) == (date is None and "date" in given)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("Mok, Charles", ("Mok", "Charles", None, None)),
        ("Charles Mok", ("Mok", "Charles", None, None)),
        ("Ludwig van Beethoven", ("Beethoven", "Ludwig", "van", None)),
        ("de la Fontaine, Jean", ("Fontaine", "Jean", "de la", None)),
        ("King, Jr., Martin Luther", ("King", "Martin Luther", None, "Jr.")),
        ("Donald~E. Knuth", ("Knuth", "Donald E.", None, None)),
        ("{\\'E}tienne {de la} Bo{\\'e}tie", ("Boétie", "Étienne de la", None, None)),
        ("{van} Gogh, Vincent", ("van Gogh", "Vincent", None, None)),
        ("family=Mann, given=Thomas, prefix=de, useprefix=true", ("Mann", "Thomas", "de", None)),
        ("given={Hans}, family={Harman}, suffix={III}", ("Harman", "Hans", None, "III")),
        ("Plato", ("Plato", None, None, None)),
        ("莫, 乃光", ("莫", "乃光", None, None)),
        ("莫乃光", (None, None, None, None)),
        ("{Council of \\'Eire}", (None, None, None, None)),
        ('{\\"O}zel', ("Özel", None, None, None)),
        (", Ann", ("Ann", None, None, None)),
        ("Müller, , Jörg", ("Müller", "Jörg", None, None)),
    ],
)
def test_names(value, parts):
    entry = fields(author=value)
    form = entry.record.contributors[0].name.form
    assert (form.family, form.given, form.particle, form.suffix) == parts
    assert not differences(f"@article{{k, author={{{value}}}}}", "".join(write_bib([("k", entry.record)])))


def test_several_names_and_others():
    record = fields(author="Mok, Charles and {Ferry and Sons} and others").record
    assert [c.name.literal for c in record.contributors] == ["Charles Mok", "Ferry and Sons"]
    assert biblatex_entry(record)[1]["author"] == "Mok, Charles and {Ferry and Sons} and others"


def test_titles_and_subtitles_are_one_title_and_two_fields():
    entry = fields(title="On {NASA}", subtitle="A \\emph{Study}", journal="J", journalsubtitle="S")
    assert entry.record.title.text == "On NASA: A Study"
    assert entry.record.appearances[0].publication == "J: S"
    _, written = biblatex_entry(entry.record)
    assert (written["title"], written["subtitle"]) == ("On {NASA}", "A \\emph{Study}")
    assert (written["journaltitle"], written["journalsubtitle"]) == ("J", "S")


def test_parents():
    text = """
    @xdata{place, location = {Leeds}}
    @collection{parent, editor = {Ann Lee}, title = {Whole}, date = {2001}, publisher = {P}, xdata = {place}}
    @incollection{child, author = {Ben Okri}, title = {Part}, crossref = {PARENT}}
    @inproceedings{lost, title = {Lost}, crossref = {nowhere}}
    @book{loop, title={L}, crossref={loop}}
    """
    found = {entry.key: entry for entry in read_bibtex(text).entries}
    child = found["child"].record
    assert child.title.text == "Part"
    assert (child.appearances[0].publication, child.appearances[0].place) == ("Whole", "Leeds")
    assert child.by_role(Role.EDITOR)[0].name.literal == "Ann Lee"
    assert child.variables["publisher"] == "P"
    assert [r.notice for r in found["lost"].remarks] == [Notice.UNKNOWN_PARENT]
    assert biblatex_entry(found["place"].record)[0] == "xdata"
    assert child.unknown["crossref"] == "PARENT"


def test_parts_of_xdata():
    text = "@xdata{x, author={Ann Lee and Ben Okri}}\n@book{k, author={Z and xdata=x-author-2 and xdata=x-author-9}}"
    book = read_bibtex(text).entries[1].record
    assert [c.name.literal for c in book.contributors][:2] == ["Z", "Ben Okri"]
    assert biblatex_entry(book)[1]["author"] == "Z and xdata=x-author-2 and xdata=x-author-9"


@pytest.mark.parametrize(
    ("relation", "link"),
    [
        ("translationof", KeyLink(LinkKind.TRANSLATION_OF, "orig")),
        ("translatedas", KeyLink(LinkKind.TRANSLATION_OF, "orig", reverse=True)),
        ("reprintof", KeyLink(LinkKind.REPRINT_OF, "orig")),
        ("multivolume", None),
    ],
)
def test_links_between_entries(relation, link):
    entry = fields(title="T", related="orig", relatedtype=relation, date="2001", journaltitle="J")
    assert entry.links == ((link,) if link else ())
    assert entry.record.unknown["related"] == "orig"
    if link == KeyLink(LinkKind.TRANSLATION_OF, "orig"):
        assert entry.record.appearances[0].relation is Relation.TRANSLATION


def test_groups_of_jabref():
    text = """
    @comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    1 StaticGroup:Ferries\\;0\\;1\\;\\;\\;\\;;
    2 StaticGroup:Clocks\\;0\\;1\\;\\;\\;\\;;
    1 ExplicitGroup:Old\\;0\\;a\\;b\\;;
    1 KeywordGroup:Auto\\;0\\;keywords\\;x\\;0\\;0\\;;
    }
    @misc{a, title = {A}, groups = {Clocks, New}}
    @misc{b, title = {B}}
    """
    found = {entry.key: entry.collections for entry in read_bibtex(text).entries}
    assert found == {"a": (("Ferries", "Clocks"), ("New",), ("Old",)), "b": (("Old",),)}


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("@article{k, title={Broken} author={X, Y}}", [Notice.MISSING_COMMA]),
        ("@article{k, title={A}, title={B}}", [Notice.DUPLICATE_FIELD]),
        ("@article{, title={A}}", [Notice.NO_KEY]),
        ("@article{k}", [Notice.NO_FIELDS]),
        ("@article{k, title = nowhere}", [Notice.UNKNOWN_STRING]),
        ("@article{k, title = {A} junk}", [Notice.NOT_READABLE]),
        ("@article{k, title={A},, year=2001}", []),
        ("@article{k, % a, comment\n title={A}, year=2001 % more\n}", []),
        ("@article{k, title={A}, % author = {X}\n}", [Notice.NOT_READABLE]),
        ("@article(k, title={A (b)})", []),
        ('@ARTICLE { k ,\n TITLE = "A {"}B{"}" # { C}\n}', []),
    ],
)
def test_what_was_noticed(text, notices):
    entry = one(text)
    assert [remark.notice for remark in entry.remarks] == notices
    assert len(read_bibtex("".join(write_bib([("k", entry.record)]))).entries) == 1


def test_glued_fields_come_apart():
    record = one("@article{k, title={Broken} author={X, Y} year = 2001}").record
    assert (record.title.text, record.contributors[0].name.literal) == ("Broken", "Y X")
    assert record.appearances[0].date == PartialDate(2001)


def test_broken_entries_are_kept_with_their_line():
    text = "\n@book{good, title={G}}\n\n@article{bad,\n  title = {never closed,\n  year = 2001\n}\n@book{also, title={A}}\n"
    found = read_bibtex(text)
    assert [entry.key for entry in found.entries] == ["good", "also"]
    (broken,) = found.broken
    assert broken.line == 4
    assert broken.raw.startswith("@article{bad,")
    assert "year = 2001" in broken.raw


def test_the_same_key_twice_is_two_entries():
    found = read_bibtex("@misc{k, title={A}}\n@misc{K, title={B}}\n@misc{k, title={C}}")
    assert [entry.record.title.text for entry in found.entries] == ["A", "B", "C"]
    assert [[r.notice for r in e.remarks] for e in found.entries] == [
        [],
        [Notice.DUPLICATE_KEY],
        [Notice.DUPLICATE_KEY],
    ]


def test_a_web_address_and_a_language_in_words():
    record = one(
        "@online{k, url = {https://x.example/a\\_b?c=1\\&d=2}, language = {Traditional Chinese}, lastchecked={2020-01-02}}"
    ).record
    assert record.appearances[0].url == "https://x.example/a_b?c=1&d=2"
    assert record.appearances[0].accessed == parse_iso("2020-01-02")
    assert record.language == "zh-Hant"
    assert record.unknown["language"] == "Traditional Chinese"


def test_comments_and_preambles_are_kept_apart():
    found = read_bibtex('Free words\n@preamble{"\\newcommand{\\x}{y}"}\n@comment{note}\n@misc{k, title={T}}')
    assert found.comments == ("Free words", '@preamble{"\\newcommand{\\x}{y}"}', "note")


@settings(max_examples=60, deadline=None)
@given(records)
def test_every_record_that_we_write_is_read_and_written_the_same(record):
    first = "".join(write_bib([("k", record)]))
    again = "".join(write_bib([("k", one(first).record)]))
    assert not differences(first, again)


pieces = st.sampled_from(
    ["@article{k,", "@string{a=", "title", " = ", "{", "}", '"', ",", "#", "\\", "%", "\n", "author", "a and b", "$x$", "~", "@",
     "xdata=", "crossref", "date", "2015", "@comment{jabref-meta: grouping:", "1 StaticGroup:x\\;", "é", "\ud800"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.lists(pieces, max_size=30).map("".join))
def test_no_text_raises(text):
    found = read_bibtex(text)
    list(write_bib((entry.key, entry.record) for entry in found.entries))


@pytest.mark.shared
def test_real_files_come_and_go_without_a_loss(shared):
    for path in sorted((shared / "bib").glob("*/*.bib")):
        data = path.read_bytes()
        text = data.decode("utf-8" if _is_utf8(data) else "latin-1").replace("\r\n", "\n")
        found = read_bibtex(text)
        written = "".join(write_bib((f"k{n}", entry.record) for n, entry in enumerate(found.entries)))
        lost = [d for d in differences(text, written) if not d[1].startswith("no position")]
        assert not lost, path.name
        assert all(broken.line for broken in found.broken)


def _is_utf8(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def test_a_comment_with_a_comma_tears_no_field():
    text = "@misc{k, title={T}, % first, not = second\n  note={N}, % and {more\n  year=1999}\n"
    (entry,) = read_bibtex(text).entries
    assert (entry.record.variables, entry.record.unknown) == ({"note": "N"}, {})
    text = "@misc{k,\n title={T}, % no place\n note={N}, % of no, place\n isbn={1}}\n"
    assert dict(one(text).record.variables) == {"note": "N", "ISBN": "1"}


def test_an_entry_that_closes_too_early_waits_to_be_repaired_with_all_its_fields():
    found = read_bibtex("@misc{a, title={Open } brace}, year = 2005}\n@misc{b, title={B}}\n")
    assert [entry.key for entry in found.entries] == ["b"]
    assert "year = 2005" in found.broken[0].raw


def test_a_sign_apart_from_its_word_begins_an_entry():
    assert one("@ misc{k, title={T}}").record == one("@misc{k, title={T}}").record


def test_a_string_may_end_in_a_comma():
    assert one("@string{a = {Dock} , }\n@book{k, publisher=a, title={T}}").record.appearances[0].publication == "Dock"


def test_the_first_editions_date_is_not_that_of_an_edition_of_which_none_is_said():
    text = "@inbook{k, title={T}, author={Lam, A.}, origdate={1921}}"
    fields = biblatex_entry(one(text).record)[1]
    assert (fields["origdate"], "date" in fields) == ("1921", False)


def test_an_entry_type_and_a_field_of_that_name_are_both_kept():
    text = "@phdthesis{k, title={T}, author={Lam, A.}, school={S}, year=1999, type={{PhD} Dissertation}}"
    kind, fields = biblatex_entry(one(text).record)
    assert (kind, fields["type"]) == ("phdthesis", "{PhD} Dissertation")
