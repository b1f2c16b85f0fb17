"""Bytes to text: byte-order mark, strict UTF-8, UTF-16 test, then chardet's guess.

The text is what the bytes say: only line ends become LF. Unicode normalisation is left to those who match and search.
"""

import codecs
import re

from reindreader.errors import BadValueError
from reindreader.model.articles import Encoding, Problem, ProblemKind
from reindreader.model.text import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks (The Unicode Standard, 23.8); UTF-32's little-endian one begins like UTF-16's."""

_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
"""Codecs by a wider one that holds the same characters at the same bytes, tried when the narrow one fails."""

_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
_ESCAPES = (
    (b"\x1b$)C", ("iso2022_kr",)),
    (b"\x1b$", ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext")),
    (b"~{", ("hz",)),
)
"""What seven-bit encodings of Chinese, Japanese and Korean switch with (ISO/IEC 2022; RFC 1468, 1557, 1843)."""
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b\x1a")))
_SAMPLE = 65_536
_MOST_PROBLEMS = 100
_LIKELY = re.compile(
    r"[\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1e00-\u1eff\u2010-\u203b"
    r"\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]"
)
_SPACING = re.compile(r"[\n\x20\u3000-\u3002\uff0c]")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, Encoding, tuple[Problem, ...]]:
    """The text of the bytes (line ends LF), the encoding taken, and what was wrong with its place in the text.

    ``encoding``: the user's word, a Python codec's name; then nothing is guessed. Data that is no text at all is
    decoded as Latin-1 and has the problem BINARY. Raises BadValueError for a codec that there is not.
    """
    if encoding is not None:
        return _as(data, Encoding(_codec(encoding)), user=True)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as(data, Encoding(name, bom=True))
    for guess in (_escaped, _utf16):
        guessed = guess(data)
        if guessed:
            return _as(data, Encoding(guessed, sure=False))
    if looks_binary(data):
        text = _line_ends(data.decode("latin-1"))
        return text, Encoding("latin-1", sure=False), (Problem(ProblemKind.BINARY, detail=_signature(data)),)
    return _as(data, Encoding("utf-8")) if _is_utf8(data) else _as(data, Encoding(_guess(data), sure=False))


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text: a known signature, or more than one control character in two hundred."""
    if _signature(data):
        return True
    head = data[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 200 > len(head)


def _signature(data: bytes) -> str:
    known = next((mark for mark in _SIGNATURES if data.startswith(mark)), b"")
    return known.decode("latin-1").strip("\x03\x04\x89")


def _codec(name: str) -> str:
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError) as error:
        raise BadValueError("encoding", name, "encoding") from error


def _as(data: bytes, encoding: Encoding, *, user: bool = False) -> tuple[str, Encoding, tuple[Problem, ...]]:
    mark, name = next(((m, n) for m, n in _MARKS if data.startswith(m) and _same(n, encoding.name)), (b"", ""))
    if mark:
        encoding = Encoding(name, encoding.sure, bom=True)
    text, damaged = _text(data[len(mark) :], encoding.name)
    problems = _damage(text) if damaged else ()
    if not encoding.sure and not user:
        problems = (Problem(ProblemKind.ENCODING_GUESSED, detail=encoding.name), *problems)
    return text, encoding, problems


def _same(marked: str, name: str) -> bool:
    """Whether a mark of the codec ``marked`` belongs to the codec ``name`` ("utf-16" takes the marks of both orders)."""
    return name in {marked, marked.removesuffix("-le").removesuffix("-be"), f"{marked}-sig"}


def _text(data: bytes, codec: str) -> tuple[str, bool]:
    try:
        return _line_ends(data.decode(codec)), False
    except UnicodeError:
        return _line_ends(data.decode(codec, "replace")), True


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _damage(text: str) -> tuple[Problem, ...]:
    places = [Span(*match.span()) for match in re.finditer("\ufffd+", text)]
    return tuple(Problem(ProblemKind.ENCODING_DAMAGED, place) for place in places[:_MOST_PROBLEMS])


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> str:
    if _mostly_utf8(data):
        return "utf-8"
    import chardet  # noqa: PLC0415  large, and nearly every text is UTF-8

    found = chardet.detect(data[: 4 * _SAMPLE])["encoding"] or "cp1252"
    name = codecs.lookup(found).name
    return name if name not in _SUPERSETS or _decodes(data, name) else _SUPERSETS[name]


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes: no other encoding makes ten good sequences for one bad."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken >= 10 * broken


def _escaped(data: bytes) -> str | None:
    """The seven-bit encoding whose switches the bytes hold and whose rules they keep, None where there is none.

    "~{" is rare in other texts, but not impossible: it counts where what it switches to is mostly Han.
    """
    if not data.isascii() or not (b"\x1b" in data or b"~" in data):  # looking for one byte takes no time
        return None
    codecs_of_it = next((names for mark, names in _ESCAPES if mark in data), ())
    if not codecs_of_it:
        return None
    name = next((name for name in codecs_of_it if _decodes(data, name)), None)
    if name != "hz":
        return name
    wide = [char for char in data.decode("hz") if char > "\x7f"]
    return name if len(wide) >= 4 and sum("\u3000" <= char <= "\uffef" for char in wide) >= 0.9 * len(wide) else None


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, None where the bytes are something else.

    Read the wrong way round, text turns into characters of scattered blocks, and its spaces and line ends vanish.
    """
    head = data[: min(len(data), _SAMPLE) // 2 * 2]
    if len(data) < 4 or len(data) % 2 or (b"\0" not in head and _is_utf8(data)):
        return None
    score, name = max((_plausible(head, name), name) for name in ("utf-16-le", "utf-16-be"))
    return name if score >= 0.97 and score > _plausible(head, _other(name)) else None


def _other(name: str) -> str:
    return "utf-16-be" if name == "utf-16-le" else "utf-16-le"


def _plausible(data: bytes, codec: str) -> float:
    try:
        text = data.decode(codec, "strict" if len(data) < _SAMPLE else "ignore")
    except UnicodeDecodeError:
        return 0.0
    spaced = bool(_SPACING.search(text))
    return len(_LIKELY.findall(text)) / len(text) if spaced and text else 0.0
