"""The people of a credit: lists of names after a phrase or before it, with what belongs to each."""

import re
from collections.abc import Iterator

from reindreader.attribution.credits import Person
from reindreader.attribution.outlets import article_length, trimmed
from reindreader.attribution.people import (
    is_chinese_name,
    is_korean_name,
    is_organisation,
    name_of,
    position_words,
    take_honorific,
)
from reindreader.attribution.phrases import Language, phrase_book, shared_words
from reindreader.attribution.spelling import fold
from reindreader.model.text import Span

_ORIGIN = re.compile(r"[\[［〔(（【]\s?[^\[\]［］〔〕()（）【】]{1,4}\s?[\]］〕)）】]\s*")

_TRAILING = re.compile(r"[\s,，、.。:：;；*_~»”\"]+$")

_AFTER_NAME = re.compile(r"\s(?:via|/|@|from|for|–|—|-)\s.*$|\s?[(（\[［<].*$|\s+@\w+$|\s*https?://.*$")

_HOUSE = re.compile(r"[A-Z][a-z]+[A-Z]{2,}\w*")
"""How a house writes its name and nobody else: LampMD, HarbourTV."""

_HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]+")

_UNCASED = re.compile(r"[\u0590-\u0dff\u0e00-\u10ff\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_LETTER = re.compile(r"[^\W\d_]")

_SHARED_SPLIT = r"\s*[、，,،;；؛&＆＋]\s*|\s*[/／+]\s*"
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])")
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{2,4})+")
_JAPANESE_NAMES = re.compile(r"[\u3400-\u9fff々]{3,5}(?:・[\u3400-\u9fff々]{3,5})+")
_HANGUL_SENTENCE = re.compile(r"[\uac00-\ud7a3]+(?:\s[\uac00-\ud7a3]+)*\s[\uac00-\ud7a3]{2,}다|[\uac00-\ud7a3]+니다")
_HANGUL_NAMES = re.compile(r"[\uac00-\ud7a3]{2,4}(?:·[\uac00-\ud7a3]{2,4})+")

_CASELESS_JOINERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_SPLITTERS: dict[Language, re.Pattern[str]] = {}


def people(line: str, start: int, end: int, words: Language, *, strict: bool) -> tuple[tuple[Person, ...], int]:
    """The names in a list that begins at ``start``, and the offset after the last of them.

    ``strict``: nothing but the phrase says that these are names, so each has to look like one; otherwise, after a
    colon, a pseudonym in small letters is a name too.
    """
    found: list[Person] = []
    stop = start
    address = re.compile(r"\s+<?https?://").search(line, start, end)
    for span in _parts(line, start, address.start() if address else end, words):
        if found and is_position(line, span, words):
            found[-1] = Person(found[-1].name, found[-1].span, span.slice(line))
            stop = span.end
            break
        if found and _degree(span.slice(line)):  # "By Ruth Ansel, MS, RDN": and what follows is whom she writes for
            stop = span.end
            continue
        if strict and found and _stray(found[0], span.slice(line)):
            break
        told = _told(line, span, words)
        person = _person(line, told or span, words, strict=strict and not _handle(line, span))
        if person is None:
            break
        found.append(person)
        stop = person.span.end
        if told:
            position = trimmed(line, told.end + 1, span.end)
            found[-1] = Person(person.name, person.span, position.slice(line).lstrip("".join(words.copulas)))
            stop = span.end
        if person.span.end < _visible_end(line, span):
            break
    return tuple(found), stop


def _degree(part: str) -> bool:
    return part.partition(" ")[0].strip(",") in shared_words()["degrees"]


def _stray(first: Person, part: str) -> bool:
    """ "By Ruth Ansel, Paris": one word behind a comma is no person beside a full name."""
    return " " in first.name.literal and " " not in part and part[:1].isascii()


def _told(line: str, span: Span, words: Language) -> Span | None:
    """溫若瑜為立法會議員: the name before the verb, None where there is no such sentence."""
    for copula in words.copulas:
        index = line.find(copula, span.start + 2, span.start + 5 + len(copula) - 1)
        if index >= 0 and is_position(line, Span(index + len(copula), span.end), words):
            return Span(span.start, index)
    return None


def _handle(line: str, span: Span) -> bool:
    return span.slice(line).startswith("@")


def _visible_end(line: str, span: Span) -> int:
    bare = _AFTER_NAME.sub("", span.slice(line))
    return span.start + len(bare.rstrip())


