"""Citation keys by a pattern: seen before, given, and taken back."""

import pytest

from reindreader.cli.main import main
from reindreader.errors import BadKeyPatternError, TakenKeyError, UnknownKeyError
from reindreader.library import Library
from reindreader.workflows.bibliographies import import_bibliography
from reindreader.workflows.keying import (
    NewKey,
    pattern_of,
    pattern_sentence,
    plan_keys,
    preview_pattern,
    rekey,
    set_pattern,
    undo_rekey,
)
from reindreader.workflows.organising import undone_words
from reindreader.workflows.progress import finish

BIB = """
@misc{one, author={Lam, Ka-wai}, title={Clocks}, date={2001}}
@misc{two, author={Lam, Ka-wai}, title={Clocks}, date={2001}, note={x}}
@misc{lam2001clocks, author={Okri, Ben}, title={Other}, date={2002}}
"""


@pytest.fixture
def ids(library):
    finish(import_bibliography(library, BIB.encode(), "x.bib"))
    return [library.by_key(key).id for key in ("one", "two", "lam2001clocks")]


def keys(library, ids):
    return [library.get(one).key for one in ids]


def test_keys_are_shown_before_they_are_given(library, ids):
    preview = preview_pattern(library, "[auth][year]", ids)
    assert [one.new for one in preview.keys] == ["lam2001", "lam2001a", "okri2002"]
    assert keys(library, ids) == ["one", "two", "lam2001clocks"]
    assert preview_pattern(library, "[auth", ids).mistakes


def test_keys_are_given_and_taken_back(library, ids):
    plan = plan_keys(library, ids)
    done = finish(rekey(library, plan))
    assert keys(library, ids) == ["lam2001clocks", "lam2001clocksa", "okri2002other"]
    finish(undo_rekey(library, done))
    assert keys(library, ids) == ["one", "two", "lam2001clocks"]


def test_keys_are_taken_back_after_a_restart(tmp_path):
    with Library.open(tmp_path / "l.sqlite") as library:
        finish(import_bibliography(library, BIB.encode(), "x.bib"))
        chosen = library.all_ids()
        library.set_key(chosen[0], "mine")
        before = keys(library, chosen)
        finish(rekey(library, plan_keys(library, chosen, pinned=True)))
        assert keys(library, chosen) != before
    with Library.open(tmp_path / "l.sqlite") as library:
        (act,) = library.undoable()
        assert undone_words(act) == "New citation keys for 3 records"
        library.undo_last()
        assert keys(library, chosen) == before
        assert library.chosen_keys(chosen) == {chosen[0]}
        assert not library.undoable()


def test_records_exchange_their_keys_and_get_them_back(library, ids):
    one, two = ids[:2]
    done = finish(rekey(library, [NewKey(one, "one", "two"), NewKey(two, "two", "one")]))
    assert keys(library, ids[:2]) == ["two", "one"]
    assert [change.what for change in library.history(one)] == ["added", "key"]
    finish(undo_rekey(library, done))
    assert keys(library, ids[:2]) == ["one", "two"]
    assert not library.undoable()


def test_no_key_is_given_where_one_is_taken(library, ids):
    with pytest.raises(TakenKeyError):
        library.set_keys({ids[0]: "free", ids[1]: "LAM2001clocks"})
    with pytest.raises(UnknownKeyError):
        library.set_keys({ids[0]: "free", 999: "other"})
    assert keys(library, ids) == ["one", "two", "lam2001clocks"]
    assert not library.undoable()


def test_a_key_that_the_user_chose_stays(library, ids):
    library.set_key(ids[0], "mine")
    plan = plan_keys(library, ids)
    assert (plan[0].new, plan[0].kept) == ("mine", True)
    assert plan_keys(library, ids, pinned=True)[0].new == "lam2001clocks"


def test_keys_of_others_and_of_the_bin_are_left_alone(library, ids):
    library.bin(ids[2])
    assert plan_keys(library, ids[:1])[0].new == "lam2001clocksa"


def test_the_pattern_of_a_library(library):
    set_pattern(library, "[title]-[auth]")
    report = finish(import_bibliography(library, b"TY  - JOUR\nAU  - Lam, K\nTI  - Clocks\nER  -\n", "x.ris"))
    assert report.arrived[0].key == "clocks-lam"
    with pytest.raises(BadKeyPatternError):
        set_pattern(library, "[nothing]")
    assert pattern_of(library) == "[title]-[auth]"
    assert "nothing" in pattern_sentence(preview_pattern(library, "[nothing]", ()).mistakes[0])


def test_in_a_terminal(tmp_path, capsys):
    (tmp_path / "x.bib").write_text(BIB)
    library = ["--library", str(tmp_path / "l.sqlite")]
    main([*library, "import", str(tmp_path / "x.bib")])
    capsys.readouterr()
    assert main([*library, "keys", "--pattern", "[auth][year]", "--preview", "one"]) == 0
    assert capsys.readouterr().out == "one\tlam2001\n"
    assert main([*library, "keys", "--pattern", "[auth", "--save"]) == 2
    assert "at sign 1" in capsys.readouterr().err
    assert main([*library, "keys", "--pattern", "[auth]", "--save"]) == 0
    assert main([*library, "keys"]) == 0
    assert "one\tlam\n" in capsys.readouterr().out
