"""What stands in a byline in place of a name: an account of the site, or a group within an outlet."""

import re
from functools import cache

from reindreader.attribution.phrases import shared_words

_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf|eps|mp[34]|html?|txt|docx?)", re.IGNORECASE)

_CODE = re.compile(r"[{}\\=<>]")


def is_nobody(words: str) -> bool:
    """Whether the words name an account ("Super User"), a group without a name of its own ("Harbour Post Staff"), or a
    file ("quay.png"), or are code."""
    words = " ".join(words.split()).strip(" .,:;")
    return bool(_nobodies().search(words) or _FILE.fullmatch(words) or _CODE.search(words) or words.count('"') == 1)


@cache
def _nobodies() -> re.Pattern[str]:
    table = shared_words()["nobodies"]
    whole, ends = ("|".join(map(re.escape, table[kind])) for kind in ("whole", "ends"))
    return re.compile(
        rf"^(?:{whole})$|(?<!\w)(?:{ends})$|(?:{'|'.join(map(re.escape, table['joined']))})$", re.IGNORECASE
    )
