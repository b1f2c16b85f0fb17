"""The network: an address or a DOI that the user gave, and nothing else. The only room that opens a connection."""

from reindreader.fetching.doi import RESOLVER, Described, describe, doi_in
from reindreader.fetching.links import Fetched, is_link, link_of
from reindreader.fetching.transfer import FetchLimits, fetch
from reindreader.fetching.types import decoded_as, file_name

__all__ = [
    "RESOLVER",
    "Described",
    "FetchLimits",
    "Fetched",
    "decoded_as",
    "describe",
    "doi_in",
    "fetch",
    "file_name",
    "is_link",
    "link_of",
]
