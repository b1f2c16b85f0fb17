"""Bylines that an office document marks by the name of their paragraphs' style, as pandoc and templates of journals do."""

from collections.abc import Iterable, Iterator

from reindreader.ingest.html_claims import claims_of
from reindreader.ingest.html_facts import Fact
from reindreader.model.claims import Claim

_STYLES = {
    "byline": (
        "author authors author(s) authorname authornames byline autor autoren autorin autores autora auteur auteurs autore autori "
        "verfasser verfasserin forfatter författare schrijver kirjailija szerző autoři yazar автор авторы المؤلف 作者 著者 저자"
    ),
    "translator": (
        "translator translators translatedby übersetzer übersetzerin übersetzung traducteur traductrice traductor traductora tradutor "
        "tradutora traduttore traduttrice oversetter översättare oversætter vertaler tłumacz fordító çeviren переводчик المترجم "
        "译者 譯者 訳者 翻訳者 옮긴이"
    ),
}
"""Names of styles, in small letters and without blanks, by whom their paragraphs name."""
_FACTS = {style: fact for fact, names in _STYLES.items() for style in names.split()}
_LONGEST, _MOST = 300, 10


def byline_claims(paragraphs: Iterable[tuple[str, str]], format_name: str) -> tuple[Claim, ...]:
    """The people whom paragraphs name. ``paragraphs``: pairs of a style's name and the words, from the top."""
    return claims_of(_facts(paragraphs, format_name))


def _facts(paragraphs: Iterable[tuple[str, str]], format_name: str) -> Iterator[Fact]:
    found = 0
    for style, words in paragraphs:
        fact = _FACTS.get("".join(style.split()).casefold().removeprefix("article"))
        if fact and 2 < len(words) <= _LONGEST and found < _MOST:
            found += 1
            yield Fact(fact, words, f"[{format_name} style {style}]")
