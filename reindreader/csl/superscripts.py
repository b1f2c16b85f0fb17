"""Superscript characters, which terms use for ordinals, as HTML markup (CSL 1.0.2, Terms: "superscripting")."""

from __future__ import annotations

import re
import sys
import unicodedata

_WITHOUT_DECOMPOSITION = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def _table() -> dict[str, str]:
    found = dict(_WITHOUT_DECOMPOSITION)
    for code in range(0xAA, min(0x3200, sys.maxunicode)):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts[:1] == ["<super>"]:
            found[chr(code)] = "".join(chr(int(part, 16)) for part in parts[1:])
    return found


_BASES = _table()
_ANY = re.compile("[" + "".join(map(re.escape, _BASES)) + "]")


def html(text: str) -> str:
    """The text with each superscript character as `<sup>` around the character it stands for."""
    return _ANY.sub(lambda match: f"<sup>{_BASES[match[0]]}</sup>", text)
