"""Records that are one and the same, and records that are two versions of one work; never one for the other.

A translation is no duplicate of its original, nor of another translation: other languages, other translators, or a translator
on one side alone make two versions. Candidates share a DOI, an address, an ISBN, a title, or two of the three rarest words of
their titles; so 100,000 records are compared in seconds, and each pair is then looked at.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reindreader.citing.identity import plain_address, plain_doi
from reindreader.citing.romanise import letters
from reindreader.citing.versions import is_translation, outlets, year_of
from reindreader.model.contributors import Role
from reindreader.model.records import Record

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[^\W_]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ISBN = re.compile(r"[^0-9X]")
_LARGEST = 40
"""Records that share a word pair: more of them than that are no evidence."""

_ALIKE = 0.8
"""Of the pieces of three letters that two titles have, how many they have in common where they count as the same."""

_CREATORS = (Role.AUTHOR, Role.INTERVIEWEE, Role.EDITOR, Role.COMPILER)


class Reason(StrEnum):
    """Why records are thought to be the same, or versions of one work."""

    DOI = "doi"
    ISBN = "isbn"
    URL = "url"
    TITLE = "title"
    TEXT = "text"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Group:
    """Records, by their ids. ``versions``: they are versions of one work, to be linked; else duplicates, to be merged."""

    ids: tuple[int, ...]
    reason: Reason
    versions: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """What two records are compared by."""

    id: int
    title: str
    original: str
    people: frozenset[str]
    translators: frozenset[str]
    translated: bool
    language: str
    year: int | None
    doi: str
    isbns: frozenset[str]
    urls: frozenset[str]
    linked: frozenset[int]


def duplicates(records: Iterable[tuple[int, Record]], distinct: Collection[tuple[int, int]] = ()) -> list[Group]:
    """The groups, the surest reasons first. ``distinct``: pairs that the user calls different, the smaller id first."""
    seen = {own.id: own for own in (_seen(id_, record) for id_, record in records)}
    groups, versions = _Groups(), _Groups()
    told: set[tuple[int, int]] = set(distinct)
    for reason, one, other in _pairs(list(seen.values())):
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair in told:
            continue
        verdict = _verdict(one, other, reason)
        if verdict is not None:
            told.add(pair)
            (versions if verdict else groups).join(pair, reason, seen, versions=verdict)
    return [*groups.found(), *versions.found(versions=True)]


def one_version(one: Record, other: Record) -> bool:
    """Whether two records that share a DOI or an address are one version: nothing speaks against it. That only one of them
    names a translator does not, for many a catalogue leaves translators out."""
    first, second = _seen(0, one), _seen(1, other)
    languages, translators = {first.language, second.language} - {""}, first.translators and second.translators
    if len(languages) > 1 or (translators and not first.translators & second.translators):
        return False
    return _alike(first, second, Reason.DOI)


class _Groups:
    """Records that belong together, each in one group: a pair joins two groups only where all of them go together."""

    def __init__(self) -> None:
        self._of: dict[int, list[int]] = {}
        self._reason: dict[int, Reason] = {}

    def join(self, pair: tuple[int, int], reason: Reason, seen: dict[int, _Seen], *, versions: bool) -> None:
        one, other = (self._of.get(id_, [id_]) for id_ in pair)
        if one is other:
            return
        fits = versions or not any(_apart(seen[a], seen[b]) for a in one for b in other)
        if fits:
            whole = one + other
            self._reason.setdefault(
                min(whole), min((self._reason.get(min(g), reason) for g in (one, other)), key=_rank)
            )
            self._of |= dict.fromkeys(whole, whole)

    def found(self, *, versions: bool = False) -> list[Group]:
        unique = {min(group): group for group in self._of.values()}
        groups = [Group(tuple(sorted(g)), self._reason[at], versions) for at, g in unique.items()]
        return sorted(groups, key=lambda group: (_rank(group.reason), group.ids))


def _rank(reason: Reason) -> int:
    return list(Reason).index(reason)


def _pairs(seen: Sequence[_Seen]) -> Iterator[tuple[Reason, _Seen, _Seen]]:
    """Pairs worth a look, by the surest reason first; a pair may come more than once."""
    for reason, keys in _KEYS.items():
        buckets: dict[object, list[_Seen]] = defaultdict(list)
        for own in seen:
            for key in keys(own):
                buckets[key].append(own)
        yield from _within(reason, buckets.values())
    yield from _within(Reason.TEXT, _by_rare_words(seen))


_KEYS: Mapping[Reason, Callable[[_Seen], Iterable[str]]] = {
    Reason.DOI: lambda own: (own.doi,) if own.doi else (),
    Reason.ISBN: lambda own: own.isbns,
    Reason.URL: lambda own: own.urls,
    Reason.TITLE: lambda own: (own.title,) if own.title else (),
    Reason.ORIGINAL: lambda own: {title for title in (own.title, own.original) if title},
}


def _within(reason: Reason, buckets: Iterable[list[_Seen]]) -> Iterator[tuple[Reason, _Seen, _Seen]]:
    for bucket in buckets:
        if 1 < len(bucket) <= _LARGEST:
            yield from ((reason, one, other) for one, other in combinations(bucket, 2))


def _by_rare_words(seen: Sequence[_Seen]) -> Iterable[list[_Seen]]:
    """Records whose titles share two of their three rarest words; a word that is misspelt in one leaves two others."""
    words = [sorted(set(_words(own.title))) for own in seen]
    often = Counter(word for own in words for word in own)
    buckets: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for own, said in zip(seen, words, strict=True):
        if len(said) >= 3:
            rare = sorted(sorted(said, key=lambda word: (often[word], word))[:4])
            for pair in combinations(rare, 2):
                buckets[pair].append(own)
    return buckets.values()


def _verdict(one: _Seen, other: _Seen, reason: Reason) -> bool | None:
    """False: duplicates; True: versions of one work; None: neither."""
    if one.id in other.linked or other.id in one.linked or one.linked & other.linked:
        return None
    if _apart(one, other):
        return True if _one_work(one, other) else None
    if not _alike(one, other, reason):
        return True if _through_original(one, other) and _one_work(one, other) else None
    return False


def _through_original(one: _Seen, other: _Seen) -> bool:
    """Whether the title of an original is what brought the two together."""
    return bool(one.original and one.original in {other.title, other.original}) or (
        bool(other.original) and other.original == one.title
    )


def _apart(one: _Seen, other: _Seen) -> bool:
    """Whether the two are different versions, whatever else they have in common."""
    if one.language and other.language and one.language != other.language:
        return True
    if one.translators and other.translators:
        return not one.translators & other.translators
    if one.translated == other.translated:
        return False
    return not (one.doi and one.doi == other.doi and one.language and one.language == other.language)


def _one_work(one: _Seen, other: _Seen) -> bool:
    """Whether two versions have the same author and name the same original (or have one title)."""
    titles = {title for title in (one.title, one.original) if title} & {t for t in (other.title, other.original) if t}
    return bool(titles) and bool(one.people & other.people)


def _alike(one: _Seen, other: _Seen, reason: Reason) -> bool:
    """Whether two records that are not known to be different are the same."""
    if reason is Reason.ORIGINAL and one.title != other.title:
        return False
    titled = one.title == other.title or not (one.title and other.title) or _similar(one.title, other.title)
    if reason in {Reason.DOI, Reason.URL}:
        return titled
    if (
        not titled
        or not one.title
        or not other.title
        or (one.people and other.people and not one.people & other.people)
    ):
        return False
    if reason is Reason.ISBN:
        return True
    near = one.year is None or other.year is None or one.year == other.year
    return near and bool(one.people & other.people or (one.year is not None and one.year == other.year))


def _similar(one: str, other: str) -> bool:
    first, second = _pieces(one), _pieces(other)
    if not first or not second or {w for w in one.split() if w.isdigit()} != {w for w in other.split() if w.isdigit()}:
        return False
    return len(first & second) >= _ALIKE * len(first | second)


def _pieces(text: str) -> set[str]:
    size = 2 if _CJK.search(text) else 3
    text = f" {text} "
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def _seen(id_: int, record: Record) -> _Seen:
    own = outlets(record).own
    targets = {link.target for link in record.links if isinstance(link.target, int)}
    return _Seen(
        id=id_,
        title=_folded(record.title.text) if record.title else "",
        original=_folded(title.text) if (title := record.original.title) else "",
        people=frozenset(_families(record, _CREATORS)),
        translators=frozenset(_families(record, (Role.TRANSLATOR,))),
        translated=is_translation(record),
        language=(record.language or "").split("-")[0].lower(),
        year=year_of(own.date) if own else None,
        doi=plain_doi(record.variables.get("DOI", "")),
        isbns=frozenset(_isbns(record.variables.get("ISBN", ""))),
        urls=frozenset(address for a in record.appearances if a.url and (address := plain_address(a.url))),
        linked=frozenset(target for target in targets if isinstance(target, int)),
    )


def _families(record: Record, roles: Sequence[Role]) -> Iterator[str]:
    contributors = [*record.contributors, *(c for c in record.original.contributors if Role.TRANSLATOR not in roles)]
    for contributor in contributors:
        if contributor.role in roles:
            for form in contributor.name.forms:
                if family := letters(form.family or form.text):
                    yield family


def _folded(text: str) -> str:
    """The words in small letters, without accents and marks."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(text.casefold()))


def _words(title: str) -> Iterator[str]:
    for word in title.split():
        if _CJK.match(word):
            yield from (word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            yield word


def _isbns(text: str) -> Iterator[str]:
    """The nine figures that ISBN-10 and ISBN-13 have in common."""
    for one in re.split(r"[,;]", text.upper()):
        figures = _ISBN.sub("", one)
        if len(figures) in {10, 13}:
            yield figures[-10:-1]
