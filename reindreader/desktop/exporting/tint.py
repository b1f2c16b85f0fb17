"""A light tint of the previewed file: what a program needs steps back, what a person wrote stands out."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reindreader.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Rule:
    """What matches is drawn in the colour of the token."""

    pattern: re.Pattern[str]
    token: str
    bold: bool = False
    italic: bool = False


_KEY = Rule(re.compile(r"^@\w+"), "accent", bold=True)
_MARKUP = Rule(re.compile(r"</?[\w:.-]+|/?>"), "quiet")
_RULES: dict[str, tuple[Rule, ...]] = {
    ".bib": (
        Rule(re.compile(r"^\s*[\w-]+\s*=(?=\s)"), "quiet"),
        _KEY,
        Rule(re.compile(r"(?<=[{,])\s*%.*|^\s*%.*"), "quiet", italic=True),
    ),
    ".json": (Rule(re.compile(r'"(?:[^"\\]|\\.)*"(?=\s*:)'), "quiet"),),
    ".jsonld": (Rule(re.compile(r'"(?:[^"\\]|\\.)*"(?=\s*:)'), "quiet"),),
    ".ris": (Rule(re.compile(r"^[A-Z][A-Z0-9] {2}-"), "quiet"),),
    ".xml": (_MARKUP,),
    ".yaml": (Rule(re.compile(r"^\s*-?\s*[\w-]+:"), "quiet"),),
}
"""By the file's suffix; another format is another line."""


class Tint(QSyntaxHighlighter):
    """Tints a document as the files of a suffix are tinted."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._rules: tuple[Rule, ...] = ()

    def show_theme(self, theme: Theme) -> None:
        """Tint in this theme from now on."""
        self._theme = theme
        self.rehighlight()

    def show_suffix(self, suffix: str) -> None:
        """Tint the files of this suffix from now on; the text is expected to change next."""
        self._rules = _RULES.get(suffix, ())

    def highlightBlock(self, text: str) -> None:
        """Qt: tint a line."""
        for rule in self._rules:
            for match in rule.pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), self._format(rule))

    def _format(self, rule: Rule) -> QTextCharFormat:
        tinted = QTextCharFormat()
        tinted.setForeground(self._theme.colour(rule.token))
        tinted.setFontItalic(rule.italic)
        if rule.bold:
            tinted.setFontWeight(QFont.Weight.DemiBold)
        return tinted
