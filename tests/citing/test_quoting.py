import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.citing.quotation_marks import alternated, marked, quoted, split_marks
from reindreader.citing.quoting_rules import Size, is_block, paragraphs, quoting_rule, size_of

ENGLISH = ("“", "”"), ("‘", "’")
BRITISH = ENGLISH[1], ENGLISH[0]
FRENCH = ("«\u00a0", "\u00a0»"), ("“", "”")
GERMAN = ("„", "“"), ("‚", "‘")
CHINESE = ("「", "」"), ("『", "』")


@pytest.mark.parametrize(
    ("words", "marks", "expected"),
    [
        ("plain", ENGLISH, "“plain”"),
        ("a “b” c", ENGLISH, "“a ‘b’ c”"),
        ("a “b ‘c’ d” e", ENGLISH, "“a ‘b “c” d’ e”"),
        ("so ‘re-industrialized’?", ENGLISH, "“so ‘re-industrialized’?”"),
        ("so ‘re-industrialized’?", BRITISH, "‘so “re-industrialized”?’"),
        ("it isn’t the dogs’ fault", BRITISH, "‘it isn’t the dogs’ fault’"),
        ("the ‘dogs’ bowl’ is", BRITISH, "‘the “dogs’ bowl” is’"),
        ("the ‘dogs’ is", BRITISH, "‘the “dogs” is’"),
        ('a "b" c', ENGLISH, "“a ‘b’ c”"),
        ('5" wide', ENGLISH, '“5" wide”'),
        ("他说「好」", ENGLISH, "“他说「好」”"),
        ("他说「好『很』」", CHINESE, "「他说『好「很」』」"),
        ("il dit «oui»", FRENCH, "«\u00a0il dit “oui”\u00a0»"),
        ("er sagt „ja“ und „nein“", GERMAN, "„er sagt ‚ja‘ und ‚nein‘“"),
        ("open “only", ENGLISH, "“open “only”"),
        ("“a” “b”", ENGLISH, "“‘a’ ‘b’”"),
        ("“a “b” c”", ENGLISH, "“‘a “b” c’”"),
        ("close” only", ENGLISH, "“close” only”"),
    ],
)
def test_marks_alternate_and_words_stay(words, marks, expected):
    assert quoted(words, *marks) == expected


@given(st.text(st.sampled_from("ab “”‘’\"'「」«»„‚ s"), max_size=30))
def test_no_word_is_changed(words):
    out = alternated(words, *ENGLISH)
    assert len(out) == len(words)
    pairs = {at for one in marked(words) for at in (one.start, one.end)}
    assert all(a == b for at, (a, b) in enumerate(zip(words, out, strict=True)) if at not in pairs)
    assert len(pairs) == 2 * len(marked(words))
    assert "".join(split_marks(words)).count("<") == len([p for p in split_marks(words) if p == "<"])


def test_depths():
    assert [(one.start, one.end, one.depth) for one in marked("“a ‘b’ c” “d”")] == [(0, 8, 0), (3, 5, 1), (10, 12, 0)]


@pytest.mark.parametrize(
    ("style", "parent", "family"),
    [
        ("apa", "", "apa"),
        ("some-journal", "apa", "apa"),
        ("chicago-author-date", "", "chicago"),
        ("turabian-author-date", "", "chicago"),
        ("modern-language-association", "", "mla"),
        ("mhra-notes", "", "mhra"),
        ("china-national-standard-gb-t-7714-2015-numeric", "", "gbt"),
        ("ieee", "", "other"),
    ],
)
def test_families(style, parent, family):
    assert quoting_rule(style, parent).family == family


@pytest.mark.parametrize(
    ("style", "words", "block"),
    [
        ("apa", "word " * 39, False),
        ("apa", "word " * 40, True),
        ("mhra-notes", "word " * 40, False),
        ("mhra-notes", "word " * 41, True),
        ("chicago-notes-bibliography", "word " * 99, False),
        ("chicago-notes-bibliography", "word " * 100, True),
        ("modern-language-association", "x" * 280, False),
        ("modern-language-association", "x" * 281, True),
        ("apa", "再" * 39, False),
        ("apa", "再" * 40, True),
        ("china-national-standard-gb-t-7714-2015-numeric", "再" * 400, False),
        ("apa", "two\n\nparagraphs", True),
        ("apa", "one\nline", False),
    ],
)
def test_thresholds(style, words, block):
    assert is_block(words, quoting_rule(style)) is block


def test_sizes_say_what_they_count():
    apa = quoting_rule("apa")
    assert size_of("It isn’t 4.5 re-reads", apa) == Size(4, "words")
    assert size_of("再談 舊區", apa) == Size(4, "characters")
    assert size_of("the word 再 in English text", apa) == Size(6, "words")
    assert size_of("x" * 71, quoting_rule("modern-language-association")) == Size(2, "lines")


def test_paragraphs_are_one_line_each():
    assert paragraphs(" a\nb \n\n c ") == ["a b", "c"]
