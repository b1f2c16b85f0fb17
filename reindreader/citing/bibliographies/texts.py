"""Lists of references as plain text, Markdown, HTML and RTF."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from reindreader.citing.bibliographies.lists import Reference, References, references, right_to_left
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.csl import Run, markup
from reindreader.model.records import Record

Entries = Iterable[tuple[str, Record]]


def write_plain(entries: Entries, job: Job = PLAIN_JOB) -> Iterator[str]:
    """A paragraph each entry, nothing but letters."""
    yield from _paragraphs(references(entries, job), lambda run: run.text, "\t")


def write_markdown(entries: Entries, job: Job = PLAIN_JOB) -> Iterator[str]:
    """A paragraph each entry (CommonMark). Identifiers become links."""
    yield from _paragraphs(references(entries, job), _markdown, " ")


def _paragraphs(made: References, one: Callable[[Run], str], gap: str) -> Iterator[str]:
    before = ""
    for entry in made.entries:
        number = "".join(map(one, entry.number)).strip()
        text = _joined(entry.runs, one)
        yield f"{before}{number}{gap if number else ''}{text}\n"
        before = "\n"


def _joined(runs: Iterable[Run], one: Callable[[Run], str]) -> str:
    """The runs, on one line; blocks are parted by a blank."""
    out: list[str] = []
    display = ""
    for run in runs:
        if out and run.display != display and run.text.strip():
            out.append(" ")
        out.append(one(run))
        display = run.display
    return " ".join("".join(out).split())


def _markdown(run: Run) -> str:
    text = markup.markdown(run)
    if not run.link or not run.text.strip():
        return text
    return f"<{run.link}>" if run.text == run.link and _autolink(run.link) else f"[{text}]({_destination(run.link)})"


def _autolink(address: str) -> bool:
    return address.startswith(("http://", "https://")) and not any(c in "<> " or ord(c) < 33 for c in address)


def _destination(address: str) -> str:
    """A link's destination in angle brackets, where any character but those may stand."""
    return f"<{address.replace('<', '%3C').replace('>', '%3E').replace(chr(10), ' ')}>"


_SHEET = """body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: Georgia, "Noto Serif", serif; }
.csl-bib-body { line-height: LINES; }
.csl-entry { margin: 0 0 GAP; overflow-wrap: anywhere; HANGING }
.csl-numbered { display: flex; gap: 1em; }
.csl-left-margin { flex: none; min-width: 2em; }
.csl-indent { display: block; margin-inline-start: 2em; }
.csl-block { display: block; }"""


def write_html(entries: Entries, job: Job = PLAIN_JOB) -> Iterator[str]:
    """A whole HTML 5 page, a paragraph each entry, ``lang`` and direction as the works have them."""
    made = references(entries, job)
    style = (
        _SHEET.replace("LINES", str(1.4 * made.spacing))
        .replace("GAP", f"{0.4 + 0.6 * made.gap:.1f}em")
        .replace("HANGING", "padding-inline-start: 2em; text-indent: -2em;" if made.hanging else "")
    )
    pieces = (
        (
            f'<!DOCTYPE html>\n<html lang="{escape(made.language)}">\n<head>\n<meta charset="utf-8">\n'
            f"<title>References</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n"
            '<div class="csl-bib-body">\n'
        ),
        *(_html_entry(entry) for entry in made.entries),
        "</div>\n</body>\n</html>\n",
    )
    for piece in pieces:
        yield piece.encode("ascii", "xmlcharrefreplace").decode() if job.options.ascii else piece


def _html_entry(entry: Reference) -> str:
    text = "".join(map(_html, entry.runs))
    if entry.number:
        number = "".join(map(_html, entry.number)).strip()
        text = f'<span class="csl-left-margin">{number}</span><span>{text}</span>'
    kind = "csl-entry csl-numbered" if entry.number else "csl-entry"
    direction = ' dir="rtl"' if right_to_left(entry.language) else ""
    return f'<p class="{kind}" id="ref-{escape(entry.key)}"{direction}>{text}</p>\n'


def _html(run: Run) -> str:
    text = escape(run.text, quote=False)
    for wanted, opening, closing in (
        (run.style != "normal", "<i>", "</i>"),
        (run.weight == "bold", "<b>", "</b>"),
        (run.small_caps, '<span style="font-variant: small-caps">', "</span>"),
        (run.underline, "<u>", "</u>"),
        (run.vertical == "sup", "<sup>", "</sup>"),
        (run.vertical == "sub", "<sub>", "</sub>"),
        (bool(run.link), f'<a href="{escape(run.link)}">', "</a>"),
        (run.display in {"block", "indent"}, f'<span class="csl-{run.display}">', "</span>"),
    ):
        if wanted:
            text = f"{opening}{text}{closing}"
    return text


_RTF_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc0\n{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}\n"
    "{\\colortbl;\\red17\\green85\\blue204;}\n\\f0\\fs24\n"
)


def write_rtf(entries: Entries, job: Job = PLAIN_JOB) -> Iterator[str]:
    """A whole RTF document (1.9), ASCII."""
    made = references(entries, job)
    yield _RTF_HEAD
    for entry in made.entries:
        yield _rtf_entry(entry, made)
    yield "}\n"


def _rtf_entry(entry: Reference, made: References) -> str:
    hang = "\\li720\\fi-720" if made.hanging or entry.number else ""
    tab = "\\tx720" if entry.number else ""
    direction = "\\rtlpar" if right_to_left(entry.language) else "\\ltrpar"
    lines = f"\\sl{240 * made.spacing}\\slmult1" if made.spacing > 1 else ""
    number = "".join(map(_rtf, entry.number)).strip()
    text = "".join(map(_rtf, entry.runs))
    gap = f"\\sa{120 * (made.gap + 1)}"
    return f"\\pard{direction}{hang}{tab}{lines}{gap} {number}{chr(92) + 'tab ' if number else ''}{text}\\par\n"


def _rtf(run: Run) -> str:
    text = markup.rtf(run)
    before = "\\line " if run.display in {"block", "indent"} else ""
    if not run.link:
        return before + text
    address = "".join(c if c.isascii() and c.isprintable() and c not in '\\{}"' else _percent(c) for c in run.link)
    return f'{before}{{\\field{{\\*\\fldinst{{HYPERLINK "{address}"}}}}{{\\fldrslt{{\\cf1\\ul {text}}}}}}}'


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
