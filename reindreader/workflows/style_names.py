"""What people call the styles that are used most; the others go by their titles."""

from collections.abc import Mapping
from types import MappingProxyType

from reindreader.citing.style_index import StyleEntry

COMMON: Mapping[str, str] = MappingProxyType(
    {
        "apa": "APA 7",
        "chicago-notes-bibliography": "Chicago 18, notes",
        "chicago-author-date": "Chicago 18, author-date",
        "modern-language-association": "MLA 9",
        "harvard-cite-them-right": "Harvard (Cite Them Right)",
        "ieee": "IEEE",
        "mhra-notes": "MHRA, notes",
        "modern-humanities-research-association-notes": "MHRA, notes",
        "turabian-author-date": "Turabian, author-date",
        "american-medical-association": "AMA",
        "nlm-citation-sequence": "Vancouver (NLM)",
        "oscola": "OSCOLA",
        "nature": "Nature",
        "china-national-standard-gb-t-7714-2015-numeric": "GB/T 7714-2015, numeric",
        "china-national-standard-gb-t-7714-2015-author-date": "GB/T 7714-2015, author-date",
    }
)
"""Style id -> name, the most used first: the order of the style chooser before anyone has chosen."""


def style_name(entry: StyleEntry) -> str:
    """The style's name for people."""
    return COMMON.get(entry.id) or entry.title or entry.short or entry.id
