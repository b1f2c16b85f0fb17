import json

import pytest

from reindreader.citing.facts import FINDERS, Fact
from reindreader.citing.formats import FORMATS, count_losses, losses, write
from reindreader.citing.kinds import SOMETIMES, kinds_in
from reindreader.citing.losses import Fate, Loss, Tally
from reindreader.citing.options import Job
from reindreader.model.records import Record
from tests.citing.records import CLOCK, EVERY, FOUNDING, LIGHT, MACHINE, NIGHT_TRAIN, WATER
from tests.citing.varied import varied

JOURNAL = "Hong Kong Economic Journal"


def facts(record, form):
    return {loss.fact: loss for loss in losses(record, form)}


def test_what_the_export_dialog_shows():
    assert losses(FOUNDING, "biblatex")[:2] == (
        Loss(Fact.APPEARANCE, Fate.IN_WORDS, "addendum", (f"{JOURNAL}, Nov. 30",)),
        Loss(Fact.YEAR, Fate.LEFT_OUT, "", ("Nov. 30",)),
    )


def test_classic_says_the_translation_in_words():
    found = facts(CLOCK, "bibtex")
    assert found[Fact.TRANSLATOR] == Loss(Fact.TRANSLATOR, Fate.IN_WORDS, "note", ("Helen Ashworth",))
    assert found[Fact.SCRIPT].values == ("渡輪留下的鐘",)
    assert Fact.SCRIPT not in facts(FOUNDING, "bibtex")


def test_dates_that_classic_shortens():
    assert facts(WATER, "bibtex")[Fact.DATE_RANGE].values == ("2001–2003",)
    assert facts(MACHINE, "bibtex")[Fact.DATE_RANGE].values == ("2024-21",)
    assert facts(LIGHT, "bibtex")[Fact.DAY].place == "day"


def test_languages_that_biblatex_does_not_know():
    assert facts(CLOCK, "biblatex")[Fact.ORIGINAL_LANGUAGE].values == ("zh-Hant",)
    assert facts(LIGHT, "biblatex")[Fact.LANGUAGE].values == ("zh-Hant",)
    assert Fact.ORIGINAL_LANGUAGE not in facts(NIGHT_TRAIN, "biblatex")
    assert Fact.LANGUAGE not in facts(NIGHT_TRAIN, "biblatex")


def test_the_apa_profile_says_the_original_title_in_words():
    assert facts(CLOCK, "biblatex-apa")[Fact.ORIGINAL_TITLE].fate is Fate.IN_WORDS


def test_csl_json_keeps_the_rest_in_custom():
    found = losses(NIGHT_TRAIN, "csl-json")
    assert {loss.place for loss in found} == {"custom"}
    text = json.dumps(json.loads("".join(write([("k", NIGHT_TRAIN)], "csl-json")))[0]["custom"], ensure_ascii=False)
    for loss in found:
        for value in loss.values:
            assert all(word.strip(",") in text for word in value.split(":")[-1].split())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", EVERY)
def test_a_fact_that_is_not_lost_is_written(form, name):
    """What is neither left out nor said to be elsewhere stands in the file; an empty record loses nothing."""
    found = facts(EVERY[name], form)
    if EVERY[name] == Record():
        assert not found
    text = "".join(write([(name, EVERY[name])], form))
    for fact in (Fact.TRANSLATOR, Fact.ORIGINAL_TITLE, Fact.APPEARANCE, Fact.OTHER_APPEARANCE):
        for value in FINDERS[fact](EVERY[name]):
            if form in {"biblatex", "csl-json"}:
                assert all(word.strip(",’") in text for word in value.split()), (fact, value)
    for loss in found.values():
        assert loss.values


def test_links_in_one_file():
    job = Job(there={1, 2})
    assert "".join(write(EVERY.items(), "biblatex", job)) == "".join(write(EVERY.items(), "biblatex"))
    with pytest.raises(KeyError):
        write([], "xlsx")


def test_counting_finds_what_looking_at_each_record_finds():
    records = [*EVERY.values(), *(record for _key, record in varied(300))]
    for form, table in ((form, FORMATS[form].losses) for form in FORMATS):
        tally = Tally()
        for record in records:
            found = [(fact, (rule.finder or FINDERS[fact])(record)) for fact, rule in table.items()]
            assert [(loss.fact, loss.values) for loss in losses(record, form)] == [(f, v) for f, v in found if v]
            count_losses(tally, record, form)
        assert tally.counts == Tally(loss for record in records for loss in losses(record, form)).counts


def test_kinds_are_those_that_are_found():
    for record in [*EVERY.values(), *(record for _key, record in varied(300))]:
        exact = {fact for fact in Fact if FINDERS[fact](record)}
        assert kinds_in(record) - SOMETIMES == exact - SOMETIMES
        assert exact <= kinds_in(record)


def test_every_fact_has_a_finder():
    assert set(FINDERS) == set(Fact)
    assert all(finder(Record()) == () for finder in FINDERS.values())
