"""What comes from an address, and what is refused: never more than the limits, and nothing from where it should not."""

from collections.abc import Iterator

import pytest

from reindreader.errors import UnreachableError
from reindreader.fetching import Fetched, FetchLimits, decoded_as, describe, doi_in, fetch, file_name, is_link
from reindreader.fetching.doi import Described
from tests.fetching.server import PAGE, serving

LIMITS = FetchLimits(max_bytes=1_000_000, redirects=5)
HASTY = FetchLimits(seconds=0.3, silence=0.6)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"


def got(address: str, limits: FetchLimits = LIMITS, **more: object) -> Fetched:
    *_, last = fetch(address, limits, **more)  # type: ignore[arg-type]
    assert isinstance(last, Fetched)
    return last


def refused(address: str, **more: object) -> str:
    with pytest.raises(UnreachableError) as error:
        got(address, **more)
    return error.value.reason


@pytest.mark.parametrize("path", ["/lamp", "/packed", "/lamp.html"])
def test_a_page(site: str, path: str) -> None:
    fetched = got(site + path)
    assert (fetched.data, fetched.url) == (PAGE.encode(), site + path)
    assert file_name(fetched) == path[1:].removesuffix(".html") + ".html"


def test_the_address_is_the_one_that_a_redirect_leads_to(site: str) -> None:
    assert got(site + "/moved").url == site + "/lamp?from=moved"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/loop", "redirects"), ("/to-file", "redirect-kind"), ("/endless", "too-large"), ("/said-too-large", "too-large"), ("/bomb", "too-large"),
     ("/cut-off", "cut-off"), ("/nowhere", "not-found"), ("/forbidden", "forbidden"), ("/down", "status")],
)  # fmt: skip
def test_what_is_refused(site: str, path: str, reason: str) -> None:
    assert refused(site + path) == reason


def test_the_slow_are_not_waited_for(site: str) -> None:
    assert refused(site + "/slow", limits=HASTY) == "slow"
    assert refused(site + "/silent", limits=HASTY) == "silent"


def test_no_way_from_outside_into_ones_own_network(site: str) -> None:
    outside = site.replace("127.0.0.1", "localhost")
    assert refused(outside + "/to-inside", near=lambda host: host != "localhost") == "redirect-inside"
    assert got(outside + "/to-inside").data == PAGE.encode()  # both are near: the user asked for this computer


@pytest.mark.parametrize(
    "words", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://", "https://[", "lamp", "http://a:x/"]
)
def test_other_words_are_no_address(words: str) -> None:
    assert refused(words) == "address"


def test_nobody_answers() -> None:
    with serving() as server:
        address = f"http://127.0.0.1:{server.server_port}/lamp"
    assert refused(address) == "offline"


def test_a_transfer_can_be_given_up_between_two_pieces(site: str) -> None:
    steps = fetch(site + "/endless", FetchLimits())
    received = [next(steps) for _ in range(4)]
    assert received[-1][0] > received[1][0] > 0  # type: ignore[index]
    steps.close()  # type: ignore[attr-defined]
    assert got(site + "/lamp").data


def test_a_picture_is_nothing_to_read(site: str) -> None:
    with pytest.raises(UnreachableError) as error:
        file_name(got(site + "/picture"))
    assert (error.value.reason, error.value.detail) == ("type", "image/png")


@pytest.mark.parametrize(("path", "codec"), [("/greek", "ISO-8859-7"), ("/mislabelled", None), ("/lamp", None)])
def test_the_encoding_that_the_server_declares(site: str, path: str, codec: str | None) -> None:
    assert decoded_as(got(site + path)) in {codec, "utf-8" if path == "/lamp" else codec}


@pytest.mark.parametrize(
    ("kind", "address", "given", "name"),
    [("application/pdf", "https://a.example/download?id=3", "", "download.pdf"), ("application/pdf", "https://a.example/paper.PDF", "", "paper.PDF"),
     ("text/html", "https://a.example/", "", "a.example.html"), ("text/plain", "https://a.example/README.md", "", "README.md"),
     ("text/html", "https://a.example/%E7%87%88.php", "", "燈.php.html"), ("", "https://a.example/x", 'attachment; filename="lamp.epub"', "lamp.epub"),
     ("application/epub+zip", "https://a.example/x", "attachment; filename=../../lamp", "....lamp.epub")],
)  # fmt: skip
def test_names(kind: str, address: str, given: str, name: str) -> None:
    assert file_name(Fetched(b"x", address, {"content-type": kind, "content-disposition": given})) == name


@pytest.mark.parametrize(
    ("words", "yes"),
    [("https://a.example/x", True), (" HTTP://A.example\n", True), ("see https://a.example", False), ("a.txt", False)],
)
def test_links(words: str, yes: bool) -> None:
    assert is_link(words) is yes


@pytest.mark.parametrize(
    ("words", "doi"),
    [("doi:10.5555/lamp", "10.5555/lamp"), ("DOI: 10.5555/lamp.", "10.5555/lamp"), ("https://doi.org/10.5555/lamp%281%29", "10.5555/lamp(1)"),
     ("http://dx.doi.org/10.5555/a/b", "10.5555/a/b"), ("10.1234.5/x_y", "10.1234.5/x_y"), ("10.5/short", None), ("10.5555/", None),
     ("notes/10.5555/lamp", None), ("https://a.example/10.5555/lamp", None)],
)  # fmt: skip
def test_dois(words: str, doi: str | None) -> None:
    assert doi_in(words) == doi


def test_what_is_registered_for_a_doi(site: str) -> None:
    *_, last = describe("10.5555/lamp(1)", site + "/")
    assert isinstance(last, Described)
    assert (last.item["title"], last.url) == ("The Lamp", site + "/10.5555/lamp(1)")


@pytest.mark.parametrize(("doi", "reason"), [("10.5555/none", "not-found"), ("10.5555/page", "no-record")])
def test_a_doi_of_which_nothing_is_known(site: str, doi: str, reason: str) -> None:
    with pytest.raises(UnreachableError) as error:
        list(describe(doi, site + "/"))
    assert (error.value.address, error.value.reason) == (doi, reason)
