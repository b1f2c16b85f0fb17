"""Highlights: made, changed, taken away and brought back; each of these can be undone with what it returns."""

from dataclasses import replace

from reindreader.anchoring import anchor, quote_of, words_in
from reindreader.errors import NoTextError, QuoteNotFoundError
from reindreader.library import Library
from reindreader.model.articles import Article
from reindreader.model.highlights import AnchorState, Colour, Highlight, Locator, Quote
from reindreader.model.text import Span


def highlight_span(
    library: Library,
    record: int,
    span: Span,
    colour: Colour = Colour.YELLOW,
    *,
    note: str = "",
    tags: tuple[str, ...] = (),
) -> Highlight:
    """Highlight a place of a record's text."""
    quote = quote_of(library.article(record).text, span)
    return library.add_highlight(record, Highlight(quote, colour, note, tags))


def join_highlights(
    library: Library, record: int, first: Highlight, second: Highlight, *, again: Highlight | None = None
) -> Highlight:
    """One highlight in place of two: the first's colour, the notes and tags of both. ``again``: it as it was before."""
    made = again
    if made is None:
        places = [own.quote.position for own in (first, second) if own.quote.position is not None]
        note = "\n".join(own.note for own in (first, second) if own.note)
        tags = tuple(dict.fromkeys((*first.tags, *second.tags)))
        made = Highlight(quote_of(library.article(record).text, Span.around(*places)), first.colour, note, tags)
    for own in (first, second):
        if own.id is not None:
            library.remove_highlight(own.id)
    return library.add_highlight(record, made)


def part_highlights(library: Library, record: int, joined: Highlight, *old: Highlight) -> None:
    """Bring back the highlights that were joined."""
    if joined.id is not None:
        library.remove_highlight(joined.id)
    for own in old:
        library.add_highlight(record, own)


def find_quote(library: Library, key: str, words: str) -> tuple[int, Article, Span]:
    """The one place in the text of a record (by its key) where the words stand, outside headings or in them;
    the numbers that call notes may be left out.

    Raises QuoteNotFoundError where they stand nowhere or more than once, UnknownKeyError, NoTextError.
    """
    stored = library.by_key(key)
    try:
        article = library.article(stored.id)
    except NoTextError as error:
        raise NoTextError(stored.key) from error
    places = words_in(article.text, words) or words_in(article.text_without_calls, words)
    if len(places) != 1:
        numbers = (article.numbers.at(place.start) for place in places)
        raise QuoteNotFoundError(words, stored.key, len(places), tuple(n for n in numbers if n))
    return stored.id, article, places[0]


def locator_of(article: Article, quote: Quote) -> Locator | None:
    """Where a quotation stands, as a citation says it: its pages where these have labels, else its paragraphs.

    ``117`` or ``117–118``; ``8`` or ``8–9``; None outside the body.
    """
    if quote.position is None:
        return None
    touched = article.numbers.of(quote.position)
    labels = _page_labels(article, quote.position)
    if labels:
        return Locator("page", "–".join(dict.fromkeys((labels[0], labels[-1]))))
    if touched is None:
        return None
    return Locator("paragraph", "–".join(dict.fromkeys((str(touched[0]), str(touched[1])))))


def _page_labels(article: Article, place: Span) -> list[str]:
    """The printed labels of the pages that the words stand on; none where one of them has no label."""
    held = (page.label for page in article.pages if any(box.span.overlaps(place) for box in page.boxes))
    labels = list(held)
    return [label for label in labels if label] if all(labels) else []


def anchored(library: Library, record: int, article: Article | None = None) -> tuple[Highlight, ...]:
    """The highlights of a record, each where its words stand now. One whose words are gone is lost, and kept; one whose
    words changed stays where they stand now, until the user has said what is meant.

    ``article``: its text, where it is at hand.
    """
    text = (article or library.article(record)).text
    return tuple(_anchored(text, highlight) for highlight in library.highlights(record))


def _anchored(text: str, highlight: Highlight) -> Highlight:
    place = anchor(text, highlight.quote)
    waiting = highlight.quote.position if highlight.state is AnchorState.CHANGED else None
    if place is None and waiting is not None and waiting.end <= len(text):
        return highlight
    state = AnchorState.ANCHORED if place else AnchorState.LOST
    return replace(highlight, quote=replace(highlight.quote, position=place), state=state)
