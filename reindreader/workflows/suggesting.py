"""Values that nobody stated and that what is stated, or the address, makes likely: as sentences, for the user to take or leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from reindreader.model.addresses import dated_address
from reindreader.model.articles import Article
from reindreader.model.claims import Claim, effective
from reindreader.model.dates import PartialDate
from reindreader.model.fields import ACCOUNT, APPEARANCE, appearance_relations
from reindreader.model.records import Relation
from reindreader.workflows.facts import Answer, Facts, Question, Side
from reindreader.workflows.wording import _, date_words, field_label

if TYPE_CHECKING:
    from reindreader.attribution import Suggestion


@dataclass(frozen=True, slots=True)
class Offer:
    """``words``: the value as a person reads it; ``sentence``: why it is likely; ``suggestion``: slot, value, evidence."""

    suggestion: "Suggestion"
    words: str
    sentence: str


def offers(article: Article, claims: Sequence[Claim]) -> tuple[Offer, ...]:
    """The dates and authors that are missing, and the years that could be added to dates without one, the best founded first.
    Nothing is filled in."""
    if not _may_have(article, claims):
        return ()
    from reindreader.attribution import suggestions  # noqa: PLC0415  few articles ask for it

    return tuple(Offer(own, _words(own), reason_sentence(own)) for own in suggestions(article, claims))


def _words(own: "Suggestion") -> str:
    return own.value if isinstance(own.value, str) else date_words(own.value)


def _may_have(article: Article, claims: Sequence[Claim]) -> bool:
    if any(_lacks_year(claim) or claim.field == ACCOUNT for claim in claims):
        return True
    addresses = [article.source.url, *(str(claim.value) for claim in claims if claim.field == APPEARANCE + "url")]
    return any(address and dated_address(address) for address in addresses)


def _lacks_year(claim: Claim) -> bool:
    return isinstance(claim.value, PartialDate) and claim.value.year is None


def reason_sentence(own: "Suggestion") -> str:
    """Why the value is likely."""
    from reindreader.attribution import Reason  # noqa: PLC0415

    sentences = {
        Reason.ADDRESS: _("The address says {date}."),
        Reason.BEFORE: _("The last such day before {date}, when it next appeared."),
        Reason.AFTER: _("The first such day after {date}, when it had appeared."),
        Reason.COPYRIGHT: _("The copyright line names {date}."),
        Reason.ACCOUNT: _("The file was made under this name; the text does not say who wrote it."),
    }
    if own.bound is None:
        return sentences[own.reason]
    words = own.bound.iso if own.reason is Reason.ADDRESS else date_words(own.bound)
    return sentences[own.reason].format(date=words)


_NAMES = {
    Relation.ORIGINAL: (Side.ORIGINAL, "original.date"),
    Relation.TRANSLATION: (Side.TRANSLATION, "published.date"),
}
_OTHER = Side.TRANSLATION, "appearance.date"


def with_offers(facts: Facts, article: Article, claims: Sequence[Claim]) -> Facts:
    """The card with a question for what is missing, such as a date or its year, and is on offer."""
    slots: dict[tuple[str, int], list[Offer]] = {}
    for offer in offers(article, claims):
        slots.setdefault((offer.suggestion.field, offer.suggestion.item), []).append(offer)
    asked = tuple(_person(own[0]) if name == "author" else _asked(own, claims) for (name, _item), own in slots.items())
    return replace(facts, questions=(*facts.questions, *asked)) if asked else facts


def _person(own: Offer) -> Question:
    """Who made a file wrote its text, or translated it, or typed it."""
    roles = (("author", _("The author")), ("translator", _("The translator")))
    return Question(
        label=field_label("author"),
        value=_("not stated"),
        prompt=" ".join([_("Was it {name}?").format(name=own.words), own.sentence]),
        answers=tuple(Answer(words, Side.TRANSLATION, name, own.suggestion.typed) for name, words in roles),
    )


def _asked(own: Sequence[Offer], claims: Sequence[Claim]) -> Question:
    item = own[0].suggestion.item
    side, name = _NAMES.get(appearance_relations(claims).get(item, Relation.TRANSLATION), _OTHER)
    held = effective(claims).get((own[0].suggestion.field, item))
    stated = cast("PartialDate", held[0].value) if held else None  # suggestions are made for dates alone
    answers = tuple(Answer(offer.words, side, name, offer.suggestion.typed) for offer in own[:3])
    return Question(
        label=_("Year") if stated and stated.year is None else _("Date"),
        value=_stated(stated),
        prompt=" ".join([_("Was it {date}?").format(date=own[0].words), own[0].sentence]),
        spans=held[0].spans if held else (),
        answers=answers,
    )


def _stated(date: PartialDate | None) -> str:
    if date is None:
        return _("not stated")
    return _("{date}, year not stated").format(date=date_words(date)) if date.year is None else date_words(date)
