"""An article's attribution: its credits read, its blocks told apart by them, and the claims that follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reindreader.attribution.accounts import with_accounts
from reindreader.attribution.claims import claims_of
from reindreader.attribution.dois import printed_doi
from reindreader.attribution.identity import same_fact, told_of_both
from reindreader.attribution.languages import contradicting_language, infer_language
from reindreader.attribution.people import name_of, take_honorific
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.places import located
from reindreader.model.articles import Article
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor
from reindreader.model.fields import APPEARANCE, appearance_relations
from reindreader.model.records import Relation, Title
from reindreader.model.text import BlockKind, Span

_HANDS = frozenset({"author", "translator", "editor"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """``article``: with its credit blocks marked and its language; ``claims``: declared ones first, then in the text."""

    article: Article
    claims: tuple[Claim, ...]


def attribute(article: Article) -> Attribution:
    """What the article says of its origin. Every claim's spans slice ``article.text`` to the words that say it."""
    read = replace(article, text=article.text_without_calls)
    blocks, credited = located(read)
    article, read = replace(article, blocks=blocks), replace(read, blocks=blocks)
    language = _language(article)
    tag = str(language.value) if language else _declared_language(article)
    article = replace(article, language=tag)  # of a text that contradicts its file: what its words are set in
    found = (
        *_titles(read),
        *((language,) if language else ()),
        *claims_of(credited, read.text, tag),
        *printed_doi(article),
    )
    found = _read_once(article, tuple(_without_outlets(article.declared, found)))
    told = _at_declared(article.declared, found)
    own = _own_roles((*(_split(claim, tag) for claim in article.declared), *told))
    return Attribution(article, with_accounts(_joined(own)))


def _without_outlets(declared: Iterable[Claim], found: Iterable[Claim]) -> Iterator[Claim]:
    """What the text says, but that its own outlet or its staff wrote it ("By Harbour Post Staff")."""
    declared = tuple(declared)
    authors = {name for claim in declared if claim.field == "author" and (name := _name(claim))}
    outlets = {str(c.value).casefold() for c in declared if c.field == APPEARANCE + "publication"} - authors
    for claim in found:
        name = _name(claim) if claim.field == "author" else None
        if not name or not any(name == outlet or name.startswith(f"{outlet} ") for outlet in outlets):
            yield claim


