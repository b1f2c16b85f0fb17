"""Words as the search sees them."""

import unicodedata


def folded(text: str) -> str:
    """The text for finding and sorting: compatibility forms, case and accents made equal."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(c for c in decomposed if not unicodedata.combining(c)))
