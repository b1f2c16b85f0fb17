"""Values that nobody stated and that what is stated makes likely: as sentences, for the user to take or leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution import Reason, Suggestion, suggestions
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.workflows.wording import _, date_words


@dataclass(frozen=True, slots=True)
class Offer:
    """``words``: the value as a person reads it; ``sentence``: why it is likely; ``suggestion``: slot, value, evidence."""

    suggestion: Suggestion
    words: str
    sentence: str


def offers(article: Article, claims: Sequence[Claim]) -> tuple[Offer, ...]:
    """The years that could be added to dates without one, the best founded first. Nothing is filled in."""
    return tuple(Offer(own, date_words(own.value), reason_sentence(own)) for own in suggestions(article, claims))


def reason_sentence(own: Suggestion) -> str:
    """Why the value is likely."""
    sentences = {
        Reason.BEFORE: _("The last such day before {date}, when it next appeared."),
        Reason.AFTER: _("The first such day after {date}, when it had appeared."),
        Reason.COPYRIGHT: _("The copyright line names {date}."),
    }
    return sentences[own.reason].format(date=date_words(own.bound))
