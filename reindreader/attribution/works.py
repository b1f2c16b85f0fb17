"""Works that share a credit: "translated and edited by", "Text und Übersetzung:", "Избор и превод".

The tables' ``[works]`` name them as they stand beside one another, by the role of whoever did them; those without a field
("annotated") are ``other``. Labels of the language are works as well.
"""

import re
from collections.abc import Iterator
from functools import cache

from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.spelling import fold
from reindreader.attribution.templates import is_unspaced
from reindreader.attribution.vocabulary import Language
from reindreader.attribution.wordings import Wording
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

_CLAUSE = re.compile(r"[^.;:|/()\[\]—–\n\t•]*$")
_MOST = 3


def work_role(words: str, language: Language) -> str | None:
    """The role of who did a work, "other" where no field keeps it; None for words that are no work."""
    own = language.works.get(fold(words).rstrip("."))
    return own or next((w.meaning.role for w in _labels(language) if w.whole.fullmatch(words)), None)


@cache
def _labels(language: Language) -> tuple[Wording, ...]:
    """The labels of a language that name who did something."""
    return tuple(
        wording
        for wording in phrase_book().wordings
        if wording.words is language and wording.form == "label" and wording.meaning.role in FIELD_ROLES
    )


def works_in(line: str, match: re.Match[str], wording: Wording) -> tuple[Span, ...] | None:
    """The further works that a wording was found with, None where the words there are none.

    Beside a verb or before a colon any words in small letters may be one; beside a noun they may as well be a title's.
    """
    found = []
    for name, value in match.groupdict().items():
        if value and name.startswith(("work", "deed")):
            small = value.islower() and not is_unspaced(value) and (name.startswith("deed") or wording.form == "label")
            if not small and work_role(value, wording.words) is None:
                return None
            found.append(Span(*match.span(name)))
    return tuple(found)


def works_before(line: str, start: int, language: Language) -> tuple[Span, ...]:
    """The works before the "and" in front of a phrase, from the beginning of the clause; () where there is anything else."""
    head = line[:start].rstrip().rpartition(" ")[0]
    clause = _CLAUSE.search(head)
    spans = tuple(_listed(head, clause.start())) if clause else ()
    known = 0 < len(spans) <= _MOST and all(work_role(span.slice(line), language) for span in spans)
    return spans if known else ()


def _listed(text: str, start: int) -> Iterator[Span]:
    """The stretches between commas, without the blanks around them."""
    for match in re.compile(r"[^,\s][^,]*").finditer(text, start):
        yield Span(match.start(), match.start() + len(match[0].rstrip()))
