"""Records of our own invention, and the founding article in its three states."""

from dataclasses import replace

from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import (
    Appearance,
    Link,
    LinkKind,
    Original,
    Record,
    Relation,
    TaggedText,
    Title,
    Translation,
    TranslationKind,
)


def person(role, family, given=None, **parts):
    text = " ".join(p for p in (given, parts.get("particle"), family) if p)
    return Contributor(role, Name(text, (NameForm(text, parts.pop("tag", None), family, given, **parts),)))


JOURNAL = "Hong Kong Economic Journal"
FOUNDING = Record(
    title=Title("What exactly is meant by ‘re-industrialization’?", "en"),
    language="en",
    contributors=(
        Contributor(
            Role.AUTHOR,
            Name("Charles Mok", (NameForm("Charles Mok", None, "Mok", "Charles"),), honorific="Hon.", guessed=True),
            title="Legislative Councillor (IT)",
        ),
        Contributor(Role.TRANSLATOR, Name.of("Alan Lee", "Lee", "Alan")),
    ),
    appearances=(Appearance(JOURNAL, PartialDate(month=11, day=30, printed="Nov. 30")),),
)
HERE = replace(FOUNDING, appearances=(replace(FOUNDING.appearances[0], relation=Relation.TRANSLATION),))
THERE = replace(FOUNDING, appearances=(replace(FOUNDING.appearances[0], relation=Relation.ORIGINAL),))
COMPLETE = replace(
    FOUNDING,
    appearances=(
        Appearance(JOURNAL, parse_iso("2015-11-30"), relation=Relation.ORIGINAL),
        Appearance("EJ Insight", parse_iso("2015-12-03"), relation=Relation.TRANSLATION),
    ),
)
STATES = {"imported": FOUNDING, "here": HERE, "complete": COMPLETE}

CLOCK = Record(
    title=Title("The Clock the Ferry Left Behind", "en"),
    language="en",
    contributors=(
        person(Role.AUTHOR, "Lam", "Ka-wai"),
        person(Role.TRANSLATOR, "Ashworth", "Helen"),
    ),
    appearances=(Appearance("Harbour Evening Post", PartialDate(month=3, day=14, printed="14 March")),),
    links=(
        Link(
            LinkKind.TRANSLATION_OF,
            Original(Title("渡輪留下的鐘", "zh-Hant"), "zh-Hant", (Contributor(Role.AUTHOR, Name("林家慧")),)),
        ),
    ),
)
"""Not yet known which text appeared where; the original's title and author are."""

NIGHT_TRAIN = Record(
    kind="article-magazine",
    title=Title("A Short Defence of the Night Train", "en-GB", (TaggedText("Brève défense", "fr"),)),
    language="en-GB",
    contributors=(
        person(Role.AUTHOR, "Aubin", "Élise", particle="de", dropping_particle="van"),
        Contributor(
            Role.TRANSLATOR,
            Name("Nguyễn Thị Hoa", (NameForm("Nguyễn Thị Hoa", "vi-Latn", "Nguyễn", "Thị Hoa"),)),
            qualifier=Role.ADAPTER,
        ),
        person(Role.PHOTOGRAPHER, "Okoro", "Ada"),
        person(Role.ILLUSTRATOR, "Weiß", "Jörg"),
        person(Role.INTRODUCER, "Dvořáková", "Jana"),
    ),
    appearances=(
        Appearance(
            "The Slow Gazette",
            parse_iso("2021-05"),
            "Leeds",
            "https://slow.example/a%20b_c#d&e",
            parse_iso("2022-01-09"),
            "https://archive.example/x",
            Relation.TRANSLATION,
        ),
        Appearance("Le Train du soir", parse_iso("2019~"), "Lyon", relation=Relation.ORIGINAL),
        Appearance("Reader’s Omnibus", parse_iso("2023"), relation=Relation.REPRINT),
    ),
    links=(
        Link(LinkKind.TRANSLATION_OF, Original(Title("Petite défense du train de nuit", "fr"), "fr")),
        Link(LinkKind.VIA, Original(None, "de")),
    ),
    translation=Translation(TranslationKind.PUBLISHED, authorised=True),
    license="CC BY 4.0",
    variables={"volume": "12", "issue": "3", "page": "17-21", "DOI": "10.1/a_b%c", "ISSN": "1234-5678", "scale": "1:5"},
    unknown={"x-shelf": "blue"},
)
WATER = Record(
    kind="book",
    title=Title("The Price of Water in Three Villages", "en"),
    language="en",
    contributors=(
        Contributor(Role.AUTHOR, Name.of_organisation("Institute of Water and Land Law")),
        person(Role.TRANSLATOR, "Whitcombe", "Rose"),
        Contributor(Role.PUBLISHER, Name.of_organisation("Well & Sons")),
    ),
    appearances=(
        Appearance(
            "Cistern Press", DateRange(PartialDate(2001), PartialDate(2003)), "Bristol", relation=Relation.TRANSLATION
        ),
        Appearance(None, PartialDate(-44, approximate=True), relation=Relation.ORIGINAL),
    ),
)
LIGHT = Record(
    title=Title("再談舊區的光", "zh-Hant"),
    language="zh-Hant",
    contributors=(person(Role.AUTHOR, "Feld", "Anna"), Contributor(Role.TRANSLATOR, Name("譯者未載"))),
    appearances=(Appearance("港城晚報", parse_iso("2018-09-02"), relation=Relation.TRANSLATION),),
    links=(Link(LinkKind.TRANSLATION_OF, Original(Title("Noch einmal: das Licht", "de"), "de")),),
)
MACHINE = Record(
    kind="webpage",
    title=Title("On being translated by a machine: NASA, Hong Kong and I", "en"),
    language="en",
    contributors=(Contributor(Role.AUTHOR, Name("Tsuda")),),
    appearances=(
        Appearance("Plain Pages", parse_iso("2024-21"), url="https://plain.example/{x}", relation=Relation.TRANSLATION),
    ),
    translation=Translation(TranslationKind.MACHINE, tool="Babelfisch 2"),
)
ALONE = Record(
    kind="article-journal",
    title=Title("Die Straße nach Łódź – 100 % “neu”", "de"),
    language="de",
    contributors=(person(Role.AUTHOR, "Müller", "Jörg", suffix="Jr."), person(Role.EDITOR, "Kühn", "Ina")),
    appearances=(Appearance("Zeitschrift für Wege", parse_iso("1999-10-05"), relation=Relation.ORIGINAL),),
)
"""No translation: its original appearance is its own."""

EVERY = {
    "founding": FOUNDING, "here": HERE, "there": THERE, "complete": COMPLETE, "clock": CLOCK, "nighttrain": NIGHT_TRAIN,
    "water": WATER, "light": LIGHT, "machine": MACHINE, "alone": ALONE, "empty": Record(),
}  # fmt: skip
