"""What stands in a byline in place of a name: an account of the site, or a group within an outlet."""

import re
from functools import cache

from reindreader.attribution.phrases import shared_words


def is_nobody(words: str) -> bool:
    """Whether the words name an account ("Super User") or a group without a name of its own ("Harbour Post Staff")."""
    return bool(_nobodies().search(" ".join(words.split()).strip(" .,:;")))


@cache
def _nobodies() -> re.Pattern[str]:
    table = shared_words()["nobodies"]
    whole, ends = ("|".join(map(re.escape, table[kind])) for kind in ("whole", "ends"))
    return re.compile(
        rf"^(?:{whole})$|(?<!\w)(?:{ends})$|(?:{'|'.join(map(re.escape, table['joined']))})$", re.IGNORECASE
    )
