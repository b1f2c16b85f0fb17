"""Whether ISBN, ISSN, DOI, access dates and addresses have the form that they should have. Nothing is ever altered.

ISBN: ISO 2108 (ten figures, weights 10…1 modulo 11; thirteen, weights 1 and 3 modulo 10). ISSN: ISO 3297 (weights 8…1 modulo
11). DOI: ISO 26324 (``10.``, a registrant, a slash, a suffix).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from reindreader.model.dates import Date, PartialDate
from reindreader.model.records import Record

_HYPHENS = re.compile(r"[\s‐‑–-]")
_SEVERAL = re.compile(r"\s*[;,]\s*|\s+(?=97[89])")
_NOTE = re.compile(r"\s*\([^)]*\)")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_DOI_HOST = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def form_problems(record: Record) -> Iterator[tuple[str, str]]:
    """(field, value) of each value whose form is wrong."""
    for name, good in _CHECKS.items():
        value = record.variables.get(name)
        if value and not all(good(one) for one in _SEVERAL.split(_NOTE.sub("", value).strip()) if one):
            yield name, value
    for appearance in record.appearances:
        for part, address in (("url", appearance.url), ("archived", appearance.archived)):
            if address and not good_address(address):
                yield part, address
        if appearance.accessed and not _past(appearance.accessed):
            yield "accessed", appearance.accessed.iso


def good_isbn(text: str) -> bool:
    """Whether the last figure of an ISBN fits the others."""
    figures = _HYPHENS.sub("", text.removeprefix("ISBN")).upper()
    if re.fullmatch(r"\d{9}[\dX]", figures, re.ASCII):
        return _weighted(figures, 10) % 11 == 0
    return bool(re.fullmatch(r"97[89]\d{10}", figures, re.ASCII)) and (
        sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(figures)) % 10 == 0
    )


def good_issn(text: str) -> bool:
    """Whether the last figure of an ISSN fits the others."""
    figures = _HYPHENS.sub("", text.removeprefix("ISSN")).upper()
    return bool(re.fullmatch(r"\d{7}[\dX]", figures, re.ASCII)) and _weighted(figures, 8) % 11 == 0


def _weighted(figures: str, first: int) -> int:
    return sum((10 if figure == "X" else int(figure)) * (first - place) for place, figure in enumerate(figures))


def bare_doi(text: str) -> str:
    """A DOI without the address that leads to it, which styles print before it; anything else as it is."""
    return _DOI_HOST.sub("", text.strip()) if good_doi(text) else text


def good_doi(text: str) -> bool:
    """Whether it is a DOI, alone or as an address."""
    return _DOI.fullmatch(_DOI_HOST.sub("", text.strip())) is not None


def good_address(text: str) -> bool:
    """Whether it is an absolute address of the web (or of a file server) without blanks."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https", "ftp"} and bool(parts.netloc) and not re.search(r"\s", text)


def _past(accessed: Date) -> bool:
    """Nobody has read it tomorrow."""
    if not isinstance(accessed, PartialDate) or accessed.year is None:
        return False
    today = date.today()
    known = (accessed.year, accessed.month or 1, accessed.day or 1)
    return known <= (today.year, today.month, today.day + 1)


_CHECKS: Mapping[str, Callable[[str], bool]] = {"ISBN": good_isbn, "ISSN": good_issn, "DOI": good_doi}
