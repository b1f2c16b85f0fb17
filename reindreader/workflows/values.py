"""What a user types into a field, as a value; and a value as text to edit again."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from reindreader.errors import BadValueError
from reindreader.model.claims import Value
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.dates import Date, DateRange, PartialDate, parse_iso
from reindreader.model.fields import NO, ORIGINAL, YES, ValueKind, field_of
from reindreader.model.names import Name, parse_name
from reindreader.model.records import TYPES, Relation, Title, TranslationKind
from reindreader.workflows.languages import tag_of

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def values_of(field: str, words: str, *, found: Sequence[Value] = ()) -> tuple[Value, ...]:
    """The values that the words give a field (a name that ``fields.field_of`` knows); none for no words.

    ``found``: what the field holds; a person who is typed as before keeps role and forms. Several people are divided by
    semicolons. Raises BadValueError where the words do not fit the field.
    """
    words = words.strip()
    if not words:
        return ()
    kind = field_of(field).kind
    if kind is ValueKind.CONTRIBUTORS:
        return tuple(_contributor(field, part, found) for part in words.split(";") if part.strip())
    try:
        return (_READERS[kind](words),)
    except ValueError as error:
        raise BadValueError(field, words, kind.value) from error


def is_plain(field: str, words: str) -> bool:
    """Whether the value stands in the words as they are: nothing that knows languages has to be loaded to read it."""
    words, kind = words.strip(), field_of(field).kind
    if kind is ValueKind.CONTRIBUTORS:
        return all(_is_divided(part) for part in words.split(";") if part.strip())
    if kind is ValueKind.DATE and words:
        return _iso(words) is not None
    return kind is not ValueKind.LANGUAGE or not words


def edit_text(values: Sequence[Value]) -> str:
    """The text that ``values_of`` reads the values back from."""
    return "; ".join(_text(value) for value in values)


def _text(value: Value) -> str:
    match value:
        case Title():
            return value.text
        case Contributor():
            form = value.name.form
            return f"{{{form.text}}}" if value.name.organisation else form.inverted
        case PartialDate() | DateRange():
            return value.iso
    return str(value)


def _contributor(field: str, words: str, found: Sequence[Value]) -> Contributor:
    words = " ".join(words.split())
    people = (value for value in found if isinstance(value, Contributor))
    same = next((p for p in people if words in {_text(p), p.name.literal, p.name.form.text}), None)
    if same:
        return replace(same, name=replace(same.name, guessed=False))
    return Contributor(FIELD_ROLES[field.removeprefix(ORIGINAL)], _name(words))


def _name(words: str) -> Name:
    if _is_divided(words):
        return parse_name(words)
    from reindreader.attribution.people import name_of  # noqa: PLC0415  with the names of all languages

    return name_of(words)


def _is_divided(words: str) -> bool:
    return "," in words or words.strip().startswith("{")


def _date(words: str) -> Date:
    return _iso(words) or _spoken(words)


def _iso(words: str) -> Date | None:
    with suppress(ValueError):
        return parse_iso(words)
    return None


def _spoken(words: str) -> Date:
    from reindreader.attribution.dates import find_dates  # noqa: PLC0415  with the months of all languages
    from reindreader.attribution.phrases import phrase_book  # noqa: PLC0415

    spoken = (find_dates(words, 0, len(words), language) for language in phrase_book().languages.values())
    date = next((found[0].date for found in spoken if len(found) == 1 and len(found[0].span) == len(words)), None)
    if date is None:
        raise ValueError(words)
    return date.without_words() if isinstance(date, PartialDate) else replace(date, printed="")


def _language(words: str) -> str:
    tag = tag_of(words)
    if tag is None:
        raise ValueError(words)
    return tag


def _url(words: str) -> str:
    if not _URL.fullmatch(words):
        raise ValueError(words)
    return words


def _type(words: str) -> str:
    if words not in TYPES:
        raise ValueError(words)
    return words


def _yes_no(words: str) -> str:
    if words.casefold() not in {YES, NO}:
        raise ValueError(words)
    return words.casefold()


def _link(words: str) -> str:
    raise ValueError(words)


_READERS: Mapping[ValueKind, Callable[[str], Value]] = {
    ValueKind.TEXT: str,
    ValueKind.TITLE: Title,
    ValueKind.DATE: _date,
    ValueKind.LANGUAGE: _language,
    ValueKind.RELATION: Relation,
    ValueKind.TRANSLATION_KIND: TranslationKind,
    ValueKind.URL: _url,
    ValueKind.TYPE: _type,
    ValueKind.YES_NO: _yes_no,
    ValueKind.LINK: _link,
}
