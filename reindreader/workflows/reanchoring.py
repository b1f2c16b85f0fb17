"""The highlights of a text that was read again or edited: each on its words, asked about, or lost and kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reindreader.anchoring import AnchorChange, Change, Reanchoring, Verdict, anchor, quote_of
from reindreader.anchoring.difference import difference
from reindreader.model.articles import Article
from reindreader.model.highlights import AnchorState, Highlight, Locator
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """``highlight``: as it is in the new text. ``change``: what became of it.

    ``ambiguous``: changed only in that its words stand more than once now, and nothing says which were meant.
    """

    highlight: Highlight
    change: AnchorChange
    ambiguous: bool = False


def reanchored(old_text: str, new_text: str, highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """The highlights of the old text in the new one, in their order: anchored, changed or lost."""
    return tuple(outcome.highlight for outcome in outcomes(old_text, new_text, highlights))


def outcomes(old_text: str, new_text: str, highlights: Iterable[Highlight]) -> tuple[Outcome, ...]:
    """The same, with what became of each.

    A changed highlight keeps its words and points at those that stand there now, for ``accepted`` or ``refused``.
    A lost one keeps its words without a place, and is found again when they come back to the letter.
    """
    compared = Reanchoring(old_text, new_text)
    return tuple(_outcome(compared, old_text, new_text, highlight) for highlight in highlights)


def _outcome(compared: Reanchoring, old: str, new: str, highlight: Highlight) -> Outcome:
    place = _place(old, highlight)
    if highlight.state is AnchorState.ANCHORED and place is not None:
        return _judged(compared.verdict(place), new, highlight)
    back = anchor(new, highlight.quote)
    if back is not None:
        return Outcome(_at(new, highlight, back), AnchorChange.SAME)
    pending = compared.verdict(place) if place is not None else Verdict(AnchorChange.LOST)
    if pending.span is None:
        return Outcome(refused(highlight), AnchorChange.LOST)
    return Outcome(_asked(highlight, pending.span), AnchorChange.CHANGED, pending.ambiguous)


def _place(old: str, highlight: Highlight) -> Span | None:
    """Where the highlight stands in the old text; the place that it was given where that still holds."""
    place = highlight.quote.position
    if highlight.state is AnchorState.CHANGED:
        return place
    if place is not None and place.slice(old) == highlight.quote.exact:
        return place
    return anchor(old, highlight.quote)


def _judged(verdict: Verdict, new: str, highlight: Highlight) -> Outcome:
    if verdict.span is None:
        return Outcome(refused(highlight), verdict.state)
    if verdict.state is AnchorChange.CHANGED:
        return Outcome(_asked(highlight, verdict.span), verdict.state, verdict.ambiguous)
    return Outcome(_at(new, highlight, verdict.span), verdict.state)


def _asked(highlight: Highlight, span: Span) -> Highlight:
    return replace(highlight, quote=replace(highlight.quote, position=span), state=AnchorState.CHANGED)


def _at(text: str, highlight: Highlight, span: Span) -> Highlight:
    return replace(highlight, quote=quote_of(text, span), state=AnchorState.ANCHORED)


def change_of(text: str, highlight: Highlight) -> tuple[Change, ...]:
    """What became of a changed highlight's words, word by word; one stretch that is the same where nothing did."""
    place = highlight.quote.position
    return difference(highlight.quote.exact, place.slice(text) if place else "")


def accepted(text: str, highlight: Highlight) -> Highlight:
    """A changed highlight on the words that stand there now. Raises ValueError where it has no place."""
    if not highlight.quote.position:
        raise ValueError("a highlight without a place cannot be accepted")
    return _at(text, highlight, highlight.quote.position)


def refused(highlight: Highlight) -> Highlight:
    """A highlight that does not mean the words that stand there now: lost, with its own words kept."""
    return replace(highlight, quote=replace(highlight.quote, position=None), state=AnchorState.LOST)


def locator_now(old: Article, new: Article, locator: Locator) -> Locator | None:
    """Which paragraph of the new text an old citation's paragraph is; None where it is gone, or no paragraph is meant.

    A paragraph that was changed is still that paragraph.
    """
    numbers = [part.strip() for part in locator.value.replace("–", "-").split("-")]
    if locator.label != "paragraph" or not all(part.isdecimal() for part in numbers):
        return None
    compared = Reanchoring(old.text, new.text)
    found = [_paragraph_now(compared, old, new, int(number)) for number in numbers]
    if None in found:
        return None
    return Locator(locator.label, "–".join(dict.fromkeys(str(number) for number in found)))


def _paragraph_now(compared: Reanchoring, old: Article, new: Article, number: int) -> int | None:
    if not 0 < number <= len(old.numbers):
        return None
    place = compared.verdict(old.numbers.span(number)).span
    touched = new.numbers.of(place) if place else None
    return touched[0] if touched else None
