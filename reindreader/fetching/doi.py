"""DOIs: what their registration agency knows of a work, by content negotiation (DOI Handbook, "Content negotiation")."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from reindreader.errors import UnreachableError
from reindreader.fetching.links import Fetched, IsNear, is_near
from reindreader.fetching.transfer import FetchLimits, Received, fetch

RESOLVER = "https://doi.org/"
ACCEPT = "application/vnd.citationstyles.csl+json, application/json;q=0.5"
LIMITS = FetchLimits(max_bytes=5_000_000, seconds=60.0)

_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}(?:\.\d+)*/\S+?)[.,;]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """``item``: the CSL-JSON that was given for the ``doi``; ``url``: who gave it."""

    doi: str
    item: Mapping[str, Any]
    url: str


def doi_in(words: str) -> str | None:
    """The DOI that the words are (``doi:10.…``, an address of doi.org, bare), None where they are something else."""
    match = _DOI.fullmatch(words.strip())
    if not match:
        return None
    return unquote(match["doi"]) if "://" in words else match["doi"]


def describe(
    doi: str,
    resolver: str = RESOLVER,
    limits: FetchLimits = LIMITS,
    *,
    near: IsNear = is_near,
) -> Iterator[Received | Described]:
    """What is registered for the DOI: pieces are told of as they come, the last value is the Described.

    Raises UnreachableError as ``fetch`` does, with the DOI in the place of the address; ``no-record`` where the agency has none
    in a form that is read.
    """
    try:
        for step in fetch(resolver + quote(doi, safe="/:;()._-"), limits, accept=ACCEPT, near=near):
            if isinstance(step, Fetched):
                yield Described(doi, _item(step, doi), step.url)
            else:
                yield step
    except UnreachableError as error:
        raise UnreachableError(doi, error.reason, error.status, error.detail) from error


def _item(fetched: Fetched, doi: str) -> Mapping[str, Any]:
    try:
        item = json.loads(fetched.data)
    except (ValueError, RecursionError) as error:
        raise UnreachableError(doi, "no-record") from error
    if isinstance(item, list) and len(item) == 1:
        item = item[0]
    if not isinstance(item, Mapping) or not item.get("title"):
        raise UnreachableError(doi, "no-record")
    return item
