"""Highlights as a W3C annotation collection (Web Annotation Data Model, 2017; JSON-LD).

The target is the article's address where it has one, else its citation key as a URN of ours: an annotation has to have
a source, and none is invented. Positions are code points of the article's text, as the model counts them (4.2.5).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from reindreader.citing.json_pieces import filled, json_list
from reindreader.citing.options import PLAIN_JOB, Job, Marked
from reindreader.citing.sheets import Sheet, sheet
from reindreader.model.highlights import Colour, Highlight
from reindreader.model.records import Record

Thing = dict[str, Any]
_OPENING = (
    '{\n  "@context": "http://www.w3.org/ns/anno.jsonld",\n  "type": "AnnotationCollection",\n'
    '  "label": "Highlights",\n  "first": {\n    "type": "AnnotationPage",\n    "items": ['
)
_CLOSING = "    ]\n  }\n}"
CSS_COLOURS: dict[Colour, str] = {
    Colour.YELLOW: "yellow", Colour.BLUE: "lightblue", Colour.GREEN: "lightgreen", Colour.ROSE: "pink",
    Colour.ORANGE: "orange",
}  # fmt: skip


def write_web_annotations(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """The annotations of all records, one a piece."""
    found = (
        _annotation(sheet(key, record), marked, number)
        for key, record in entries
        for number, marked in enumerate(job.highlights(key), 1)
    )
    return json_list(found, ascii_only=bool(job.options.ascii), opening=_OPENING, closing=_CLOSING)


def source_of(own: Sheet) -> str:
    """The article's address: its own, that of a further or unstated appearance, else a URN with the key."""
    places = (own.found.own, *own.found.unstated, *own.found.others)
    return next((place.url for place in places if place and place.url), f"urn:reindreader:{own.key}")


def _annotation(own: Sheet, marked: Marked, number: int) -> Thing:
    highlight = marked.highlight
    bodies = [*_note(highlight), *_tags(highlight)]
    return filled(
        {
            "id": f"urn:reindreader:{own.key}:{number}",
            "type": "Annotation",
            "motivation": "commenting" if highlight.note else "highlighting",
            "created": _time(highlight.created),
            "modified": _time(highlight.modified),
            "body": bodies,
            "stylesheet": _stylesheet(highlight.colour),
            "target": _target(own, highlight),
        }
    )


def _note(highlight: Highlight) -> list[Thing]:
    if not highlight.note:
        return []
    return [{"type": "TextualBody", "value": highlight.note, "format": "text/plain", "purpose": "commenting"}]


def _tags(highlight: Highlight) -> list[Thing]:
    return [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in highlight.tags]


def _time(when: datetime | None) -> str | None:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None


def _stylesheet(colour: Colour) -> Thing:
    """The model's place for how a target looks (4.3, "styles")."""
    css = CSS_COLOURS.get(colour)
    look = f"background-color: {css}" if css else "text-decoration: underline"
    return {"type": "CssStylesheet", "value": f".{colour.value} {{ {look} }}"}


def _target(own: Sheet, highlight: Highlight) -> Thing:
    quote = highlight.quote
    selectors = [
        filled({"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix})
    ]
    if quote.position is not None:
        selectors.append({"type": "TextPositionSelector", "start": quote.position.start, "end": quote.position.end})
    title, language = own.text("title"), own.text("language")
    about = filled(
        {"id": source_of(own), "type": "Text", "language": language, "dc:title": title, "dc:identifier": own.key}
    )
    return {"source": about, "styleClass": highlight.colour.value, "selector": selectors}
