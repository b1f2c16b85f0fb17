"""The DOI that a PDF prints is its own where it stands as one; and what its metadata say."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from reindreader.attribution import attribute
from reindreader.ingest import read_article
from reindreader.ingest.pdf import pdf_article
from reindreader.model.fields import record_of
from tests.attribution.test_endings import PROSE
from tests.pages.papers import Placed, pdf

DOI = "10.5555/quay.7(2).12-19"


def lines(words: list[str], top: float) -> list[Placed]:
    return [(60, top + 14 * number, 11, line) for number, line in enumerate(words)]


def doi(*pages: list[Placed]) -> str | None:
    return record_of(attribute(pdf_article(pdf(pages), "a.pdf")).claims).variables.get("DOI")


@pytest.mark.parametrize(
    "words", [f"https://doi.org/{DOI}", f"DOI: {DOI}.", f"doi {DOI}", f"Quay 7(2), pp. 12-19. doi:{DOI}"]
)
def test_above_the_text(words: str) -> None:
    assert doi([(60, 60, 9, words), *lines(PROSE, 100)]) == DOI


def test_below_the_text_in_a_line_of_its_own() -> None:
    assert doi([*lines(PROSE, 100), (60, 300, 9, f"https://doi.org/{DOI}")]) == DOI


def test_that_of_another_work_is_none_of_the_text() -> None:
    cited = f"Journal reference: J. Roe, On lamps. Quay 7, 2014. DOI: {DOI}"
    assert doi([*lines(PROSE * 2, 100), *lines([cited], 330)]) is None
    assert doi([(60, 60, 9, f"doi:{DOI}"), (60, 300, 9, "doi:10.5555/other"), *lines(PROSE, 100)]) is None
    assert doi(lines(PROSE, 100), [(60, 60, 11, f"https://doi.org/{DOI}"), *lines(PROSE, 100)]) is None


def test_a_page_of_the_web_prints_those_of_others() -> None:
    text = f"The Lamp\n\ndoi:{DOI}\n\n{' '.join(PROSE)}\n"
    assert "DOI" not in record_of(attribute(read_article(text.encode(), "a.txt")).claims).variables


@pytest.mark.parametrize("info", ["/doi ({doi})", "/Subject (Quay, 7 14, 12-19. doi:{doi})"])
def test_what_the_information_of_a_pdf_declares(info: str) -> None:
    escaped = DOI.replace("(", "\\(").replace(")", "\\)")
    article = read_article(pdf([lines(PROSE, 100)], info=info.format(doi=escaped)), "a.pdf")
    assert [claim.value for claim in article.declared if claim.field == "variable.DOI"] == [DOI]


def test_what_its_xmp_declares() -> None:
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    about = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}><rdf:Description rdf:about="" prism:doi="{DOI}"/></rdf:RDF></x:xmpmeta>'
    writer = PdfWriter(clone_from=io.BytesIO(pdf([lines(PROSE, 100)])))
    stream = DecodedStreamObject()
    stream.set_data(about.encode())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    buffer = io.BytesIO()
    writer.write(buffer)
    article = read_article(buffer.getvalue(), "a.pdf")
    assert [claim.value for claim in article.declared if claim.field == "variable.DOI"] == [DOI]
