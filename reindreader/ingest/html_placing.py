"""Where a page's pictures stand among the paragraphs of its article: the body's reader leaves them out."""

from collections.abc import Callable, Iterable, Iterator, Set

from lxml import etree

from reindreader.ingest.html_facts import clean, in_margin
from reindreader.ingest.html_flow import Picture
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_margins import Line, key_of
from reindreader.ingest.html_tree import local_name, words_of


def pictures_after(
    shown: Iterable[Line | etree._Element], body: Set[str], title: str | None, pictures: Pictures
) -> Callable[[str], Iterable[Picture]] | None:
    """For the words of a block the pictures that the page shows after it, each once; None where there are none.

    ``shown``: the page's lines and its pictures; ``body``: the keys of the paragraphs. Pictures above the
    title, in the page's margins and below the last paragraph are left out.
    """
    placed: dict[str, list[Picture]] = {}
    waiting: list[Picture] = []
    last = heading = key_of(title or "")
    begun, told = False, set[str]()
    for one in shown:
        if isinstance(one, Line):
            begun = begun or one.key == heading
            if one.key and one.key in body:
                placed.setdefault(last, []).extend(waiting)
                waiting, last, begun = [], one.key, True
        elif begun and (picture := _picture(one, pictures, body, told)):
            waiting.append(picture)
            told |= {key_of(picture.caption)} - {""}
    return (lambda words: placed.pop(key_of(words), ())) if any(placed.values()) else None


def _picture(element: etree._Element, pictures: Pictures, body: Set[str], told: Set[str]) -> Picture | None:
    """The picture with its caption, if that was not told before; without its bytes only where there is a caption, else
    it may be an ornament."""
    if in_margin(element):
        return None
    sha256, captions = pictures.of(element), list(_captions(element))
    caption = next((words for words in captions if key_of(words) not in body | told), "")
    again = bool(captions) and not (sha256 or caption) and key_of(captions[0]) in told
    return Picture(sha256, clean(element.get("alt")), caption) if sha256 or (captions and not again) else None


def _captions(element: etree._Element) -> Iterator[str]:
    figure = next((parent for parent in element.iterancestors() if local_name(parent) == "figure"), None)
    captions = figure.iter("figcaption") if figure is not None else ()
    return (words for caption in captions if (words := clean(words_of(caption))))
