"""Plain text as a BibTeX value, and back: what TeX reads as more than a letter is written as a command, exactly once.

Records hold plain text, so every special character is meant literally. Braces become commands even where they pair:
biber 2.18 rejects an escaped brace that has no partner, and with biblatex-apa it stops without a word at some that have
one. (pandoc 2.17 prints nothing for these commands.)
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from reindreader.citing.bibtex.accents import ACCENTS, LETTERS, TYPOGRAPHY

_COMMANDS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "`": r"\textasciigrave{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}~^%&#_$]")
_LONG_COMMAND = re.compile(r"[\\{}~^]")
"""Those of them that become commands of letters, which have braces or a backslash in them."""

_UNPLAIN = re.compile(r"[\\{}~^%&#_$\u0300-\u036fİ]")
"""What keeps a printable text from standing in a BibLaTeX value as it is; one class, for that is found fast."""

_SPECIAL_CLASSIC = re.compile(r"[\\{}~^%&#_$`]")
_BLANK = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARK = re.compile(r"[\u0300-\u036f]")
_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LIGATURE = re.compile(r"[-–—‐‑](?=[-–—‐‑])|[`‘“?!](?=[`‘“])|['’”](?=['’”])")
"""Marks that TeX would set as one with the mark that follows; an empty group keeps them apart."""

_PERCENT = re.compile(r"[{}\\\s]")


def clean(text: str) -> str:
    """The text on one line, without control characters and lone surrogates; Latin letters and accents composed.

    Nothing else is normalised: NFC would exchange Han characters.
    """
    if text.isprintable() and "  " not in text and (text.isascii() or _MARK.search(text) is None):
        return text.strip()
    text = _BLANK.sub(" ", _UNWRITABLE.sub("", text)).strip()
    return _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def writable(text: str) -> str:
    """The text without what no file may hold: control characters but tab and line ends, and lone surrogates."""
    return _UNWRITABLE.sub("", text)


_DOTTED = re.compile(r"\w*İ\w*")
"""LaTeX lowers İ into two characters that it cannot set: styles with a case of their own have to leave such words alone."""


def escape(text: str) -> str:
    """Plain text as a BibLaTeX value (UTF-8)."""
    value = escape_letters(text)
    return _DOTTED.sub(r"{\g<0>}", value) if "İ" in value else value


def escape_letters(text: str) -> str:
    """The same without braces: for names, which no style lowers, and for titles, whose words are protected one by one."""
    unplain = _UNPLAIN.search(text)
    if unplain is None and text.isprintable() and "  " not in text:
        return text.strip()
    text = clean(text)
    if unplain is None:
        return text
    if _LONG_COMMAND.search(text):
        return _SPECIAL.sub(_command, text)
    for sign in "&%#_$":
        if sign in text:
            text = text.replace(sign, "\\" + sign)
    return text


@lru_cache(maxsize=8192)
def escape_often(text: str) -> str:
    """``escape``, remembered: for outlets and places, which many entries share."""
    return escape(text)


@lru_cache(maxsize=8192)
def escape_name(text: str) -> str:
    """``escape_letters``, remembered: for names."""
    return escape_letters(text)


def escape_ascii(text: str) -> str:
    """Plain text as a BibLaTeX value in ASCII, as far as LaTeX has commands; typographic marks keep their meaning."""
    text = escape_letters(text)
    return text if text.isascii() else _NOT_ASCII.sub(lambda match: _ascii(match.group()), text)


def escape_classic(text: str) -> str:
    """Plain text as a value for classic BibTeX: accents as ``{\\"u}``, typographic marks in ASCII.

    Letters that TeX has no command for stay as they are; ``beyond_classic`` tells them.
    """
    text = clean(text)
    text = _SPECIAL_CLASSIC.sub(_command, _LIGATURE.sub("\\g<0>\0", text)).replace("\0", "{}")
    return text if text.isascii() else _NOT_ASCII.sub(lambda match: _classic(match.group()), text)


def beyond_classic(text: str) -> str:
    """The characters of a text that classic BibTeX and pdfLaTeX have no command for, each once, in their order."""
    if text.isascii():
        return ""
    return "".join(dict.fromkeys(char for char in text if not char.isascii() and _classic(char) == char))


def verbatim(address: str) -> str:
    """A URL or DOI, as it is; only what would break the file (a brace, a backslash, a blank) is percent-encoded."""
    address = _UNWRITABLE.sub("", address).strip()
    return _PERCENT.sub(lambda match: quote(match.group()), address) if _PERCENT.search(address) else address


def balanced(text: str) -> bool:
    """Whether braces pair as BibTeX counts them (an escaped brace counts too) and the end does not escape the closer."""
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0 and not text.endswith("\\")


_QUOTES = {
    "‘": r"\textquoteleft{}",
    "’": r"\textquoteright{}",
    "“": r"\textquotedblleft{}",
    "”": r"\textquotedblright{}",
    "–": r"\textendash{}",
    "—": r"\textemdash{}",
}


@lru_cache(maxsize=2048)
def _ascii(char: str) -> str:
    """One character for BibLaTeX in ASCII. An accent's own command; marks only by a command that biber reads back."""
    written = _QUOTES.get(char) or _classic(char)
    return written if written == char or "\\" in written else char


def _command(match: re.Match[str]) -> str:
    return _COMMANDS[match.group()]


@lru_cache(maxsize=2048)
def _classic(char: str) -> str:
    """One character for classic BibTeX; itself where TeX has no command for it."""
    known = TYPOGRAPHY.get(char) or LETTERS.get(char)
    if known:
        return known
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or not base.isascii() or any(mark not in ACCENTS for mark in marks):
        return char
    for mark in marks:
        accent = ACCENTS[mark]
        base = f"{accent}{{{base}}}" if accent[-1].isalpha() or len(base) > 1 else f"{accent}{base}"
    return f"{{{base}}}"
