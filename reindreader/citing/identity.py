"""What one version is known by wherever it stands: its DOI, and the address where it is read."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from reindreader.citing.versions import outlets
from reindreader.model.records import Record

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_\w+|ref|share|from", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:dx\.)?doi\.org/", re.IGNORECASE)


def doi_of(record: Record) -> str:
    """The DOI as it can be compared, "" where there is none: the stated one, or that of an address of the resolver."""
    stated = plain_doi(record.variables.get("DOI", ""))
    address = "" if stated else address_of(record)
    return stated or (plain_doi(unquote(address)) if _RESOLVER.match(address) else "")


def plain_doi(words: str) -> str:
    """The DOI in the words, in small letters (ISO 26324: capitals make no difference); "" where there is none."""
    match = _DOI.search(words.lower())
    return match.group().rstrip(".,;") if match else ""


def address_of(record: Record) -> str:
    """The address where this very text is read, as ``plain_address``; "" where it is not known. An original's is another's."""
    found = outlets(record)
    here = (found.own, *found.unstated)
    return next((plain_address(one.url) for one in here if one and one.url), "")


def plain_address(url: str) -> str:
    """An address without what does not lead elsewhere: scheme, ``www.``, fragment, tracking; "" for a home page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)])
    path = parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    way = f"{path}?{query}" if query else path
    return host + way if host and way else ""
