"""Whole articles: place decides what may be a credit, and each claim's words stand in the text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.attribution import Attribution, attribute, credit_line
from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor, Role
from reindreader.model.fields import record_of
from reindreader.model.records import Relation, TranslationKind
from reindreader.model.text import BlockKind, Mark, MarkKind, Span
from tests.samples.samples import plain_claims, plain_value

PROSE = "The lamp is lit at four in the afternoon, two hours early, and is not put out until noon on the day after."
OTHER = "That is the whole of what he had to say about it, and I know few longer books that are better written."
HAN = "去年冬天，電車公司宣佈把尾班車提早半小時。通告貼在車站的柱子上，字很小，像怕吵醒甚麼人。"


def read(*paragraphs: str, title: str = "The Keeper’s Arithmetic") -> Attribution:
    text = "\n\n".join([title, *paragraphs])
    return attribute(read_article(text.encode(), "a.txt"))


def values(found: Attribution, field: str) -> list[str]:
    return [plain_value(claim.value) for claim in found.claims if claim.field == field]


def kinds(found: Attribution) -> list[str]:
    return [block.kind.value for block in found.article.blocks]


@pytest.mark.parametrize(
    "page",
    [
        ("Originaltitel: The Weight of Lamps, Heron Books, London 2001", "Aus dem Englischen von Karl von Ahlen"),
        ("Titre original :\nThe Weight of Lamps\nTraduit de l’anglais par Karl von Ahlen",),
        ("Título original: The Weight of Lamps © Jane Roe, 2001", "Traducción del inglés: Karl von Ahlen"),
    ],
)
def test_a_copyright_page_names_the_original(page: tuple[str, ...]) -> None:
    found = read("Jane Roe", *page, PROSE, OTHER, PROSE)
    (title,) = (claim for claim in found.claims if claim.field == "original.title")
    assert [span.slice(found.article.text) for span in title.evidence] == [plain_value(title.value)]
    assert plain_value(title.value) == "The Weight of Lamps"
    assert values(found, "translator") == ["Karl von Ahlen"]
    assert values(found, "original.language") == ["en"]


@pytest.mark.parametrize(
    ("lines", "field", "value", "evidence"),
    [
        (("Translator:", "Karl von Ahlen"), "translator", "Karl von Ahlen", "Karl von Ahlen"),
        (("Translator:", "Karl von Ahlen, a poet"), "translator", "Karl von Ahlen", "Karl von Ahlen, a poet"),
        (("Titre original (anglais) :", "The Weight of Lamps"), "original.language", "en", "anglais"),
        (("Originaltitel:", "The Weight of Lamps"), "original.title", "The Weight of Lamps", "The Weight of Lamps"),
    ],
)
def test_a_label_alone_is_read_with_the_line_below(
    lines: tuple[str, ...], field: str, value: str, evidence: str
) -> None:
    found = read(PROSE, OTHER, PROSE, *lines)
    (claim,) = (claim for claim in found.claims if claim.field == field)
    assert plain_value(claim.value) == value
    assert [span.slice(found.article.text) for span in claim.evidence] == [evidence]
    assert kinds(found)[-2:] == ["credit", "credit"]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Translated by Jane M. Roe", "Translator: J. Roe", "Jane M. Roe"),
        ("Translated by JANE ROE", "Translator: Jane Roe", "Jane Roe"),
        ("Translated by Inés Díaz", "Translator: Ines Diaz", "Inés Díaz"),
        ("Translated by Jane Roe", "Translator: Roe, Jane", "Jane Roe"),
        ("Translated by Karen Mok (莫嘉倫)", "Translator: K. Mok", "Karen Mok"),
        ("譯者：莫嘉倫（Karen Mok）", "Translated by Karen Mok", "莫嘉倫"),
        ("Translated by Dr. Karl von Ahlen", "Translator: Karl von Ahlen", "Karl von Ahlen"),
    ],
)
def test_a_person_who_is_credited_twice_is_one(first: str, second: str, name: str) -> None:
    for lines in ((first, second), (second, first)):
        found = read(lines[0], PROSE, OTHER, PROSE, lines[1])
        (claim,) = (claim for claim in found.claims if claim.field == "translator")
        assert plain_value(claim.value) == name
        assert len(claim.evidence) == 2
        assert claim.value.name.honorific == ("Dr." if "Dr." in first else None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Translated by Jane Roe", "Translator: Joan Roe"),
        ("Translated by Jane Roe", "Translator: Jane Poe"),
        ("Translated by Harbour Press", "Translator: H. Press"),
    ],
)
def test_two_people_are_two(first: str, second: str) -> None:
    assert len(values(read(first, PROSE, OTHER, PROSE, second), "translator")) == 2


def test_two_people_of_one_credit_are_two_however_alike() -> None:
    assert len(values(read(PROSE, OTHER, PROSE, "Translated by Jane Roe and J. Roe"), "translator")) == 2


def test_a_line_that_ends_in_a_colon_takes_no_prose_with_it() -> None:
    found = read(PROSE, "Translator:", OTHER, PROSE, "He said:", "Nothing at all")
    assert values(found, "translator") == []


def test_a_credit_in_the_middle_of_the_body_is_prose() -> None:
    middle = ["Translated by Ruth Ansel", *[PROSE, OTHER] * 8]
    found = read(PROSE, OTHER, *middle)
    assert values(found, "translator") == []
    assert BlockKind.CREDIT not in [b.kind for b in found.article.blocks]


def test_the_last_paragraph_that_speaks_of_a_translator_credits_nobody() -> None:
    long = f"{PROSE} The ledger was translated by Ruth Ansel, who never saw the lamp, and was published in the Quay Review in May."
    found = read(PROSE, long)
    assert plain_claims(found.claims) == []


def test_a_bracket_at_the_end_of_the_last_paragraph_becomes_a_block_of_its_own() -> None:
    found = read(PROSE, f"{OTHER} (Translated by Ruth Ansel)")
    assert kinds(found) == ["heading", "paragraph", "paragraph", "credit"]
    assert found.article.body.endswith(OTHER)
    assert values(found, "translator") == ["Ruth Ansel"]


def test_a_last_paragraph_that_begins_with_the_translators_credit_is_one_whatever_follows() -> None:
    note = (
        "Translated from the Polish by Dr. Ruth Ansel. The drawing of the lamp that stood at the head of the column "
        "when it was printed in the winter has been lost, with the block that it was printed from, in the move."
    )
    found = read(PROSE, OTHER, note)
    assert kinds(found)[-1] == "credit"
    assert values(found, "translator") == ["Ruth Ansel"]


def test_the_language_behind_a_name_is_nobody() -> None:
    for line, name in (
        ("ترجمة: سامي نصّار، عن الإنجليزية.", "سامي نصّار"),
        ("ترجمة: سامي نصّار عن الإنجليزية", "سامي نصّار"),
    ):
        assert dict(credit_line(line))["translator"] == (name,)


def test_a_label_that_japanese_shares_leaves_no_chinese_name_whole() -> None:
    found = read("作者：陳嘉敏\n譯者：周文遠", HAN, HAN, title="渡口的鐘")
    names = {c.field: c.value.name.form for c in found.claims if isinstance(c.value, Contributor)}
    assert (names["author"].family, names["author"].given) == ("陳", "嘉敏")
    assert (names["translator"].family, names["translator"].given) == ("周", "文遠")


def test_a_note_in_italics_below_the_title() -> None:
    note = "*This essay first appeared in Portuguese in Quay Review on 3 May 2011. It was translated by Ruth Ansel.*"
    found = read(note, PROSE, OTHER)
    assert kinds(found)[1] == "credit"
    record = record_of(found.claims)
    assert record.original.language == "pt"
    assert [c.name.literal for c in record.by_role(Role.TRANSLATOR)] == ["Ruth Ansel"]


def test_a_name_alone_beside_the_translator_is_inferred_to_be_the_author() -> None:
    found = read("Fong Suet-yee", "Translated by Clara Whitmore", PROSE, OTHER)
    (author,) = [claim for claim in found.claims if claim.field == "author"]
    assert (plain_value(author.value), author.certainty) == ("Fong Suet-yee", Certainty.INFERRED)


@pytest.mark.parametrize("line", ["Fong Suet-yee", "Harbour Lights", "溫若瑜", "A short subtitle"])
def test_a_name_alone_without_a_translator_is_nobody(line: str) -> None:
    assert values(read(line, PROSE, OTHER), "author") == []


@pytest.mark.parametrize("line", ["A walk by the sea", "Lanterns", "第一章", "Part 2", "Quay Books Ltd."])
def test_a_subtitle_beside_the_translator_is_no_author(line: str) -> None:
    assert values(read(line, "Translated by Clara Whitmore", PROSE, OTHER), "author") == []


def test_a_date_alone_below_the_title_is_this_texts_own() -> None:
    found = read("Tuesday, 3 May 2011", PROSE, OTHER)
    record = record_of(found.claims)
    own = record.appeared(Relation.TRANSLATION)
    assert own is not None
    assert own.date is not None
    assert own.date.iso == "2011-05-03"
    assert [c.certainty for c in found.claims if c.field == "appearance.relation"] == [Certainty.INFERRED]


def test_a_line_with_a_date_and_other_words_is_no_dateline() -> None:
    assert plain_claims(read("What happened on 3 May 2011", PROSE, OTHER).claims) == []


def test_an_appearance_in_another_language_is_the_originals() -> None:
    found = read(PROSE, OTHER, "This article appeared in Portuguese in Quay Review.")
    relation = next(claim for claim in found.claims if claim.field == "appearance.relation")
    assert (relation.value, relation.certainty) == ("original", Certainty.INFERRED)
    assert values(found, "original.language") == ["pt"]


def test_an_appearance_in_the_same_language_stays_unstated() -> None:
    found = read(PROSE, OTHER, "This article appeared in English in Quay Review.")
    assert values(found, "appearance.relation") == []
    assert values(found, "original.language") == []


def test_conflicting_authors_are_both_claimed_the_inferred_one_last() -> None:
    found = read("By Ivo Brandt", PROSE, OTHER, "Office of Hon. Ruth Ansel, Legislative Councillor")
    authors = [claim for claim in found.claims if claim.field == "author"]
    assert [(plain_value(c.value), c.certainty.value) for c in authors] == [
        ("Ivo Brandt", "stated"),
        ("Ruth Ansel", "inferred"),
    ]


def test_the_same_person_twice_is_one_claim_with_both_places() -> None:
    found = read("By Ruth Ansel", PROSE, OTHER, "Office of Hon. Ruth Ansel, Legislative Councillor")
    (author,) = [claim for claim in found.claims if claim.field == "author"]
    assert isinstance(author.value, Contributor)
    assert (author.certainty, len(author.spans)) == (Certainty.STATED, 2)
    assert author.value.title == "Legislative Councillor"


def test_a_position_told_apart_from_the_name_is_the_authors() -> None:
    found = read("作者：溫若瑜", HAN, HAN, "作者為城市研究學者", title="最後一班電車")
    (author,) = [claim.value for claim in found.claims if claim.field == "author"]
    assert author.title == "城市研究學者"


def test_a_machine_is_declared() -> None:
    found = read(PROSE, OTHER, "Translator: DeepL")
    record = record_of(found.claims)
    assert (record.translation.kind, record.translation.tool) == (TranslationKind.MACHINE, "DeepL")
    assert record.by_role(Role.TRANSLATOR)[0].name.organisation
    assert record_of(read(PROSE, OTHER, "(machine translation)").claims).translation.kind is TranslationKind.MACHINE


def test_a_translator_who_adapted_is_qualified() -> None:
    found = read(HAN, HAN, "（編譯／方雪儀）", title="最後一班電車")
    (translator,) = [claim.value for claim in found.claims if claim.field == "translator"]
    assert (translator.role, translator.qualifier) == (Role.TRANSLATOR, Role.ADAPTER)


def test_a_photos_licence_is_not_the_articles() -> None:
    found = read(PROSE, OTHER, "Photo: Jo Lindgren (CC BY 2.0)")
    assert values(found, "license") == []
    assert values(read(PROSE, OTHER, "This article is licensed under CC BY 4.0"), "license") == ["CC BY 4.0"]


def test_an_address_and_its_outlet_are_one_appearance() -> None:
    found = read(PROSE, OTHER, "Originally published in Quay Review.", "Original: https://quay.example/1")
    record = record_of(found.claims)
    assert len(record.appearances) == 1
    assert (record.appearances[0].publication, record.appearances[0].url) == ("Quay Review", "https://quay.example/1")


def test_the_title_of_the_original_and_a_publisher() -> None:
    found = read(
        PROSE,
        OTHER,
        "Original title: 守燈人的算術",
        "The Lamp / Fong Suet-yee ; translated by Ruth Ansel. - 2nd ed. - Quaybooks",
    )
    assert values(found, "original.title") == ["守燈人的算術"]
    assert values(found, "variable.publisher") == ["Quaybooks"]


def test_what_the_file_declares_comes_first() -> None:
    article = read_article(f"The Lamp\n\nBy Ivo Brandt\n\n{PROSE}".encode(), "a.txt")
    declared = Claim("license", "CC0", Certainty.DECLARED, (FilePlace("meta"),))
    found = attribute(replace(article, declared=(declared,), language="en-GB"))
    assert found.claims[0] == declared
    assert found.article.language == "en-GB"
    assert "language" not in {claim.field for claim in found.claims}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (f"{PROSE} {OTHER}", "en"),
        (HAN, "zh-Hant"),
        ("去年冬天，电车公司宣布把尾班车提早半小时。通告贴在车站的柱子上，字很小，像怕吵醒什么人。", "zh-Hans"),
        ("渡し船はただの航路ではない。島へ渡る人のための長い橋である。", "ja"),
        ("나룻배는 그저 항로가 아니다. 섬으로 가는 사람들의 긴 다리이다.", "ko"),
        ("The lamp.", None),
        ("山中日月明，水上小舟行。人生如大海，心似一孤城。", "zh"),
        ("Qwert zxcvb asdfgh poiuy lkjhg mnbvc qazws edcrf vtgby hnujm iklop zzzzz xxxxx.", None),
    ],
)
def test_the_language_of_the_text(text: str, tag: str | None) -> None:
    found = attribute(read_article(text.encode(), "a.txt"))
    assert found.article.language == tag


def test_prose_longer_than_a_line_is_not_read() -> None:
    assert credit_line("Translated by Ruth Ansel " + "and others " * 200) == ()
    assert credit_line("   ") == ()
    assert credit_line("“ ” appeared in") == ()


WORDS = [
    "Translated by", "Ruth Ansel", "譯者：", "方雪儀", "(", ")", "（", "）", "《", "》", "“", "”", ",", "、", ".", ";", "/", "by",
    "from the Chinese", "appeared in", "This article", "on", "Nov. 30", "2015年11月30日", "原載", "Office of", "Hon.", "\n", "\n\n",
    "編譯", "本文由", "翻譯", "https://a.example/b", "CC BY 4.0", "original title", "The lamp is lit. And out again it goes.", "作者",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_every_span_slices_to_the_words_it_is_about(parts: list[str]) -> None:
    text = f"The Lamp\n\n{PROSE}\n\n{' '.join(parts)}"
    found = attribute(read_article(text.encode(), "a.txt"))
    for claim in found.claims:
        said = " ".join(" ".join(span.slice(found.article.text) for span in claim.spans).split())
        assert said
        if isinstance(claim.value, Contributor):
            assert claim.value.name.literal in said
        elif claim.field in {"appearance.publication", "original.title", "appearance.url", "license"}:
            assert plain_value(claim.value) in said


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    credit_line(text)
    try:
        article = read_article(text.encode(), "a.txt")
    except UnreadableFileError:
        return
    found = attribute(article)
    assert found.article.text == article.text


@pytest.mark.parametrize(
    "line",
    ["Ruth Ansel, Member of the Legislative Council", "溫若瑜（立法會議員）", "Legislative Councillor Ruth Ansel"],
)
def test_a_last_line_with_name_and_position_is_the_authors_signature(line: str) -> None:
    found = read(PROSE, OTHER, "Translated by Clara Whitmore", line)
    (author,) = [claim for claim in found.claims if claim.field == "author"]
    assert author.certainty is Certainty.INFERRED
    assert isinstance(author.value, Contributor)
    assert author.value.title in {"Member of the Legislative Council", "立法會議員", "Legislative Councillor"}


def test_a_date_with_a_label_is_this_texts_own() -> None:
    record = record_of(read("Published: 3 May 2011", PROSE, OTHER).claims)
    assert [a.date.iso for a in record.appearances if a.date] == ["2011-05-03"]
    assert record.appearances[0].relation is Relation.TRANSLATION


def test_what_follows_the_credits_is_no_body() -> None:
    note = "Dr. Ruth Ansel is an associate professor at Harbour University"
    found = read(
        PROSE,
        OTHER,
        "Translated by Clara Whitmore",
        "[Portuguese version]",
        "– Contact us at a@quay.example",
        "RC",
        note,
    )
    assert len(found.article.numbers) == 2
    assert kinds(found)[-4:] == ["furniture", "furniture", "furniture", "credit"]
    (author,) = [claim for claim in found.claims if claim.field == "author"]
    assert author.certainty is Certainty.INFERRED
    assert isinstance(author.value, Contributor)
    assert (author.value.name.literal, author.value.title) == (
        "Ruth Ansel",
        "associate professor at Harbour University",
    )


def test_a_body_that_goes_on_after_a_break_stays_body() -> None:
    found = read(
        PROSE,
        "* * *",
        "He said only this:",
        OTHER,
        "Ruth Ansel is a keeper of lamps, he said, and nobody laughed.",
        PROSE,
    )
    assert len(found.article.numbers) == 5
    assert plain_claims(found.claims) == []


def test_a_copyright_line_is_furniture() -> None:
    assert kinds(read(PROSE, OTHER, "© 2015 Quay Review. All rights reserved."))[-1] == "furniture"


def test_the_title_below_a_credit() -> None:
    text = f"Translated by Clara Whitmore\n\nThe Keeper’s Arithmetic\n\n{PROSE}\n\n{OTHER}"
    found = attribute(read_article(text.encode(), "a.txt"))
    assert values(found, "title") == ["The Keeper’s Arithmetic"]


def test_the_title_below_the_authors_name() -> None:
    text = f"Fong Suet-yee\nWhy the lamp should stay where it is\n\n{PROSE}\n\n{OTHER}\n\nTranslated by Clara Whitmore"
    found = attribute(read_article(text.encode(), "a.txt"))
    assert values(found, "title") == ["Why the lamp should stay where it is"]
    assert values(found, "author") == ["Fong Suet-yee"]


def test_fields_with_labels_above_the_body() -> None:
    text = f"---\ntitle: The Lamp at Noon\nauthor: Fong Suet-yee\ntranslator: Clara Whitmore\n---\n\n{PROSE}\n\n{OTHER}"
    found = attribute(read_article(text.encode(), "a.txt"))
    assert set(values(found, "title")) == {"The Lamp at Noon"}
    assert (values(found, "author"), values(found, "translator")) == (["Fong Suet-yee"], ["Clara Whitmore"])
    found = attribute(read_article(f"標題：最後一班電車\n譯者：方雪儀\n\n{HAN}\n\n{HAN}".encode(), "a.txt"))
    assert values(found, "title") == ["最後一班電車"]


@pytest.mark.parametrize(
    ("line", "field", "wanted"),
    [
        ("License: all rights reserved by the author", "license", ["all rights reserved by the author"]),
        ("Original language: Chinese", "original.language", ["zh"]),
        ("Machine-translated from the German with DeepL", "translation.tool", ["DeepL"]),
        ("This article was translated from the French.", "original.language", ["fr"]),
        ("Originally published on 3 May 2011 at https://quay.example/1", "appearance.url", ["https://quay.example/1"]),
        ("Read the original at https://quay.example/1.", "appearance.url", ["https://quay.example/1"]),
        ("Translated by Clara Whitmore; translated by Clara Whitmore", "translator", ["Clara Whitmore"]),
    ],
)
def test_rarer_facts(line: str, field: str, wanted: list[str]) -> None:
    assert values(read(PROSE, OTHER, line), field) == wanted


def test_a_note_that_the_title_calls_is_read_and_the_call_is_no_part_of_a_name() -> None:
    """A sign behind the title or the author's name leads to the note that says where the article comes from."""
    note = "†This column first appeared in the Quay Review, 3 May 2014. Translated from the Polish by Ruth Ansel."
    other = "*First published in the Harbour Evening Post, 9 June 2011."
    text = "\n\n".join(
        ["The Keeper’s Arithmetic", "By Orla Tait†", PROSE, f"{OTHER}*", note, other, *[PROSE, OTHER] * 9]
    )
    read_text = read_article(text.encode(), "a.txt")
    blocks = tuple(
        replace(block, kind=BlockKind.FOOTNOTE, label=words[0], span=Span(block.span.start + 1, block.span.end))
        if (words := block.span.slice(text))[0] in "†*"
        else block
        for block in read_text.blocks
    )
    calls = [Span(at, at + 1) for at in (text.index("Tait†") + 4, text.index(f"{OTHER}*") + len(OTHER))]
    marks = tuple(Mark(MarkKind.NOTE_REFERENCE, call, call.slice(text)) for call in calls)
    found = attribute(replace(read_text, blocks=blocks, marks=marks))
    assert values(found, "author") == ["Orla Tait"]
    assert values(found, "translator") == ["Ruth Ansel"]
    assert values(found, "appearance.publication") == ["Quay Review"]


def test_a_line_with_a_name_that_the_file_gives_is_no_paragraph() -> None:
    """No rule tells that it is a name: paragraph numbers would be one too high."""
    text = f"---\ntitle: 最後一班電車\nauthor: 韋特羅娃\n---\n\n韋 特羅娃\n\n{HAN}\n\n{HAN}"
    found = attribute(read_article(text.encode(), "a.md"))
    assert kinds(found)[-3:] == ["credit", "paragraph", "paragraph"]
