"""Feeds, from real servers: what is read, and what is refused before anything is asked."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from tests.web.people.files import calendar, event
from tests.web.people.servers import (
    Answer,
    Feeds,
    boasting,
    certificate,
    drip,
    endless,
    nonsense,
    plain,
    redirect,
    serving,
    slow_header,
)

from samskab.web.people.fetching import Code, FeedError, Fetcher, Limits
from samskab.web.people.fetching.fetcher import checked_address
from samskab.web.people.fetching.networks import is_public, networks
from samskab.web.people.fetching.words import words_of

CALENDAR = calendar(event("20270201T090000Z", "20270201T100000Z"))
HERE = networks(["127.0.0.0/8"])
QUICK = Limits(megabytes=1, seconds=1.0, redirects=3)


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    with serving() as server:
        server.answers["/kim.ics"] = plain(CALENDAR)
        yield server


def refusal(fetcher: Fetcher, address: str) -> FeedError:
    with pytest.raises(FeedError) as caught:
        fetcher.fetch(address)
    for language in ("da", "en"):
        with translation.override(language):
            assert words_of(caught.value.fault)
    return caught.value


def test_a_feed_is_fetched_where_its_network_is_allowed(feeds: Feeds) -> None:
    assert Fetcher(own_networks=HERE).fetch(feeds.address("/kim.ics")) == CALENDAR
    assert feeds.asked == [("/kim.ics", f"127.0.0.1:{feeds.port}")]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_the_hosts_own_network_is_never_asked_by_default(feeds: Feeds, host: str) -> None:
    error = refusal(Fetcher(), feeds.address("/kim.ics", host=host))
    assert error.fault.code == Code.PRIVATE
    assert feeds.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "192.0.0.8", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:8.8.8.8%1".replace("8.8.8.8", "127.0.0.1"), "::7f00:1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::",
        "2001:db8::1", "100::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_of_the_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["193.163.102.58", "8.8.8.8", "2a02:26f0::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_what_is_public_is_global_by_the_standard_library_too(address: object) -> None:
    if is_public(str(address)):
        assert address.is_global  # type: ignore[attr-defined]
        assert not address.is_multicast  # type: ignore[attr-defined]


def test_a_name_that_stands_for_an_inner_address_is_refused(feeds: Feeds) -> None:
    inner = Fetcher(addresses=lambda _, port: [("8.8.8.8", port), ("127.0.0.1", port)])
    error = refusal(inner, feeds.address("/kim.ics", host="feed.example"))
    assert error.fault.code == Code.PRIVATE
    assert feeds.asked == []


def test_a_name_is_looked_up_once_so_that_a_second_answer_leads_nowhere(feeds: Feeds) -> None:
    answers = iter(["127.0.0.1", "10.0.0.1"])
    rebinding = Fetcher(own_networks=HERE, addresses=lambda _, port: [(next(answers), port)])
    assert rebinding.fetch(feeds.address("/kim.ics", host="feed.example")) == CALENDAR
    assert feeds.asked == [("/kim.ics", f"feed.example:{feeds.port}")]
    assert next(answers) == "10.0.0.1"


def test_a_redirect_is_followed_and_checked_again(feeds: Feeds) -> None:
    feeds.answers["/gammel"] = redirect("/kim.ics")
    feeds.answers["/inde"] = redirect("http://10.1.2.3/secret")
    feeds.answers["/fil"] = redirect("file:///etc/passwd")
    feeds.answers["/ring"] = redirect("/ring")
    fetcher = Fetcher(own_networks=HERE, limits=QUICK)
    assert fetcher.fetch(feeds.address("/gammel")) == CALENDAR
    assert refusal(fetcher, feeds.address("/inde")).fault.code == Code.PRIVATE
    assert refusal(fetcher, feeds.address("/fil")).fault.code == Code.SCHEME
    assert refusal(fetcher, feeds.address("/ring")).fault.code == Code.REDIRECTS
    assert feeds.asked.count(("/ring", f"127.0.0.1:{feeds.port}")) == QUICK.redirects + 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (drip, Code.TOO_SLOW),
        (slow_header, Code.TOO_SLOW),
        (endless, Code.TOO_LARGE),
        (boasting, Code.TOO_LARGE),
        (nonsense, Code.BROKEN),
        (plain(b"<!DOCTYPE html><title>Log ind</title>", "text/html"), Code.WEB_PAGE),
        (plain(b"", status=404), Code.STATUS),
        (plain(b"", status=401), Code.STATUS),
    ],
)
def test_a_server_that_behaves_badly_is_told_of(feeds: Feeds, answer: Answer, code: Code) -> None:
    feeds.answers["/"] = answer
    begun = time.monotonic()
    fetcher = Fetcher(own_networks=HERE, limits=QUICK)
    assert refusal(fetcher, feeds.address("/")).fault.code == code
    assert time.monotonic() - begun < QUICK.seconds + 1


def test_the_time_is_for_all_redirects_together(feeds: Feeds) -> None:
    def late(to: str) -> Answer:
        def answer(request: object) -> None:
            time.sleep(0.4)
            redirect(to)(request)  # type: ignore[arg-type]

        return answer

    feeds.answers["/a"], feeds.answers["/b"] = late("/b"), late("/c")
    feeds.answers["/c"] = late("/kim.ics")
    fetcher = Fetcher(own_networks=HERE, limits=QUICK)
    assert refusal(fetcher, feeds.address("/a")).fault.code == Code.TOO_SLOW


def test_a_server_that_does_not_answer_is_told_of(feeds: Feeds) -> None:
    fetcher = Fetcher(own_networks=HERE, limits=QUICK)
    assert refusal(fetcher, "http://127.0.0.1:1/").fault.code == Code.UNREACHABLE
    name = "findes-ikke.invalid"
    assert refusal(fetcher, f"http://{name}:{feeds.port}/").fault.code == Code.NAME_UNKNOWN


def test_https_is_checked_by_the_name_and_not_by_the_address(tmp_path: Path) -> None:
    server_tls, trusting = certificate(tmp_path, "feed.example")
    with serving(server_tls) as feeds:
        feeds.answers["/kim.ics"] = plain(CALENDAR)

        def fetcher(**more: object) -> Fetcher:
            return Fetcher(
                own_networks=HERE,
                addresses=lambda _, port: [("127.0.0.1", port)],
                limits=QUICK,
                **more,  # type: ignore[arg-type]
            )

        right = feeds.address("/kim.ics", "https", "feed.example")
        assert fetcher(tls=trusting).fetch(right) == CALENDAR
        webcal = feeds.address("/kim.ics", "webcal", "feed.example")
        assert fetcher(tls=trusting).fetch(webcal) == CALENDAR
        wrong = feeds.address("/kim.ics", "https", "other.example")
        assert refusal(fetcher(tls=trusting), wrong).fault.code == Code.CERTIFICATE
        assert refusal(fetcher(), right).fault.code == Code.CERTIFICATE
        assert len(feeds.asked) == 2


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://kalender.dk/kim.ics", Code.SCHEME),
        ("file:///etc/passwd", Code.SCHEME),
        ("kalender.dk/kim.ics", Code.SCHEME),
        ("https:///kim.ics", Code.ADDRESS),
        ("https://kim:hemmelig@kalender.dk/", Code.ADDRESS),
        ("https://kalender.dk/ kim", Code.ADDRESS),
        ("https://kalender.dk/\r\nHost: x", Code.ADDRESS),
        ("https://kalender.dk:99999/", Code.ADDRESS),
        ("https://[::1/", Code.ADDRESS),
        (f"https://kalender.dk/{'x' * 2000}", Code.ADDRESS),
    ],
)
def test_an_address_of_the_wrong_form_is_refused(address: str, code: Code) -> None:
    assert refusal(Fetcher(), address).fault.code == code


def test_letters_of_an_address_are_written_as_the_wire_has_them() -> None:
    parts = checked_address("WebCal://Blåbær.dk/kalender/åse%20b.ics?nøgle=a+b/c#her")
    assert parts.geturl() == ("https://xn--blbr-roah.dk/kalender/%C3%A5se%20b.ics?n%C3%B8gle=a+b/c")
