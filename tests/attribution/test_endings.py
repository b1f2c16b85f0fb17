"""Credits that a PDF prints right below the last paragraph."""

import pytest

from reindreader.attribution import Attribution, attribute, credit_line
from reindreader.ingest import read_article
from reindreader.ingest.pdf import pdf_article
from reindreader.model.fields import record_of
from reindreader.model.text import BlockKind
from tests.pages.papers import pdf

PROSE = [
    "The lamp at the end of the quay is lit at four in the afternoon, two hours before any",
    "other lamp of the town, and it is not put out until noon on the day after, when nobody",
    "needs it any more. The council denies that it pays, the harbour master shrugs, and the",
    "widow who keeps the key says only what the council said when it was asked about that.",
]


def printed(*below: str, prose: list[str] = PROSE) -> Attribution:
    lines = [*PROSE, *prose, *below]
    return attribute(pdf_article(pdf([[(60, 100 + 14 * n, 11, words) for n, words in enumerate(lines)]]), "a.pdf"))


def kinds(found: Attribution) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.slice(found.article.text)) for block in found.article.blocks]


def test_where_it_appeared() -> None:
    found = printed("First published in the Harbour Evening Post, 12 March 1998.")
    assert kinds(found)[1:] == [(BlockKind.CREDIT, "First published in the Harbour Evening Post, 12 March 1998.")]
    (own,) = record_of(found.claims).appearances
    assert (own.publication, own.date.iso if own.date else None) == ("Harbour Evening Post", "1998-03-12")
    body = [block for block in found.article.blocks if block.kind is BlockKind.PARAGRAPH]
    assert body[-1].span.slice(found.article.text).endswith("when it was asked about that.")


def test_several_lines() -> None:
    words = ["First published in the Harbour Evening Post, 12 March 1998.", "Translated by Ann Moss."]
    found = printed(*words)
    assert kinds(found)[1:] == [(BlockKind.CREDIT, line) for line in words]
    assert [person.name.literal for person in record_of(found.claims).contributors] == ["Ann Moss"]


@pytest.mark.parametrize(
    "line",
    [
        "Translated by Ann Moss in a week, the poem was read by everybody on the eastern quay.",
        "First published in the Post, it had been forgotten by the time that they paid for oil.",
        "Translated into eleven languages, and read in none, it lies at the office to this day.",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    found = printed(line)
    assert kinds(found)[-1][0] is BlockKind.PARAGRAPH
    assert record_of(found.claims).contributors == ()
    assert record_of(found.claims).appearances == ()


def test_a_sentence_that_goes_on_over_the_line_is_none() -> None:
    found = printed(
        "Translated by Ann Moss.",
        prose=[*PROSE[:3], "widow who keeps the key has the one book that was ever in the town, which was"],
    )
    assert record_of(found.claims).contributors == ()


@pytest.mark.parametrize(
    "entry",
    ["— (Ed.): Handbook of Lamps. Oslo 2011.", "von J. Lindauer. Oslo 1981.", "Cope. Ed. by Edward Cope. Oslo 1877."],
)
def test_entries_of_a_list_of_works_credit_nobody(entry: str) -> None:
    text = "The Lamp\n\n" + "\n\n".join([" ".join(PROSE), "References", "Roe, Jane: Lamps. Oslo 1990.", entry])
    assert record_of(attribute(read_article(text.encode(), "a.txt")).claims).contributors == ()


@pytest.mark.parametrize("note", ["訳注：ここでの番号は、灯台の番号です", "译注：此处原文有误", "譯註：此處原文有誤"])
def test_a_translator_s_note_is_no_credit(note: str) -> None:
    assert credit_line(note) == ()


def test_code_is_no_name() -> None:
    for line in ("Author: @BOOK{key", 'Author: "http://quay.example'):
        text = f"The Lamp\n\n{' '.join(PROSE)}\n\n{line}\n"
        assert record_of(attribute(read_article(text.encode(), "a.txt")).claims).contributors == ()


def test_a_name_at_whose_end_a_verb_begins() -> None:
    line = "目前集中在：测试驱动的方法实践，模式，书。------陈鹏，作为一名程序员希望每一天都能成长进步。"
    assert attribute(read_article(f"灯\n\n{line}\n".encode(), "a.txt")).article.blocks
