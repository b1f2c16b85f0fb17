"""Bytes to text: what is sure, what is guessed, what is damaged and where."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.errors import BadValueError
from reindreader.ingest import decode
from reindreader.model.articles import ProblemKind

WIDER = {"shift_jis": "cp932", "euc_kr": "cp949"}
CHINESE = "渡輪碼頭的鐘停了三年。\n工程部說，零件要由外國訂購；船公司說，鐘不歸他們管。\n譯者：方雪儀\n" * 3
MAINLAND = "渡轮码头的钟停了三年。\n工程部说，零件要向国外订购。\n译者：方雪仪\n"
RUSSIAN = "Смотритель маяка тридцать лет записывал только числа.\nКогда он умер, мы нашли тетради под лестницей.\n" * 3
ENGLISH = "“It is a use of time”, she said – and closed the stall.\nNobody asked why it was so café-like.\n" * 3
JAPANESE = "渡し船はただの航路ではない。島へ渡る人のための長い橋である。\n訳：方雪儀\n" * 3
KOREAN = "나룻배는 그저 항로가 아니다. 섬으로 가는 사람들의 긴 다리이다.\n옮긴이: 방설의\n" * 3


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("big5", CHINESE),
        ("gb18030", CHINESE),
        ("utf-16-le", CHINESE),
        ("utf-16-be", CHINESE),
        ("utf-16-le", ENGLISH),
        ("utf-16-be", ENGLISH),
        ("koi8-r", RUSSIAN),
        ("cp1251", RUSSIAN),
        ("cp1252", ENGLISH),
        ("shift_jis", JAPANESE),
        ("euc_jp", JAPANESE),
        ("euc_kr", KOREAN),
        ("iso2022_jp", JAPANESE),
        ("iso2022_kr", KOREAN),
        ("hz", MAINLAND),
    ],
)
def test_an_encoding_is_guessed_and_said_to_be(codec: str, text: str) -> None:
    found, encoding, problems = decode(text.encode(codec))
    assert found == text
    assert not encoding.sure
    assert [problem.kind for problem in problems] == [ProblemKind.ENCODING_GUESSED]
    assert problems[0].detail == encoding.name


@pytest.mark.parametrize(
    "text", ["Use ~{ and ~} for the set.\n", "A plain ~{abc~} in ASCII.\n", "It costs \x1b[1m5$\x1b[0m.\n"]
)
def test_seven_bits_that_switch_to_nothing_are_what_they_say(text: str) -> None:
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_sure_and_no_text(mark: bytes, codec: str) -> None:
    text, encoding, problems = decode(mark + CHINESE.encode(codec))
    assert (text, problems) == (CHINESE, ())
    assert (encoding.name, encoding.sure, encoding.bom) == (codec, True, True)


@settings(deadline=None)
@given(st.text())
def test_utf8_comes_back_with_nothing_changed_but_line_ends(text: str) -> None:
    found, encoding, _ = decode(text.encode("utf-8"), "utf-8")
    assert found == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert encoding.sure


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    text, encoding, problems = decode(data)
    assert "\r" not in text
    assert encoding.name
    assert all(p.place is None or p.place.end <= len(text) for p in problems)


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    compatibility = "\ufa19社と神社\u00a0ｱ é e\u0301"
    text, _, _ = decode(f"a\r\nb\rc\n{compatibility}".encode())
    assert text == f"a\nb\nc\n{compatibility}"


def test_a_few_damaged_bytes_are_told_with_their_place() -> None:
    data = (CHINESE + "好").encode() + b"\xe5\xa5" + "！末尾".encode()
    text, encoding, problems = decode(data)
    assert encoding.name == "utf-8"
    damaged = [p for p in problems if p.kind is ProblemKind.ENCODING_DAMAGED]
    assert [text[: p.place.start] for p in damaged] == [CHINESE + "好"]


def test_a_wider_codec_takes_what_the_narrow_one_cannot() -> None:
    text = "這個字是「冧」，那個字是「𨋢」，都是我們這裏才有的。\n升降機叫做𨋢。\n" * 3
    assert decode(text.encode("big5hkscs"))[0] == text


def test_the_users_word_is_taken() -> None:
    data = RUSSIAN.encode("koi8-r")
    text, encoding, problems = decode(data, "KOI8-R")
    assert (text, encoding.name, encoding.sure, problems) == (RUSSIAN, "koi8-r", True, ())
    wrong, _, problems = decode(data, "ascii")
    assert "\ufffd" in wrong
    assert {p.kind for p in problems} == {ProblemKind.ENCODING_DAMAGED}


def test_the_users_utf16_takes_either_mark() -> None:
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        text, encoding, _ = decode(mark + "船".encode(codec), "utf-16")
        assert (text, encoding.name, encoding.bom) == ("船", codec, True)


@pytest.mark.parametrize("name", ["no-such-thing", "base64", "", "utf\0"])
def test_an_unknown_codec_is_refused(name: str) -> None:
    with pytest.raises(BadValueError):
        decode(b"text", name)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), bytes(range(256)) * 4, b"%PDF-1.7\n%\xe2\xe3"]
)
def test_data_that_is_no_text_is_said_to_be(data: bytes) -> None:
    _, _, problems = decode(data)
    assert [problem.kind for problem in problems] == [ProblemKind.BINARY]


def test_empty_data_is_an_empty_text() -> None:
    text, encoding, problems = decode(b"")
    assert (text, encoding.sure, problems) == ("", True, ())


@pytest.mark.shared
def test_the_encodings_beside_the_project(shared: Path) -> None:
    folder = shared / "encodings"
    for file in json.loads((folder / "expected.json").read_text("utf-8")):
        text, encoding, _ = decode((folder / file["file"]).read_bytes())
        assert text == file["text"].replace("\r\n", "\n"), file["file"]
        assert encoding.bom == file["bom"], file["file"]
        wanted = codecs.lookup(file["encoding"].removesuffix("-sig")).name
        assert encoding.name in {wanted, WIDER.get(wanted)}, file["file"]
