"""A web server of our own on this computer, with well-behaved and other pages."""

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The Lamp at the End of the Quay</title></head><body><article>
<h1>The Lamp at the End of the Quay</h1>
<p>The lamp at the end of the quay is lit at four in the afternoon, two hours before any other lamp of the town, and it
is not put out until noon on the day after; nobody has ever been able to say who pays for the oil.</p>
<p>The council denies it, and the harbour master shrugs, and the widow who keeps the key says only that it is brought to
her on the first of each month in a can, by a man whom she takes care not to look at.</p>
<p>Translated from the Danish by Ngaio Bellweather</p></article></body></html>
"""


BOMB = gzip.compress(b"a" * 30_000_000)


class Pages(BaseHTTPRequestHandler):
    """Answers by the table below."""

    protocol_version = "HTTP/1.1"
    seen: list[str]

    def do_GET(self) -> None:
        self.server.seen.append(f"{self.path} {self.headers.get('Accept', '')}")  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        act = ACTS.get(path)
        if act is None:
            self.give(404, b"nothing")
        else:
            act(self)

    def give(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def lead(self, to: str) -> None:
        self.give(302, b"", Location=to)

    def handle(self) -> None:
        with suppress(OSError):  # nobody waits for the rest
            super().handle()

    def log_message(self, *_words: object) -> None:
        return


def _endless(page: Pages) -> None:
    """A megabyte after the other, as long as somebody takes them, without saying how many there are."""
    page.send_response(200)
    page.send_header("Content-Type", "text/html")
    page.send_header("Connection", "close")
    page.end_headers()
    try:
        while True:
            page.wfile.write(b"<p>" + b"a" * 1_000_000)
    except OSError:
        return


def _slow(page: Pages) -> None:
    page.send_response(200)
    page.send_header("Content-Length", "1000000")
    page.end_headers()
    try:
        for _ in range(200):
            page.wfile.write(b"<p>slow")
            time.sleep(0.05)
    except OSError:
        return


def _silent(_page: Pages) -> None:
    time.sleep(3.0)


def _cut_off(page: Pages) -> None:
    page.send_response(200)
    page.send_header("Content-Type", "text/html")
    page.send_header("Content-Length", "100000")
    page.end_headers()
    page.wfile.write(b"<p>The lamp at the end")
    page.close_connection = True


def _bomb(page: Pages) -> None:
    page.give(200, BOMB, Content_Encoding="gzip")


def _record(page: Pages) -> None:
    item = b'{"type": "article-journal", "title": "The Lamp", "DOI": "10.5555/lamp(1)", "container-title": "Harbour Studies", "volume": "4",'
    item += b' "author": [{"family": "Lindgren", "given": "Sten"}], "issued": {"date-parts": [[2015, 11]]}}'
    page.give(200, item, "application/vnd.citationstyles.csl+json")


ACTS: dict[str, Callable[[Pages], None]] = {
    "/lamp": lambda page: page.give(200, PAGE.encode()),
    "/lamp.html": lambda page: page.give(200, PAGE.encode(), "application/octet-stream"),
    "/packed": lambda page: page.give(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/moved": lambda page: page.lead("/lamp?from=moved#quay"),
    "/loop": lambda page: page.lead("/loop"),
    "/to-file": lambda page: page.lead("file:///etc/hostname"),
    "/to-inside": lambda page: page.lead(f"http://127.0.0.1:{page.server.server_port}/lamp"),  # type: ignore[attr-defined]
    "/endless": _endless,
    "/slow": _slow,
    "/silent": _silent,
    "/cut-off": _cut_off,
    "/bomb": _bomb,
    "/said-too-large": lambda page: page.give(200, b"a" * 2_000_000),
    "/forbidden": lambda page: page.give(403, b""),
    "/down": lambda page: page.give(500, b""),
    "/picture": lambda page: page.give(200, b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png"),
    "/greek": lambda page: page.give(200, "Το φως στην άκρη της προβλήτας".encode("iso8859-7"), "text/plain; charset=ISO-8859-7"),
    "/mislabelled": lambda page: page.give(200, "Die Laterne am Ende der Brücke".encode(), "text/plain; charset=ISO-8859-1"),
    "/10.5555/lamp(1)": _record,
    "/10.5555/page": lambda page: page.give(200, PAGE.encode()),
}  # fmt: skip


@contextmanager
def serving() -> Iterator[ThreadingHTTPServer]:
    """The server, at any free port of this computer, with what it was asked for in ``seen``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    server.seen = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
