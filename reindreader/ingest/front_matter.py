"""What stands between two lines of dashes at the head of a Markdown file: facts as ``key: value``, a part of YAML 1.2.

Site generators (Jekyll, Hugo, Quarto), pandoc and clippers of web pages (Obsidian) write it. Where it holds more than
keys with words, lists of words and comments, its other lines are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reindreader.ingest.html_facts import LONGEST, Fact
from reindreader.model.text import Span

_WHOLE = re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>[^\n]*?))?[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<words>.*)(?P=mark)$")
_LISTED = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+")
_LINKED = re.compile(r"\[\[(?:[^\]|]*\|)?(?P<words>[^\]|]*)\]\]$")
_ADDRESS = re.compile(r"https?://\S+$")

_NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "translator": "translator",
    "translators": "translator",
    "editor": "editor",
    "editors": "editor",
    "published": "date",
    "publishdate": "date",
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
_PREFERRED = {"date": ("published", "publishdate")}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``span``: from the first dashes to the last; ``title``: its words in the text; ``facts``: in order."""

    span: Span
    title: Span | None
    facts: tuple[Fact, ...]


def front_matter(text: str) -> FrontMatter | None:
    """The facts at the head of a text, None where it does not begin with any."""
    whole = _WHOLE.match(text)
    keys = list(_KEY.finditer(text, whole.start("lines"), whole.end("lines"))) if whole else []
    if whole is None or not keys:
        return None
    ends = [*(key.start() for key in keys[1:]), whole.end("lines")]
    found = [(k["key"].casefold(), span) for k, end in zip(keys, ends, strict=True) for span in _values(text, k, end)]
    given = {key for key, _ in found}
    facts = [
        Fact(_NAMES[key], words, f"front matter: {key}")
        for key, span in found
        if key in _NAMES and not _outdone(key, given) and (words := _said(_NAMES[key], span.slice(text)))
    ]
    title = next((span for key, span in found if key == "title" and len(span)), None)
    return FrontMatter(Span(0, len(whole[0].rstrip())), title, tuple(facts))


def _outdone(key: str, given: set[str]) -> bool:
    better = _PREFERRED.get(_NAMES[key], ())
    return key not in better and any(other in given for other in better)


def _said(name: str, words: str) -> str:
    if not words or len(words) > LONGEST or (name == "url" and not _ADDRESS.match(words)):
        return ""
    return words


def _values(text: str, key: re.Match[str], end: int) -> Iterator[Span]:
    """The places of a key's words, without marks around them; several where it has a list."""
    value, begin = key["value"] or "", key.start("value")
    items: Iterator[tuple[int, str]]
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        items = ((begin + item.start(), item[0]) for item in _LISTED.finditer(value))
    elif value and not value.startswith(("|", ">", "#")):
        items = iter([(begin, value)])
    else:
        items = ((item.start("value"), item["value"]) for item in _ITEM.finditer(text, key.end(), end))
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
