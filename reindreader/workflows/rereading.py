"""Reading the same bytes again, with today's reader or in another encoding; and taking newer bytes of a text.

What the user said stays, and so do highlights: on their words where these stand in the new text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reindreader.errors import ReindreaderError
from reindreader.library import Library
from reindreader.library.files import Files
from reindreader.model.articles import Problem, Source
from reindreader.model.claims import Certainty
from reindreader.model.highlights import AnchorState, Highlight
from reindreader.workflows.beside import Tell, told
from reindreader.workflows.fetching import fetched_reading, today
from reindreader.workflows.joining import joined, said_elsewhere
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.reading import READER, Reading, read_bytes
from reindreader.workflows.reading_ahead import Ahead

_NO_LIMIT = 2**62


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one record. ``changed``: its text is another; ``asked``, ``lost``: how many of its highlights now
    stand on other words, or on none; ``error``: why it was left as it is."""

    record: int
    key: str
    changed: bool = False
    asked: int = 0
    lost: int = 0
    problems: tuple[Problem, ...] = ()
    error: ReindreaderError | None = None


def reread(
    library: Library,
    records: Sequence[int] | None = None,
    *,
    encoding: str | None = None,
    password: str | None = None,
) -> Work[tuple[Reread, ...]]:
    """Read the kept bytes of records again; None: of all whose texts an older reader made.

    ``encoding``: of these texts, in place of what was taken for it. Each is one transaction; one that cannot be read stays
    as it is, and the next is read.
    """
    wanted = library.read_before(READER) if records is None else tuple(records)
    sources = library.sources(wanted)
    again = partial(_read_again, library.files, encoding, password)
    ahead = Ahead([sources[record] for record in wanted if record in sources], again)
    done: list[Reread] = []
    try:
        for number, record in enumerate(wanted):
            key = library.get(record).key
            step = Progress(number, len(wanted), key)
            yield step
            try:
                reading = (yield from ahead.take(step)) if record in sources else None
                done.append(replace((yield from _taken(library, record, reading, again, step)), key=key))
            except ReindreaderError as error:
                done.append(Reread(record, key, error=error))
    finally:
        ahead.close()
    yield Progress(len(wanted), len(wanted))
    return tuple(done)


def take_newer(library: Library, record: int, reading: Reading) -> Reread:
    """Put a newer reading in the place of a record's text, beside what is said of the record elsewhere.

    Raises NoTextError where it has none, and UnknownKeyError.
    """
    old = library.article(record)
    from reindreader.workflows.reanchoring import reanchored  # noqa: PLC0415  slow to load, and seldom needed

    marks = reanchored(old.text, reading.written.text, library.highlights(record))
    new = reading.highlights if reading.written.source.sha256 != old.source.sha256 else ()
    known = {mark.quote.exact for mark in marks}
    added = tuple(mark for mark in new if mark.quote.exact not in known)
    stored = library.get(record)
    claims = joined(said_elsewhere(stored.claims, old), reading.claims)
    library.replace_article(record, reading.article, reading.data, claims, (*marks, *added))
    return Reread(
        record,
        stored.key,
        old.text != reading.written.text,
        _count(marks, AnchorState.CHANGED),
        _count(marks, AnchorState.LOST),
        reading.written.problems,
    )


def put_text(library: Library, record: int, reading: Reading) -> None:
    """Give a record that has none its text; what the file says stands beside what was known. Raises UnknownKeyError."""
    claims = joined(library.get(record).claims, reading.claims)
    library.replace_article(record, reading.article, reading.data, claims, reading.highlights)
    given = [claim for claim in reading.claims if claim.certainty is Certainty.USER]
    if given:  # with the address, at this import
        library.set_claims(record, (*library.get(record).claims, *given))


def _count(marks: Sequence[Highlight], state: AnchorState) -> int:
    return sum(mark.state is state for mark in marks)


def _taken(
    library: Library, record: int, reading: Reading | None, again: Callable[[Source, Tell], Reading], step: Progress
) -> Work[Reread]:
    """Take the reading, unless the record has another text by now: then that is read."""
    source = library.article(record).source
    if reading is None or source.sha256 != reading.written.source.sha256:
        reading = yield from told(partial(again, source), step)
    return take_newer(library, record, reading)


def _read_again(files: Files, encoding: str | None, password: str | None, source: Source, tell: Tell) -> Reading:
    reading = read_bytes(
        files.read(source.sha256),
        source.name,
        encoding=encoding or (source.encoding.name if source.encoding and source.encoding.given else None),
        url=source.url,
        password=password,
        max_bytes=_NO_LIMIT,
        tell=tell,
    )
    if source.fetched and source.url:
        reading = fetched_reading(reading, source.url, source.accessed or today(), source.archived)
    return reading.with_source(replace(reading.written.source, path=source.path, archived=source.archived))
