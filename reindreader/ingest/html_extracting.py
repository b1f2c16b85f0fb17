"""Trafilatura, asked for what is needed alone.

It lets a second reader see each page, in a third of its time, and takes that one's answer where its own is short, or
more than twice as long. Where even the whole page is not twice as long as its own, that need not be asked.
"""

from copy import copy
from functools import cache
from typing import Any

from lxml import etree


def extracted(tree: etree._Element, url: str | None, *, marked: bool) -> etree._Element | None:
    """The article's part of a page in the names of TEI, None where none was found. ``marked``: with links and emphasis."""
    trafilatura = _trafilatura()
    options = copy(_options(marked=marked))
    options.url = url
    found = trafilatura.bare_extraction(tree, url=url, options=options)  # it works on a copy of its own
    body: etree._Element | None = getattr(found, "body", None)
    return body


@cache
def _options(*, marked: bool) -> Any:
    """Made once: reading its settings takes a tenth of the time of a page."""
    from trafilatura.settings import Extractor  # noqa: PLC0415  slow to load, and only the worker needs it

    # XML, or it would write the text as well.
    return Extractor(output_format="xml", comments=False, formatting=marked, links=marked, tables=True)


@cache
def _trafilatura() -> Any:
    import trafilatura  # noqa: PLC0415
    from trafilatura import core, external  # noqa: PLC0415

    compare: Any = external.compare_extraction
    unclean = etree.XPath(f"boolean({external.SANITIZED_XPATH})")

    def sparing(cleaned: Any, raw: Any, body: Any, text: str, options: Any) -> tuple[Any, str]:
        if _holds(raw, body, len(text), options) and not unclean(body):
            return body, text
        compared: tuple[Any, str] = compare(cleaned, raw, body, text, options)
        return compared

    vars(core)["compare_extraction"] = sparing
    return trafilatura


def _holds(page: Any, body: Any, length: int, options: Any) -> bool:
    """Whether no other reader's answer would be taken: trafilatura's own conditions, with the page for that answer."""
    if options.focus != "balanced" or length < options.min_extracted_size or not _is_within(page, 2 * length):
        return False
    paragraphs = len(body.findall(".//p"))
    return len(body.findall(".//table")) <= paragraphs and bool(body.xpath("boolean(.//p//text())"))


def _is_within(page: Any, most: int) -> bool:
    """Whether a page has so many characters at most, without programs and styles; runs of white space count as one."""
    words, apart = page.text_content(), [element.text or "" for element in page.iter("script", "style")]
    return len(words) - sum(map(len, apart)) <= most or _spaced(words) - sum(map(_spaced, apart)) <= most


def _spaced(words: str) -> int:
    return len(" ".join(words.split()))
