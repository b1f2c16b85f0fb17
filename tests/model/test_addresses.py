"""Dates in addresses, and the addresses of kept copies."""

import pytest

from reindreader.model.addresses import dated_address


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2019/04/28/lamp", "2019-04-28"),
        ("2019/apr/28/lamp", "2019-04-28"),
        ("2019/4/8/lamp", "2019-04-08"),
        ("news/2019-04-28-lamp.html", "2019-04-28"),
        ("news/2019-04/28/content_112.htm", "2019-04-28"),
        ("n1/2019/0428/c1-2.html", "2019-04-28"),
        ("lamp_20190428.html", "2019-04-28"),
        ("2019/04/lamp", "2019-04"),
        ("2019/lamp", None),
        ("2019/02/30/lamp", None),
        ("2019/04/28/2018/03/02", None),
        ("lamp-20190428123", None),
        ("item/20191301", None),
        ("a/120190428", None),
        ("?day=2019/04/28", None),
        ("lamp#2019/04/28", None),
    ],
)
def test_the_date_in_an_address(path: str, date: str | None) -> None:
    found = dated_address(f"https://quay.example/{path}")
    assert (found.iso if found else None) == date


def test_when_an_archive_kept_it_is_no_date_of_a_page() -> None:
    assert dated_address("https://web.archive.org/web/20200102030405/https://quay.example/lamp") is None
    found = dated_address("https://web.archive.org/web/20200102030405/https://quay.example/2019/04/28/")
    assert found
    assert found.iso == "2019-04-28"
