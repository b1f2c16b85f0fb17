"""Whether a sentence of appearing credits, and what: the title, the outlet, the date, the address and the language."""

import re
from collections.abc import Iterator

from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.dates import has_month
from reindreader.attribution.lexicon import CORE
from reindreader.attribution.line import Line
from reindreader.attribution.name_tables import is_given_name
from reindreader.attribution.sentence import FIRST, Sentence
from reindreader.model.text import Span

SUBJECT = frozenset({"this", "original", "version"})
"""What it is that appeared."""
_LONGEST_TAIL = 15


def says_where(line: Line, sentence: Sentence) -> bool:
    """Whether the sentence credits: its facts, nothing strange among them, and little behind them."""
    if (sentence.strange and _apposition(line.text, sentence)) or _is_credit(sentence):
        return False
    known = _has_place(sentence)
    if any(span.start < sentence.end or not known for span in sentence.strange):
        return False
    if not sentence.has(*CORE):
        return _says_original(sentence)
    if not sentence.has(*CORE - {"source", "source_after"}):
        return known and not sentence.strange and not _is_person(sentence.place) and _is_whole(line, sentence)
    if not known:
        return _says_enough(line, sentence)
    return _tail_fits(
        line, sentence, sure=sentence.has(*SUBJECT), likely=sentence.has(*FIRST) or sentence.has("reprint")
    )


def _says_original(sentence: Sentence) -> bool:
    """Whether words without a verb say where the original stands, when, and in which language."""
    told = sentence.date is not None and (sentence.has("tongue") or _names_language(sentence))
    return sentence.place is not None and told and not sentence.strange


def _names_language(sentence: Sentence) -> bool:
    piece = sentence.one("original")
    return piece is not None and piece.word is not None and piece.word.tag_span is not None


def _is_person(place: Words | None) -> bool:
    """Whether the words look like a person's name: a given name with one or two words in capitals behind it."""
    words = place.text.split() if place else []
    return 1 < len(words) < 4 and is_given_name(words[0]) and all(word[:1].isupper() for word in words)


def _is_credit(sentence: Sentence) -> bool:
    """Whether what follows "from" is a language and by whom: "from German by Jane Roe"."""
    tongue, _, rest = sentence.place.text.partition(" ") if sentence.place else ("", "", "")
    agents = sentence.lexicon.words.appearing.get("agent", ())
    return rest.startswith(tuple(f"{agent} " for agent in agents)) and bool(sentence.lexicon.words.tag_of(tongue))


def _has_place(sentence: Sentence) -> bool:
    return sentence.place is not None or sentence.has("url")


def _says_enough(line: Line, sentence: Sentence) -> bool:
    """Whether a sentence without an outlet says what appeared when, or in which language."""
    if any(word.kind == "outlet" and word.span.end <= sentence.end for word in sentence.words):
        return False  # it is a magazine that appeared
    subject, dated = sentence.has(*SUBJECT), sentence.date is not None
    if sentence.has(*FIRST) and dated and _is_whole(line, sentence):
        return not line.text[sentence.end :].strip(" .)）。")
    return (dated and (subject or sentence.has("noun"))) or (sentence.has("tongue") and subject)


def _apposition(text: str, sentence: Sentence) -> bool:
    """Whether a comma parts the subject from the verb: "The letter, published in May, *caused a scandal*"."""
    this, core = sentence.one(*SUBJECT), sentence.one(*CORE)
    return bool(this and core and re.search("[,،]", text[this.span.end : core.span.start]))


def _is_whole(line: Line, sentence: Sentence) -> bool:
    date = sentence.date
    whole = not re.search(r"\w", line.text[: sentence.start])
    return whole and date is not None and has_month(date.date)


def _tail_fits(line: Line, sentence: Sentence, *, sure: bool, likely: bool) -> bool:
    """Whether what follows the facts may stand behind a credit: it is set off by a mark, and it is short."""
    if not sentence.strange:
        return True
    tail = sentence.strange[0]
    words = sum(len(span.slice(line.text).split()) for span in sentence.strange)
    apart = re.search(r"[,，、،؛;；()（）—–|:]", line.text[sentence.end : tail.start])
    if not apart:
        return False
    return words <= (_LONGEST_TAIL if sure else 3 if likely else 0)


def credits_in(sentence: Sentence) -> Iterator[Credit]:
    """The title, and where and when it appeared."""
    own = Span(sentence.start, sentence.end)
    relation, span, tag = _relation(sentence), *_tongue(sentence)
    if sentence.title:
        yield Credit("original-title", sentence.title.span, words=sentence.title)
    url = sentence.one("url")
    address = _address(sentence.text, url.span) if url else None
    if address and sentence.place is None and sentence.date is None:
        yield Credit("original-url", own, words=address, relation=relation, tag=tag, tag_span=span)
        return
    yield Credit(
        "appearance", own, (), sentence.place, sentence.date, address, tag=tag, tag_span=span, relation=relation
    )


def _address(text: str, span: Span) -> Words:
    address = span.slice(text).rstrip(".,;:!?'\"”’")
    return Words(address, Span(span.start, span.start + len(address)))


def _tongue(sentence: Sentence) -> tuple[Span | None, str | None]:
    """The language that the original is said to be in, and where."""
    inside = (word for word in sentence.words if sentence.start <= word.span.start and word.span.end <= sentence.end)
    span = next((word.tag_span for word in inside if word.tag_span), None)
    tag = sentence.lexicon.words.tag_of(span.slice(sentence.text)) if span else None
    return (None, None) if _own_version(sentence) else (span, tag)


def _own_version(sentence: Sentence) -> bool:
    """Whether it is the version in the line's own language that appeared there, "the English version"."""
    piece = sentence.one("this", "version")
    span = piece.word.tag_span if piece and piece.word else None
    return span is not None and sentence.lexicon.words.tag_of(span.slice(sentence.text)) == sentence.lexicon.words.tag


def _relation(sentence: Sentence) -> str | None:
    if sentence.has("version") or _own_version(sentence):
        return "translation"
    if sentence.has("original", *FIRST):
        return "original"
    return "reprint" if sentence.has("reprint") else None
