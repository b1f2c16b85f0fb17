"""The readers by format, each loaded with its libraries when a file of its format comes."""

from typing import TYPE_CHECKING

from reindreader.model.articles import Article

if TYPE_CHECKING:
    from reindreader.pages import Told
    from reindreader.pages.values import PdfHighlight


def read_plain(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``plain.read_plain``."""
    from reindreader.ingest import plain  # noqa: PLC0415

    return plain.read_plain(data, name, encoding=encoding, url=url)


def read_html(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``html.read_html``."""
    from reindreader.ingest import html  # noqa: PLC0415

    return html.read_html(data, name, encoding=encoding, url=url)


def read_docx(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``docx.read_docx``."""
    from reindreader.ingest import docx  # noqa: PLC0415

    return docx.read_docx(data, name, encoding=encoding, url=url)


def read_odt(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``odt.read_odt``."""
    from reindreader.ingest import odt  # noqa: PLC0415

    return odt.read_odt(data, name, encoding=encoding, url=url)


def read_epub(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``epub.read_epub``."""
    from reindreader.ingest import epub  # noqa: PLC0415

    return epub.read_epub(data, name, encoding=encoding, url=url)


def read_pdf(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """See ``pdf.read_pdf``."""
    from reindreader.ingest import pdf  # noqa: PLC0415

    return pdf.read_pdf(data, name, encoding=encoding, url=url)


def read_marked_pdf(
    data: bytes, name: str, *, url: str | None = None, password: str | None = None, told: "Told | None" = None
) -> "tuple[Article, tuple[PdfHighlight, ...]]":
    """See ``pdf.read_marked_pdf``."""
    from reindreader.ingest import pdf  # noqa: PLC0415

    return pdf.read_marked_pdf(data, name, url=url, password=password, told=told)
