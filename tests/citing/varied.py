"""A library of our own invention with everything in it: all types, many scripts, unknown dates, hostile values, links.

``varied(count)`` is the same every time. ``scripts="latin"`` leaves out what pdfLaTeX has no letters for in its first encoding.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from reindreader.citing.keys import assign_keys
from reindreader.library.linking import merged
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date, DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import (
    TYPES,
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

_WORDS = {
    "en": "the ferry harbour of NASA and light in Hong Kong a policy for rivers between mountains iPhone McDonald I AT&T",
    "de": "die Straße nach Łódź und Äpfel über alte Brücken im Westen der Stadt Größe",
    "fr": "l’été à la plage des enfants œuvre çà et là naïve déjà vu garçon",
    "tr": "İstanbul ışık ve gölge Iğdır çağ öğle İzmir yıldız",
    "pl": "źdźbło żółw ćma ślad Łódź Kraków noc",
    "cs": "příběh řeka žluťoučký kůň Dvořák Ústí",
}
_OTHER_WORDS = {
    "vi": "đường phố Hà Nội mùa thu người dịch ở biển",
    "zh-Hant": "渡輪 留下 的 鐘 港城 晚報 再工業化 甚麼 是",
    "zh-Hans": "渡轮 留下 的 钟 港城 晚报 再工业化 什么 是",
    "ja": "列車 の 夜 を 守る 短い 弁護 ひかり",
    "ko": "밤 기차 를 위한 짧은 변론 빛",
    "ru": "Ночной поезд и краткая защита света в городе Щука",
    "el": "Η σύντομη υπεράσπιση του νυχτερινού τρένου",
    "ar": "دفاع قصير عن القطار الليلي في المدينة",
    "he": "הגנה קצרה על רכבת הלילה",
    "hi": "रात की रेलगाड़ी का एक छोटा बचाव",
    "th": "การป้องกัน สั้นๆ ของ รถไฟ กลางคืน",
}
_FAMILIES = ("Mok", "Lam", "Ashworth", "Dvořák", "Weiß", "Müller", "Ørsted", "Łukasiewicz", "Çelik", "İnan", "Ó Brien", "bell", "Smith-Jones", "D’Angelo", "Åkesson")  # fmt: skip
_GIVEN = ("Charles", "Ka-wai", "Élise", "J. R. R.", "Jörg", "Ana María", "Søren", "İpek", "hooks", "X.")
_FOREIGN = (
    ("莫", "乃光", "zh-Hant"),
    ("林", "家慧", "zh-Hant"),
    ("Толстой", "Лев", "ru"),
    ("夏目", "漱石", "ja"),
    ("김", "철수", "ko"),
    ("Nguyễn", "Thị Hoa", "vi-Latn"),
)
_BODIES = (
    "Institute of Water and Land Law",
    "Hong Kong Economic Journal and Co",
    "AT&T",
    "Legislative Council",
    "Well & Sons, Ltd",
)
_OUTLETS = (
    "Harbour Evening Post",
    "The Slow Gazette",
    "Zeitschrift für Wege",
    "Le Train du soir",
    "Pots & Pans #3",
    "100 % News_paper",
    "İzmir Postası",
)
_HOSTILE = (
    "a } b", "a \\} b", "ends in \\", "@article{x, title = {y}}", "100 % & # _ $ ~ ^", "{NASA}", 'say "so"', "a,b = c",
    "\\input{x}", "tab\there\nand there", "bell\x07", "e\u0301", "-- --- `` ''", "?` !`", "$x$ {", "%", "and and and",
    "# # #", "<b>bold</b> & </b>", "ends in a full stop.", "a: b - c", "[x](y) *z*", "null", "~", "2015", "- item", "ER  - ",
)  # fmt: skip
_DATES = (
    "2015-11-30", "2015-11", "2015", "1999~", "2001?", "1887%", "2001/2003", "2015-05/2015-07", "2010/", "/1950", "2019-21",
    "--11-30", "--11", "-0044", "0079", "2024-02-29",
)  # fmt: skip
_URLS = (
    "https://slow.example/a%20b_c#d&e", "https://x.example/~user/?q=1&r=%C3%A9", "http://例え.example/道", "ftp://old.example/f",
    "https://plain.example/{x}", "https://x.example/a\\b", "not an address", "https://x.example:99999/",
)  # fmt: skip
_RARE = (Role.EDITOR, Role.PHOTOGRAPHER, Role.ADAPTER, Role.ILLUSTRATOR, Role.INTERVIEWER, Role.INTERVIEWEE, Role.INTRODUCER, Role.COMMENTATOR, Role.COMPILER, Role.PUBLISHER, Role.CONTRIBUTOR, Role.PROOFREADER)  # fmt: skip


def varied(count: int, *, seed: int = 1, scripts: str = "all") -> Iterator[tuple[str, Record]]:
    """(key, record) pairs; a linked record has the id that is its place, counted from 1."""
    records = [_Maker(random.Random(f"{seed}/{number}"), number, scripts).record() for number in range(count)]
    keys = list(assign_keys(records))
    for key, record in zip(keys, records, strict=True):
        yield key, _linked(record, keys, records)


def _linked(record: Record, keys: list[str], records: list[Record]) -> Record:
    """As a library gives it out, with what the linked original knows of itself."""
    there = [link.target for link in record.links if isinstance(link.target, int)]
    own = (Link(LinkKind.TRANSLATION_OF, n, keys[n - 1]) for n in there)
    inline = tuple(link for link in record.links if not isinstance(link.target, int))
    return merged(replace(record, links=inline), tuple(own), tuple(records[n - 1] for n in there))


class _Maker:
    def __init__(self, chance: random.Random, number: int, scripts: str) -> None:
        self.chance, self.number, self.latin = chance, number, scripts == "latin"
        self.words = _WORDS if self.latin else _WORDS | _OTHER_WORDS

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def record(self) -> Record:
        kinds = sorted(TYPES)
        language = self.chance.choice(sorted(self.words))
        return Record(
            kind=kinds[self.number % len(kinds)],
            title=self.title(language) if self.often(0.97) else None,
            language=language if self.often(0.9) else None,
            contributors=tuple(self.contributors()),
            appearances=tuple(self.appearances()),
            links=tuple(self.links()),
            translation=self.translation(),
            license="CC BY 4.0" if self.often(0.1) else None,
            variables=MappingProxyType(self.variables()),
            unknown=MappingProxyType({"x-shelf": "blue"} if self.often(0.05) else {}),
        )

    def text(self, language: str) -> str:
        if self.often(0.12):
            return self.chance.choice(_HOSTILE)
        words = self.words[language].split()
        return " ".join(self.chance.choice(words) for _ in range(self.chance.randint(2, 9)))

    def title(self, language: str) -> Title:
        forms = (TaggedText("Brève défense", "fr"),) if self.often(0.1) else ()
        words = self.text(language)
        unique = f"{words} {self.number}"
        return Title(unique[0].upper() + unique[1:], language if self.often(0.8) else None, forms)

    def person(self) -> Name:
        chance = self.chance
        if self.often(0.12):
            return Name.of_organisation(chance.choice(_BODIES))
        if self.often(0.08):
            return Name(chance.choice(("Tsuda", "Sukarno", *_HOSTILE)))
        if self.often(0.2) and not self.latin:
            family, given, tag = chance.choice(_FOREIGN)
            return Name(family + given, (NameForm(family + given, tag, family, given), NameForm("Mok Nai-kwong", None)))
        family, given = chance.choice(_FAMILIES), chance.choice(_GIVEN)
        extra = {"particle": "de la"} if self.often(0.06) else {"suffix": "Jr."} if self.often(0.06) else {}
        extra |= {"dropping_particle": "von"} if self.often(0.04) else {}
        text = " ".join(part for part in (given, extra.get("particle"), family) if part)
        honorific = "Hon." if self.often(0.05) else None
        return Name(text, (NameForm(text, None, family, given, **extra),), honorific)

    def contributors(self) -> Iterator[Contributor]:
        many = 60 if self.number % 97 == 5 else self.chance.randint(0, 3)
        for _ in range(many):
            yield Contributor(Role.AUTHOR, self.person(), title="Legislative Councillor" if self.often(0.05) else None)
        for _ in range(self.chance.choice((0, 1, 1, 1, 2))):
            yield Contributor(Role.TRANSLATOR, self.person(), Role.ADAPTER if self.often(0.05) else None)
        for role in _RARE:
            if self.often(0.06):
                yield Contributor(role, self.person())

    def date(self) -> Date | None:
        if self.often(0.15):
            return None
        if self.often(0.05):
            return DateRange(PartialDate(month=3), PartialDate(month=4))
        return parse_iso(self.chance.choice(_DATES))

    def appearances(self) -> Iterator[Appearance]:
        for _ in range(self.chance.choice((0, 1, 1, 1, 2, 3))):
            outlet = self.chance.choice((*_OUTLETS, *_OUTLETS, self.chance.choice(_HOSTILE), None))
            yield Appearance(
                outlet,
                self.date(),
                self.chance.choice((None, None, "Leeds", "Hong Kong", "Łódź and Kraków")),
                self.chance.choice((None, None, *_URLS)),
                parse_iso("2022-01-09") if self.often(0.3) else None,
                "https://archive.example/x" if self.often(0.1) else None,
                self.chance.choice(list(Relation)),
            )

    def links(self) -> Iterator[Link]:
        if self.often(0.4):
            language = self.chance.choice(sorted(self.words))
            authors = (Contributor(Role.AUTHOR, self.person()),) if self.often(0.5) else ()
            yield Link(LinkKind.TRANSLATION_OF, Original(Title(self.text(language), language), language, authors))
        if self.number and self.often(0.15):
            yield Link(LinkKind.TRANSLATION_OF, self.chance.randint(1, self.number))
        if self.often(0.05):
            yield Link(LinkKind.VIA, Original(None, "de"))

    def translation(self) -> Translation:
        kind = self.chance.choice(list(TranslationKind))
        return Translation(kind, tool="Babelfisch 2" if kind is TranslationKind.MACHINE else None)

    def variables(self) -> dict[str, str]:
        chance = self.chance
        values = {
            "volume": ("12", "IV", "12-13"), "issue": ("3", "3/4"), "page": ("17-21", "A12–A15", "5", "5, 7-9"),
            "DOI": ("10.1/a_b%c", "10.1000/182"), "ISBN": ("978-3-16-148410-0",), "ISSN": ("1234-5678",),
            "edition": ("2", "second, revised"), "number": ("7", "HK-12"), "note": (*_HOSTILE,), "publisher": _BODIES,
            "abstract": (*_HOSTILE, "First line.\n\nSecond paragraph."), "keyword": ("light, ferries", "a; b; c"),
            "genre": ("PhD thesis",), "medium": ("film",), "collection-title": ("Studies in Light",),
            "collection-number": ("4",), "title-short": ("Ferry",), "container-title-short": ("HEP",), "version": ("1.2",),
            "number-of-pages": ("240", "xii, 240"), "event-title": ("Light ’99",), "archive": ("City Archive",), "status": ("forthcoming",),
            "call-number": ("QA 1",), "scale": ("1:5",), "section": ("B",), "PMID": ("12345",), "chapter-number": ("3",),
        }  # fmt: skip
        return {name: chance.choice(some) for name, some in values.items() if self.often(0.12)}
