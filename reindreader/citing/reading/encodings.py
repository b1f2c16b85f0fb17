"""The encoding of a bibliography file, where its few letters beyond ASCII tell more than a guess by languages would."""

import re

_SAID = re.compile(rb"(?:%|@comment\{?)[^\n]*?\b(?:en)?coding\s*[:=]\s*([\w.-]+)", re.IGNORECASE)
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ODD = re.compile("[\udc80-\udcff]")
_FEW = 100
"""Letters beyond ASCII from which on a guess by languages is better."""

_WESTERN = re.compile(
    r"(?:(?<![^\W\d_A-Za-z])[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœŠšŽžŸÿ](?![^\W\d_A-Za-z])"
    r"|[\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2022\u20ac\u00a0§©®«»°·¡¿ºª])"
)
"""A letter of Western Europe that stands between others of ASCII, and what typographers add. Letters of Icelandic are left
out, for Turkish has its own in their places."""


def encoding_said(data: bytes) -> str | None:
    """The encoding that a .bib file names in a comment (JabRef's ``% Encoding:``, Emacs' ``coding:``); None without."""
    match = _SAID.search(data[:1024])
    return match[1].decode("ascii").lower().removesuffix("-unix").removesuffix("-dos") if match else None


def told_by_letters(data: bytes) -> tuple[str, str] | None:
    """The text, and the encoding's name, of a file that is not UTF-8, without a mark, and tells by its letters what it is.

    A file of UTF-8 into which some bytes of another program came: those are read as Western Europe's. A file whose few
    letters beyond ASCII make sense in Western Europe. None for any other.
    """
    if data.startswith(_MARKED) or b"\x00" in data or b"\x1b" in data:
        return None
    text = data.decode("utf-8", "surrogateescape")
    odd = len(_ODD.findall(text))
    if not odd:
        return None
    if sum(char > "\x7f" for char in text) - odd > 2 * odd:
        return _ODD.sub(_western_byte, text), "utf-8, cp1252"
    return _western(data) if odd <= _FEW else None


def _western_byte(match: re.Match[str]) -> str:
    return bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace")


def _western(data: bytes) -> tuple[str, str] | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    strange = [char for char in text if char > "\x7f"]
    return (text, "cp1252") if len(_WESTERN.findall(text)) == len(strange) else None
