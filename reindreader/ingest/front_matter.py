"""The head of a text that declares facts: ``key: value`` between two lines of dashes (a part of YAML 1.2), ``key = value``
between two lines of plus signs (of TOML), Org's and pandoc's lines before the text, the head of a mail.

Site generators (Jekyll, Hugo, Quarto), pandoc and clippers of web pages (Obsidian) write them. Where a head holds more than
keys with words, lists of words or of names, and comments, its other lines are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_facts import LONGEST, Fact
from reindreader.model.claims import FRONT_MATTER
from reindreader.model.text import Span

_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<words>.*)(?P=mark)$")
_LISTED = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+")
_LINKED = re.compile(r"\[\[(?:[^\]|]*\|)?(?P<words>[^\]|]*)\]\]$")
_ADDRESS = re.compile(r"https?://\S+$")
_ITEM = re.compile(r"^[ \t]*(?:-[ \t]+(?:name:[ \t]*)?|name:[ \t]*)(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_MAPPED = re.compile(r"[ \t]*-[ \t]+(?!name:)[A-Za-z][\w-]*:\s")
_INLINE = re.compile(r"\{[^{}]*?\bname:[ \t]*(?P<words>\"[^\"]*\"|'[^']*'|[^,{}]+)[^{}]*\}")

_NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "translator": "translator",
    "translators": "translator",
    "translated_by": "translator",
    "translatedby": "translator",
    "translated-by": "translator",
    "traductor": "translator",
    "traducteur": "translator",
    "übersetzer": "translator",
    "original_title": "original.title",
    "original-title": "original.title",
    "originaltitle": "original.title",
    "original_author": "original.author",
    "original-author": "original.author",
    "original_url": "original.url",
    "original-url": "original.url",
    "editor": "editor",
    "editors": "editor",
    "published": "date",
    "publishdate": "date",
    "publisheddate": "date",
    "date": "date",
    "lang": "language",
    "language": "language",
    "publication": "publication",
    "publisher": "publisher",
    "license": "license",
    "doi": "DOI",
    "issn": "ISSN",
    "isbn": "ISBN",
    "source": "url",
    "url": "url",
    "canonical_url": "url",
    "canonicalurl": "url",
}
"""Facts by the keys that give them. When a note was made (``created``) is no fact of an article."""
_MAIL = {"subject": "title"}
"""Of a mail's head the title alone: who sent a text, and when, need not be who wrote it."""
_PREFERRED = {"date": ("published", "publishdate")}


@dataclass(frozen=True, slots=True)
class _Form:
    """``whole``: the head with its ``lines``; ``key``: a line with its ``key`` and ``value``; ``names``: facts by keys."""

    whole: re.Pattern[str]
    key: re.Pattern[str]
    names: Mapping[str, str] = field(default_factory=lambda: _NAMES)


