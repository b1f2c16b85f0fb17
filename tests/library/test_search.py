"""Searching: what stands there is found, and nothing else; ranked, by fields, in every script."""

import sqlite3
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reindreader.library import Library, Mistake, Sort, View, derived
from reindreader.library.derived import facts_row
from reindreader.model.articles import Article, Source
from reindreader.model.fields import record_of
from reindreader.model.highlights import Highlight, Quote
from reindreader.model.records import Link, LinkKind
from tests.library.makers import put, said
from tests.library.test_library import claims


def text(library: Library, key: str, words: str, **facts: str) -> int:
    article = Article(words, (), Source(f"{key}.txt", "text/plain", key.ljust(64, "0"), 1))
    return library.add(article, b"x", said(**facts), lambda record, taken: key)


@pytest.fixture
def shelf(library: Library) -> Library:
    """Four records that differ in all that can be asked for."""
    ferry = text(
        library,
        "ferry",
        "渡輪公司在碼頭。The clock at Élan quay; nobody reads the ledger of lamps.",
        title="The Ferry",
        author="Mok, Charles",
        translator="Lee, Alan",
        language="en",
        original_language="zh-Hant",
        original_title="渡輪",
        appearance_publication="Harbour Journal",
    )
    lamp = text(
        library,
        "lamp",
        "A lamp is out. 我在iPhone上看書",
        title="Lamps of the ferry",
        author="Lee, Bo",
        language="zh-Hant",
    )
    put(library, "salt", title="Salt", appearance_publication="Sea News")
    library.set_tags(ferry, ["Sea"])
    library.add_highlight(ferry, Highlight(Quote("nobody reads"), note="thesis of 北海道", tags=("key point",)))
    deep = library.add_collection("Deep", library.add_collection("To read"))
    library.collect(deep, [lamp])
    library.set_starred([lamp])
    library.set_place(lamp, 4, 0.5)
    return library


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("clock", "ferry"),
        ("elan QUAY", "ferry"),
        ("lam", "ferry lamp"),
        ("lam ", "ferry lamp"),
        ("lam*  ledger", "ferry"),
        ("lamp* -ledger", "lamp"),
        ('"nobody reads the"', "ferry"),
        ('"reads nobody"', ""),
        ("ledger OR salt", "ferry salt"),
        ("碼頭", "ferry"),
        ("渡", "ferry"),
        ("頭", "ferry"),
        ("輪公", "ferry"),
        ("公渡", ""),
        ("在iPhone上", "lamp"),
        ("iPhone上看", "lamp"),
        ("看書", "lamp"),
        ("thesis", "ferry"),
        ("北海", "ferry"),
        ('"key point"', "ferry"),
        ("harbour ledger", "ferry"),
        ("thesis clock", "ferry"),
        ("thesis lamp ", ""),
        ("translator:lee", "ferry"),
        ("author:lee", "lamp"),
        ("people:lee", "ferry lamp"),
        ("lee", "ferry lamp"),
        ("title:ferry", "ferry lamp"),
        ("orig:渡輪", "ferry"),
        ("lang:zh", "lamp"),
        ("lang:EN", "ferry"),
        ("origlang:zh-hant", "ferry"),
        ("tag:sea", "ferry"),
        ("tag:se", "ferry"),
        ('in:"to read"', "lamp"),
        ("in:deep", "lamp"),
        ("has:highlight", "ferry"),
        ("has:note -has:text", ""),
        ("has:original", "ferry"),
        ("-has:text", "salt"),
        ("is:starred", "lamp"),
        ("is:reading", "lamp"),
        ("is:unread", "ferry salt"),
        ("outlet:sea", "salt"),
        ("key:salt", "salt"),
        ("text:lamp", "lamp ferry"),
        ("text:ferry", ""),
        ("note:thesis", "ferry"),
        ("quote:nobody", "ferry"),
        ("rbou", "ferry"),
        ("-clock -lamp ", "salt"),
        ("year:2015", ""),
    ],
)
def test_finds(shelf: Library, query: str, keys: str) -> None:
    found = shelf.shelf(View(query))
    assert sorted(row.key for row in shelf.shelf_rows(found.ids)) == sorted(keys.split())
    assert not found.problems


def test_the_better_answer_comes_first(shelf: Library) -> None:
    def keys(query: str) -> list[str]:
        return [row.key for row in shelf.shelf_rows(shelf.shelf(View(query, Sort.RELEVANCE)).ids)]

    assert keys("lamps ") == ["lamp", "ferry"]
    assert keys("") == ["salt", "lamp", "ferry"]


def test_mistakes_that_only_the_library_knows_are_told(shelf: Library) -> None:
    for query, kind in (("tag:nobody ", Mistake.NO_SUCH_TAG), ("in:nowhere ", Mistake.NO_SUCH_COLLECTION)):
        found = shelf.shelf(View(query))
        assert [problem.kind for problem in found.problems] == [kind]
        assert not found.ids
    found = shelf.shelf(View("title:%% clock"))
    assert [problem.kind for problem in found.problems] == [Mistake.NO_LETTERS]
    assert len(found.ids) == 1


