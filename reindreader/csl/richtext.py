"""Markup inside an item's fields: `<i> <b> <sup> <sub> <sc>`, three kinds of span, and quotation marks.

The tags are those of CSL-JSON (csl-data schema, "rich text"). Anything else that looks like markup is text.
Quotation marks become nodes, so that the marks of nested quotations alternate as the locale wants them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .tree import PLAIN, Deco, Node, Piece

FIELD = Deco(inside=True)
NOCASE = Deco(name="nocase", inside=True)
_TAGS = {
    "<i>": Deco(inside=True, flip=(("font-style", "italic"),)),
    "<b>": Deco(inside=True, flip=(("font-weight", "bold"),)),
    "<sup>": Deco(inside=True, flip=(("vertical-align", "sup"),)),
    "<sub>": Deco(inside=True, flip=(("vertical-align", "sub"),)),
    "<sc>": Deco(inside=True, flip=(("font-variant", "small-caps"),)),
}
_SPANS = {
    "nocase": NOCASE,
    "nodecor": Deco(inside=True, flip=(("nodecor", ""),)),
    "font-variant:small-caps": _TAGS["<sc>"],
}
_DOUBLE = Deco(inside=True, quotes=True)
_TYPED = {"‘": Deco(inside=True, quotes=True, typed="‘’"), "“": Deco(inside=True, quotes=True, typed="“”")}
_TOKEN = re.compile(
    r"""</?(?:i|b|sup|sub|sc)>|<span\s+(?:style|class)=["'][^"'<>]*["']\s*>|</span>|["'“”‘’]""", re.IGNORECASE
)
_SPECIAL = re.compile(r"""[<"'“”‘’]""")
# Markup nested deeper than this is text.
_DEEPEST = 40
_CLOSERS = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_SPAN = re.compile(r"""<span\s+(style|class)=["']([^"']*)["']""", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    token: str
    closer: str
    deco: Deco
    kids: list[Piece] = field(default_factory=list)

    def text(self, text: str) -> None:
        if self.kids and isinstance(self.kids[-1], str):
            self.kids[-1] += text
        elif text:
            self.kids.append(text)


@lru_cache(maxsize=100_000)
def parse(text: str, marks: bool = True) -> Piece:
    """A field as a piece: the string itself where it has no markup and no marks. `marks`: quotation marks count."""
    if "«" in text or "»" in text:  # blank space inside guillemets is narrow and does not break
        text = text.replace("« ", "«\u202f").replace(" »", "\u202f»")
    if not _SPECIAL.search(text):
        return text
    parser = _Parser(text, marks)
    return parser.run()


class _Parser:
    def __init__(self, text: str, marks: bool) -> None:
        self.source = text
        self.marks = marks
        self.stack = [_Open("", "", PLAIN)]

    def run(self) -> Piece:
        last = 0
        for match in _TOKEN.finditer(self.source):
            self.stack[-1].text(self.source[last : match.start()])
            self.token(match)
            last = match.end()
        self.stack[-1].text(self.source[last:])
        while len(self.stack) > 1:
            self.undo(len(self.stack) - 1)
        kids = self.stack[0].kids
        return kids[0] if len(kids) == 1 else Node(kids, FIELD)

    def token(self, match: re.Match[str]) -> None:
        token = match[0]
        if token[0] != "<":
            if self.marks:
                self.mark(token, match.start(), match.end())
            else:
                self.stack[-1].text(token)
        elif token[1] == "/":
            self.close(token.lower(), token)
        else:
            self.open_tag(token)

    def open_tag(self, token: str) -> None:
        if len(self.stack) > _DEEPEST:
            self.stack[-1].text(token)
            return
        span = _SPAN.match(token)
        if span is None:
            self.stack.append(_Open(token, "</" + token[1:].lower(), _TAGS[token.lower()]))
            return
        deco = _SPANS.get(span[2].strip().rstrip(";").replace(" ", "").lower())
        if deco is None:
            self.stack[-1].text(token)
        else:
            self.stack.append(_Open(token, "</span>", deco))

    def close(self, closer: str, token: str) -> bool:
        """Close what `closer` closes, if it is open; what was opened inside and is still open was text."""
        depth = next((i for i in range(len(self.stack) - 1, 0, -1) if self.stack[i].closer == closer), 0)
        if not depth or (token[0] != "<" and any(one.token[0] == "<" for one in self.stack[depth + 1 :])):
            if token[0] == "<":
                self.stack[-1].text(token)
            return False
        while len(self.stack) - 1 > depth:
            self.undo(len(self.stack) - 1)
        done = self.stack.pop()
        self.stack[-1].kids.append(Node(done.kids or [""], done.deco))
        return True

    def undo(self, depth: int) -> None:
        """What was opened at `depth` never closed: its opening is text."""
        done = self.stack.pop(depth)
        below = self.stack[depth - 1]
        below.text("’" if done.token == "'" else done.token)
        for kid in done.kids:
            if isinstance(kid, str):
                below.text(kid)
            else:
                below.kids.append(kid)

    def mark(self, token: str, start: int, end: int) -> None:
        before = self._beside(self.source[max(start - 40, 0) : start], last=True)
        after = self._beside(self.source[end : end + 40], last=False)
        if self._closes(token, before, after):
            return
        if token in _CLOSERS and len(self.stack) <= _DEEPEST and self._may_open(token, before, after):
            self.stack.append(_Open(token, _CLOSERS[token], _TYPED.get(token, _DOUBLE)))
        else:
            self.stack[-1].text("’" if token == "'" else token)

    def _closes(self, token: str, before: str, after: str) -> bool:
        if token in "'’" and before.isalnum() and after.isalnum():
            return False
        if token in "\"'" and (before.isspace() or not before):
            return False
        if not any(one.closer == token for one in self.stack[1:]):
            return False
        return self.close(token, token)

    @staticmethod
    def _may_open(token: str, before: str, after: str) -> bool:
        if token == "“":
            return True
        if not after or after.isspace():
            return False
        return not before or not (before.isalnum() or before in ".,;:!?)]")

    @staticmethod
    def _beside(text: str, last: bool) -> str:
        """The nearest character that is not part of a tag."""
        text = re.sub(r"<[^<>]*>", "", text)
        if not text:
            return ""
        return text[-1] if last else text[0]


def strip(text: str) -> str:
    """The field without its markup; marks stay as they are."""
    if "<" not in text:
        return text
    return re.sub(r"</?(?:i|b|sup|sub|sc)>|<span\s+(?:style|class)=[\"'][^\"'<>]*[\"']\s*>|</span>", "", text)
