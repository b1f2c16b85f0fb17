"""Articles for the tests of the page."""

from pytestqt.qtbot import QtBot

from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.theme import Theme
from reindreader.model.articles import Article, Source
from reindreader.model.text import Block, BlockKind, Mark, MarkKind, Span

Part = tuple[BlockKind, str]


def article_of(
    *parts: Part, language: str | None = "en", marks: tuple[tuple[str, MarkKind, str | None], ...] = ()
) -> Article:
    """Blocks two line ends apart; a mark stands on the first place of its words."""
    text, blocks = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    made = tuple(Mark(kind, found(text, words), target) for words, kind, target in marks)
    return Article(text, tuple(blocks), Source("a.txt", "text/plain", "0" * 64, 1), made, language=language)


def found(text: str, words: str) -> Span:
    """The first place of words."""
    start = text.index(words)
    return Span(start, start + len(words))


def new_pane(qtbot: QtBot, theme: Theme, article: Article, size: tuple[int, int] = (840, 600)) -> ReadingPane:
    """A pane that shows the article and has the focus."""
    made = ReadingPane(theme)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show_article(article)
    with qtbot.waitExposed(made):
        made.show()
    made.page.setFocus()
    return made
