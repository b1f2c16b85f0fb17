"""Records as the library keeps them to be read often."""

from reindreader.library.compact import dumps_record, loads_record
from reindreader.model.dates import DateRange, PartialDate
from reindreader.model.records import Appearance, Record
from tests.citing.varied import varied


def test_a_record_comes_back_as_it_was() -> None:
    for _key, record in varied(400):
        text = dumps_record(record)
        assert loads_record(text) == record
        assert dumps_record(loads_record(text)) == text


def test_what_comes_back_can_be_compared_and_not_changed() -> None:
    known = Record(appearances=(Appearance("Harbour Evening Post", PartialDate(2015, 11)),))
    back = loads_record(dumps_record(known))
    assert type(back) is Record
    assert hash(back.appearances) == hash(known.appearances)


def test_dates_keep_what_their_iso_text_does_not_say() -> None:
    dates = (
        PartialDate(2015, 11, 30, printed="30 November 2015"),
        PartialDate(2015, 4, 3, ambiguous=True),
        PartialDate(month=11, day=30),
        PartialDate(-44, approximate=True, uncertain=True),
        PartialDate(),
        DateRange(PartialDate(2015, season=1), None),
        DateRange(None, PartialDate(month=3), "until March"),
    )
    record = Record(appearances=tuple(Appearance(date=date, accessed=date) for date in dates))
    assert loads_record(dumps_record(record)) == record
