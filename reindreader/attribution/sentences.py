"""Sentences that say where and when something appeared, in whatever order their language has it.

One grammar serves all languages; a lexicon gives each its words (see ``lexicon``). What is told apart is the outlet
(in marks, or marked by a preposition, an ending or a common noun), the date, the title, the address and the language;
a word that is none of these and not in the lexicon makes the sentence one about something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reindreader.attribution.appeared import SUBJECT, credits_in, says_where
from reindreader.attribution.clauses import opens_at, stops
from reindreader.attribution.credits import Credit
from reindreader.attribution.hits import Hit
from reindreader.attribution.lexicon import CORE, Lexicon, Word
from reindreader.attribution.line import ENDS_VALUE, Line
from reindreader.attribution.listing import people
from reindreader.attribution.pieces import QUOTED
from reindreader.attribution.sentence import Sentence, read_sentence
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

_RESTART = re.compile(r"[,，、،؛;；(（\[|/—–:：]\s*")
_TAKEN = frozenset({"reprint", "source"})
_CUTTING = FIELD_ROLES.keys() | {"license", "machine", "publisher", "other", "office", "title"}


def with_sentences(line: Line, lexicons: Iterable[Lexicon]) -> Line:
    """The line with its sentences of appearing among its phrases."""
    found = [hit for lexicon in lexicons for hit in _of_language(line, lexicon)]
    if not found:
        return line
    ranks = {id(hit): rank for hit in _best(found) if (rank := _rank(line, hit))}
    kept = [hit for hit in found if id(hit) in ranks]
    hits = sorted([*line.hits, *kept], key=lambda hit: (hit.start, ranks.get(id(hit), 0), -hit.end))
    return replace(line, hits=hits)


def _rank(line: Line, sentence: Hit) -> int:
    """Before the phrases at its place; behind a label, which may read more; 0 where the words say who published it."""
    alike = [hit.wording for hit in line.hits if hit.start == sentence.start]
    if any(wording.meaning.role == "publisher" for wording in alike):
        return 0
    return 1 if any(wording.form == "label" for wording in alike) and len(sentence.credits) == 1 else -1


def _best(found: list[Hit]) -> list[Hit]:
    """Of sentences that several languages see in the same words the one that says most."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-_facts(hit), hit.start, -hit.end, _unread(hit))):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept


def _unread(hit: Hit) -> int:
    """The length of the outlets: what another language knows as small words stands in them."""
    return sum(len(credit.publication.span) for credit in hit.credits if credit.publication)


def _facts(hit: Hit) -> int:
    said = [value for c in hit.credits for value in (c.publication, c.date, c.words, c.tag) if value]
    return 2 * len(said) + hit.explicit


def _of_language(line: Line, lexicon: Lexicon) -> Iterator[Hit]:
    words = lexicon.read(line.text)
    start = 0
    for stop in [*stops(line.text, within_brackets=True), len(line.text)]:
        clause = Span(start, max(start, stop))
        own = [word for word in words if clause.start <= word.span.start and word.span.end <= clause.end]
        core = next((word for word in own if word.kind in CORE), None)
        core = core or next((word for word in own if word.kind == "original"), None)
        found = _hit(line, lexicon, clause, own, core) if core else None
        if found:
            yield found
        start = stop + 1


def _hit(line: Line, lexicon: Lexicon, clause: Span, words: Sequence[Word], core: Word) -> Hit | None:
    """The sentence in a clause: from its beginning, or from a comma or an "and" on where a credit stands before."""
    stop = _cut_off(line, clause, words, core)
    if any(word.span.start < stop < word.span.end for word in words):
        words = [word for word in lexicon.read(line.text[:stop]) if word.span.start >= clause.start]
    author = _author_of(line, lexicon, Span(core.span.end, stop), words) if core.kind in _TAKEN else None
    stop = author.span.start if author else stop
    for start in _starts(line, clause, words, core, stop):
        sentence = read_sentence(line.text, lexicon, Span(start, stop), words)
        if sentence and (says_where(line, sentence) or _is_taken(line, sentence, author, stop)):
            standing = opens_at(line.text, start)
            found = (*credits_in(sentence), *((author,) if author else ()))
            explicit = sentence.has(*SUBJECT)
            return Hit(
                lexicon.wording,
                start,
                max(sentence.end, *(credit.span.end for credit in found)),
                standing if standing in {"start", "hard"} else "soft",
                explicit=explicit,
                credits=found,
            )
    return None


def _author_of(line: Line, lexicon: Lexicon, span: Span, words: Sequence[Word]) -> Credit | None:
    """ "Excerpted from The Salt House *by Ana Reyes*": who wrote what the text is taken from; None for "by the sea"."""
    for word in words:
        if word.kind == "agent" and span.start < word.span.start and word.span.end < span.end:
            start = word.span.end + 1
            found, end = people(line.text, start, span.end, lexicon.words, strict=True)
            whole = found and ENDS_VALUE.match(line.text, end) and all(" " in p.name.literal for p in found)
            if whole and not any(person.name.organisation for person in found):
                return Credit("author", Span(word.span.start, end), found)
    return None


def _is_taken(line: Line, sentence: Sentence, author: Credit | None, stop: int) -> bool:
    """Whether it says no more than from which book the text is, and the translator's credit follows: "From Ferries, …"."""
    end = author.span.end if author else stop
    follows = any(hit.wording.meaning.role == "translator" and end <= hit.start <= end + 2 for hit in line.hits)
    whole = not re.search(r"\w", line.text[: sentence.start]) and not sentence.strange
    return follows and whole and sentence.place is not None and sentence.pieces[0].kind in _TAKEN


def _cut_off(line: Line, clause: Span, words: Sequence[Word], core: Word) -> int:
    """Where the next credit begins, at the latest where the clause ends."""
    issues = {word.span.start for word in words if word.kind == "issue"}
    nexts = (
        hit.start
        for hit in line.hits
        if core.span.end < hit.start < clause.end
        and hit.wording.meaning.role in _CUTTING
        and (hit.standing in {"start", "hard", "soft"} or hit.wording.meaning.inside)
        and hit.wording.form != "around"
        and hit.start not in issues
    )
    return min(nexts, default=clause.end)


def _starts(line: Line, clause: Span, words: Sequence[Word], core: Word, stop: int) -> Iterator[int]:
    """Where the sentence may begin, from left to right."""
    first = re.compile(r"[\W_]*").match(line.text, clause.start, stop)
    begin = first.end() if first else clause.start
    begin = min([begin, *(m.start() for m in QUOTED.finditer(line.text, clause.start, stop) if m.start() < begin)])
    yield begin
    joiners = {word.span.start for word in words if word.kind == "joiner"}
    marks = {match.end() for match in _RESTART.finditer(line.text, begin, stop)}
    hits = {hit.end for hit in line.hits if hit.wording.form == "after" and begin < hit.end < stop}
    own = {_before_verb(line.text, words, core), *(word.span.start for word in words if word.kind in SUBJECT)}
    yield from sorted(at for at in marks | joiners | hits | own if begin < at <= core.span.start)


def _before_verb(text: str, words: Sequence[Word], core: Word) -> int:
    """Where the small words before the verb begin, "was first published"."""
    at = core.span.start
    for word in sorted(words, key=lambda word: -word.span.start):
        if word.span.end <= at and word.kind in {"small", "first", "joiner"} and not text[word.span.end : at].strip():
            at = word.span.start
    return at
