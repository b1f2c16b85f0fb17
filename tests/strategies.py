"""Hypothesis' values: whole records, with whatever the model allows."""

from dataclasses import fields

from hypothesis import strategies as st

from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate
from reindreader.model.fields import VARIABLES
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

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
words = words.map(lambda text: " ".join(text.split())).filter(bool)
tags = st.sampled_from(["en", "zh-Hant", "de", "fr-CA", "ja", "ru"])
roles = st.sampled_from(Role)


def maybe(strategy):
    return st.none() | strategy


@st.composite
def partial_dates(draw):
    parts = {
        "year": draw(maybe(st.integers(-500, 2100))),
        "approximate": draw(st.booleans()),
        "uncertain": draw(st.booleans()),
        "printed": draw(st.just("") | words),
    }
    month = draw(maybe(st.integers(1, 12)))
    if month is None and draw(st.booleans()):
        parts["season"] = draw(st.integers(1, 4))
    elif month:
        parts |= {"month": month, "day": draw(maybe(st.integers(1, 28)))}
    return PartialDate(**parts)


said_dates = partial_dates().filter(lambda date: date.known)
dates = said_dates | st.builds(DateRange, said_dates, maybe(said_dates), st.just(""))
forms = st.builds(NameForm, words, maybe(tags), maybe(words), maybe(words), maybe(words), maybe(words), maybe(words))
names = st.builds(
    Name, words, st.lists(forms, max_size=2).map(tuple), maybe(words), st.booleans(), st.booleans()
)  # fmt: skip
contributors = st.lists(st.builds(Contributor, roles, names, maybe(roles), maybe(words)), max_size=4).map(tuple)
titles = st.builds(
    Title, words, maybe(tags), st.lists(st.builds(TaggedText, words, maybe(tags)), max_size=2).map(tuple)
)  # fmt: skip
originals = st.builds(Original, maybe(titles), maybe(tags), contributors)
links = st.builds(Link, st.sampled_from(LinkKind), originals | st.integers(1, 9))
appearances = st.builds(
    Appearance, maybe(words), maybe(dates), maybe(words), maybe(words), maybe(dates), maybe(words),
    st.sampled_from(Relation),
)  # fmt: skip
records = st.builds(
    Record,
    kind=st.sampled_from(sorted(TYPES)),
    title=maybe(titles),
    language=maybe(tags),
    contributors=contributors,
    appearances=st.lists(appearances.filter(lambda a: a.known), max_size=3).map(tuple),
    links=st.lists(links, max_size=3).map(tuple),
    translation=st.builds(Translation, st.sampled_from(TranslationKind), maybe(st.booleans()), maybe(words)),
    license=maybe(words),
    variables=st.dictionaries(st.sampled_from(VARIABLES), words, max_size=4),
    unknown=st.dictionaries(words, st.text(max_size=9), max_size=3),
)
assert {f.name for f in fields(Record)} <= {
    "kind", "title", "language", "contributors", "appearances", "links", "translation", "license", "variables", "unknown",
}  # fmt: skip
