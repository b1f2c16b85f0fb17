"""Names that stand alone below a title or at the end: the author's where a second sign says so, nobody's where none does."""

import pytest

from reindreader.attribution import attribute
from reindreader.ingest import read_plain
from reindreader.model.fields import record_of

BODY = "The bell had not rung for a hundred years, and nobody in the town could say who had taken it down or where it lay now."


def authors(text: str) -> list[str]:
    article = read_plain(text.encode(), "sample.txt")
    return [
        person.name.literal
        for person in record_of(attribute(article).claims).contributors
        if person.role.value == "aut"
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Caspar Lund", "Caspar Lund"),
        ("CASPAR LUND", "CASPAR LUND"),
        ("Inés Carvajal", "Inés Carvajal"),
        ("Caspar Lund for The Lantern", "Caspar Lund"),
        ("Kim Min-su", "Kim Min-su"),
    ],
)
def test_a_name_with_a_date_beside_it(line: str, name: str) -> None:
    for head in (f"{line}\n\n4 May 2021", f"4 May 2021\n\n{line}"):
        assert authors(f"The Bell of the Town\n\n{head}\n\n{BODY}\n\n{BODY}") == [name]
    assert authors(f"The Bell of the Town\n\n{line}\n\n{BODY}\n\n{BODY}") == []


@pytest.mark.parametrize(
    "line", ["Northern Shores", "Harbour Museum", "Local News", "Caspar Lund, the bell founder, remembers"]
)
def test_a_line_with_a_date_beside_it_that_is_no_known_name(line: str) -> None:
    assert authors(f"The Bell of the Town\n\n{line}\n\n4 May 2021\n\n{BODY}\n\n{BODY}") == []


@pytest.mark.parametrize(
    "last", ["© 2021 Caspar Lund, all rights reserved", "Caspar Lund writes about the bells of the coast"]
)
def test_a_name_that_the_last_lines_tell_of(last: str) -> None:
    assert authors(f"The Bell of the Town\n\nCaspar Lund\n\n{BODY}\n\n{BODY}\n\n{last}") == ["Caspar Lund"]


@pytest.mark.parametrize("closing", ["Yours sincerely,", "Med vänlig hälsning", "Cordialement"])
def test_the_signature_of_a_letter(closing: str) -> None:
    assert authors(f"A Letter to the Town\n\n{BODY}\n\n{BODY}\n\n{closing}\n\nKerstin Lund") == ["Kerstin Lund"]
    assert authors(f"A Letter to the Town\n\n{BODY}\n\n{BODY}\n\nKerstin Lund") == []


def test_lines_of_contents_are_no_bylines() -> None:
    contents = "泥の記憶　青柳隆\n\n書評 渡会誠\n\n2018年3月31日"
    body = "資料館には水害についての手紙が残り、その多くに返事はなかったという。市は冬までに橋を直すため、予算を組んだと話している。"
    assert authors(f"第12号の目次について\n\n{contents}\n\n{body}\n\n{body}") == []
