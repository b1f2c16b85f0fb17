"""The parts of a quotation snippet, written in each form. One function a form; ``WRITERS`` is the table of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape as html_escape

from reindreader import csl
from reindreader.citing.bibtex.tables import LANGIDS, by_language
from reindreader.citing.citations import Cite, in_form
from reindreader.citing.keys import safe_key
from reindreader.citing.quotation_marks import split_marks
from reindreader.model.highlights import Locator


@dataclass(frozen=True, slots=True)
class Parts:
    """``paragraphs``: the words with their marks; ``bare``: without marks of ours; ``note``: the citation is a note;
    ``language``: of the citation (BCP 47)."""

    paragraphs: tuple[str, ...]
    bare: tuple[str, ...]
    citation: "csl.Rendered"
    cite: Cite
    block: bool
    note: bool
    paraphrase: bool
    language: str


def plain(parts: Parts) -> str:
    """Plain text: a block is indented by four blanks; a note stands below."""
    words = "\n\n".join(f"    {p}" for p in parts.paragraphs) if parts.block else parts.paragraphs[0]
    return f"{words}\n\n{parts.citation.text()}" if parts.note else f"{words} {parts.citation.text()}"


_MARKDOWN = re.compile(r"[\\`*_\[\]<>$~^|]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(#{1,6}(?=\s)|[-+=](?=\s)|\d+(?=[.)]\s))")


def markdown(parts: Parts) -> str:
    """Markdown; a note as a footnote, as Pandoc and GitHub read it."""
    words = [_markdown(p) for p in parts.paragraphs]
    key, citation = safe_key(parts.cite.key), in_form(parts.citation, "markdown")
    words[-1] += f"[^{key}]" if parts.note else f" {citation}"
    body = "\n>\n".join(f"> {p}" for p in words) if parts.block else words[0]
    return f"{body}\n\n[^{key}]: {citation}" if parts.note else body


def _markdown(words: str) -> str:
    words = _MARKDOWN.sub(r"\\\g<0>", words)
    return _LINE_START.sub(lambda m: f"{m[0]}\\" if m[0].isdigit() else f"\\{m[0]}", words)


def html(parts: Parts) -> str:
    """HTML: a ``blockquote`` or a paragraph; a note as a paragraph below."""
    tag = parts.cite.record.language
    lang = f' lang="{html_escape(tag)}"' if tag else ""
    words = [f"<span{lang}>{html_escape(p, quote=False)}</span>" for p in parts.paragraphs]
    citation = parts.citation.html()
    words[-1] += "<sup>1</sup>" if parts.note else f" {citation}"
    body = "".join(f"<p>{p}</p>" for p in words)
    if parts.block:
        body = f"<blockquote>{body}</blockquote>"
    return body + (f"<p><sup>1</sup> {citation}</p>" if parts.note else "")


_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"\textquotedbl{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "|": r"\textbar{}",
}  # fmt: skip
_LATEX_CHARS = re.compile(r"[\\{}$&#%_^~\"<>|]")
LATEX_LOCATORS: dict[str, tuple[str, str]] = {
    "page": ("", ""), "paragraph": ("par.~", "pars.~"), "section": ("sec.~", "secs.~"), "chapter": ("chap.~", "chaps.~"),
    "line": ("l.~", "ll.~"), "verse": ("v.~", "vv.~"), "note": ("n.~", "nn.~"), "figure": ("fig.~", "figs.~"),
    "column": ("col.~", "cols.~"), "volume": ("vol.~", "vols.~"), "folio": ("fol.~", "fols.~"), "book": ("bk.~", "bks.~"),
    "part": ("pt.~", "pts.~"),
}  # fmt: skip
"""Locator term -> what stands before one and before several; biblatex writes "p." itself."""

_SEVERAL = re.compile(r"[-–,&]")


def latex(parts: Parts) -> str:
    """LaTeX for csquotes and biblatex: ``\\textquote{…} \\autocite[par.~8]{key}``, or a ``displayquote``."""
    cited = f"\\autocite{latex_locator(parts.cite.locator)}{{{safe_key(parts.cite.key)}}}"
    if parts.block:
        words = "\n\n".join(_latex(p) for p in parts.bare)
        return f"\\begin{{displayquote}}\n{words} {cited}\n\\end{{displayquote}}"
    if parts.paraphrase:
        return f"{_latex(parts.bare[0])} {cited}"
    words = "".join({"<": r"\enquote{", ">": "}"}.get(part) or _latex(part) for part in split_marks(parts.bare[0]))
    return f"{_textquote(parts)}{{{words}}} {cited}"


def _textquote(parts: Parts) -> str:
    """csquotes' command; the one for foreign text where the words are of another language than the citation."""
    tag = parts.cite.record.language
    langid = by_language(LANGIDS, tag)
    foreign = langid and (tag or "").partition("-")[0].lower() != parts.language.partition("-")[0].lower()
    return f"\\foreigntextquote{{{langid}}}" if foreign else r"\textquote"


def latex_locator(locator: Locator | None) -> str:
    """The optional argument of ``\\autocite``; "" where there is no locator."""
    if locator is None:
        return ""
    one, several = LATEX_LOCATORS.get(locator.label, (f"{locator.label}~", f"{locator.label}~"))
    value = _latex(locator.value).replace("–", "--")
    argument = (several if _SEVERAL.search(locator.value) else one) + value
    return f"[{{{argument}}}]" if "]" in argument else f"[{argument}]"


def _latex(words: str) -> str:
    return _LATEX_CHARS.sub(lambda match: _LATEX[match[0]], words)


def rtf(parts: Parts) -> str:
    """A whole RTF document: a block is indented by half an inch, a note is a footnote."""
    citation = parts.citation.rtf()
    words = [rtf_text(p) for p in parts.paragraphs]
    words[-1] += f"{{\\super\\chftn}}{{\\footnote {{\\super\\chftn}} {citation}}}" if parts.note else f" {citation}"
    start = "\\pard\\li720\\ri720 " if parts.block else "\\pard "
    return "{\\rtf1\\ansi\\uc1 " + start + "\\par ".join(words) + "\\par}"


def rtf_text(words: str) -> str:
    """Text in RTF, ASCII only: other characters as ``\\uN`` in UTF-16 units (RTF 1.9.1, "Unicode RTF")."""
    return "".join(_rtf_char(char) for char in words)


def _rtf_char(char: str) -> str:
    if char in "\\{}":
        return f"\\{char}"
    if char.isascii():
        return char if char.isprintable() else " "
    units = char.encode("utf-16-le", "replace")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\uc0\\u{number} " for number in numbers)


WRITERS: dict[str, Callable[[Parts], str]] = {
    "plain": plain, "markdown": markdown, "html": html, "latex": latex, "rtf": rtf,
}  # fmt: skip