def _parts(line: str, start: int, end: int, words: Language) -> Iterator[Span]:
    last = start
    if line[:start].endswith("- "):  # a list with dashes: "translators: - A - B"
        yield from (
            trimmed(line, m.start(), m.end()) for m in re.compile(r"(?:(?!\s-\s).)+").finditer(line, start, end)
        )
        return
    for match in _splitter(words).finditer(line, start, end):
        if _inside_brackets(line, start, match.start()) or _belongs(line, match, end):
            continue
        yield from _unmarked(line, trimmed(line, last, match.start()), words)
        last = match.end()
    yield from _unmarked(line, trimmed(line, last, end), words)


def _unmarked(line: str, span: Span, words: Language) -> Iterator[Span]:
    """Names of East Asia side by side without a comma (溫若瑜 林牧之, 김하늘·박바다), each with a known surname."""
    text = span.slice(line)
    if _JAPANESE_NAMES.fullmatch(text) or (words.tag == "ja" and _HAN_NAMES.fullmatch(text)):
        yield from [Span(span.start + p.start(), span.start + p.end()) for p in re.finditer(r"[^・]+", text)]
        return
    if not (_HAN_NAMES.fullmatch(text) or _HANGUL_NAMES.fullmatch(text)):
        yield span
        return
    parts = list(re.finditer(r"[^ \u3000·]+", text))
    known = all(is_chinese_name(part[0]) or is_korean_name(part[0]) for part in parts)
    yield from [Span(span.start + p.start(), span.start + p.end()) for p in parts] if known else [span]


def _inside_brackets(line: str, start: int, offset: int) -> bool:
    before = line[start:offset]
    return sum(before.count(char) for char in "([（［") > sum(before.count(char) for char in ")]）］")


def _belongs(line: str, match: re.Match[str], end: int) -> bool:
    """A comma before "Jr." or "Inc." separates nothing."""
    following = line[match.end() : end].split()
    return (
        match[0].strip() == ","
        and bool(following)
        and following[0].strip(",") in {*shared_words()["suffixes"], "Inc.", "Ltd.", "Ltd", "Inc", "LLC"}
    )


def _splitter(words: Language) -> re.Pattern[str]:
    if words not in _SPLITTERS:
        joiners = [re.escape(word) for word in words.joiners]
        tight = [word for word in joiners if _CASELESS_JOINERS.search(word)]
        spaced = [word for word in joiners if not _CASELESS_JOINERS.search(word)]
        parts = [_SHARED_SPLIT]
        parts += [rf"\s*,?\s+(?:{'|'.join(spaced)})\s+"] if spaced else []
        parts += [rf"\s*(?:{'|'.join(tight)})\s*"] if tight else []
        parts += [_prefixed(words)] if words.joiner_prefixes else []
        _SPLITTERS[words] = re.compile("|".join(reversed(parts)), re.IGNORECASE)
    return _SPLITTERS[words]


def _prefixed(words: Language) -> str:
    """An "and" that is written on to the next word, which is no name that begins with that letter."""
    names = "|".join(re.escape(name) for name in words.begins_with_joiner)
    return rf"\s+(?!(?:{names or '(?!)'})(?!\w))(?:{'|'.join(words.joiner_prefixes)})(?=\w{{2}})"


def _linked(line: str, span: Span, words: Language) -> Person | None:
    """A name that is a link in Markdown: [name](address), [name][reference]."""
    match = _LINK.match(line, span.start, span.end)
    if match is None or not _LETTER.search(match["words"]) or len(match["words"]) > 80:
        return None
    return Person(name_of(match["words"], words), Span(span.start, match.end()))


def _person(line: str, span: Span, words: Language, *, strict: bool) -> Person | None:
    linked = _linked(line, span, words)
    if linked:
        return linked
    start = span.start
    origin = _ORIGIN.match(line, start, span.end)
    if origin and origin.end() < span.end:
        start = origin.end()
    visible = Span(start, start + len(_AFTER_NAME.sub("", line[start : span.end]).rstrip()))
    text = visible.slice(line)
    prefix, text_start = _position_prefix(text, words)
    rest, honorific = take_honorific(text[text_start:], words)
    offset = visible.start + text.index(rest, text_start) if rest else visible.start
    article = article_length(rest, words)
    name = _name_words(rest[article:], words, strict=strict)
    offset += article
    if not name or (article and not is_organisation(name)):
        return None
    bare = _without_position_after(name, words)
    own = Span(visible.start, offset + len(name))
    return Person(name_of(bare, words, honorific), own, prefix or _bracketed_position(line, own.end, span.end, words))


def _bracketed_position(line: str, start: int, end: int, words: Language) -> str | None:
    match = re.compile(r"\s?[(（]([^()（）]{2,60})[)）]").match(line, start, end + 1)
    return match[1] if match and is_position(line, Span(*match.span(1)), words) else None


