"""Records as Hayagriva YAML, Typst's bibliography: nothing that Typst would refuse, for it refuses the whole file.

Every text is a double-quoted string. Titles and some others are read for ``{``, ``}``, ``$`` and ``\\``, so these are
escaped; dates, languages and addresses are checked, and left out where they are not what Typst reads.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from reindreader.citing.bibtex.case import protect
from reindreader.citing.hayagriva_tables import AFFILIATED, SERIALS, TYPES, WORDED_ROLES
from reindreader.citing.json_pieces import filled
from reindreader.citing.options import PLAIN_JOB, ExportOptions, Job
from reindreader.citing.phrases import Words, phrases
from reindreader.citing.sheets import Sheet, first_date, iso_date, one_line, sheet
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date
from reindreader.model.names import Name
from reindreader.model.records import Appearance, Record, Title

Node = dict[str, Any]
_SPECIAL = re.compile(r"[{}$\\]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_PAGES = re.compile(r"\d{1,9}(?:\s*[-–]\s*\d{1,9})?")
_PORT = 65535


def write_hayagriva(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A YAML file, a record a piece."""
    words = phrases(job.options.words)
    quote = _ascii_quoted if job.options.ascii else _quoted
    some = False
    for key, record in entries:
        own = sheet(key, record)
        yield f"{quote(one_line(key))}:\n" + "".join(_yaml(_entry(own, words, job.options), 1, quote)) + "\n"
        some = True
    if not some:
        yield "{}\n"


def _entry(own: Sheet, words: Words, options: ExportOptions) -> Node:
    kind, container = TYPES.get(own.record.kind, ("misc", ""))
    outer = _container(own, container)
    said = [own.text("note"), *own.said(words, WORDED_ROLES, original=own.yearless_original)]
    return filled(
        {
            "type": kind,
            "title": _title(own, options),
            **_people(own.record.contributors),
            "date": typst_date(own.own.date),
            "publisher": escape("" if outer else own.text("publisher")),
            "location": escape("" if outer else own.text("publisher-place")),
            **({} if outer else _numbers(own)),
            "page-range": pages if _PAGES.fullmatch(pages := one_line(own.text("page"))) else "",
            "page-total": total if (total := own.text("number-of-pages")).isdecimal() and total.isascii() else "",
            "edition": one_line(own.text("edition")),
            "genre": escape(own.text("genre")),
            "abstract": escape(own.text("abstract")),
            "url": _address(own.own),
            "serial-number": filled({name: one_line(own.text(text)) for name, text in SERIALS}),
            "language": tag if _LANGUAGE.fullmatch(tag := own.text("language")) else "",
            "archive": escape(own.text("archive")),
            "archive-location": escape(own.text("archive_location")),
            "call-number": escape(own.text("call-number")),
            "note": escape(". ".join(s.rstrip(".") for s in said if s)),
            "parent": _parents(own, outer),
        }
    )


def _numbers(own: Sheet) -> Node:
    return {"volume": one_line(own.text("volume")), "issue": one_line(own.text("issue"))}


def _container(own: Sheet, kind: str) -> Node:
    """What it appeared in, with its numbers; {} where that is not known."""
    title = escape(own.text("container-title"))
    if not title:
        return {}
    publisher, place = escape(own.text("publisher")), escape(own.text("publisher-place"))
    return {"type": kind or "misc", "title": title} | filled(
        {"publisher": publisher, "location": place, **_numbers(own)}
    )


def _parents(own: Sheet, outer: Node) -> list[Node]:
    series = escape(own.text("collection-title"))
    number = one_line(own.text("collection-number"))
    collection = {"type": "anthology", "title": series} | filled({"volume": number}) if series else {}
    return [node for node in (outer, collection, _original(own)) if node]


def _original(own: Sheet) -> Node:
    """The original, as a parent of the type that Typst takes ``original-date`` and the like from."""
    original, there = own.original, own.there
    known = filled(
        {
            "title": escape(original.title.text) if original.title else "",
            **_people(original.contributors),
            "date": typst_date(there.date),
            "publisher": escape(there.publication or ""),
            "location": escape(there.place or ""),
            "url": _address(there),
            "language": tag if _LANGUAGE.fullmatch(tag := original.language or "") else "",
        }
    )
    return {"type": "original"} | known if known else {}


def escape(text: str) -> str:
    """A text that nothing is read in."""
    text = one_line(text)
    return _SPECIAL.sub(r"\\\g<0>", text) if _SPECIAL.search(text) else text


def _title(own: Sheet, options: ExportOptions) -> str | Node:
    title: Title | None = own.record.title
    if title is None:
        return ""
    tag = title.tag or own.record.language
    value = protect(title.text, tag, escape) if options.protect_titles else escape(title.text)
    short = escape(own.text("title-short"))
    return {"value": value, "short": short} if short and value else value


def _people(contributors: Iterable[Contributor]) -> Node:
    groups: dict[str, list[Node]] = {}
    for contributor in contributors:
        role = _ROLES.get(contributor.role)
        if role and (person := _person(contributor.name)):
            groups.setdefault(role, []).append(person)
    own = {role: groups.pop(role) for role in ("author", "editor") if role in groups}
    return own | filled({"affiliated": [{"role": role, "names": names} for role, names in groups.items()]})


_ROLES = {Role.AUTHOR: "author", Role.EDITOR: "editor", **AFFILIATED}


def _person(name: Name) -> Node:
    form = name.form
    if name.organisation or form.family is None:
        return filled({"name": one_line(form.text)})
    parts = {"name": form.family, "given-name": form.forenames, "prefix": form.particle, "suffix": form.suffix}
    if form.glued:
        parts |= {"name": form.surname, "prefix": None}
    return filled({part: one_line(words or "") for part, words in parts.items()})


def typst_date(date: Date | None) -> str:
    """``2015-11-30``, ``~2015``; "" without a year and for years of more than four digits."""
    first = first_date(date)
    if first is None or abs(first.year or 0) > 9999:
        return ""
    return ("~" if first.approximate or first.uncertain else "") + iso_date(first)


def _address(appearance: Appearance) -> str | Node:
    address = appearance.url or ""
    if not typst_reads(address):
        return ""
    accessed = typst_date(appearance.accessed)
    return {"value": address, "date": accessed} if accessed else address


def typst_reads(address: str) -> bool:
    """Whether the address is one that the URL Standard's parser takes without a doubt."""
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    plain = (
        _HOST.fullmatch(host) and ".." not in host and "xn--" not in host and not host.rpartition(".")[2].isdecimal()
    )
    return parts.scheme in {"http", "https"} and bool(plain) and (port is None or port <= _PORT)


def _yaml(node: Node, level: int, quote: Callable[[str], str]) -> Iterator[str]:
    """A mapping, two blanks a level."""
    blank = "  " * level
    for name, value in node.items():
        if isinstance(value, dict):
            yield f"{blank}{name}:\n"
            yield from _yaml(value, level + 1, quote)
        elif isinstance(value, list):
            yield f"{blank}{name}:\n"
            for item in value:
                first, *rest = _yaml(item, level + 2, quote)
                yield f"{blank}  - {first.lstrip()}"
                yield from rest
        else:
            yield f"{blank}{name}: {value if name in {'type', 'role'} else quote(value)}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _ascii_quoted(text: str) -> str:
    """YAML has no pairs of surrogates: what JSON writes as two is one here."""
    return "".join(
        char if char.isascii() and char.isprintable() and char not in '"\\' else _escaped(char) for char in text
    ).join('""')


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    code = ord(char)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
