"""What the card says aloud and in sentences."""

from collections.abc import Sequence

from reindreader.model.claims import Certainty
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.facts import Fact, Question
from reindreader.workflows.wording import _, certainty_word

NOT_STATED = _("not stated")

_ICONS = {Certainty.USER: "yours"}


def certainty_icon(certainty: Certainty) -> str:
    """The name of the mark's icon."""
    return _ICONS.get(certainty, certainty.value)


def fact_spoken(fact: Fact, place: str = "") -> str:
    """``Translator, Helen Ashworth, stated, evidence in credit line 3``. ``place``: where in words, "" if not known."""
    parts = [fact.label, fact.value or NOT_STATED]
    if fact.certainty:
        parts.append(certainty_word(fact.certainty))
    parts += [found_sentence(fact)] if fact.found else []
    parts += [guess_sentence(name) for _place, name in fact.guesses]
    parts += [_("or {value}").format(value=value) for value in fact.conflict]
    parts += [_("evidence in {place}").format(place=where)] if (where := place or _where(fact)) else []
    return ", ".join(part.rstrip(".") for part in parts)


def _where(fact: Fact) -> str:
    return _("the text") if fact.spans else fact.place or ""


def found_sentence(fact: Fact) -> str:
    """What stands beneath a fact that the user changed."""
    words = _("The file says {value}.") if fact.found_in_file else _("The text says {value}.")
    return words.format(value=fact.found)


def guess_sentence(name: str) -> str:
    """How a name will be cited whose split is a guess."""
    return _("Cited as {name}: a guess.").format(name=name)


def question_spoken(question: Question) -> str:
    """A question with what is known."""
    return ", ".join(part for part in (question.label, question.value, question.prompt) if part)


def gaps_sentence(labels: Sequence[str]) -> str:
    """``Not stated: place, web address``."""
    return _("Not stated: {facts}").format(facts=", ".join(labels))


def lost_sentence(highlight: Highlight) -> str:
    """What befell a highlight that has lost its place; "" for one that has not."""
    return {
        AnchorState.ANCHORED: "",
        AnchorState.CHANGED: _("These words changed."),
        AnchorState.LOST: _("Not in the text any more."),
    }[highlight.state]


def quotation_spoken(highlight: Highlight, number: str) -> str:
    """A quotation for those who hear it. ``number``: where it stands, "¶ 4" or "p. 117"."""
    place = _("paragraph {number}").format(number=number[2:]) if number.startswith("¶") else number
    parts = [highlight.quote.exact, place.replace("\u00a0", " ")]
    parts += [_colour(highlight), lost_sentence(highlight)]
    parts += [_("note: {note}").format(note=highlight.note)] if highlight.note else []
    return ", ".join(part.rstrip(".") for part in parts if part)


def _colour(highlight: Highlight) -> str:
    return {
        "yellow": _("yellow"),
        "blue": _("blue"),
        "green": _("green"),
        "rose": _("rose"),
        "orange": _("orange"),
        "underline": _("underlined"),
    }[highlight.colour.value]
