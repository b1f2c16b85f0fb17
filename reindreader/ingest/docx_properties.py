"""What the properties of an office document declare (Dublin Core in OPC core properties and in ODF's meta.xml).

The account that made a file (``creator`` in OPC, ``initial-creator`` in ODF, where ``creator`` is who changed it last) is
credited with nothing: attribution takes it for evidence where the text names the same person. Names that programs fill in
are left out. The day a file was made is not the day its text was published.
"""

from collections.abc import Iterator

from lxml import etree

from reindreader.ingest.html_claims import language_tag
from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_tree import local_name, words_of
from reindreader.model.claims import Certainty, Claim, FilePlace, Value
from reindreader.model.fields import ACCOUNT
from reindreader.model.records import Title

NOBODY = frozenset(
    {"microsoft office user", "microsoft", "user", "windows user", "admin", "administrator", "unknown", "unknown author", "owner",
     "python-docx", "author", "anonymous", "guest", "pc", "home", "un-named", "openoffice.org", "libreoffice", "microsoft word", "(anonymous)",
     "microsoft account", "microsoft-konto", "compte microsoft", "cuenta microsoft", "учетная запись майкрософт", "учетная запись microsoft",
     "пользователь", "пользователь windows", "benutzer", "windows-benutzer", "utilisateur", "utilisateur windows", "usuario",
     "usuario de windows", "usuário", "usuário do windows", "utente", "utente windows", "gebruiker", "użytkownik", "kullanıcı",
     "microsoft 帳戶", "microsoft 帐户", "微软用户", "微軟用戶", "用户", "用戶", "使用者", "windows 用户", "windows 使用者", "사용자",
     "ユーザー", "作成者", "google docs", "apple", "apache poi", "docx4j", "aspose", "openoffice", "writer", "user name", "your name", "name"}
)  # fmt: skip
"""Names that programs put where a person's should stand."""
UNTITLED = frozenset(
    {
        "untitled",
        "document",
        "document1",
        "word document",
        "microsoft word",
        "powerpoint presentation",
        "slide 1",
        "untitled document",
    }
)


_ACCOUNTS = frozenset({("DOCX", "creator"), ("ODT", "initial-creator")})


def property_claims(root: etree._Element | None, format_name: str) -> tuple[Claim, ...]:
    """The claims of a document's properties. ``format_name``: as the evidence calls it, such as "DOCX"."""
    if root is None:
        return ()
    found: dict[str, Claim] = {}
    for element in root.iter("{*}*"):
        for claim in _claims(local_name(element), clean(words_of(element)), format_name):
            found.setdefault(claim.field, claim)
    return tuple(found.values())


def _claims(tag: str, words: str, format_name: str) -> Iterator[Claim]:
    field: str = tag
    value: Value | None = None
    if tag == "title" and words and words.casefold() not in UNTITLED:
        value = Title(words)
    elif tag == "language" and words:
        value = language_tag(words)
    elif (format_name, tag) in _ACCOUNTS and is_person(words):
        field, value = ACCOUNT, words
    if value is not None:
        yield Claim(field, value, Certainty.DECLARED, (FilePlace(f"{format_name} {tag}", words),))


def is_person(words: str) -> bool:
    """Whether a property's words can be somebody's name."""
    plain = words.casefold()
    return len(words) > 2 and plain not in NOBODY and "@" not in words and any(char.isalpha() for char in words)
