"""PDF files made for the tests: text at given places, in Helvetica."""

from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""Left, top, size, words; points from the page's top left corner."""

WIDTH, HEIGHT = 595, 842


def pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    info: str = "",
    annotations: str = "",
    picture: bool = False,
    catalog: str = "",
    scale: float = 1,
) -> bytes:
    """A file of these pages. ``scale``: letters are set larger and drawn smaller by it, as browsers do. ``annotations``: objects of the first page's /Annots, as they are written."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, page in enumerate(pages):
        image = "/XObject << /I 900 0 R >>" if picture else ""
        notes = f"/Annots [{annotations}]" if annotations and not number else ""
        objects[4 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F 3 0 R >> {image} >> {notes} >>"
        ).encode()
        drawn = ("q 300 0 0 300 50 300 cm /I Do Q " if picture else "") + "".join(
            _drawn(placed, scale) for placed in page
        )
        objects[5 + 2 * number] = _stream(drawn.encode("cp1252"))
    if picture:
        objects[900] = (
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream"
        )
    if info:
        objects[901] = f"<< {info} >>".encode("latin-1")
    return _file(objects, "/Info 901 0 R" if info else "")


def _drawn(placed: Placed, scale: float) -> str:
    left, top, size, words = placed
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size / scale} Tf {scale} 0 0 {scale} {left} {HEIGHT - top - size} Tm ({escaped}) Tj ET\n"


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    data, places = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    return (
        data
        + b"xref\n0 1\n0000000000 65535 f \n"
        + table
        + (f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n".encode())
    )
