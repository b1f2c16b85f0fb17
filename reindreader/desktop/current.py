"""The article that is open: loaded in the library's thread, handed out whole, with the way back to those before it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reindreader.desktop.jobs import Jobs
from reindreader.desktop.reading.hyphens import hyphens_of
from reindreader.desktop.way import Place, Stop, Way
from reindreader.errors import NoTextError, UnknownKeyError
from reindreader.library import Library, Stored
from reindreader.model.articles import Article
from reindreader.model.claims import Claim
from reindreader.model.contributors import Role
from reindreader.model.highlights import Highlight
from reindreader.model.text import Span
from reindreader.workflows.facts import Facts, facts_of
from reindreader.workflows.highlighting import anchored, locator_of
from reindreader.workflows.printing import printed_file
from reindreader.workflows.suggesting import with_offers
from reindreader.workflows.wording import _, locator_words, one_line


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything that is shown of a record. ``article``: None where it has no text.

    ``numbers``: where each highlight stands, "¶ 4" or "p. 117", by its id. ``printed``: the kept PDF it was read from.
    """

    stored: Stored
    facts: Facts
    article: Article | None
    highlights: tuple[Highlight, ...]
    numbers: dict[int, str]
    printed: Path | None = None

    @property
    def id(self) -> int:
        """The record's id."""
        return self.stored.id

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is claimed of the record."""
        return self.stored.claims

    def highlight(self, identity: int) -> Highlight | None:
        """The highlight of that id."""
        return next((own for own in self.highlights if own.id == identity), None)

    def field_at(self, offset: int) -> str | None:
        """The field of a fact whose evidence holds the code point; of several the shortest evidence.

        What was inferred from all of the text, as its language is, has no place to point at.
        """
        block = self.article.block_at(offset) if self.article else None
        facts = (*self.facts.translation, *self.facts.original)
        spans = [(span, fact.field) for fact in facts for span in fact.spans if span.contains(offset)]
        holding = [(len(span), field) for span, field in spans if block and span.within(block.span)]
        return min(holding)[1] if holding else None

    @property
    def title(self) -> str:
        """The title of the record, else the name of its file, else its key."""
        record = self.stored.record
        if record.title is None and self.article is not None:
            return one_line(self.article.source.name)
        return record.title.text if record.title else self.stored.key

    @property
    def byline(self) -> str:
        """Who wrote and who translated, for a text that has no such line of its own below the title."""
        authors, translators = (
            ", ".join(person.name.literal for person in self.stored.record.by_role(role))
            for role in (Role.AUTHOR, Role.TRANSLATOR)
        )
        if authors and translators:
            return _("{authors}, translated by {translators}").format(authors=authors, translators=translators)
        return authors or (_("Translated by {translators}").format(translators=translators) if translators else "")

    def evidence_of(self, field: str) -> tuple[Span, ...]:
        """Where the evidence of a field stands in the text."""
        facts = (*self.facts.translation, *self.facts.original)
        return next((fact.spans for fact in facts if fact.field == field), ())


def load(library: Library, record: int, known: Opened | None = None) -> Opened:
    """All of a record. ``known``: as it was before; its text is not read again. Raises UnknownKeyError."""
    stored = library.get(record)
    article: Article | None = None
    highlights: tuple[Highlight, ...] = ()
    with suppress(NoTextError):
        same = known is not None and known.stored.article == stored.article
        article = known.article if known and same else library.article(record)
        highlights = anchored(library, record, article)
    hyphens_of(article.language if article else None)  # kept, and read here: the page is set in the window's thread
    numbers: dict[int, str] = {}
    for own in highlights:
        locator = locator_of(article, own.quote) if article else None
        if own.id is not None and locator is not None:
            numbers[own.id] = locator_words(locator)
    printed = printed_file(library, article) if article else None
    facts = facts_of(stored.claims)
    facts = with_offers(facts, article, stored.claims) if article else facts
    return Opened(stored, facts, article, highlights, numbers, printed)


def _same_text(before: Opened, now: Opened) -> bool:
    """Whether it is the same reading of the same text: another one is laid out anew."""
    old, new = before.article, now.article
    if old is None or new is None or old is new:
        return old is new
    return (old.text, old.source.sha256, old.reader) == (new.text, new.source.sha256, new.reader)


class Current(QObject):
    """What is open. ``opened`` hands out another record, ``changed`` the same one after a change."""

    opened = Signal(object)
    changed = Signal(object)
    closed = Signal()
    returned = Signal(object)
    """The ``Place`` that one came back to."""
    way_changed = Signal(bool, bool)
    """Whether there is anything to go back to, and forward."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Opened | None = None
        self._wanted: int | None = None
        self._way = Way()
        self._returning: Place | None = None

    @property
    def shown(self) -> Opened | None:
        """What is open, None where nothing is."""
        return self._shown

    def open(self, record: int) -> None:
        """Open a record; the one before it can be gone back to."""
        if self._shown is not None and self._shown.id != record:
            self._way.leave(self._shown.id)
        self._returning = None
        self._load(record)

    def jumped(self, before: Place, after: Place) -> None:
        """What is open was jumped through: the place before can be gone back to."""
        if self._shown is not None:
            self._way.jump(self._shown.id, before, after)
            self._tell_way()

    def go(self, step: int, here: Place) -> None:
        """Back (-1) or forward (1), to a place in what is open or to another record. ``here``: what is in sight now."""
        stop = self._way.step(step, Stop(self._shown.id, here) if self._shown else None)
        if stop is None:
            return
        if self._shown is not None and self._shown.id == stop.record and stop.place is not None:
            self.returned.emit(stop.place)
            self._tell_way()
        else:
            self._returning = stop.place
            self._load(stop.record)

    def refresh(self) -> None:
        """Load anew what is open: another program may have changed it."""
        if self._shown is not None:
            record = self._shown.id
            self._jobs.submit(lambda library: load(library, record), self._take, self._take_failure)

    def close(self) -> None:
        """Show nothing."""
        self._shown = self._wanted = None
        self.closed.emit()
        self._tell_way()

    def forget(self, record: int) -> None:
        """A record has gone to the bin: it is not gone back to."""
        self._way.forget(record)
        if self._shown is not None and self._shown.id == record:
            self.close()

    def change(
        self,
        record: int,
        act: Callable[[Library], Any],
        failed: Callable[[Exception], object],
        done: Callable[[], object],
    ) -> None:
        """Change a record; it is then shown as it is, also where another one was open."""

        known = self._shown if self._shown is not None and self._shown.id == record else None

        def changed(library: Library) -> Opened:
            act(library)
            return load(library, record, known)

        def take(shown: Opened) -> None:
            self._take(shown)
            done()

        self._jobs.submit(changed, take, failed)

    def _load(self, record: int) -> None:
        self._wanted = record
        self._jobs.submit(lambda library: load(library, record), self._take, self._take_failure)
        self._tell_way()

    def _take(self, shown: Opened) -> None:
        if self._shown is not None and self._shown.id == shown.id and _same_text(self._shown, shown):
            self._shown = shown
            self.changed.emit(shown)
        elif self._wanted in {shown.id, None} or self._shown is not None:
            self._shown, self._wanted = shown, shown.id
            self.opened.emit(shown)
            self._return()
            self._tell_way()

    def _return(self) -> None:
        place, self._returning = self._returning, None
        if place is not None:
            self.returned.emit(place)

    def _take_failure(self, error: Exception) -> None:
        if isinstance(error, UnknownKeyError):
            self.close()
        else:
            self._jobs.failed.emit(error)

    def _tell_way(self) -> None:
        self.way_changed.emit(*self._way.is_open)
