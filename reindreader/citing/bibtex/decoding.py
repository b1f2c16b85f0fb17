"""BibTeX values as plain text: the inverse of ``values``, and more, since other programs write other commands."""

import re
import unicodedata

from reindreader.citing.bibtex.accents import ACCENTS, LETTERS, TYPOGRAPHY

_MARKS = {command[1:]: mark for mark, command in ACCENTS.items()}
_NAMED = {
    **{command.strip("{}").strip("\\"): letter for letter, command in LETTERS.items()},
    **{code[1:-2]: char for char, code in TYPOGRAPHY.items() if code.startswith("\\") and code.endswith("{}")},
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textendash": "–",
    "textemdash": "—", "textquotesingle": "'", "dots": "…", "textellipsis": "…", "textunderscore": "_",
    "textdollar": "$", "P": "¶", "S": "§",
}  # fmt: skip
_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\s*|\\(?P<sign>.)|(?P<brace>[{}])|(?P<tie>~)", re.DOTALL)
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡"}
_LIGATURE = re.compile(r"---|--|[?!]?``?|''")
_EMPTY = re.compile(r"\{\}")
_ARGUMENT = re.compile(r"\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+\s*(?:\{\})?|\\.|.))", re.DOTALL)


def plain(value: str, *, ligatures: bool = False) -> str:
    """The text of a value. ``ligatures``: also read ````, ``''``, ``--`` as the marks that TeX sets for them."""
    out: list[str] = []
    at = 0
    while at < len(value):
        match = _TOKEN.search(value, at)
        end = match.start() if match else len(value)
        out.append(_set_ligatures(value[at:end]) if ligatures else value[at:end])
        if match is None:
            break
        piece, at = _token(match, value)
        out.append(piece)
    return "".join(out)


def _token(match: re.Match[str], value: str) -> tuple[str, int]:
    """The text of one command, brace or tie, and where the rest begins."""
    name, sign = match["name"], match["sign"]
    if match["tie"]:
        return "\u00a0", match.end()
    if match["brace"]:
        return "", match.end()
    mark = _MARKS.get(name or sign)
    if mark is not None:
        return _accented(mark, value, match.end())
    if sign is not None:
        return "\u00ad" if sign == "-" else sign, match.end()
    if name not in _NAMED:
        return match.group(), match.end()
    after = _EMPTY.match(value, match.end("name"))
    return _NAMED[name], after.end() if after else match.end()


def _accented(mark: str, value: str, at: int) -> tuple[str, int]:
    argument = _ARGUMENT.match(value, at)
    if argument is None:
        return "", at
    letter = plain(argument[1] if argument[1] is not None else argument[2])
    letter = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1]) + letter[1:]
    return unicodedata.normalize("NFC", letter[:1] + mark + letter[1:]) if letter else "", argument.end()


def _set_ligatures(text: str) -> str:
    return _LIGATURE.sub(lambda match: _LIGATURES.get(match.group(), match.group()), text)
