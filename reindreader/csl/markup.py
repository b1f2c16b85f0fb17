"""One run in Markdown, RTF and LaTeX. Nothing of the text can act as markup."""

from __future__ import annotations

import re

from .runs import Run

# Round brackets, braces and "!" mean nothing once square brackets are escaped; with a backslash before it, a round
# bracket begins mathematics in some programs.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#+|~^$&])")
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", "[": "{[}", "]": "{]}", '"': r"\textquotedbl{}", "\n": " ",
}  # fmt: skip


def _around(text: str, mark: str, closing: str) -> str:
    """Marks stand next to the words, blank space outside."""
    inner = text.strip()
    if not inner:
        return text
    at = text.index(inner)
    return f"{text[:at]}{mark}{inner}{closing}{text[at + len(inner) :]}"


def markdown(run: Run) -> str:
    """CommonMark."""
    text = _MARKDOWN.sub(r"\\\1", run.text.replace("\n", " "))
    text = re.sub(r"^(\s*\d+)([.)])(?=\s|$)", r"\1\\\2", text)
    text = re.sub(r"^(\s*)([-=])", r"\1\\\2", text)
    for wanted, mark, closing in (
        (run.vertical == "sup", "<sup>", "</sup>"),
        (run.vertical == "sub", "<sub>", "</sub>"),
        (run.small_caps, '<span style="font-variant:small-caps;">', "</span>"),
        (run.underline, "<u>", "</u>"),
        (run.style != "normal", "*", "*"),
        (run.weight == "bold", "**", "**"),
    ):
        if wanted:
            text = _around(text, mark, closing)
    return text


def rtf(run: Run) -> str:
    """RTF, in ASCII; characters outside it as \\uN."""
    words = [
        word
        for wanted, word in (
            (run.style != "normal", "\\i"),
            (run.weight == "bold", "\\b"),
            (run.small_caps, "\\scaps"),
            (run.underline, "\\ul"),
            (run.vertical == "sup", "\\super"),
            (run.vertical == "sub", "\\sub"),
        )
        if wanted
    ]
    text = "".join(map(_rtf_char, run.text))
    return f"{{{''.join(words)} {text}}}" if words else text


def _rtf_char(char: str) -> str:
    code = ord(char)
    if char in "\\{}":
        return "\\" + char
    if char == "\n":
        return "\\line "
    if code < 32:
        return " "
    if code < 128:
        return char
    units = char.encode("utf-16-le", "surrogatepass")
    values = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\uc0\\u{value} " for value in values)


def latex(run: Run) -> str:
    """LaTeX."""
    text = "".join(_LATEX.get(char, char) for char in run.text)
    for wanted, command in (
        (run.vertical == "sup", "textsuperscript"),
        (run.vertical == "sub", "textsubscript"),
        (run.small_caps, "textsc"),
        (run.underline, "underline"),
        (run.style == "italic", "textit"),
        (run.style == "oblique", "textsl"),
        (run.weight == "bold", "textbf"),
    ):
        if wanted:
            text = f"\\{command}{{{text}}}"
    return text
