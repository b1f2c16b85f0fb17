"""Our own samples: translated press columns written for this project, with what a reading of them has to give."""

import json
from collections.abc import Iterable
from pathlib import Path

from reindreader.model.claims import Claim, Value
from reindreader.model.contributors import Contributor
from reindreader.model.dates import DateRange, PartialDate
from reindreader.model.records import Title

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json")))


def sample_bytes(name: str) -> bytes:
    return (FOLDER / f"{name}.txt").read_bytes()


def sample_expected(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))


def plain_claims(claims: Iterable[Claim]) -> list[list]:
    """The claims as [field, item, value as text, certainty], without the title's and the language's."""
    return [
        [claim.field, claim.item, plain_value(claim.value), claim.certainty.value]
        for claim in claims
        if claim.field not in {"title", "language"}
    ]


def plain_value(value: Value | None) -> str:
    if isinstance(value, Contributor):
        return value.name.literal
    if isinstance(value, PartialDate | DateRange):
        return value.iso
    return value.text if isinstance(value, Title) else str(value)
