import json
import os

import pytest

from reindreader import resources
from reindreader.citing import styles
from reindreader.citing.style_index import StyleEntry, StyleIndex, load_index, read_entry
from reindreader.citing.styles import find_style, load, locale_tags, locale_text, search_styles, style_index
from reindreader.errors import BadStyleError, MissingResourceError, UnknownStyleError

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Harbour &amp; Pier</title><id>http://example.org/harbour</id></info>
  <citation><layout><text variable="title"/></layout></citation>
</style>
"""


def test_all_styles_are_indexed(tmp_path):
    index = style_index(tmp_path)
    assert len(index.entries) > 10_000
    apa = next(entry for entry in index.entries if entry.id == "apa")
    assert apa.format == "author-date"
    assert "psychology" in apa.fields
    wie = next(entry for entry in index.entries if entry.id == "ieee-women-in-engineering-magazine")
    assert wie.parent == "ieee"
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_a_search_finds_the_likeliest_first(tmp_path):
    assert search_styles("apa 7th", tmp_path)[0].id == "apa"
    assert search_styles("chicago notes", tmp_path)[0].parent == ""
    assert search_styles("ieee", tmp_path, 5)[0].id == "ieee"
    assert len(search_styles("journal", tmp_path)) == 50
    assert search_styles("", tmp_path) == ()
    assert search_styles("no such style anywhere", tmp_path) == ()


def _folder(tmp_path, **texts):
    folder = tmp_path / "styles"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.csl").write_text(text, "utf-8")
    return folder


def test_the_index_is_kept_and_made_anew(tmp_path):
    folder, cache = _folder(tmp_path, harbour=STYLE), tmp_path / "cache" / "deep"
    first = load_index([folder], "one", cache)
    assert [entry.title for entry in first.entries] == ["Harbour & Pier"]
    (folder / "pier.csl").write_text(STYLE, "utf-8")
    assert load_index([folder], "one", cache) == first
    assert len(load_index([folder], "two", cache).entries) == 2
    assert [path.name for path in cache.iterdir()] == ["styles-two.json"]


@pytest.mark.parametrize("kept", ["", "{", "[1]", '[{"id": "x"}]', '[{"fields": [], "nonsense": 1}]', "7"])
def test_a_damaged_index_is_made_anew(tmp_path, kept):
    folder = _folder(tmp_path, harbour=STYLE)
    (tmp_path / "styles-one.json").write_text(kept, "utf-8")
    assert len(load_index([folder], "one", tmp_path).entries) == 1
    assert json.loads((tmp_path / "styles-one.json").read_text("utf-8"))[0]["id"] == "harbour"


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path):
    folder = _folder(tmp_path, harbour=STYLE)
    (tmp_path / "file").write_text("", "utf-8")
    assert len(load_index([folder], "one", tmp_path / "file").entries) == 1


def test_an_entry_with_a_long_head_is_read_whole(tmp_path):
    path = tmp_path / "long.csl"
    path.write_text(STYLE.replace("<title>", f"<!--{'x' * 9000}--><title>"), "utf-8")
    assert read_entry(path).title == "Harbour & Pier"
    path.write_text("<style/>", "utf-8")
    assert read_entry(path) == StyleEntry("long", "long")


def test_an_index_is_sorted_by_id():
    index = StyleIndex.of([StyleEntry("b", "B"), StyleEntry("a", "A")])
    assert [entry.id for entry in index.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("apa", "apa"),
        ("APA", "apa"),
        ("../apa", "apa"),
        ("apa.csl", "apa"),
        ("http://www.zotero.org/styles/apa", "apa"),
        ("mla", "modern-language-association"),
        ("aaa", "american-anthropological-association"),
        ("ieee-women-in-engineering-magazine", "ieee-women-in-engineering-magazine"),
    ],
)
def test_styles_are_found_by_name(name, found):
    source = find_style(name)
    assert source.id == found
    assert source.entry.id == found


@pytest.mark.parametrize("name", ["apaa", "chicago-notes-bibliograph", "", "..", "/etc"])
def test_unknown_styles_have_near_names(name):
    with pytest.raises(UnknownStyleError) as failure:
        find_style(name)
    near = failure.value.near
    assert len(near) <= 5
    if name.startswith(("apa", "chic")):
        assert name[:3] in near[0]


def test_a_style_file_is_loaded_and_loaded_again_when_changed(tmp_path):
    path = tmp_path / "harbour.csl"
    path.write_text(STYLE, "utf-8")
    assert load(path) is load(str(path))
    first = load(path)
    path.write_text(STYLE.replace("Pier", "Quay"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert load(path) is not first


def test_a_dependent_style_prints_as_its_parent():
    assert load("ieee-women-in-engineering-magazine").bibliography is not None


def test_bad_styles_are_told_with_their_line(tmp_path):
    path = tmp_path / "bad.csl"
    path.write_text(STYLE.replace("</layout>", ""), "utf-8")
    with pytest.raises(BadStyleError) as failure:
        load(path)
    assert failure.value.style == "bad"
    assert failure.value.line
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadStyleError) as failure:
        load(path)
    assert failure.value.line is None


def test_an_orphan_style_is_bad(tmp_path):
    orphan = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>x</title><id>x</id>'
        '<link href="http://www.zotero.org/styles/no-such" rel="independent-parent"/></info></style>'
    )
    path = tmp_path / "orphan.csl"
    path.write_text(orphan, "utf-8")
    assert read_entry(path).parent == "no-such"
    with pytest.raises(BadStyleError):
        load(path)


def test_locales_are_found():
    assert "zh-TW" in locale_tags()
    assert (locale_text("en-US") or "").startswith("<?xml")
    assert locale_text("xx-XX") is None
    assert locale_text("../en-US") is None


def test_a_missing_package_is_told(monkeypatch):
    monkeypatch.setattr(resources, "LOCALES_PACKAGE", "no-such-package")
    with pytest.raises(MissingResourceError):
        resources.locale_folder.__wrapped__()
    with pytest.raises(MissingResourceError):
        resources.package_folder(styles.STYLES_PACKAGE, "no/such/folder")


def test_a_style_that_goes_away_is_unknown(tmp_path, monkeypatch):
    source = styles.StyleSource("gone", tmp_path / "gone.csl")
    monkeypatch.setattr(styles, "find_style", lambda name: source)
    with pytest.raises(UnknownStyleError):
        load("gone")