def _read_once(article: Article, found: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Of a byline that the page marks as one, and that stands in the text too, the people as the page's reader took them
    from it: it knows the outlet, and where the byline ends."""
    marked: dict[str, dict[str, str]] = {}
    for claim in article.declared:
        name = _name(claim) if claim.field in {"author", "translator"} else None
        for place in claim.evidence if name else ():
            if isinstance(place, FilePlace):
                marked.setdefault(_letters(place.words), {})[name or ""] = claim.field
    return tuple(claim for claim in found if not _misread(claim, article.text, marked))


def _misread(claim: Claim, text: str, marked: dict[str, dict[str, str]]) -> bool:
    said = [_letters(span.slice(text)) for span in claim.evidence if isinstance(span, Span)]
    roles = {
        n: r for words, own in marked.items() if any(line and line in words for line in said) for n, r in own.items()
    }
    name = _name(claim)
    if not name or claim.field not in roles.values():
        return False
    return roles.get(name) != claim.field if claim.field == "author" else roles.get(name) == "author"


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _at_declared(declared: Iterable[Claim], found: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A date that stands alone below the title is that of the appearance which the file declares without one."""
    own = [item for item, relation in appearance_relations(declared).items() if relation is Relation.TRANSLATION]
    parts: dict[int, set[str]] = {}
    for claim in found:
        if claim.field.startswith(APPEARANCE):
            parts.setdefault(claim.item, set()).add(claim.field.removeprefix(APPEARANCE))
    relations = appearance_relations(found)
    bare = {i for i, told in parts.items() if told == {"date", "relation"} and relations[i] is Relation.TRANSLATION}
    if not own or not bare:
        return found
    moved = (
        replace(claim, item=own[0]) if claim.item in bare and claim.field == APPEARANCE + "date" else claim
        for claim in found
    )
    return tuple(claim for claim in moved if not (claim.item in bare and claim.field == APPEARANCE + "relation"))


def _own_roles(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Without the authors that only a file's fields name, and whom the text names in another role alone: whoever
    puts a translation on a site, or edits it, is often entered as its author. The field is evidence for the role."""
    said: dict[str, set[str]] = {}
    for claim in claims:
        name = _name(claim)
        if name and claim.field in _HANDS and claim.certainty is Certainty.STATED:
            said.setdefault(name, set()).add(claim.field)
    moved = [c for c in claims if c.field == "author" and c.certainty is Certainty.DECLARED and _hand(c, said)]
    return tuple(
        replace(
            claim,
            evidence=(
                *claim.evidence,
                *(e for c in moved if _hand(c, said) == claim.field and _name(c) == _name(claim) for e in c.evidence),
            ),
        )
        for claim in claims
        if claim not in moved
    )


def _hand(claim: Claim, said: dict[str, set[str]]) -> str | None:
    """In which other role, and in no other, the text names a declared author."""
    roles = said.get(_name(claim) or "", set())
    return next(iter(roles)) if len(roles) == 1 and "author" not in roles else None


def _name(claim: Claim) -> str | None:
    return claim.value.name.literal.casefold() if isinstance(claim.value, Contributor) else None


def _joined(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for a person whom both metadata and text name in a role: with the evidence of both, and all that is said
    of the person. What stands in the text is stated."""
    joined: list[Claim] = []
    for claim in claims:
        person = isinstance(claim.value, Contributor)
        at = next((at for at, other in enumerate(joined) if person and same_fact(other, claim)), None)
        if at is None:
            joined.append(claim)
        else:
            joined[at] = _with(joined[at], claim)
    return tuple(joined)


def _with(first: Claim, other: Claim) -> Claim:
    certainty = Certainty.STATED if Certainty.STATED in {first.certainty, other.certainty} else first.certainty
    evidence = tuple(dict.fromkeys((*first.evidence, *other.evidence)))
    return replace(first, value=told_of_both(first, other), certainty=certainty, evidence=evidence)


def _split(claim: Claim, tag: str | None) -> Claim:
    """A declared name is mostly one string: it is split as a printed one is, and its words stay as they are.

    ``tag``: the language of the text, where names of its own are likelier than others.
    """
    person = claim.value
    if not isinstance(person, Contributor) or person.name.organisation or person.name.form.family is not None:
        return claim
    language = phrase_book().languages.get(tag.partition("-")[0]) if tag else None
    words, honorific = take_honorific(person.name.literal, language)
    if len(words) < 2 or (words.isascii() and " " not in words):
        words, honorific = person.name.literal, None  # Don DeLillo
    return replace(claim, value=replace(person, name=name_of(words, language, person.name.honorific or honorific)))


def _titles(article: Article) -> tuple[Claim, ...]:
    headings = (block for block in article.blocks if block.kind is BlockKind.HEADING and block.level == 0)
    spans = (_without_call(block.span, article.text) for block in headings)
    return tuple(
        Claim("title", Title(" ".join(span.slice(article.text).split()), article.language), Certainty.STATED, (span,))
        for span in spans
    )


def _without_call(span: Span, text: str) -> Span:
    """Without the sign behind a title that calls a note; a title may be such signs."""
    words = span.slice(text)
    return Span(span.start, span.start + len(words.rstrip("*∗†‡ ")) if words.strip("*∗†‡ ") else span.end)


def _language(article: Article) -> Claim | None:
    """The language that the text shows: where the file declares none, or plainly a wrong one; then both are claimed."""
    spans = [block.span for block in article.body_blocks() if block.kind is not BlockKind.HEADING]
    if not spans:
        return None
    declared = _declared_language(article)
    found = contradicting_language(article.text, spans, declared) if declared else infer_language(article.text, spans)
    return Claim("language", found[0], Certainty.INFERRED, (found[1],)) if found else None


def _declared_language(article: Article) -> str | None:
    claimed = (str(claim.value) for claim in article.declared if claim.field == "language")
    return article.language or next(claimed, None)