def test_the_index_follows_every_change(shelf: Library) -> None:
    ferry, salt = shelf.by_key("ferry").id, shelf.by_key("salt").id

    def found(query: str) -> set[int]:
        return set(shelf.shelf_ids(query=query))

    shelf.set_claims(ferry, said(title="Boat"))
    assert (found("title:boat"), found("mok")) == ({ferry}, set())
    (made,) = shelf.highlights(ferry)
    assert made.id
    shelf.remove_highlight(made.id)
    assert found("thesis") == set()
    shelf.undo_last()
    assert found("thesis") == {ferry}
    newer = Article("Wholly new words.", (), Source("f.txt", "text/plain", "f" * 64, 1))
    shelf.replace_article(ferry, newer, b"y", ())
    assert (found("clock"), found("wholly")) == (set(), {ferry})
    shelf.bin(ferry)
    assert (found("wholly"), found("is:binned wholly")) == (set(), {ferry})
    shelf.empty_bin()
    assert found("is:binned") == set()
    shelf.undo_last()
    shelf.restore(ferry)
    assert found("wholly") == {ferry}
    shelf.merge(salt, ferry, said(title="Salted"))
    assert (found("wholly"), found("salted")) == ({salt}, {salt})
    shelf.undo_last()
    assert (found("wholly"), found("salted")) == ({ferry}, set())
    shelf.set_links(salt, [Link(LinkKind.TRANSLATION_OF, ferry)])
    assert found("has:original") == {salt}


def test_an_index_that_was_cut_otherwise_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        record = text(library, "one", "渡輪", title="T")
    database = sqlite3.connect(path)
    database.execute("UPDATE library_info SET value = 'old' WHERE name = 'index'")
    database.execute("DELETE FROM found_facts")
    database.commit()
    database.close()
    told: list[tuple[int, int]] = []
    with Library.open(path, told=lambda done, total: told.append((done, total))) as library:
        assert list(library.shelf_ids(query="渡輪")) == list(library.shelf_ids(query="title:t")) == [record]
    assert told[-1] == (1, 1)


def test_what_is_made_of_claims_is_made_anew_by_a_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        record = put(library, "one", title="The Ferry", author="Lee, Bo")
        kept = library.get(record).record
    database = sqlite3.connect(path)
    database.execute("UPDATE library_info SET value = '0' WHERE name = 'made'")
    database.execute("""UPDATE facts SET made = '[]'""")
    database.execute("UPDATE records SET title = '', found_by = ''")
    database.commit()
    database.close()
    with Library.open(path) as library:
        assert dict(library.entries([record])) == {"one": kept}
        assert library.shelf_rows([record])[0].title == "The Ferry"


def test_a_change_of_what_claims_add_up_to_raises_the_version() -> None:
    """Where this fails, raise ``derived.VERSION`` and renew what is expected here."""
    made = facts_row((), record_of(claims()))["made"]
    expected = (
        '[6,["article-newspaper",["渡輪","zh-Hant",[["Dulun","zh-Latn"]]],null,[["trl",["Ann Ó Briain",[["Ann Ó Briain","ga",'
        '"Ó Briain","Ann"]],"Dr",false,true],"adp","Editor"]],[[null,["DateRange",[2015],null],null,null,null,null,'
        '"translation"]]]]'
    )
    assert (derived.VERSION, made) == ("6", expected)


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["lamp", "Lamps", "quay", "Élan", "elan", "a", "渡輪", "渡輪公司", "公司", "輪", "한국어", "がぎ", "ภาษา"]
        ),
        st.text("渡輪公司船", min_size=1, max_size=5),
    ),
    min_size=1,
    max_size=8,
)


def naive(words: str, wanted: str) -> bool:
    """Whether a plain look finds the words: letters in a row for scripts without spaces, whole words for the others."""

    def plain(text: str) -> str:
        return "".join(
            c for c in unicodedata.normalize("NFD", text.casefold()) if unicodedata.category(c) != "Mn" or c > "\u0e00"
        )

    own, sought = plain(words), plain(wanted)
    return sought in own.split() if sought.isascii() else sought in own


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_finds_what_a_plain_look_finds(library: Library, texts: list[list[str]], data: st.DataObject) -> None:
    library.bin(list(library.all_ids()))
    library.empty_bin()
    ids = {text(library, f"k{n}", " ".join(words)): " ".join(words) for n, words in enumerate(texts)}
    words = data.draw(st.sampled_from([word for own in texts for word in own]))
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = words if words[0] < "\u0e00" else words[first : data.draw(st.integers(first + 1, len(words)))]
    assert set(library.shelf_ids(query=f"{wanted} ")) == {one for one, own in ids.items() if naive(own, wanted)}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=12), st.sampled_from(["", "title:", "text:", "tag:", "in:", "key:", "lang:", '"', "-", "year:"])
)
def test_no_query_fails(shelf: Library, words: str, before: str) -> None:
    found = shelf.shelf_ids(query=before + words)
    assert set(found) <= set(shelf.all_ids())
