"""What CSL's locales call a translator and an editor: wordings of 63 locales, read from the locale files.

Terms by form (CSL 1.0.2, "Terms"): long and short are labels, verb and verb-short stand before the names.
"""

import html
import re
from collections.abc import Iterator
from functools import cache

from reindreader.errors import MissingResourceError
from reindreader.resources import locale_folder

_TERM = re.compile(
    r'<term name="(?P<role>translator|editor)"(?:\s+form="(?P<form>[a-z-]+)")?\s*>(?P<body>.*?)</term>', re.DOTALL
)
_WORDS = re.compile(r">\s*([^<>]+?)\s*<")
_FORMS = {"long": ("label",), "short": ("label",), "verb": ("label", "lead"), "verb-short": ("lead",)}

Term = tuple[str, str, str, str]
"""(language, role, form of a phrase, words)"""


@cache
def locale_terms() -> tuple[Term, ...]:
    """The terms of all locales; () where the locales are not installed: the program's own tables remain."""
    try:
        files = sorted(locale_folder().glob("locales-*.xml"))
    except MissingResourceError:
        return ()
    found = (term for file in files for term in _terms(file.stem.split("-")[1], file.read_text("utf-8")))
    return tuple(dict.fromkeys(found))


def _terms(language: str, text: str) -> Iterator[Term]:
    language = {"nb": "no", "nn": "no"}.get(language, language)
    for match in _TERM.finditer(text):
        for words in _WORDS.findall(f">{match['body']}<"):
            plain = " ".join(html.unescape(words).split())
            for form in _FORMS.get(match["form"] or "long", ()):
                if len(plain) > 2 and not re.search(r"[\[\](){}|]", plain):
                    yield language, match["role"], form, plain
