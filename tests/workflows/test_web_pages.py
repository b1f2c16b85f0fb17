"""Whom saved pages of many programs and languages name, and when: what they declare and what they show, put together."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reindreader.ingest.html import page_article
from reindreader.model.fields import record_of
from reindreader.model.records import Record, Relation
from reindreader.model.text import BlockKind
from reindreader.workflows.reading import attributed

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("web_pages.toml").read_text(encoding="utf-8"))
TEXTS: dict[str, list[str]] = _TABLE.pop("texts")


def page(about: dict[str, Any]) -> bytes:
    title, *paragraphs = TEXTS[about["language"]]
    words = {"{title}": title, "{text}": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}
    words |= {f"{{{number}}}": paragraph for number, paragraph in enumerate(paragraphs)}
    markup = f'<!DOCTYPE html><html lang="{about["language"]}"><head><meta charset="utf-8">{about["head"]}</head><body>{about["body"]}</body></html>'
    for mark, own in words.items():
        markup = markup.replace(mark, own)
    return markup.encode()


def people(record: Record, role: str) -> set[str]:
    return {person.name.literal.casefold() for person in record.contributors if person.role.value == role}


@pytest.mark.parametrize("name", _TABLE)
def test_a_pages_people_and_date(name: str) -> None:
    about = _TABLE[name]
    found = attributed(page_article(page(about), "page.html", None, None))
    record, article = record_of(found.claims), found.article
    assert people(record, "aut") == {author.casefold() for author in about.get("authors", ())}
    assert people(record, "trl") == {translator.casefold() for translator in about.get("translators", ())}
    appeared = record.appeared(Relation.TRANSLATION)
    assert (appeared.date.iso if appeared and appeared.date else None) == about.get("date")
    assert record.title is not None
    assert record.title.text == TEXTS[about["language"]][0]
    body = [b.span.slice(article.text) for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    for paragraph in TEXTS[about["language"]][1:]:
        assert sum(paragraph in words for words in body) == 1
