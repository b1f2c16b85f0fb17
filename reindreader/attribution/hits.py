"""Where the phrases of the tables occur in a line, and whether they stand where a credit stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reindreader.attribution.clauses import opens_at
from reindreader.attribution.credits import Credit
from reindreader.attribution.phrases import PhraseBook, phrase_book
from reindreader.attribution.templates import MASK
from reindreader.attribution.wordings import Wording
from reindreader.attribution.works import works_before, works_in
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase at a place. ``start`` to ``end``: its words, of a label with the colon; ``standing``: see ``opens_at``.

    ``works``: the further works that share the credit; ``credits``: of a whole sentence, already read.
    """

    wording: Wording
    start: int
    end: int
    standing: str
    explicit: bool
    tag: str | None = None
    tag_span: Span | None = None
    into: str | None = None
    into_span: Span | None = None
    blank: bool = False
    people: Span | None = None
    works: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()


_STANDINGS = {
    "label": {"start", "hard", "soft", "word"},
    "lead": {"start", "hard", "soft", "word"},
    "around": {"start", "hard", "soft"},
    "about": {"start", "hard"},
    "bare": {"start", "hard"},
}


def hits_of(line: str, book: PhraseBook) -> list[Hit]:
    """The phrases that stand where one may, by their beginning, the longest first."""
    masks: dict[str, str] = {}
    found, colon = [], _COLON.search(line) is not None
    for wording in book.candidates(line):
        text = line
        if wording.template.masked:
            text = masks.get(wording.words.tag) or masks.setdefault(wording.words.tag, wording.words.masked(line))
        if wording.template.named and MASK not in text:
            continue
        found += [hit for match in wording.pattern.finditer(text) if (hit := _hit(line, match, wording))]
        if colon and wording.form == "label":
            found += _with_another(line, text, wording)
    if len(found) > 1:
        found = _without_parts(found)
        letters = frozenset(line)
        found.sort(key=lambda hit: (hit.start, -hit.end, hit.tag is None, _foreign(line, letters, hit)))
    return _in_style(line, found)


def _without_parts(found: list[Hit]) -> list[Hit]:
    """Without phrases of people and titles amid the words for a machine's work: 自動翻譯 is no "from" and nobody's 翻譯."""
    machines = [h for h in found if h.wording.meaning.role == "machine" and h.wording.form in {"after", "bare"}]
    return [
        hit
        for hit in found
        if hit.wording.meaning.role == "machine" or not any(m.start < hit.end and hit.start < m.end for m in machines)
    ]


def _foreign(line: str, letters: frozenset[str], hit: Hit) -> bool:
    """Of a wording that several languages share: whether letters, or the words for "and", are not this language's."""
    if not letters.isdisjoint(hit.wording.words.foreign_letters):
        return True
    rest = frozenset(line[hit.end :].split())
    return not rest.isdisjoint(_ands()) and rest.isdisjoint(hit.wording.words.joiners)


@cache
def _ands() -> frozenset[str]:
    """The words for "and" of all languages."""
    return frozenset(word for words in phrase_book().languages.values() for word in words.joiners if word.isalpha())


def _with_another(line: str, text: str, wording: Wording) -> list[Hit]:
    """A label that shares its colon with another work ("Translation and editing:")."""
    return [hit for match in wording.with_another.finditer(text) if (hit := _hit(line, match, wording))]


_COLON = re.compile("[:：=＝﹕៖፦]")


def _in_style(line: str, found: list[Hit]) -> list[Hit]:
    """Without the phrases that the style of the line rules out.

    Names either follow their phrases or stand before them (安娜 著／溫若瑜 譯): in a line of the second kind a blank
    or a stroke is no colon. A phrase after a mere blank is one only in a line that began with another.
    """
    first = next((hit for hit in found if hit.wording.form in {"label", "lead", "around"}), None)
    led = first is not None and not re.search(r"\w", line[: first.start])
    if not led and any(hit.wording.form == "after" for hit in found):
        found = [hit for hit in found if not _needs_what_follows(line, hit)]
    found = [hit for hit in found if hit.standing != "word" or hit.wording.form != "lead" or led]
    return [hit for hit in found if not _common_word(line, hit) or any(other.start > hit.end for other in found)]


_COMMON = frozenset({"text", "texto", "texte", "testo", "tekst", "teksti", "photo", "photos", "image", "editor"})


def _common_word(line: str, hit: Hit) -> bool:
    """Whether a phrase without a colon is a word that begins many a heading: a credit only beside another."""
    return hit.wording.form == "lead" and line[hit.start : hit.end].strip().lower() in _COMMON


def _hit(line: str, match: re.Match[str], wording: Wording) -> Hit | None:
    works, start, standing = works_in(line, match, wording), match.start(), opens_at(line, match.start())
    if standing == "word" and _after_joiner(line, start, wording):
        standing = "soft"
        before = works_before(line, start, wording.words) if wording.meaning.role in FIELD_ROLES else ()
        if before:
            works, start = (*before, *(works or ())), before[0].start
            standing = opens_at(line, start)
    if works is None or not _may_stand(line, match, wording, standing):
        return None
    groups = match.groupdict()
    tag_span, into_span = _group(match, "from"), _group(match, "into")
    if (
        tag_span
        and wording.words.own_name_is_target
        and wording.words.tag_of(tag_span.slice(line)) == wording.words.tag
    ):
        tag_span, into_span = None, tag_span
    return Hit(
        wording,
        start,
        match.end(),
        standing,
        explicit=any(key.startswith("this") and value is not None for key, value in groups.items()),
        tag=wording.words.tag_of(tag_span.slice(line)) if tag_span else None,
        tag_span=tag_span,
        into=wording.words.tag_of(into_span.slice(line)) if into_span else None,
        into_span=into_span,
        blank=bool(groups.get("blank")),
        people=Span(*match.span("people")) if groups.get("people") else None,
        works=works,
    )


def _after_joiner(line: str, start: int, wording: Wording) -> bool:
    """Whether "and" stands before the phrase: *translated by A* and *edited by B*."""
    return line[:start].rstrip().rpartition(" ")[2].casefold() in wording.words.joiners


def _needs_what_follows(line: str, hit: Hit) -> bool:
    label = hit.wording.form == "label" and not re.search("[:：=＝]", line[hit.start : hit.end])
    return label or (hit.wording.form == "lead" and hit.wording.unspaced and hit.wording.meaning.role in FIELD_ROLES)


def _may_stand(line: str, match: re.Match[str], wording: Wording, standing: str) -> bool:
    if wording.form == "after" or wording.meaning.inside:
        return match.start() > 0 and bool(match[0].strip())
    if wording.meaning.byline and line[: match.start()].rstrip().endswith((")", "）", "]")):
        return False
    if standing not in _STANDINGS[wording.form]:
        return False
    return standing != "word" or wording.unspaced or _stands_after_blank(line, match.start(), wording)


def _stands_after_blank(line: str, start: int, wording: Wording) -> bool:
    if wording.form == "lead" and (wording.meaning.byline or wording.meaning.role not in FIELD_ROLES):
        return False
    return not line[start].islower() or (wording.form == "label" and _of_fields(line))


def _of_fields(line: str) -> bool:
    """Whether the line is of fields in small letters, such as a file's front matter: "author: A translator: B"."""
    return bool(re.match(r"[a-z]+:\s", line))


def _group(match: re.Match[str], kind: str) -> Span | None:
    names: Iterator[str] = (name for name, value in match.groupdict().items() if value and name.startswith(kind))
    name = next(names, None)
    return Span(*match.span(name)) if name else None
