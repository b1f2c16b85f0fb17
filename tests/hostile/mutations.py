"""Files of every format with damage done to them: cut off, bytes changed, parts repeated, left out or exchanged."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator

from tests.made import FORMATS

Damage = Callable[[random.Random, bytes], bytes]
TOKENS = (b"<div>", b"</p>", b"&#0;", b"\xff\xfe", b"\0", b"<![CDATA[", b"<!--", b"%%EOF", b"endobj", b"PK\x03\x04", b"\xf0\x9f", b"9999999999", b"-1", b"<<", b"]]>")  # fmt: skip


def cut_off(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def beheaded(chance: random.Random, data: bytes) -> bytes:
    return data[chance.randrange(min(len(data), 600)) :]


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def put_in(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data = data[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 3, 200)) + data[at:]
    return data


def left_out(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 2_000) :]


def repeated(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 2_000)]
    return data[:start] + piece * chance.choice((2, 3, 50)) + data[start:]


def inside(chance: random.Random, data: bytes) -> bytes:
    """The same within a part of a zip file, so that it is packed well and damaged all the same."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = {info.filename: opened.read(info) for info in opened.infolist()}
    except zipfile.BadZipFile:
        return put_in(chance, data)
    name = chance.choice(sorted(parts))
    if parts[name]:
        parts[name] = chance.choice(PLAIN)(chance, parts[name])
    if chance.random() < 0.1:
        parts.pop(chance.choice(sorted(parts)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for own, words in parts.items():
            opened.writestr(own, words)
    return buffer.getvalue()


PLAIN: tuple[Damage, ...] = (cut_off, beheaded, bytes_changed, put_in, left_out, repeated)
ZIPPED = frozenset({".epub", ".docx", ".odt"})


def damaged_files(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of so many files, the formats in turn."""
    chance = random.Random(seed)
    for number in range(count):
        ending = sorted(FORMATS)[number % len(FORMATS)]
        data = FORMATS[ending](chance, chance.choice((1, 3, 6)))
        damage = inside if ending in ZIPPED and chance.random() < 0.7 else chance.choice(PLAIN)
        yield f"{number:05}{ending}", damage(chance, data) or b"\0"
