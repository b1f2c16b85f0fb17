"""Names as BibTeX reads them: ``von Last, Jr, First``, joined by ``and`` (btxdoc, section 4; biblatex, 2.3.3)."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from reindreader.citing.romanise import latin
from reindreader.model.contributors import Contributor
from reindreader.model.names import Name, NameForm

Escape = Callable[[str], str]
_PARTS_MEANING = re.compile(r",|(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
"""What BibTeX takes for its own inside a part: a comma, the words "and" and "others"."""


def name_list(contributors: Iterable[Contributor], escape: Escape, *, latin_first: bool = False) -> str:
    """The field's value. ``latin_first``: a name is cited in its first Latin form, where it has one."""
    return " and ".join(name_value(c.name, escape, latin_first=latin_first) for c in contributors)


def name_value(name: Name, escape: Escape, *, latin_first: bool = False) -> str:
    """One name; in braces, so that nothing splits it, where it is an organisation or nobody has split it."""
    form = chosen_form(name) if latin_first else name.forms[0]
    if name.organisation or form.family is None:
        return f"{{{_no_number(escape(form.text))}}}"
    if form.given and form.particle is None and form.suffix is None and form.dropping_particle is None:
        return _two_parts(form.family, form.given, escape)
    return _all_parts(form, escape)


def chosen_form(name: Name) -> NameForm:
    """The first form in Latin letters, else the form to cite with."""
    return next((form for form in name.forms if latin(form.text)), name.form)


@lru_cache(maxsize=8192)
def _two_parts(family: str, given: str, escape: Escape) -> str:
    """Family and given name, remembered: the same people write again and again."""
    return _all_parts(NameForm(family, None, family, given), escape)


def _all_parts(form: NameForm, escape: Escape) -> str:
    particle = form.particle or ""
    family = _part(form.family or "", escape)
    if _looks_like_particle(form.family or ""):
        family = f"{{{escape(form.family or '')}}}"
    if particle and not _looks_like_particle(particle):
        family = f"{{{escape(f'{particle} {form.family}')}}}"
    elif form.glued:
        family = _part(form.surname, escape)
    elif particle:
        family = f"{_part(particle, escape)} {family}"
    given = " ".join(_part(part, escape) for part in (form.given, form.dropping_particle) if part)
    if form.suffix and not given:  # BibTeX takes no suffix without a first name
        return f"{{{escape(' '.join(part for part in (particle, form.family, form.suffix) if part))}}}"
    return ", ".join(part for part in (family, _part(form.suffix or "", escape), given) if part)


def _looks_like_particle(text: str) -> bool:
    """Whether BibTeX would read a "von" part here: the first of several words begins in lower case."""
    return text[:1].islower() and (" " in text or text.islower())


def _part(text: str, escape: Escape) -> str:
    value = _no_number(escape(text))
    return f"{{{value}}}" if _PARTS_MEANING.search(text) else value


def _no_number(value: str) -> str:
    """A name of digits alone is kept from being a number: biber 2.18 stops at an author "2015", and never ends at "0"."""
    return f"{value}{{}}" if value.isdigit() else value
