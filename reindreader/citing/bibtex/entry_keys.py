"""Keys of entries: safe for every program, or in any script for those that read it."""

import re

from reindreader.citing.keys import NAMELESS, safe_key

_HARMFUL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff,{}()\"'#%=~\\@&$^]+")


def entry_key(key: str, *, safe: bool = True) -> str:
    """The key as it is written. ``safe``: ``[A-Za-z0-9:_-]`` alone, else any script, for biber and LuaLaTeX."""
    return safe_key(key) if safe else readable_key(key)


def readable_key(key: str) -> str:
    """A key without blanks and without what BibTeX or LaTeX take for their own."""
    return _HARMFUL.sub("", key) or NAMELESS
