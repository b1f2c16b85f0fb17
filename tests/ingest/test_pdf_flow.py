"""PDF: the order of lines and the wholeness of paragraphs, whatever stands between their parts on the page."""

from reindreader.ingest.pdf import pdf_article
from reindreader.model.articles import Article
from reindreader.model.text import BlockKind, MarkKind
from tests.pages.papers import Placed, pdf

FIRST = [
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any",
    "other lamp of the town, and it is not put out until noon on the day after, when nobody",
]
SECOND = [
    "needs it any more. The council denies that it pays, the harbour master shrugs, and the",
    "widow who keeps the key says only that it is brought to her on the first of each month.",
]
LAST = ["I asked the boatmen, who went on with mending their nets as if they had heard nothing."]


def lines(words: list[str], top: float, left: float = 60, size: float = 11) -> list[Placed]:
    return [(left, top + 14 * number, size, line) for number, line in enumerate(words)]


def narrow(words: str, top: float, left: float, letters: int = 24) -> list[Placed]:
    """Words in a narrow column."""
    rows, row = [], ""
    for word in words.split():
        if len(row) + len(word) >= letters:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return lines([*rows, row], top, left, 10)


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.slice(article.text) for block in article.blocks if block.kind is kind]


def test_a_paragraph_goes_on_over_notes_and_a_table() -> None:
    note = [(60.0, 760.0, 8.0, "1 Lit by gas until the war, and by nothing for three years thereafter.")]
    table = [*lines(["Year Lamps", "1911 412", "1912 377"], 60), (60.0, 110.0, 11.0, "Table 1: Lamps of the town.")]
    pages = [[*lines(FIRST, 700), *note], [*table, *lines(SECOND, 140), *lines(LAST, 190)]]
    article = pdf_article(pdf(pages), "a.pdf")
    assert words(article, BlockKind.PARAGRAPH)[0] == " ".join(FIRST + SECOND)
    kinds = [block.kind for block in article.blocks]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.FOOTNOTE,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
    ]


def test_each_word_of_a_joined_paragraph_is_on_its_own_page() -> None:
    note = [(60.0, 760.0, 8.0, "1 Lit by gas until the war, and by nothing for three years thereafter.")]
    article = pdf_article(pdf([[*lines(FIRST, 700), *note], lines(SECOND, 60)]), "a.pdf")
    held = [[box.span.slice(article.text) for box in page.boxes] for page in article.pages]
    assert held == [[*FIRST, note[0][3]], SECOND]


def test_a_paragraph_that_has_ended_does_not_go_on() -> None:
    article = pdf_article(pdf([[*lines(FIRST, 700), *lines(["needs it."], 728)], lines(LAST, 60)]), "a.pdf")
    assert words(article, BlockKind.PARAGRAPH) == [" ".join([*FIRST, "needs it."]), LAST[0]]


def test_a_note_begins_with_a_small_number_and_is_one() -> None:
    note = [
        (60.0, 740.0, 5.0, "1"),
        (63.0, 741.0, 8.0, "It first appeared in the Harbour Evening Post of the twelfth of March, and"),
        (60.0, 751.0, 8.0, "again ten years after."),
        (60.0, 761.0, 5.0, "2"),
        (63.0, 762.0, 8.0, "By the same hand."),
    ]
    article = pdf_article(pdf([[*lines(FIRST + SECOND, 100), *lines(LAST, 170), *note]]), "a.pdf")
    notes = words(article, BlockKind.FOOTNOTE)
    assert len(notes) == 2
    assert notes[0].endswith("and again ten years after.")


def test_a_list_ends_where_the_text_stands_out_again() -> None:
    page = [*lines(["• a lamp", "• a key and a can"], 100, 80), *lines(FIRST + SECOND, 128)]
    article = pdf_article(pdf([page]), "a.pdf")
    assert words(article, BlockKind.LIST_ITEM) == ["• a lamp", "• a key and a can"]
    assert words(article, BlockKind.PARAGRAPH) == [" ".join(FIRST + SECOND)]


def test_raised_numbers_stay_in_their_row() -> None:
    """The number of a note stands a little higher, so it is a piece of its own; columns are read by rows."""
    left = narrow("The lamp is lit at four by the widow who keeps the key of it and the can of oil", 100, 50)
    row = [(150.0, 170.5, 6.0, "[10]"), (50.0, 170.0, 10.0, "as the tide goes out,")]
    below = [(50.0, 184.0, 10.0, "the boatmen mend the nets")]
    right = narrow(" ".join(FIRST), 100, 320)
    article = pdf_article(pdf([[*row[:1], *left[:5], *right, *row[1:], *below]]), "a.pdf")
    assert "as the tide goes out, [10] the boatmen mend the nets" in " ".join(article.body.split())


