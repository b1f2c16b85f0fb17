"""Highlights as notes: the quotation, where it stands, its citation key, the note and the tags."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reindreader.citing.options import PLAIN_JOB, Job, Marked
from reindreader.citing.phrases import date_words, phrases
from reindreader.citing.sheets import Sheet, sheet, writable
from reindreader.model.contributors import Role
from reindreader.model.dates import PartialDate
from reindreader.model.highlights import Locator
from reindreader.model.records import Record

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#+|~^$&])")
_LINE_MARK = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)|^(\s*)([-=])", re.MULTILINE)
_TAG = re.compile(r"[^\w/-]+")
_ORG_TAG = re.compile(r"[^\w@#%]+")
_ORG_LINE = re.compile(r"^(?=\*|#\+|,)", re.MULTILINE)
_LABELS = {"page": "p.", "paragraph": "para.", "section": "sec.", "chapter": "chap.", "line": "l.", "verse": "v."}


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of notes says its parts. ``head``: an article's opening; ``mark``: one highlight."""

    head: Callable[[Sheet], str]
    mark: Callable[[Sheet, Marked], str]


def write_markdown_notes(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A section each article, its highlights as block quotations with pandoc's citations."""
    return _write(entries, job, _Form(_markdown_head, _markdown_mark))


def write_org_notes(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A heading each article with its properties, highlights as quote blocks with Org's citations."""
    return _write(entries, job, _Form(_org_head, _org_mark))


def write_obsidian_notes(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """The same for Obsidian: front matter of properties, highlights as callouts, tags that can be followed."""
    return _write(entries, job, _Form(_obsidian_head, _obsidian_mark))


def _write(entries: Iterable[tuple[str, Record]], job: Job, form: _Form) -> Iterator[str]:
    before = ""
    for key, record in entries:
        marks = job.highlights(key)
        if marks:
            own = sheet(key, record)
            yield before + form.head(own) + "".join(f"\n{form.mark(own, marked)}" for marked in marks)
            before = "\n"


def locator_words(locator: Locator | None) -> str:
    """``para. 4``, as pandoc and Org read locators; "" where there is none."""
    return f"{_LABELS.get(locator.label, locator.label)} {locator.value}" if locator else ""


def _people(own: Sheet, role: Role) -> list[str]:
    return [name.form.text for name in own.names(role)]


def _date(own: Sheet) -> str:
    """The date in words, a missing year said."""
    appearances = (own.found.own, *own.found.unstated)
    dates = (a.date for a in appearances if a and a.date and a.date != PartialDate())
    return next((date_words(date, phrases()) for date in dates), "")


def _outlet(own: Sheet) -> str:
    appearances = (own.found.own, *own.found.unstated)
    return next((a.publication for a in appearances if a and a.publication), "")


def markdown_text(text: str) -> str:
    """Plain text as Markdown, in which nothing is markup."""
    text = _MARKDOWN.sub(r"\\\1", writable(text))
    return _LINE_MARK.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", text)


def _quoted(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.split("\n"))


def _cited(own: Sheet, marked: Marked) -> str:
    where = locator_words(marked.locator)
    return f"[@{own.key}, {where}]" if where else f"[@{own.key}]"


def _markdown_head(own: Sheet) -> str:
    title = markdown_text(own.text("title").replace("\n", " ")) or own.key
    facts = [", ".join(_people(own, Role.AUTHOR)), _translated(own), _outlet(own), _date(own)]
    line = ". ".join(fact.rstrip(".") for fact in facts if fact)
    return f"## {title}\n" + (f"\n{markdown_text(line)}. `@{own.key}`\n" if line else f"\n`@{own.key}`\n")


def _translated(own: Sheet) -> str:
    names = _people(own, Role.TRANSLATOR)
    said: str = phrases()["translated"].format(names=", ".join(names)) if names else ""
    return said


def _markdown_mark(own: Sheet, marked: Marked) -> str:
    highlight = marked.highlight
    text = _quoted(markdown_text(highlight.quote.exact)) + f">\n> {_cited(own, marked)}\n"
    if highlight.note:
        text += f"\n{markdown_text(highlight.note)}\n"
    tags = " ".join(f"#{tag}" for tag in map(_markdown_tag, highlight.tags) if tag)
    return text + (f"\n{tags}\n" if tags else "")


def _markdown_tag(tag: str) -> str:
    """A tag of one word: blanks and marks become hyphens; one of digits alone is none in Obsidian."""
    word = _TAG.sub("-", tag.strip()).strip("-")
    return f"{word}_" if word.isdecimal() else word


def _obsidian_head(own: Sheet) -> str:
    facts: list[tuple[str, str | list[str]]] = [
        ("title", own.text("title")),
        ("citekey", own.key),
        ("authors", _people(own, Role.AUTHOR)),
        ("translators", _people(own, Role.TRANSLATOR)),
        ("original-title", own.text("original-title")),
        ("publication", _outlet(own)),
        ("date", _date(own)),
        ("language", own.text("language")),
        ("url", own.own.url or ""),
        ("doi", own.text("DOI")),
    ]
    lines = "".join(_property(name, value) for name, value in facts if value)
    title = markdown_text(own.text("title").replace("\n", " ")) or own.key
    return f"---\n{lines}---\n\n# {title}\n"


def _property(name: str, value: str | list[str]) -> str:
    if isinstance(value, str):
        return f"{name}: {_yaml_text(value)}\n"
    return f"{name}:\n" + "".join(f"  - {_yaml_text(one)}\n" for one in value)


def _yaml_text(text: str) -> str:
    text = " ".join(writable(text).split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def _obsidian_mark(own: Sheet, marked: Marked) -> str:
    highlight = marked.highlight
    where = locator_words(marked.locator)
    head = f"> [!quote] {where}\n" if where else "> [!quote]\n"
    text = f"{head}{_quoted(markdown_text(highlight.quote.exact))}> {_cited(own, marked)}\n"
    if highlight.note:
        text += f"\n{markdown_text(highlight.note)}\n"
    tags = " ".join(f"#{tag}" for tag in map(_markdown_tag, highlight.tags) if tag)
    return text + (f"\n{tags}\n" if tags else "")


def _org_head(own: Sheet) -> str:
    facts = [
        ("CITEKEY", own.key),
        ("AUTHOR", "; ".join(_people(own, Role.AUTHOR))),
        ("TRANSLATOR", "; ".join(_people(own, Role.TRANSLATOR))),
        ("ORIGINAL_TITLE", own.text("original-title")),
        ("PUBLICATION", _outlet(own)),
        ("DATE", _date(own)),
        ("LANGUAGE", own.text("language")),
        ("URL", own.own.url or ""),
        ("DOI", own.text("DOI")),
    ]
    lines = "".join(f":{name}: {' '.join(writable(value).split())}\n" for name, value in facts if value)
    title = " ".join(writable(own.text("title")).split()) or own.key
    return f"* {title}\n:PROPERTIES:\n{lines}:END:\n"


def org_text(text: str) -> str:
    """Plain text in Org: a comma keeps a line's beginning from being a heading or a keyword."""
    return _ORG_LINE.sub(",", writable(text))


def _org_mark(own: Sheet, marked: Marked) -> str:
    highlight = marked.highlight
    where = locator_words(marked.locator)
    cite = f"[cite:@{own.key} {where}]" if where else f"[cite:@{own.key}]"
    tags = ":".join(tag for tag in (_ORG_TAG.sub("_", one.strip()).strip("_") for one in highlight.tags) if tag)
    head = f"** {where or own.key}{f'  :{tags}:' if tags else ''}\n"
    text = f"{head}#+begin_quote\n{org_text(highlight.quote.exact)}\n#+end_quote\n{cite}\n"
    return text + (f"\n{org_text(highlight.note)}\n" if highlight.note else "")