_FORMS = (
    _Form(
        re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)"),
        re.compile(r"^(?P<key>[^\W\d][\w-]*)[ \t]*:(?:[ \t]+(?P<value>[^\n]*?))?[ \t]*$", re.MULTILINE),
    ),
    _Form(
        re.compile(r"\+\+\+[ \t]*\n(?P<lines>(?:[^\n]*\n){1,200}?)\+\+\+[ \t]*(?:\n|$)"),
        re.compile(r"^[ \t]*(?P<key>[^\W\d][\w-]*)[ \t]*=[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE),
    ),
    _Form(
        re.compile(r"(?=#\+\w+:)(?P<lines>(?:#\+\w+:[^\n]*\n|:[A-Z]+:[^\n]*\n|[ \t]*\n){1,60})"),
        re.compile(r"^#\+(?P<key>\w+):[ \t]*<?(?P<value>[^\n]*?)>?[ \t]*$", re.MULTILINE),
    ),
    _Form(
        re.compile(
            r"(?=(?:[\w-]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,40}\n)(?=(?:[^\n]+\n)*?From: )(?=(?:[^\n]+\n)*?Subject: )(?P<lines>(?:[^\n]+\n)+)"
        ),
        re.compile(r"^(?P<key>[\w-]+):[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE),
        _MAIL,
    ),
)
_TITLE_BLOCK = re.compile(
    r"%[ \t]+(?P<title>[^\n]+)\n(?:%[ \t]*(?P<author>[^\n]*)\n)?(?:%[ \t]*(?P<date>[^\n]*)(?:\n|$))?"
)
"""Pandoc's (pandoc_title_block)."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``span``: from the first mark to the last; ``title``: its words in the text; ``facts``: in order."""

    span: Span
    title: Span | None
    facts: tuple[Fact, ...]


def front_matter(text: str) -> FrontMatter | None:
    """The facts at the head of a text, None where it does not begin with any."""
    start = 1 if text.startswith("\ufeff") else 0
    for form in _FORMS:
        whole = form.whole.match(text, start)
        keys = list(form.key.finditer(text, whole.start("lines"), whole.end("lines"))) if whole else []
        if whole and keys:
            return _read(text, whole, keys, form.names)
    return _title_block(text, start)


def _read(text: str, whole: re.Match[str], keys: list[re.Match[str]], names: Mapping[str, str]) -> FrontMatter:
    ends = [*(key.start() for key in keys[1:]), whole.end("lines")]
    found = [(k["key"].casefold(), span) for k, end in zip(keys, ends, strict=True) for span in _values(text, k, end)]
    given = {key for key, _ in found}
    facts = [
        Fact(names[key], words, f"{FRONT_MATTER}: {key}")
        for key, span in found
        if key in names and not _outdone(key, given) and (words := _said(names[key], span.slice(text)))
    ]
    title = next((span for key, span in found if names.get(key) == "title" and len(span)), None)
    return FrontMatter(Span(whole.start(), whole.start() + len(whole[0].rstrip())), title, tuple(facts))


def _title_block(text: str, start: int) -> FrontMatter | None:
    match = _TITLE_BLOCK.match(text, start)
    if match is None:
        return None
    parts = {"title": [match["title"]], "author": (match["author"] or "").split(";"), "date": [match["date"] or ""]}
    said = ((name, words) for name, listed in parts.items() for one in listed if (words := _said(name, one.strip())))
    facts = tuple(Fact(name, words, f"{FRONT_MATTER}: {name}") for name, words in said)
    span = Span(match.start("title"), match.start("title") + len(match["title"].rstrip()))
    return FrontMatter(Span(match.start(), match.start() + len(match[0].rstrip())), span, facts)


def _outdone(key: str, given: set[str]) -> bool:
    better = _PREFERRED.get(_NAMES.get(key, ""), ())
    return key not in better and any(other in given for other in better)


def _said(name: str, words: str) -> str:
    if not words or len(words) > LONGEST or (name.endswith("url") and not _ADDRESS.match(words)):
        return ""
    if name == "date" and declared_date(words) is None:
        return ""  # "today", "last-modified"
    return words


def _values(text: str, key: re.Match[str], end: int) -> Iterator[Span]:
    """The places of a key's words, without marks around them; several where it has a list."""
    value, begin = key["value"] or "", key.start("value")
    items: Iterator[tuple[int, str]]
    if inline := list(_INLINE.finditer(value)):
        items = ((begin + one.start("words"), one["words"]) for one in inline)
    elif value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        items = ((begin + item.start(), item[0]) for item in _LISTED.finditer(value))
    elif value and not value.startswith(("|", ">", "#")):
        items = iter([(begin, value)])
    else:
        items = (
            (item.start("value"), item["value"])
            for item in _ITEM.finditer(text, key.end(), end)
            if not _MAPPED.match(text, item.start(), item.end())
        )
    for place, words in items:
        span = _bare(place, words)
        if len(span):
            yield span


def _bare(place: int, words: str) -> Span:
    """The words without blanks, quotation marks and the brackets of a link around them."""
    place, words = place + len(words) - len(words.lstrip()), words.strip()
    for form in (_QUOTED, _LINKED):
        match = form.match(words)
        if match:
            place, words = place + match.start("words"), match["words"]
    return Span(place, place + len(words))
