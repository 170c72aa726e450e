"""What strangers' mail says to us, and that none of it harms."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.invitations.replies import STAMP, bounce, letter, reply

from samskab.web.invitations.enums import Answer
from samskab.web.invitations.incoming import Bounce, Reply, read_mail


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_an_answer_is_read_with_all_that_tells_it_apart(method: str) -> None:
    assert read_mail(reply("u1", "DECLINED", sequence=3, method=method)) == Reply(
        "u1", 3, "p1@fjordby.example", "p1@fjordby.example", Answer.DECLINED, STAMP
    )


def test_an_answer_without_a_sequence_is_of_the_first() -> None:
    said = read_mail(reply("u1", sequence=None))
    assert isinstance(said, Reply)
    assert said.sequence == 0


@pytest.mark.parametrize("whole", [False, True])
def test_a_mail_that_came_back_is_read(whole: bool) -> None:  # noqa: FBT001
    assert read_mail(bounce("abc@fjordby.example", whole=whole)) == Bounce(
        "abc@fjordby.example", "p1@fjordby.example", "552 5.2.2 Mailbox full"
    )


@pytest.mark.parametrize(
    "content",
    [
        letter(),
        b"",
        bounce("abc@fjordby.example", action="delayed"),
        reply("u1", "NEEDS-ACTION"),
        reply("u1", method="REQUEST"),
        reply("u1").replace(b"From: ", b"X-From: "),
        reply("u1", sender="a@b.example, p1@fjordby.example"),
        b"Content-Type: text/calendar; charset=utf-8\r\nFrom: a@b.example\r\n\r\nBEGIN:NONSENSE",
        b"Content-Type: multipart/report\r\n\r\n--",
    ],
)
def test_a_mail_that_says_nothing_to_us_is_passed_over(content: bytes) -> None:
    assert read_mail(content) is None


BASES = (reply("u1", stamp=STAMP + timedelta(days=1)), bounce("abc@fjordby.example"), letter())


@given(st.sampled_from(BASES), st.data())
def test_a_broken_mail_raises_nothing(base: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(base)))
    to = data.draw(st.integers(at, min(len(base), at + 200)))
    said = read_mail(base[:at] + data.draw(st.binary(max_size=30)) + base[to:])
    assert said is None or isinstance(said, Reply | Bounce)
