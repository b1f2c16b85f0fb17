"""From a phrase at its place to the credit it gives: one function for each kind of phrase."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from reindreader.attribution.appearing import address_credit, appearance_credit
from reindreader.attribution.crediting import office_holder, position_credit
from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.hits import Hit
from reindreader.attribution.line import ENDS_VALUE, Line, value_bounds
from reindreader.attribution.listing import people
from reindreader.attribution.outlets import outlet, trimmed, url_at
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.titles import bare_title_credit, title_credit
from reindreader.model.text import Span

LICENCE = re.compile(
    r"(?:知識共享|知识共享|創用\s?CC|创用\s?CC)\s?(?:署名|姓名標示|姓名标示)[^，。；）、\d]*\d\.\d(?:\s?(?:國際|国际))?"
    r"(?:\s?(?:公共)?(?:許可協議|许可协议|授權條款|授权条款|許可證|许可证))?"
    r"|\b(?:CC0|CC[\s-]BY(?:-\w{2})*(?:\s\d\.\d)?(?:\s(?:IGO|Intl|International|DE|FR|JP|CN|HK|TW|US|UK))?)(?!\w)"
    r"|Creative Commons [A-Z][\w \u2013-]+?\d\.\d(?: [A-Z]\w+)*(?: Licen[cs]e)?|知識共享[^，。；）\s]+|知识共享[^，。；）\s]+"
)

_LICENCE_CALLED = re.compile(
    r"\s?(?:國際|国际)?\s?(?:公共)?(?:許可|许可|授權|授权)?(?:協議|协议|條款|条款|許可證|许可证|許可|许可)"
)

_LONGEST_POSITION = 60


def _publisher(line: Line, hit: Hit) -> Credit | None:
    name, _, stop = outlet(line.text, hit.end, line.region(hit), hit.wording.words)
    if name is None or not (hit.wording.form == "label" or ENDS_VALUE.match(line.text[stop:])):
        return None
    return Credit("publisher", value_bounds(hit, stop), words=name)


def _url(line: Line, hit: Hit) -> Credit | None:
    url = url_at(line.text, hit.end, len(line.text))
    return address_credit(hit, url, hit.wording.meaning.relation) if url else None


def _licence(line: Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    known = LICENCE.search(line.text, hit.end, end)
    if known:
        called = _LICENCE_CALLED.match(line.text, known.end())
        return Credit(
            "license",
            value_bounds(hit, called.end() if called else known.end()),
            words=Words(known[0], Span(*known.span())),
        )
    span = trimmed(line.text, hit.end, end)
    if hit.wording.form != "label" or not 1 < len(span) <= 80 or line.text[span.end - 1] in "?？":
        return None
    return Credit("license", value_bounds(hit, span.end), words=Words(span.slice(line.text), span))


def _machine(line: Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    if hit.people:
        return _machine_around(line, hit, hit.people)
    match = (_tool_after() if hit.wording.form == "bare" else _tool()).match(line.text, hit.end, end)
    if match:
        words = Words(match["tool"], Span(*match.span("tool")))
        return Credit("machine", value_bounds(hit, match.end()), words=words, tag=hit.tag, tag_span=hit.tag_span)
    complete = hit.wording.form == "bare" and ENDS_VALUE.match(line.text[hit.end :])
    return Credit("machine", value_bounds(hit, hit.end)) if complete else None


def _machine_around(line: Line, hit: Hit, within: Span) -> Credit | None:
    """ "mit DeepL übersetzt": the tool stands within the phrase."""
    match = _tool().fullmatch(line.text, within.start, within.end)
    if match is None or not ENDS_VALUE.match(line.text[hit.end :]):
        return None
    words = Words(match["tool"], Span(*match.span("tool")))
    return Credit("machine", Span(hit.start, hit.end), words=words, tag=hit.tag, tag_span=hit.tag_span)


@cache
def _tool() -> re.Pattern[str]:
    names = "|".join(re.escape(tool) for tool in sorted(shared_words()["tools"], key=len, reverse=True))
    return re.compile(rf"\s*(?:the\s+)?(?P<tool>{names})(?![^\W\u3040-\u9fff])", re.IGNORECASE)


@cache
def _tool_after() -> re.Pattern[str]:
    """The tool behind "machine translation": after a colon, in brackets, or with a word or two between."""
    return re.compile(rf"[\s:：(（–—-]*(?:[^\W\d_]{{1,12}}\s+){{0,2}}?{_tool().pattern}", re.IGNORECASE)


def _language(line: Line, hit: Hit) -> Credit | None:
    if hit.wording.form == "label":
        names = hit.wording.words
        match = re.compile(r"[\w ]+").match(line.text, hit.end, line.region(hit))
        tag = names.tag_of(match[0]) if match else None
        span = Span(*match.span()) if match else None
        return Credit("language", Span(hit.start, match.end()), tag=tag, tag_span=span) if match and tag else None
    if hit.tag is None or not ENDS_VALUE.match(line.text[hit.end :]):
        return None
    return Credit("language", value_bounds(hit, hit.end), tag=hit.tag, tag_span=hit.tag_span)


def _office(line: Line, hit: Hit) -> Credit | None:
    """The office that sent an article out: its holder is the author, which is inferred and said to be so.

    What follows the holder's name behind a comma is the office that is held, whatever it is called.
    """
    end = line.region(hit)
    comma = re.compile("[,，]").search(line.text, hit.end, end)
    found, stop = people(line.text, hit.end, comma.start() if comma else end, hit.wording.words, strict=True)
    held = trimmed(line.text, stop, end) if comma and stop <= comma.start() else Span(stop, stop)
    if len(found) == 1 and 1 < len(held) <= _LONGEST_POSITION:
        found, stop = (replace(found[0], position=held.slice(line.text)),), held.end
    return office_holder(value_bounds(hit, stop), found) if ENDS_VALUE.match(line.text[stop:]) else None


def _other(line: Line, hit: Hit) -> Credit | None:
    """A label that is known, and whose value is nothing to keep: it ends the value before it."""
    span = trimmed(line.text, hit.end, line.region(hit))
    return Credit("other", value_bounds(hit, span.end)) if len(span) else None


Reader = Callable[[Line, Hit], Credit | None]

READERS: dict[str, Reader] = {
    "appearance": appearance_credit,
    "original-title": title_credit,
    "title": bare_title_credit,
    "original-url": _url,
    "publisher": _publisher,
    "license": _licence,
    "machine": _machine,
    "language": _language,
    "office": _office,
    "other": _other,
    "author-position": position_credit,
}
