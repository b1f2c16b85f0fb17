"""A thousand mixed files imported in one go, beside the sum of what the libraries alone take to parse them.

By the clock, and CPU time of all processes, in one run; files made on the spot. The libraries parse one file after the
other, ours are read by as many workers as there are processors. Peers: chardet and decoding for texts, trafilatura for pages
(those in MHTML taken out by email), lxml for the parts of EPUB and ODT, mammoth for DOCX, pypdfium2 for the text and pypdf for
the metadata of PDF. Two sums: the libraries as they are usually called, trafilatura with its metadata; and as we call
them, trafilatura for links, formatting and tables and without metadata, pypdfium2 with the boxes of lines. Ours attributes,
stores and indexes as well; the aim is 1.5 times the first sum.
"""

import email
import email.policy
import io
import os
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import chardet
import mammoth
import pypdfium2
import trafilatura
from lxml import etree
from lxml import html as lxml_html
from pypdf import PdfReader

from reindreader.library import Library
from reindreader.pages import Limits, in_worker
from reindreader.pages.crew import most_workers
from reindreader.workflows.importing import import_files
from reindreader.workflows.outcomes import State
from reindreader.workflows.progress import finish
from tests.made import FORMATS

MIX = (".html",) * 8 + (".pdf",) * 4 + (".docx",) * 2 + (".odt", ".epub", ".mhtml", ".txt", ".txt", ".md")
"""As a reader's folder is: mostly saved pages, then papers, then the rest."""
LENGTHS = (15, 25, 40, 80)
"""Paragraphs: 1,500 to 8,000 words."""


def text(data: bytes) -> None:
    data.decode(chardet.detect(data)["encoding"] or "utf-8", "replace")


def page(data: bytes) -> None:
    trafilatura.bare_extraction(data.decode("utf-8", "replace"), with_metadata=True)


def page_as_ours(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    trafilatura.bare_extraction(words, include_comments=False, include_formatting=True, include_links=True)


def out_of_mhtml(data: bytes) -> bytes:
    message = email.message_from_bytes(data, policy=email.policy.default)
    return bytes(
        next(part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html")
    )


def zipped(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for name in opened.namelist():
            if name.endswith((".xml", ".opf")):
                etree.fromstring(opened.read(name))
            elif name.endswith(".xhtml"):
                lxml_html.document_fromstring(opened.read(name)).text_content()


def document(data: bytes) -> None:
    lxml_html.document_fromstring(mammoth.convert_to_html(io.BytesIO(data)).value).text_content()


def paper(data: bytes, *, boxes: bool = False) -> None:
    opened = pypdfium2.PdfDocument(data)
    for number in range(len(opened)):
        words = opened[number].get_textpage()
        words.get_text_range()
        if boxes:
            for box in range(words.count_rects()):
                words.get_rect(box)
    opened.close()
    reader = PdfReader(io.BytesIO(data))
    _ = (reader.metadata, reader.xmp_metadata, reader.outline)


PEERS: dict[str, Callable[[bytes], None]] = {
    ".txt": text,
    ".md": text,
    ".html": page,
    ".mhtml": lambda data: page(out_of_mhtml(data)),
    ".epub": zipped,
    ".odt": zipped,
    ".docx": document,
    ".pdf": paper,
}
AS_OURS = PEERS | {
    ".html": page_as_ours,
    ".mhtml": lambda data: page_as_ours(out_of_mhtml(data)),
    ".pdf": partial(paper, boxes=True),
}


def made(folder: Path, count: int) -> list[Path]:
    chance, paths = random.Random(7), []
    for number in range(count):
        ending = MIX[number % len(MIX)]
        paths.append(folder / f"{number:05}{ending}")
        paths[-1].write_bytes(FORMATS[ending](chance, chance.choice(LENGTHS)))
    return paths


def peers(paths: list[Path], by: dict[str, Callable[[bytes], None]] = PEERS) -> dict[str, float]:
    taken: dict[str, float] = {}
    for path in paths:
        data, began = path.read_bytes(), time.process_time()
        by[path.suffix](data)
        taken[path.suffix] = taken.get(path.suffix, 0.0) + time.process_time() - began
    return taken


def spent() -> float:
    """Seconds of the processor: of this process, its worker, and all that either has started and that has ended since."""
    time.sleep(0.1)  # what was ended a moment ago is counted
    return sum(sum(times[:4]) for times in (os.times(), in_worker(Limits(), os.times)))


def ours(library: Library, paths: list[Path]) -> tuple[float, float]:
    cpu, wall = spent(), time.monotonic()
    report = finish(import_files(library, paths))
    wall = time.monotonic() - wall
    if len(report.of(State.ADDED)) != len(paths):
        raise SystemExit(f"not all were added: {[o for o in report.outcomes if o.state is not State.ADDED][:3]}")
    return spent() - cpu, wall


def main(count: int = 1_000) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
        paths = made(Path(folder), count + len(MIX))
        warm, paths = paths[: len(MIX)], paths[len(MIX) :]
        peers(warm)
        ours(library, warm)
        own, wall = ours(library, paths)
        theirs, as_ours = peers(paths), peers(paths, AS_OURS)
    total, called_alike = sum(theirs.values()), sum(as_ours.values())
    parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in sorted(theirs.items()))
    print(
        f"import of {count} mixed files, CPU: {own:.1f} s ({wall:.1f} s on the clock); the libraries alone: {total:.1f} s ({parts}), "
        f"called as we call them {called_alike:.1f} s"
    )
    print(
        f"  ratio by the clock {wall / total:.2f} (aim: 1.5 or less), by CPU {own / total:.2f}; "
        f"to the libraries called as we call them {wall / called_alike:.2f} and {own / called_alike:.2f}; "
        f"{most_workers()} workers"
    )


if __name__ == "__main__":
    main(*(int(words) for words in sys.argv[1:]))
