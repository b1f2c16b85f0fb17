"""How paragraphs are set: line ends, hyphens, Chinese punctuation, both directions, tables, pictures, footnotes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reindreader.desktop.positions import with_hyphens
from reindreader.desktop.reading import ReadingPane, ReadingStyle
from reindreader.desktop.reading.hyphens import Hyphens, hyphens_of
from reindreader.desktop.reading.paragraph import Paragraph
from reindreader.desktop.reading.tables import cells_of
from reindreader.desktop.theme import Theme
from reindreader.model.articles import Article, Source
from reindreader.model.text import Block, BlockKind, MarkKind, Span
from tests.desktop.reading_texts import article_of, found

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

PARAGRAPH = BlockKind.PARAGRAPH
LONG = (
    "Of the internationally standardised responsibilities of the harbour office none was as old as the lamp itself. "
    * 6
)
CHINESE = (
    "防波堤盡頭有一盞燈，「每晚六時點亮」，《港務月刊》（第 12 期）登過。沒有人見過是誰點的；外婆的廚房跟着它走。" * 5
)


@pytest.fixture
def pane(qtbot: QtBot, light: Theme) -> ReadingPane:
    made = ReadingPane(light)
    qtbot.addWidget(made)
    made.resize(620, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def paragraph(pane: ReadingPane, number: int = 0) -> Paragraph:
    return next(s.paragraph for s in pane.page.spread.shown() if s.paragraph.number == number)


def lines_of(pane: ReadingPane, number: int = 0) -> list[str]:
    run = paragraph(pane, number).runs[0]
    return [run.shown[line.first : line.last] for line in run.lines]


# hyphens


@pytest.mark.parametrize(
    ("tag", "word", "broken"),
    [
        ("en", "international", "in-ter-na-tional"),
        ("en-GB", "international", "in-ter-na-tional"),
        ("de", "Übersetzungen", "Über-set-zun-gen"),
        ("fr-CA", "internationalement", "in-ter-na-tio-na-le-ment"),
        ("ru", "переводчика", "пе-ре-вод-чика"),
        ("en", "short", "short"),
        ("pt-BR", "internacional", "in-ter-na-ci-o-nal"),
    ],
)
def test_words_are_broken_by_the_rules_of_their_language(tag: str, word: str, broken: str) -> None:
    patterns = hyphens_of(tag)
    assert patterns is not None
    assert with_hyphens(word, patterns.breaks(word)).replace("\u00ad", "-") == broken


@pytest.mark.parametrize("tag", ["zh-Hant", "ja", "ar", "xx", "", None])
def test_languages_without_rules_are_not_broken(tag: str | None) -> None:
    assert hyphens_of(tag) is None


def test_patterns_that_change_letters_are_left_out_and_others_are_learnt() -> None:
    patterns = Hyphens(b"UTF-8\nschif1fahrt/ff=f,5,2\nwort1be\n")
    assert patterns.breaks("schiffahrt Wortbegriff") == [15]
    assert patterns.breaks("жжжжжжж") == []


def test_letters_outside_the_encoding_are_left_alone() -> None:
    assert Hyphens(b"ISO8859-1\nter1n\n").breaks("жternational") == []


def test_hyphens_never_reach_what_is_copied(pane: ReadingPane) -> None:
    pane.show_article(article_of((PARAGRAPH, LONG)))
    assert any(line.endswith("\u00ad") for line in lines_of(pane))
    pane.select(Span(0, len(LONG)))
    assert pane.selected_words() == LONG.strip()


def test_words_stay_whole_where_that_is_wanted(pane: ReadingPane) -> None:
    pane.show_style(ReadingStyle(hyphenated=False))
    pane.show_article(article_of((PARAGRAPH, LONG)))
    assert not any("\u00ad" in line for line in lines_of(pane))


# edges


def edges(pane: ReadingPane, number: int = 0) -> list[tuple[float, float]]:
    own = paragraph(pane, number)
    pieces: dict[float, tuple[float, float]] = {}
    for piece in own.stretches(own.span):
        left, right = pieces.get(piece.top, (piece.left, piece.right))
        pieces[piece.top] = min(left, piece.left), max(right, piece.right)
    return list(pieces.values())


def test_both_edges_are_straight_when_justified(pane: ReadingPane) -> None:
    pane.show_style(ReadingStyle(justified=True))
    pane.show_article(article_of((PARAGRAPH, LONG)))
    *full, last = edges(pane)
    assert all(abs(right - pane.page.column.width) < 1.5 for _, right in full)
    assert all(abs(left) < 1 for left, _ in full)
    assert last[1] < pane.page.column.width


@pytest.mark.parametrize("justified", [True, False])
def test_what_is_marked_ends_with_the_hyphen_of_its_line(pane: ReadingPane, justified: bool) -> None:
    for width in (560, 620, 700, 760):
        pane.resize(width, 700)
        pane.show_style(ReadingStyle(justified=justified))
        pane.show_article(article_of((PARAGRAPH, LONG)))
        run = paragraph(pane).runs[0]
        for number, (line, (_left, right)) in enumerate(zip(lines_of(pane), edges(pane), strict=True)):
            if line.endswith("\u00ad"):
                assert right == pytest.approx(run.layout.lineAt(number).naturalTextRect().right(), abs=0.1)
            assert right <= pane.page.column.width + 0.1


def test_a_line_without_enough_words_is_not_torn_apart(pane: ReadingPane) -> None:
    pane.show_style(ReadingStyle(justified=True, hyphenated=False))
    pane.show_article(article_of((PARAGRAPH, "it is " + "W" * 40 + " and so on")))
    assert edges(pane)[0][1] < pane.page.column.width * 0.5


def test_right_to_left_lines_end_at_both_edges(pane: ReadingPane) -> None:
    words = "على جدار الرصيف القديم ساعة لا يملؤها أحد (Old Clock) ويثق بها الجميع منذ عام 1931. " * 5
    pane.show_style(ReadingStyle(justified=True))
    pane.show_article(article_of((PARAGRAPH, words), language="ar"))
    *full, last = edges(pane)
    assert all(abs(left) < 2 and abs(right - pane.page.column.width) < 2 for left, right in full)
    assert last[0] > 2
    assert abs(last[1] - pane.page.column.width) < 2


# Chinese and Japanese


def test_no_line_begins_with_a_stop_or_ends_with_an_opening_bracket(pane: ReadingPane) -> None:
    for width in range(400, 760, 23):
        pane.resize(width, 700)
        pane.show_article(article_of((PARAGRAPH, CHINESE), language="zh-Hant"))
        lines = lines_of(pane)
        assert "".join(lines) == CHINESE
        assert not any(line[0] in "，。；、」》）" for line in lines)
        assert not any(line[-1] in "「《（" for line in lines)


def test_full_lines_end_at_the_edge_or_a_stop_hangs(pane: ReadingPane) -> None:
    pane.show_article(article_of((PARAGRAPH, CHINESE), language="zh-Hant"))
    em = 18
    grid = pane.page.column.width - pane.page.column.width % em
    for line, (_left, right) in zip(lines_of(pane)[:-1], edges(pane)[:-1], strict=True):
        hangs = em if right > grid + 2 else 0
        assert abs(right - grid - hangs) < 2.5
        assert not hangs or line[-1] in "，。、"


def test_marks_beside_each_other_are_closed_up(pane: ReadingPane) -> None:
    pane.show_article(article_of((PARAGRAPH, "燈」「燈"), (PARAGRAPH, "燈燈燈燈"), language="ja"))
    closed, plain = (edges(pane, n)[0][1] for n in (0, 1))
    assert plain - closed == pytest.approx(9, abs=1)


def test_characters_beyond_the_plane_keep_their_places(pane: ReadingPane) -> None:
    words = "𠮷野家の𠮷、「𠮷」と書く。" * 8
    article = article_of((PARAGRAPH, words), language="ja")
    pane.show_article(article)
    for at in (0, 4, 30, 61):
        piece = next(paragraph(pane).stretches(Span(at, at + 1)))
        assert paragraph(pane).letter((piece.left + piece.right) / 2, piece.top + 5) == at


def test_emphasis_of_east_asian_words_is_dotted_and_never_slanted(pane: ReadingPane) -> None:
    mark = (("海圖", MarkKind.EMPHASIS, None), ("每晚", MarkKind.RUBY, "mui maan"))
    pane.show_article(article_of((PARAGRAPH, "每晚看海圖的人"), language="zh-Hant", marks=mark))
    own = paragraph(pane)
    assert own.dots == (Span(3, 5),)
    assert [ruby.words for ruby in own.rubies] == ["mui maan"]
    assert own.runs[0].layout.formats() == []
    plain = pane.grab().toImage()
    pane.show_article(article_of((PARAGRAPH, "每晚看海圖的人"), language="zh-Hant"))
    assert pane.grab().toImage() != plain


# tables, lists, footnotes, pictures


def test_cells_are_found_by_tabs_and_wide_spaces() -> None:
    assert cells_of("Year\tRain\n1931 \u200240 mm") == [[(0, "Year"), (5, "Rain")], [(10, "1931"), (16, "40 mm")]]


def test_cells_stand_in_columns_and_can_be_pointed_at(pane: ReadingPane) -> None:
    words = "Year \u2002Length of the mole\n1904 \u2002180 m\n1931 \u2002220 m, forty more than before, by order of the office"
    article = article_of((BlockKind.TABLE, words))
    pane.show_article(article)
    own = paragraph(pane)
    first, second = (next(own.stretches(found(words, cell))) for cell in ("1904", "1931"))
    assert first.left == second.left
    assert next(own.stretches(found(words, "180"))).left == next(own.stretches(found(words, "220"))).left > first.right
    piece = next(own.stretches(found(words, "180")))
    assert own.letter(piece.left + 2, piece.top + 4) == words.index("180")
    assert max(right for _, right in edges(pane)) <= pane.page.column.width


@pytest.mark.parametrize(
    ("words", "marked"), [("Oil in March", True), ("• Oil", False), ("2. Oil", False), ("(b) Oil", False)]
)
def test_list_items_are_marked_where_their_words_are_not(pane: ReadingPane, words: str, marked: bool) -> None:
    pane.show_article(article_of((BlockKind.LIST_ITEM, words)))
    assert (paragraph(pane).marker is not None) == marked
    pane.grab()


def test_a_footnote_opens_where_it_is_named_and_closes_again(pane: ReadingPane) -> None:
    made = article_of(
        (PARAGRAPH, "The lamp[3] is lit."), (PARAGRAPH, "Next."), (BlockKind.FOOTNOTE, "3 By nobody."),
        marks=(("[3]", MarkKind.NOTE_REFERENCE, "3"),),
    )  # fmt: skip
    blocks = (*made.blocks[:2], Block(BlockKind.FOOTNOTE, made.blocks[2].span, label="3"))
    article = Article(made.text, blocks, made.source, made.marks, language="en")
    pane.show_article(article)
    before = paragraph(pane).height
    pane.page.open_mark(0, article.marks[0])
    assert len(paragraph(pane).notes) == 1
    assert paragraph(pane).height > before
    pane.grab()
    pane.page.open_mark(0, article.marks[0])
    assert paragraph(pane).height == before


def test_notes_that_are_counted_anew_on_each_page_open_where_they_belong(pane: ReadingPane) -> None:
    made = article_of(
        (PARAGRAPH, "The lamp1 is lit."), (BlockKind.FOOTNOTE, "By nobody."), (PARAGRAPH, "The oil1 is bought."),
        (BlockKind.CREDIT, "This first appeared in May."),
        marks=(("oil1", MarkKind.NOTE_REFERENCE, "1"),),
    )  # fmt: skip
    blocks = [replace(block, label="1") if n % 2 else block for n, block in enumerate(made.blocks)]
    pane.show_article(replace(made, blocks=tuple(blocks)))
    assert pane.page.spread.sides[0].folio.footnote("1", 0) == 1
    assert pane.page.spread.sides[0].folio.footnote("1", 2) == 3


def with_picture(sha256: str) -> Article:
    blocks = (
        Block(PARAGRAPH, Span(0, 6)),
        Block(BlockKind.IMAGE, Span(8, 14), image=sha256),
        Block(PARAGRAPH, Span(16, 22)),
    )
    return Article("Before\n\nA mole\n\nBehind", blocks, Source("a", "text/html", "0" * 64, 1), language="en")


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("teal")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize(("size", "shown"), [((200, 100), (200, 100)), ((2400, 600), (508, 127))])
def test_pictures_are_as_large_as_they_are_and_no_wider_than_the_column(
    qtbot: QtBot, pane: ReadingPane, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    with qtbot.waitSignal(pane.page.pictures.came):
        pane.show_article(with_picture("a" * 64), images={"a" * 64: png(*size)}.get)
    picture = paragraph(pane, 1).picture
    assert picture is not None
    width = min(shown[0], pane.page.column.width)
    assert (picture[1].width(), round(picture[1].height())) == (width, round(width * size[1] / size[0]))
    centre = picture[1].center().toPoint()
    box = next(s for s in pane.page.spread.shown() if s.paragraph.number == 1)
    seen = pane.page.viewport().grab().toImage().pixelColor(round(box.x) + centre.x(), round(box.y) + centre.y())
    assert seen.name() == "#008080"


@pytest.mark.parametrize("data", [None, b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_the_words_of_a_picture_stand_for_it_where_it_is_gone(
    qtbot: QtBot, pane: ReadingPane, data: bytes | None
) -> None:
    with qtbot.waitSignal(pane.page.pictures.came):
        pane.show_article(with_picture("a" * 64), images=lambda _sha256: data)
    own = paragraph(pane, 1)
    assert own.picture is None
    assert own.runs[0].shown == "A mole"


def test_without_a_source_the_words_stand_for_the_picture(pane: ReadingPane) -> None:
    pane.show_article(with_picture("a" * 64))
    assert paragraph(pane, 1).runs[0].shown == "A mole"


def test_a_paragraph_without_end_is_set_in_pieces_and_is_one_paragraph(pane: ReadingPane) -> None:
    words = "".join(f"Sentence {n} of a paragraph that nobody ended. " for n in range(2_000)) + "The very end."
    article = article_of((PARAGRAPH, words), (PARAGRAPH, "Another one."))
    pane.show_article(article)
    spread = pane.page.spread
    assert len(spread.sides[0].folio) > 8
    assert all(article.text[s.paragraph.span.end - 2 : s.paragraph.span.end] == ". " for s in spread.shown())
    end = found(article.text, "The very end")
    assert pane.place_words(end) == "¶ 1"
    assert pane.place_words(found(article.text, "Another")) == "¶ 2"
    pane.show_span(end)
    assert pane.page.viewport().rect().contains(pane.points_of(end)[0])
    pane.select(Span(0, len(words)))
    assert pane.selected_words() == words


def test_a_paragraph_without_any_space_is_set_too(pane: ReadingPane) -> None:
    pane.show_article(article_of((PARAGRAPH, "x" * 30_000), language="zh"))
    assert pane.page.spread.sides[0].folio.numbers(Span(29_000, 29_010)) == (1, 1)
    pane.grab()
