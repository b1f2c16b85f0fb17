"""What was printed: runs, and how they are written as text, HTML, Markdown, RTF and LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from . import markup, superscripts
from .frames import Frame
from .runs import Run
from .tree import Piece
from .writer import Marks, Writer

_ROOT = Frame(None, "", "")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Formatted text. `printed` and `unprinted` are the item's variables that are in it and that are missing."""

    texts: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    printed: frozenset[str] = frozenset()
    unprinted: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(self.texts)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text in runs; neighbours differ."""
        out: list[Run] = []
        for text, frame in zip(self.texts, self.frames, strict=True):
            run = _run(text, frame)
            if out and _same(out[-1], run):
                out[-1] = _run(out[-1].text + text, frame)
            else:
                out.append(run)
        return tuple(out)

    def text(self, gap: str = "") -> str:
        """Plain text; `gap` stands between a block in the margin and what follows it, a line end between others."""
        return self._written(lambda run: run.text, gap, "\n")

    def html(self, links: bool = False) -> str:
        """HTML with every `& < >` escaped; `links` makes identifiers into links (CSL 1.0.2, Appendix VI)."""
        return _html(self.texts, self.frames, links)

    def markdown(self, gap: str = " ") -> str:
        """CommonMark; small capitals and underlining become spans. `gap` as in `text`."""
        return self._written(markup.markdown, gap, "\n\n")

    def rtf(self, gap: str = "\\tab ") -> str:
        """RTF of one paragraph's inside, ASCII only. `gap` as in `text`."""
        return self._written(markup.rtf, gap, "\\line ")

    def latex(self, gap: str = " ") -> str:
        """LaTeX with its special characters escaped. `gap` as in `text`."""
        return self._written(markup.latex, gap, "\n\n")

    def _written(self, one: Callable[[Run], str], gap: str, line_end: str) -> str:
        out: list[str] = []
        before = ""
        for run in self.runs:
            if out and run.display != before and run.text.strip():
                out.append(gap if before == "left-margin" else line_end)
            out.append(one(run))
            before = run.display
        return "".join(out)


def write(piece: Piece, marks: Marks, printed: Iterable[str] = (), unprinted: Iterable[str] = ()) -> Rendered:
    """A tree, written."""
    writer = Writer(marks)
    writer.write(piece, _ROOT)
    _move_blank(writer)
    return Rendered(tuple(writer.texts), tuple(writer.frames), frozenset(printed), frozenset(unprinted))


def _move_blank(writer: Writer) -> None:
    """Blank space at the end of the last block stands outside of it."""
    if writer.texts and writer.texts[-1].endswith(" ") and writer.frames[-1].state("display"):
        writer.texts[-1] = writer.texts[-1].rstrip(" ")
        writer.texts.append(" ")
        writer.frames.append(_ROOT)


def _run(text: str, frame: Frame) -> Run:
    state = frame.state
    return Run(
        text,
        state("font-style"),
        state("font-weight"),
        state("font-variant") == "small-caps",
        state("text-decoration") == "underline",
        state("vertical-align"),
        state("link"),
        state("display"),
    )


def _same(one: Run, other: Run) -> bool:
    return (one.style, one.weight, one.small_caps, one.underline, one.vertical, one.link, one.display) == (
        other.style, other.weight, other.small_caps, other.underline, other.vertical, other.link, other.display,
    )  # fmt: skip


_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
}


def _tags(frame: Frame, links: bool) -> tuple[str, str]:
    known = _TAGS.get((frame.name, frame.value))
    if known is not None:
        return known
    if frame.name == "nocase" or (frame.name == "link" and not links):
        return "", ""
    if frame.name == "link":
        return f'<a href="{escape(frame.value)}">', "</a>"
    if frame.name == "display":
        return f'<div class="csl-{frame.value}">', "</div>"
    return f'<span style="{frame.name}:{frame.value};">', "</span>"


def _html(texts: tuple[str, ...], frames: tuple[Frame, ...], links: bool) -> str:
    out: list[str] = []
    opened: list[Frame] = []
    last: Frame = _ROOT
    for text, frame in zip(texts, frames, strict=True):
        if not text:
            continue
        if frame is not last:
            _move(opened, frame.chain(), out, links)
            last = frame
        out.append(escape(text, quote=False) if text.isascii() else superscripts.html(escape(text, quote=False)))
    _move(opened, [], out, links)
    return "".join(out)


def _move(opened: list[Frame], wanted: list[Frame], out: list[str], links: bool) -> None:
    """Close and open tags so that those of `wanted` are open."""
    same = 0
    for one, other in zip(opened, wanted, strict=False):
        if one is not other:
            break
        same += 1
    while len(opened) > same:
        out.append(_tags(opened.pop(), links)[1])
    for frame in wanted[same:]:
        out.append(_tags(frame, links)[0])
        opened.append(frame)
