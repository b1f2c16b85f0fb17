"""About where the letters of a printed line stand, as long as nobody has measured them."""

from reindreader.model.text import Box

_NARROW, _WIDE = frozenset("iljtfrI.,;:'’|! ()[]"), frozenset("mwMWOQGD@%—")


def letter_edges(words: str, line: Box) -> tuple[float, ...]:
    """Where each letter of a line begins, and at the end where the last one ends: in points from the page's left edge.

    Each letter is taken to be as wide as its kind is in common typefaces.
    """
    widths = [_width(char) for char in words]
    scale = (line.right - line.left) / (sum(widths) or 1.0)
    places = [line.left]
    for width in widths:
        places.append(places[-1] + width * scale)
    return tuple(places)


def _width(char: str) -> float:
    """In ems."""
    if char >= "\u2e80":
        return 1.0
    return 0.28 if char in _NARROW else 0.8 if char in _WIDE else 0.67 if char.isupper() else 0.5
