"""BibTeX values as plain text: the inverse of ``values``, and more, since other programs write other commands.

Commands that only change the type (``\\emph``) leave their words; mathematics that is one symbol becomes that symbol, all other
stays as it is written; a command that nobody knows stays too.
"""

import re
import unicodedata

from reindreader.citing.bibtex.accents import ACCENTS, LETTERS, TYPOGRAPHY

_MARKS = {command[1:]: mark for mark, command in ACCENTS.items()}
_SET = frozenset(
    [
        "emph",
        "textit",
        "textbf",
        "textsc",
        "textrm",
        "textsf",
        "texttt",
        "textup",
        "textmd",
        "textsl",
        "textnormal",
        "textsuperscript",
        "textsubscript",
        "em",
        "it",
        "bf",
        "sc",
        "rm",
        "sf",
        "tt",
        "sl",
        "itshape",
        "bfseries",
        "scshape",
        "upshape",
        "slshape",
        "rmfamily",
        "sffamily",
        "ttfamily",
        "normalfont",
        "mbox",
        "hbox",
        "text",
        "enquote",
        "mkbibquote",
        "mkbibemph",
        "mkbibbold",
        "mkbibitalic",
        "mkbibparens",
        "foreignquote",
        "url",
        "path",
        "nolinkurl",
        "uppercase",
        "textasteriskcentered",
        "underline",
        "textquote",
        "protect",
        "relax",
        "noindent",
        "null",
        "nobreak",
        "allowbreak",
        "hspace",
        "selectfont",
        "small",
        "large",
        "cyr",
    ]
)
"""Commands that say how something is set, and not what."""

_LOGOS = {
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "BibLaTeX": "BibLaTeX", "MF": "METAFONT",
    "METAFONT": "METAFONT", "MP": "MetaPost", "AmS": "AMS", "AMS": "AMS", "AmSTeX": "AMS-TeX", "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "XeLaTeX": "XeLaTeX", "pdfTeX": "pdfTeX", "slash": "/", "newline": " ",
    "space": " ", "quad": " ", "qquad": " ", "thinspace": "\u2009", "textbar": "|", "textless": "<", "textgreater": ">",
    "ldots": "…", "copyright": "©", "lbrace": "{", "rbrace": "}", "backslash": "\\", "guillemetleft": "«",
    "guillemetright": "»", "glqq": "„", "grqq": "“", "textnumero": "№", "aa": "å", "AA": "Å", "SS": "ẞ", "textregistered": "®",
}  # fmt: skip
_NAMED = {
    **{command.strip("{}").strip("\\"): letter for letter, command in LETTERS.items()},
    **{code[1:-2]: char for char, code in TYPOGRAPHY.items() if code.startswith("\\") and code.endswith("{}")},
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textendash": "–",
    "textemdash": "—", "textquotesingle": "'", "dots": "…", "textellipsis": "…", "textunderscore": "_",
    "textdollar": "$", "P": "¶", "S": "§", **_LOGOS,
}  # fmt: skip
_SIGNS = {"\\": " ", "/": "", "@": "", ",": "\u2009", ";": " ", ":": " ", "!": "", "\n": " ", "-": "\u00ad"}
_SYMBOLS = {
    name: unicodedata.lookup(f"GREEK SMALL LETTER {name.upper()}")
    for name in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"]
} | {
    name: unicodedata.lookup(f"GREEK CAPITAL LETTER {name.upper()}")
    for name in ["Gamma", "Delta", "Theta", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"]
} | {
    "lambda": "λ", "Lambda": "Λ", "times": "×", "pm": "±", "to": "→", "rightarrow": "→", "leftarrow": "←", "infty": "∞",
    "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "cdot": "·", "ldots": "…", "circ": "°", "sim": "∼", "le": "≤",
    "ge": "≥", "ell": "ℓ", "prime": "′", "degree": "°",
}  # fmt: skip
_HIGH = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOW = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_SCRIPT = re.compile(r"(?P<base>[A-Za-z0-9]?)(?P<place>[_^])(?:\{(?P<many>[0-9+\-=()ni]+)\}|(?P<one>[0-9+\-ni]))")
_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z]+)\s*|\\(?P<sign>.)|(?P<brace>[{}])|(?P<tie>~)|(?P<math>\$(?:[^$\\]|\\.)+\$)", re.DOTALL
)
_PLAIN = re.compile(r"[^\\{}~$`'?!-]*\Z")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡"}
_LIGATURE = re.compile(r"---|--|[?!]?``?|''")
_EMPTY = re.compile(r"\{\}")
_ARGUMENT = re.compile(r"\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+\s*(?:\{\})?|\\.|.))", re.DOTALL)


def plain(value: str, *, ligatures: bool = False) -> str:
    """The text of a value. ``ligatures``: also read ````, ``''``, ``--`` as the marks that TeX sets for them."""
    if _PLAIN.match(value):
        return value
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
    if match["math"]:
        return _symbol(match["math"][1:-1].strip()) or match["math"], match.end()
    mark = _MARKS.get(name or sign)
    if mark is not None:
        return _accented(mark, value, match.end())
    if sign is not None:
        return _SIGNS.get(sign, sign), match.end()
    return _command(name, match, value)


def _command(name: str, match: re.Match[str], value: str) -> tuple[str, int]:
    if name in _SET:
        return "", match.end()
    if name == "href":
        address = _ARGUMENT.match(value, match.end())
        return "", address.end() if address else match.end()
    if name not in _NAMED:
        return match.group(), match.end()
    after = _EMPTY.match(value, match.end("name"))
    return _NAMED[name], after.end() if after else match.end()


def _symbol(math: str) -> str:
    """Mathematics that is one symbol or one raised or lowered number; "" for any other."""
    if math.startswith("\\"):
        return _SYMBOLS.get(math[1:].strip(), "")
    script = _SCRIPT.fullmatch(math)
    if script is None:
        return ""
    table = _HIGH if script["place"] == "^" else _LOW
    signs = script["many"] or script["one"]
    return script["base"] + "".join(table[sign] for sign in signs) if all(sign in table for sign in signs) else ""


def _accented(mark: str, value: str, at: int) -> tuple[str, int]:
    argument = _ARGUMENT.match(value, at)
    if argument is None:
        return "", at
    letter = plain(argument[1] if argument[1] is not None else argument[2])
    letter = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1]) + letter[1:]
    return unicodedata.normalize("NFC", letter[:1] + mark + letter[1:]) if letter else "", argument.end()


def _set_ligatures(text: str) -> str:
    return _LIGATURE.sub(lambda match: _LIGATURES.get(match.group(), match.group()), text)
