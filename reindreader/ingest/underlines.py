"""Headings that a line of signs underlines, as Markdown (setext), reStructuredText and writers of plain text set them."""

import re
from collections.abc import Sequence

from reindreader.ingest.layout import Chunk, columns

_SIGNS = re.compile(r"(?P<sign>[=\-~^\"*+#_`'.:])(?P=sign){2,}")


def underlined(chunks: Sequence[Chunk]) -> dict[int, int]:
    """The indices of underlined lines and their ranks: 0 for those underlined as the first is, 1 for the next kind of line …"""
    signs: dict[str, int] = {}
    found = {}
    for index in range(len(chunks) - 1):
        sign = _sign(chunks, index)
        if sign:
            found[index] = signs.setdefault(sign, len(signs))
    return found


def _sign(chunks: Sequence[Chunk], index: int) -> str | None:
    """By what a line is underlined, with the line above it where there is one; None for one that is not."""
    chunk, below = chunks[index], chunks[index + 1]
    line = _SIGNS.fullmatch(below.text)
    if line is None or below.after_blank or len(chunk.lines) > 1 or not any(map(str.isalnum, chunk.text)):
        return None
    if not 0.5 <= len(below.text) / columns(chunk.text) <= 2:
        return None
    above = chunks[index - 1].text if index and not chunk.after_blank else ""
    return line["sign"] * (2 if above == below.text else 1)
