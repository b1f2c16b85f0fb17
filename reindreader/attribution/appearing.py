"""Where and when something appeared, and at which address, as a phrase says it."""

import re
from dataclasses import replace

from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.dates import FoundDate
from reindreader.attribution.hits import Hit
from reindreader.attribution.line import Line, value_bounds
from reindreader.attribution.outlets import is_city, outlet, url_at
from reindreader.attribution.people import is_organisation
from reindreader.attribution.printed import shows_press

_AGENTS = frozenset({"by", "par", "por", "da", "bei", "bij", "chez"})


def appearance_credit(line: Line, hit: Hit) -> Credit | None:
    """Where and when it appeared, None where the words behind the phrase are no outlet and no date."""
    end, words, meaning = line.region(hit), hit.wording.words, hit.wording.meaning
    url = url_at(line.text, hit.end, end)
    if url:
        return Credit("original-url", value_bounds(hit, url.span.end), words=url, relation=meaning.relation)
    name, date, stop = outlet(line.text, hit.end, end, words)
    if _is_elsewhere(line, hit, name, date):
        return None
    url = url_at(line.text, date.span.end, end) if date and not name else None
    label = hit.wording.form == "label"
    alone = date is not None and (hit.explicit or label or url) and len(line.text[stop:end].split()) <= 3
    if not (name or hit.tag or alone) or not _appearance_tail(line, hit, stop, end):
        return None
    own = Credit("appearance", value_bounds(hit, url.span.end if url else stop), (), name, date, url)
    if hit.into and hit.into != hit.wording.words.tag:  # "the Chinese version appeared in", said in English
        return replace(own, tag=hit.into, tag_span=hit.into_span, relation="original")
    return replace(own, tag=hit.tag, tag_span=hit.tag_span, relation=meaning.relation)


def _is_elsewhere(line: Line, hit: Hit, name: Words | None, date: FoundDate | None) -> bool:
    """Whether the words are not in the marks they need, a city's, or behind "by" those of whoever wrote the title."""
    meaning = hit.wording.meaning
    if meaning.quoted and (name is None or line.text[name.span.start - 1] not in "《〈「『“«"):
        return True
    if name is None or date is not None:
        return False
    by = meaning.inside and line.text[hit.start : hit.end].strip() in _AGENTS
    return is_city(name.text) or (by and not shows_press(name.text) and not is_organisation(name.text))


def _appearance_tail(line: Line, hit: Hit, stop: int, end: int) -> bool:
    """What follows the outlet may be an issue or a courtesy, but no sentence that goes on about something else."""
    tail = line.text[stop:end]
    if hit.wording.form == "label" or len(tail.split()) <= 3:
        return True
    inside = any(h.wording.meaning.inside and stop <= h.start < end for h in line.hits)
    sure = hit.explicit or hit.standing == "start" or hit.wording.meaning.relation == "reprint"
    if sure and f" {tail.lstrip(' ,')}".startswith(hit.wording.words.outlet_cuts):
        return True
    return inside or (hit.explicit and bool(re.match(r"[”’\"'»》』」]?\s*(?:[,，(（;]|and\b)", tail)))


def address_credit(hit: Hit, url: Words, relation: str | None) -> Credit:
    """An address as the place of the original."""
    own = value_bounds(hit, url.span.end)
    return Credit("original-url", own, words=url, relation=relation, tag=hit.tag, tag_span=hit.tag_span)
