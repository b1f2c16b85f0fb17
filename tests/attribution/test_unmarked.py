"""Names that stand alone below a title or at the end: the author's where a second sign says so, nobody's where none does."""

from dataclasses import replace

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


def dated(text: str) -> str | None:
    record = record_of(attribute(read_plain(text.encode(), "sample.txt")).claims)
    return next((own.date.iso for own in record.appearances if own.date), None)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Released 2022-05-17", "2022-05-17"),
        ("AFP Publié le 26/09/2019", "2019-09-26"),
        ("Diffusé le 5 octobre 2020", "2020-10-05"),
        ("Björkvik den 30 januari 2012", "2012-01-30"),
        ("Posted on March 10, 2022 by admin", "2022-03-10"),
        ("Built on March 10, 2022 by Tomas Lund in his shed", None),
    ],
)
def test_what_may_stand_beside_the_date_of_publication(line: str, date: str | None) -> None:
    assert dated(f"The Bell of the Town\n\n{line}\n\n{BODY}\n\n{BODY}") == date


@pytest.mark.parametrize("line", ["發布日期：107年9月27日", "107年9月27日"])
def test_years_of_taiwan(line: str) -> None:
    body = "碼頭一帶至今還住著許多戶人家，學校裡只剩下幾個孩子，檔案館裡保存著有關水災的信，大多沒有回音。橋還能再撐過這個冬天。"
    text = f"市府公布修橋計畫的消息\n\n{line}\n\n{body}\n\n{body}"
    article = replace(read_plain(text.encode(), "sample.txt"), language="zh-Hant")
    assert [own.date.iso for own in record_of(attribute(article).claims).appearances if own.date] == ["2018-09-27"]
    article = replace(article, language="zh-Hans")
    assert not any(own.date for own in record_of(attribute(article).claims).appearances)


@pytest.mark.parametrize(
    "note",
    [
        "Wiebke Harms lebt als freie Autorin in Weidenau.",
        "Aude Lemoine est journaliste à Brest.",
        "Inés Carvajal es periodista y escritora.",
        "Giulia Ferri è giornalista e scrittrice.",
        "Marijke Bakker is journalist en schrijver.",
    ],
)
def test_notes_on_authors_at_the_end(note: str) -> None:
    assert authors(f"The Bell of the Town\n\n{BODY}\n\n{BODY}\n\n{note}") == [" ".join(note.split()[:2])]


def test_names_before_their_role() -> None:
    assert authors(f"The Bell of the Town\n\nInes Lund. Translated by Tom Hadley\n\n{BODY}\n\n{BODY}") == ["Ines Lund"]


def test_the_name_below_the_heading_of_a_note_on_the_author() -> None:
    note = "Her books are about the sea and its people"
    for heading in ("About the author", "Über die Autorin"):
        assert authors(f"The Bell of the Town\n\n{BODY}\n\n{BODY}\n\n{heading}\n\nInes Lund\n\n{note}") == ["Ines Lund"]
    assert authors(f"The Bell of the Town\n\n{BODY}\n\n{BODY}\n\nMore authors\n\nInes Lund\n\n{note}") == []


def test_a_name_that_the_last_line_goes_on_about() -> None:
    end = "Ines Lund\n\nInes writes about the sea and its people for several papers."
    assert authors(f"The Bell of the Town\n\n{BODY}\n\n{BODY}\n\n{end}") == ["Ines Lund"]
    assert authors(f"The Bell of the Town\n\n{BODY}\n\n{BODY}\n\n{end.replace('Ines w', 'She w')}") == []
