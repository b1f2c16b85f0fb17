"""Our own samples: all of their facts, and none that they do not state."""

import pytest

from reindreader.attribution import Attribution, attribute
from reindreader.ingest import read_article
from reindreader.model.fields import record_of
from reindreader.model.text import BlockKind
from reindreader.resources import resource_path
from tests.samples.samples import NAMES, plain_claims, sample_bytes, sample_expected


def read(name: str) -> Attribution:
    return attribute(read_article(sample_bytes(name), f"{name}.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_facts_of_a_sample(name: str) -> None:
    found = read(name)
    assert sorted(plain_claims(found.claims)) == sorted(sample_expected(name)["claims"])


@pytest.mark.parametrize("name", NAMES)
def test_title_language_and_blocks_of_a_sample(name: str) -> None:
    found, expected = read(name), sample_expected(name)
    article, record = found.article, record_of(found.claims)
    kinds = [block.kind for block in article.blocks]
    assert record.title is not None
    assert record.title.text == expected["title"]
    assert (record.language, article.language) == (expected["language"], expected["language"])
    assert len(article.numbers) == expected["paragraphs"]
    assert kinds.count(BlockKind.CREDIT) == expected["credits"]


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_carries_its_words(name: str) -> None:
    found = read(name)
    for claim in found.claims:
        assert claim.spans
        assert all(span.slice(found.article.text).strip() for span in claim.spans)


def test_the_shipped_essay_leaves_year_and_relation_open() -> None:
    path = resource_path("samples/welcome.txt")
    found = attribute(read_article(path.read_bytes(), path.name))
    assert sorted(plain_claims(found.claims)) == [
        ["appearance.date", 0, "--03-14", "stated"],
        ["appearance.publication", 0, "Harbour Evening Post", "stated"],
        ["author", 0, "Lau Ching-yi", "stated"],
        ["original.language", 0, "zh", "stated"],
        ["translator", 0, "Martin Ashby", "stated"],
    ]


def test_the_shipped_original_has_as_many_paragraphs_as_its_translation() -> None:
    articles = []
    for name in ("samples/welcome.txt", "samples/welcome.zh-Hant.txt"):
        path = resource_path(name)
        articles.append(attribute(read_article(path.read_bytes(), path.name)).article)
    assert len(articles[0].numbers) == len(articles[1].numbers) == 17