def test_columns_whose_left_edge_wavers() -> None:
    first = narrow(" ".join(FIRST), 100, 50, 32)
    second = [
        (left + (number % 2) * 1.5, top, size, row)
        for number, (left, top, size, row) in enumerate(narrow(" ".join(SECOND), 107, 296.4, 32))
    ]
    mixed = [placed for pair in zip(first, second, strict=False) for placed in pair]
    rest = [*first[len(second) :], *second[len(first) :]]
    article = pdf_article(pdf([[*mixed, *rest]]), "a.pdf")
    assert " ".join(article.body.split()) == " ".join(FIRST + SECOND)


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [narrow(" ".join(text), 100, left) for text, left in ((FIRST, 50), (SECOND, 225), (LAST * 2, 400))]
    rows = sorted((placed for column in columns for placed in column), key=lambda placed: placed[1])
    article = pdf_article(pdf([rows]), "a.pdf")
    assert " ".join(article.body.split()) == " ".join(FIRST + SECOND + LAST * 2)


def test_a_running_head_below_a_wide_margin() -> None:
    pages = [
        lines(FIRST, 130),
        *([*lines(["The Harbour Review"], 108), *lines(text, 140)] for text in (SECOND, LAST * 2)),
    ]
    article = pdf_article(pdf(pages), "a.pdf")
    assert "Harbour Review" not in article.body
    assert words(article, BlockKind.FURNITURE) == ["The Harbour Review"]


def test_a_raised_number_calls_the_note_at_the_foot() -> None:
    called = [(60.0, 100.0, 11.0, FIRST[0]), (60.0, 114.0, 11.0, "other lamp of the town."), (172.5, 114.0, 6.0, "1")]
    foot = [(60.0, 760.0, 5.0, "1"), (63.5, 760.0, 8.0, "Lit by gas until the war.")]
    article = pdf_article(pdf([[*called, *lines(SECOND + LAST, 160), *foot]]), "a.pdf")
    (mark,) = article.marks
    assert (mark.kind, mark.target, mark.span.slice(article.text)) == (MarkKind.NOTE_REFERENCE, "1", "1")
    assert words(article, BlockKind.FOOTNOTE) == ["Lit by gas until the war."]


def test_an_exponent_calls_no_note() -> None:
    page = [*lines(FIRST, 100), (60.0, 128.0, 11.0, "of some forty km"), (142.0, 127.0, 6.0, "2"), *lines(LAST, 160)]
    article = pdf_article(pdf([page]), "a.pdf")
    assert [mark.kind for mark in article.marks] == [MarkKind.SUPERSCRIPT]


def test_letters_that_are_drawn_smaller_than_they_are_set() -> None:
    """Browsers print so. A line without tall letters is of the same size as the others."""
    low = ["a sea so near our own rooms can assure no one, nor can we seem once more as secure as", "ever."]
    page = [(60.0, 60.0, 20.0, "The Lamp"), *lines([*FIRST, *low], 120), *lines(SECOND, 190)]
    drawn, plain = (pdf_article(pdf([page], scale=scale), "a.pdf") for scale in (0.24, 1))
    assert words(drawn, BlockKind.HEADING) == ["The Lamp"]
    assert words(drawn, BlockKind.PARAGRAPH) == [" ".join([*FIRST, *low]), " ".join(SECOND)]
    assert drawn.text == plain.text


def centred(words: str, top: float, size: float) -> Placed:
    return (297 - len(words) * size * 0.25, top, size, words)


def test_a_title_of_centred_lines_is_one_and_names_below_it_are_two() -> None:
    head = [
        centred("What the Harbour Office of the Eastern Quay", 60, 18),
        centred("Owes Its Clerks", 82, 18),
        centred("Jane Roe", 110, 13),
        centred("Tom Wick Ansel", 126, 13),
    ]
    article = pdf_article(pdf([[*head, *lines(FIRST + SECOND, 160)]]), "a.pdf")
    assert words(article, BlockKind.HEADING) == [
        "What the Harbour Office of the Eastern Quay Owes Its Clerks",
        "Jane Roe",
        "Tom Wick Ansel",
    ]


def test_a_part_of_a_text_is_no_title() -> None:
    article = pdf_article(pdf([[(60.0, 60.0, 18.0, "References"), *lines(FIRST + SECOND, 100)]]), "a.pdf")
    assert [block.level for block in article.blocks if block.kind is BlockKind.HEADING] == [1]
