"""The pictures of an article: read and decoded in threads, kept small."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from reindreader.errors import ReindreaderError

Source = Callable[[str], bytes | None]
"""SHA-256 of a picture -> its bytes; None where it is gone."""

_MOST_BYTES = 48 * 1024 * 1024
_MOST_PIXELS = 40_000_000
_WIDEST = 1_600
_KEPT = 24


@dataclass(frozen=True, slots=True)
class Decoded:
    """``image``: None where the bytes are gone or make no picture. ``size``: of the picture itself, in pixels."""

    sha256: str
    image: QImage | None
    size: QSize


class Pictures(QObject):
    """Asks for pictures once each; ``came`` tells that one is there, or that it never will be."""

    came = Signal(str)
    _decoded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._sizes: dict[str, QSize | None] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()
        self._decoded.connect(self._take)

    def show_source(self, source: Source | None) -> None:
        """Other pictures, from elsewhere."""
        self._source = source
        self._sizes.clear()
        self._images.clear()
        self._asked.clear()

    def size(self, sha256: str) -> QSize | None:
        """The picture's own size; None where it is gone. Raises KeyError while it is not known yet."""
        if sha256 not in self._sizes:
            self._ask(sha256)
        return self._sizes[sha256]

    def image(self, sha256: str) -> QImage | None:
        """The picture, at most 1,600 pixels wide; None where it has not come."""
        found = self._images.get(sha256)
        if found is None:
            self._ask(sha256)
        return found

    def _ask(self, sha256: str) -> None:
        if self._source is None:
            self._sizes[sha256] = None
        elif sha256 not in self._asked:
            self._asked.add(sha256)
            self._pool.start(_Decoding(sha256, self._source, self._decoded.emit))

    def _take(self, decoded: Decoded) -> None:
        if decoded.sha256 not in self._asked:
            return
        self._sizes[decoded.sha256] = decoded.size if decoded.image is not None else None
        if decoded.image is not None:
            self._images[decoded.sha256] = decoded.image
            while len(self._images) > _KEPT:
                gone, _ = self._images.popitem(last=False)
                self._asked.discard(gone)
        self.came.emit(decoded.sha256)


class _Decoding(QRunnable):
    """Runs in a thread of the pool."""

    def __init__(self, sha256: str, source: Source, tell: Callable[[Decoded], None]) -> None:
        super().__init__()
        self._sha256, self._source, self._tell = sha256, source, tell

    def run(self) -> None:
        try:
            data = self._source(self._sha256)
        except (ReindreaderError, OSError):
            data = None
        try:
            self._tell(decode(self._sha256, data or b""))
        except RuntimeError:  # the page was closed meanwhile
            return


def decode(sha256: str, data: bytes) -> Decoded:
    """A picture from its bytes, scaled down to 1,600 pixels; too large ones are not read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data[: _MOST_BYTES + 1]))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not data or len(data) > _MOST_BYTES or not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return Decoded(sha256, None, QSize())
    if size.width() > _WIDEST:
        reader.setScaledSize(size.scaled(_WIDEST, size.height(), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return Decoded(sha256, None if image.isNull() else image, image.size() if size.width() <= _WIDEST else size)
