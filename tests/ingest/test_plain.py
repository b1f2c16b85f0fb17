"""Plain text: which lines are the title, paragraphs, captions, notes; told by form and place alone."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article, read_plain
from reindreader.model.articles import Article, ProblemKind
from reindreader.model.text import BlockKind
from tests.samples.samples import NAMES, sample_bytes, sample_expected

PROSE = "The lamp is lit at four in the afternoon, two hours early, and is not put out until noon on the day after."
OTHER = "That is the whole of what he had to say about it, and I know few longer books that are better written."
HAN = "去年冬天，電車公司宣佈把尾班車提早半小時。通告貼在車站的柱子上，字很小，像怕吵醒甚麼人。"


def read(text: str, name: str = "a.txt") -> Article:
    return read_article(text.encode(), name)


def shape(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.slice(article.text)) for block in article.blocks]


def kinds(text: str, name: str = "a.txt") -> list[str]:
    return [block.kind.value for block in read(text, name).blocks]


def title_of(text: str) -> str | None:
    article = read(text)
    spans = [b.span for b in article.blocks if b.kind is BlockKind.HEADING and b.level == 0]
    return spans[0].slice(article.text) if spans else None


def test_paragraphs_between_blank_lines() -> None:
    assert shape(read(f"The lamp\n\n{PROSE}\n\n\n{OTHER}\n")) == [
        ("heading", "The lamp"),
        ("paragraph", PROSE),
        ("paragraph", OTHER),
    ]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    long = f"{PROSE} {OTHER}"
    assert kinds(f"The lamp\n{long}\n{long}\n{PROSE}\n") == ["heading", "paragraph", "paragraph", "paragraph"]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    words = f"{PROSE} {OTHER} {PROSE}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    article = read(f"The lamp\n\n{wrapped}\n\n{wrapped}\n")
    assert [kind for kind, _ in shape(article)] == ["heading", "paragraph", "paragraph"]
    assert shape(article)[1][1] == wrapped


def test_wrapped_paragraphs_told_by_their_indent() -> None:
    wrapped = "\n".join(f"{'    ' if index % 4 == 0 else ''}{'word ' * 11}word" for index in range(12))
    assert kinds(wrapped) == ["paragraph"] * 3


def test_short_lines_of_a_poem_stay_lines() -> None:
    poem = "The lamp\n\nis lit\nat four\nin the afternoon\n\ntwo hours\nearly"
    assert len(read(poem).blocks) == 6


def test_chinese_paragraphs_with_full_width_indents() -> None:
    article = read(f"最後一班電車\n　　{HAN}\n　　{HAN}\n")
    assert [kind for kind, _ in shape(article)] == ["heading", "paragraph", "paragraph"]
    assert shape(article)[1][1] == HAN


def test_chinese_lines_wrapped_at_a_column() -> None:
    text = HAN * 4
    wrapped = "\n".join(text[index : index + 30] for index in range(0, len(text), 30))
    assert kinds(f"最後一班電車\n\n{wrapped}\n\n{wrapped}") == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "title",
    [
        "Who keeps the night market open?",
        "An orchard is a long conversation",
        "“It is a use of time”",
        "最後一班電車",
        "誰來修好那口鐘？",
        "Germany: the price of light",
        "Stop!",
    ],
)
def test_a_first_line_without_a_stop_is_the_title(title: str) -> None:
    assert title_of(f"{title}\n\n{PROSE}\n\n{OTHER}") == title


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n\n{OTHER}",
        f"{PROSE}",
        f"{PROSE[:86]}\n{PROSE[86:]}\n\n{OTHER}",
        "A single line without a stop",
        f"{HAN}\n{HAN}",
        f"(from the archive)\n\n{PROSE}",
        f"https://lantern.example/ferry\n\n{PROSE}",
        f"It was night.\n\n{PROSE}",
        f"* * *\n\n{PROSE}",
    ],
)
def test_a_title_is_never_invented(text: str) -> None:
    article = read(text)
    assert title_of(text) is None
    assert ProblemKind.NO_TITLE in {problem.kind for problem in article.problems}


def test_what_stands_above_the_title_is_no_body() -> None:
    article = read(f"a lamp in a window\nOPINION | LIGHT\nThe Keeper’s Arithmetic\n\n{PROSE}\n\n{OTHER}")
    assert [kind for kind, _ in shape(article)][:3] == ["caption", "furniture", "heading"]
    assert article.body == f"{PROSE}\n\n{OTHER}"


def test_a_heading_between_paragraphs_and_a_short_question_that_is_none() -> None:
    text = f"The lamp\n\n{PROSE}\n\nThe fog of 1953\n\n{OTHER}\n\nBut how can we pull it off?\n\n{PROSE}"
    assert kinds(text) == ["heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


def test_lists_quotations_notes_and_separators() -> None:
    text = (
        f"The lamp\n\n{PROSE}\n\n1. Light it\n2. Leave it\n\n      {OTHER}\n\n> {OTHER}\n\n* * *\n\n{PROSE}\n\n- 3 -\n\n"
        "[1] A note on the lamp.\n* Another note.\n"
    )
    found = read(text)
    assert [kind for kind, _ in shape(found)] == [
        "heading", "paragraph", "list-item", "list-item", "quotation", "quotation", "furniture", "paragraph",
        "furniture", "footnote", "footnote",
    ]  # fmt: skip
    assert [b.label for b in found.blocks if b.kind is BlockKind.FOOTNOTE] == ["1", "*"]
    assert shape(found)[5][1] == OTHER


def test_a_lone_dash_or_number_is_no_list() -> None:
    assert kinds(f"The lamp\n\n{PROSE}\n\n1. Was that all?\n\n{OTHER}")[2] == "paragraph"


def test_markdown_headings_images_and_lists() -> None:
    text = f"# The lamp\n\n![a lamp](lamp.png)\n\n{PROSE}\n\n## The fog ##\n\n- one\n- two\n\nShort line\n\n{OTHER}"
    article = read(text, "a.md")
    assert [(kind, words) for kind, words in shape(article)][:4] == [
        ("heading", "The lamp"),
        ("image", "a lamp"),
        ("paragraph", PROSE),
        ("heading", "The fog"),
    ]
    assert [b.level for b in article.blocks if b.kind is BlockKind.HEADING] == [0, 1]
    assert kinds(text, "a.md")[4:] == ["list-item", "list-item", "paragraph", "paragraph"]
    assert article.source.media_type == "text/markdown"


def test_markdown_without_marks_is_plain_text() -> None:
    assert kinds(f"The lamp\n\n{PROSE}\n\n{OTHER}", "a.md") == ["heading", "paragraph", "paragraph"]


def test_the_source_is_described() -> None:
    data = f"The lamp\n\n{PROSE}".encode()
    source = read_plain(data, "lamp.txt", url="https://lantern.example/lamp").source
    assert (source.name, source.size, source.url) == ("lamp.txt", len(data), "https://lantern.example/lamp")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"{\\rtf1 text}", "format"),
        (b"\xd0\xcf\x11\xe0rest", "format"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"x" * 101, "too-large"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_article(data, "a.txt", max_bytes=100 if reason == "too-large" else 1_000)
    assert refused.value.reason == reason


@pytest.mark.parametrize("name", NAMES)
def test_our_samples_keep_their_forms(name: str) -> None:
    article, expected = read_article(sample_bytes(name), f"{name}.txt"), sample_expected(name)
    found = shape(article)
    assert [words for kind, words in found if kind == "caption"] == expected["captions"]
    assert [b.label for b in article.blocks if b.kind is BlockKind.FOOTNOTE] == expected.get("footnotes", [])
    for heading in expected.get("headings", []):
        assert ("heading", heading) in found


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([PROSE, OTHER, HAN, "", "The lamp", "　　" + HAN, "1. one", "> q", "* * *", "（a）", "\t"]),
        max_size=14,
    )
)
def test_blocks_are_trimmed_ordered_and_cover_all_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    article = read(text)
    covered = " ".join(block.span.slice(text) for block in article.blocks)
    assert all(words == words.strip() for _, words in shape(article))
    assert sorted(covered.replace(">", "").split()) == sorted(text.replace(">", "").split())


@settings(deadline=None)
@given(st.text(min_size=1))
def test_no_text_raises_but_one_without_words(text: str) -> None:
    reason = None
    try:
        read(text)
    except UnreadableFileError as refused:
        reason = refused.reason
    assert reason in {None, "empty", "binary", "format"}


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Lego logo", "What exactly is meant by a city?"),
        ("Hong Kong skyline", "Why the harbour must stay open"),
        ("a man reading a newspaper on a bench", "The slow news"),
        ("legco", "Why we must wait for the bill"),
    ],
)
def test_an_images_caption_right_above_the_title(first: str, title: str) -> None:
    text = f"{first}\n{title}\n\n{PROSE}\n\n{OTHER}"
    assert shape(read(text))[:2] == [("caption", first), ("heading", title)]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("The last tram", "Nobody is going home tonight"),
        ("Culture Wars", "How the city lost its museums"),
        ("The last tram", "By Fong Suet-yee"),
        ("Why I write", "3 May 2011"),
    ],
)
def test_a_title_with_a_line_right_below_it(title: str, below: str) -> None:
    assert title_of(f"{title}\n{below}\n\n{PROSE}\n\n{OTHER}") == title