def _position_prefix(text: str, words: Language) -> tuple[str | None, int]:
    """The position in front of a name (中央社記者王大明, Legislative Councillor Mok), and where the name begins."""
    for word in words.positions:
        if text.startswith(word + " ") and re.match(r"[^\W\d_a-z]\S*\s\S", text[len(word) + 1 :]):
            return word, len(word) + 1
    for word in position_words():
        index = text.find(word)
        if index >= 0 and _HAN_RUN.fullmatch(text[index + len(word) :].strip()) and _HAN_RUN.match(word):
            after = index + len(word)
            while after < len(text) and text[after].isspace():
                after += 1
            if 2 <= len(text) - after <= 4:
                return text[: index + len(word)], after
    return None, 0


def _without_position_after(name: str, words: Language) -> str:
    head, _, last = name.rpartition(" ")
    return head if head and last in words.positions else name


def _name_words(text: str, words: Language, *, strict: bool) -> str:
    """The words at the beginning of ``text`` that are a name, "" where there are none."""
    text = _TRAILING.sub("", text) if not text.endswith(".") else text
    text = text.strip("'’‘")
    if not _LETTER.search(text) or len(text) > 80 or re.search("[:：]", text):
        return ""
    if any(fold(token).strip(".,") in words.not_names for token in text.split()[1:]) and _UNCASED.match(text):
        return ""
    if strict and (
        _HANGUL_SENTENCE.fullmatch(text.rstrip("."))
        or text.startswith("ال")
        or _HIRAGANA.match(text)
        or words.tag_of(text.split()[0])
    ):
        return ""
    if _HAN_RUN.search(text):
        return text if _is_han_name(text, words, strict=strict) else ""
    if not strict and _fits_label(text, words):
        return _without_stop(text)
    return _without_stop(_capitalised(text, words))


def _without_stop(name: str) -> str:
    last = name.rpartition(" ")[2]
    if (
        name.endswith(".")
        and len(last) > 2
        and last not in {*shared_words()["suffixes"], *position_words("organisations")}
        and last.count(".") < 2
    ):
        return name[:-1]
    return name


def _is_han_name(text: str, words: Language, *, strict: bool) -> bool:
    han = "".join(_HAN_RUN.findall(text))
    han = han[:-1] if len(han) > 2 and han.endswith("也") else han  # 拓也, 哲也
    characters = _not_name_characters()
    if is_organisation(text) and len(text) <= 20:
        return not set(han) & (characters - set("中"))
    if strict and _HAN_RUN.fullmatch(text):
        longest, known = (6, len(text) > 2) if words.tag == "ja" else (4, is_chinese_name(text))
        return 2 <= len(text) <= longest and not set(han) & characters and known
    if strict and _HIRAGANA.search(text):
        return False
    return len(han) <= 8 and len(text) <= 30 and not set(han) & characters


def _not_name_characters() -> frozenset[str]:
    return frozenset().union(*(words.not_name_characters for words in phrase_book().languages.values()))


def _fits_label(text: str, words: Language) -> bool:
    tokens = text.split()
    small = sum(token[:1].islower() for token in tokens)
    return (
        len(tokens) <= 6
        and not any(t.casefold() in words.not_names for t in tokens)
        and (small <= 1 or len(tokens) <= 2)
    )


def _capitalised(text: str, words: Language) -> str:
    """The leading words that begin with a capital or are particles, cut where a small word follows."""
    taken, tokens = 0, list(re.finditer(r"\S+", text))
    for index, match in enumerate(tokens):
        word = match[0]
        if _capital(word):
            taken = match.end() if word.casefold().strip(".,") not in words.not_names or index else 0
        elif word.casefold() not in shared_words()["particles"]:
            break
        if (
            not taken
            or index >= 7
            or (index > 0 and index + 1 < len(tokens) and _HOUSE.fullmatch(tokens[index + 1][0]))
        ):
            break
    name = text[:taken]
    alone = fold(name).strip(".,")
    single = " " not in name and alone in {*words.months, *words.days, *words.not_names}
    return "" if single else name


def _capital(word: str) -> bool:
    word = re.sub(r"^(?:al|el|ad|ar|as|at|az|an|ash|ad|[dl]['’])[-‐]?(?=[A-ZÀ-Þ])|^['’][ts]-", "", word)
    letter = next((char for char in word if char.isalpha()), "")
    return bool(letter) and (
        letter.isupper() or letter.istitle() or bool(_UNCASED.match(letter)) or word[:1].isdecimal()
    )


def is_position(line: str, span: Span, words: Language) -> bool:
    """Whether the words name a position: "Professor of Law", 立法會議員."""
    folded = span.slice(line).casefold()
    if _HAN_RUN.fullmatch(folded):
        return folded in position_words() or (len(folded) > 4 and folded.endswith(position_words()))
    return 0 < len(folded) <= 80 and any(
        re.search(rf"(?<!\w){re.escape(p.casefold())}(?!\w)", folded) for p in words.positions
    )
