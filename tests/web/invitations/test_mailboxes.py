"""Answers and mails that came back, read from a real IMAP server."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.web.invitations.imap_server import ImapServer, imap_server
from tests.web.invitations.published import FIRST, House, house, two_days, work
from tests.web.invitations.replies import STAMP, bounce, letter, reply

from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations import jobs
from samskab.web.invitations.mailboxes import Place, place_of, read_all
from samskab.web.invitations.models import Decline, Mailbox, Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def dovecot() -> Iterator[ImapServer]:
    with TemporaryDirectory(prefix="imap-") as folder, imap_server(Path(folder)) as server:
        yield server


@pytest.fixture
def mailbox(dovecot: ImapServer, settings: Settings) -> Iterator[ImapServer]:
    settings.IMAP_URLS = [dovecot.url]
    yield dovecot
    dovecot.empty()


@pytest.fixture
def home() -> House:
    made = house()
    made.publish(made.plan())
    return made


def answer_of(home: House, person: str = "p1") -> str:
    return home.entry(person).answer


def test_answers_are_read_and_the_mailbox_is_left_as_it_is(
    home: House, mailbox: ImapServer
) -> None:
    uids = {one: home.entry(one).uid for one in ("p1", "p2")}
    other = "p2@fjordby.example"
    mailbox.deliver(
        letter(),
        reply(uids["p1"]),
        reply(uids["p2"], "TENTATIVE", attendee=other, sender=other),
    )
    jobs.read_mail.enqueue()
    work()
    assert (answer_of(home), answer_of(home, "p2")) == ("ACCEPTED", "TENTATIVE")
    facts = AuditEntry.objects.filter(action="invitation_answered").values_list("facts", flat=True)
    assert {one["way"] for one in facts} == {"mail"}
    assert not any("Seen" in one for one in mailbox.flags())


def test_a_mail_that_no_database_stores_keeps_no_other_from_being_read(
    home: House, mailbox: ImapServer
) -> None:
    uid = home.entry("p1").uid
    mailbox.deliver(reply(f"{uid}\0"), reply(uid))
    assert read_all() == 1
    assert answer_of(home) == "ACCEPTED"


def test_an_answer_dated_ahead_is_not_the_last_word(home: House, mailbox: ImapServer) -> None:
    uid = home.entry("p1").uid
    mailbox.deliver(reply(uid, "DECLINED", stamp=STAMP + timedelta(days=9000)))
    assert read_all() == 1
    Client().post(reverse("answer", args=[home.entry("p1").link]), {"answer": "ACCEPTED"})
    assert answer_of(home) == "ACCEPTED"


def test_a_mailbox_that_is_read_again_tells_nothing_new(home: House, mailbox: ImapServer) -> None:
    mailbox.deliver(reply(home.entry("p1").uid))
    assert read_all() == 1
    assert read_all() == 0
    Mailbox.objects.update(last_uid=0)  # as if the row were of an older backup
    assert read_all() == 0
    assert AuditEntry.objects.filter(action="invitation_answered").count() == 1


def test_a_folder_whose_numbers_begin_anew_is_read_from_its_beginning(
    home: House, mailbox: ImapServer
) -> None:
    read_all()
    Mailbox.objects.update(uid_validity=1, last_uid=10_000)
    mailbox.deliver(reply(home.entry("p1").uid))
    assert read_all() == 1


def test_an_answer_to_what_has_changed_since_is_not_taken(home: House, mailbox: ImapServer) -> None:
    home.publish(home.plan(two_days("s1", "2027-02-16", ("p1", "p2")), *FIRST[1:]))
    uid = home.entry("p1").uid
    mailbox.deliver(reply(uid, sequence=0))
    assert read_all() == 0
    assert answer_of(home) == "NEEDS-ACTION"
    mailbox.deliver(reply(uid, sequence=1))
    assert read_all() == 1
    assert answer_of(home) == "ACCEPTED"


def test_an_older_answer_that_comes_late_is_not_taken(home: House, mailbox: ImapServer) -> None:
    uid = home.entry("p1").uid
    mailbox.deliver(
        reply(uid, "DECLINED", stamp=STAMP + timedelta(hours=1)),
        reply(uid, "ACCEPTED", stamp=STAMP),
    )
    assert read_all() == 1
    assert answer_of(home) == "DECLINED"


@pytest.mark.parametrize(
    ("attendee", "sender"),
    [
        ("p1@fjordby.example", "evil@elsewhere.example"),
        ("evil@elsewhere.example", "p1@fjordby.example"),
        ("p2@fjordby.example", "p2@fjordby.example"),
    ],
)
def test_an_answer_that_is_not_hers_to_give_is_not_taken(
    home: House, mailbox: ImapServer, attendee: str, sender: str
) -> None:
    mailbox.deliver(reply(home.entry("p1").uid, attendee=attendee, sender=sender))
    assert read_all() == 0
    assert answer_of(home) == "NEEDS-ACTION"


def test_an_answer_from_her_address_in_other_letters_is_hers(
    home: House, mailbox: ImapServer
) -> None:
    mailbox.deliver(reply(home.entry("p1").uid, sender="P1@Fjordby.example"))
    assert read_all() == 1


def test_a_decline_by_mail_asks_the_consultant(home: House, mailbox: ImapServer) -> None:
    mailbox.deliver(reply(home.entry("p1").uid, "DECLINED"))
    read_all()
    work()
    decline = Decline.objects.get()
    assert (decline.entry, decline.session) == (home.entry("p1"), "s1")
    assert decline.suggestion["session"] == "s2"


@pytest.mark.parametrize("whole", [False, True])
def test_a_mail_that_came_back_is_shown_with_what_to_do(
    home: House,
    mailbox: ImapServer,
    client: Client,
    whole: bool,  # noqa: FBT001
) -> None:
    message = home.entry("p1").messages.get()
    mailbox.deliver(bounce(message.message_id, whole=whole), bounce("unknown@fjordby.example"))
    assert read_all() == 1
    message.refresh_from_db()
    assert (message.state, message.trouble) == ("bounced", "552 5.2.2 Mailbox full")
    client.force_login(home.consultant)
    overview = client.get(reverse("publications", args=["fjordby"])).content.decode()
    assert "1 mail nåede ikke frem" in overview
    page = client.get(reverse("publication", args=["fjordby", message.publication_id]))
    assert "Mailen kom tilbage" in page.content.decode()
    assert AuditEntry.objects.filter(action="invitation_bounced").count() == 1


def test_a_bounce_for_another_recipient_marks_nothing(home: House, mailbox: ImapServer) -> None:
    message = home.entry("p1").messages.get()
    mailbox.deliver(bounce(message.message_id, "p2@fjordby.example"))
    assert read_all() == 0
    assert not Message.objects.filter(state="bounced").exists()


def test_a_mail_too_large_for_an_answer_is_passed_over(home: House, mailbox: ImapServer) -> None:
    huge = reply(home.entry("p1").uid) + b"\r\n" + b"x" * 2_100_000
    mailbox.deliver(
        huge,
        reply(home.entry("p2").uid, attendee="p2@fjordby.example", sender="p2@fjordby.example"),
    )
    assert read_all() == 1
    assert (answer_of(home), answer_of(home, "p2")) == ("NEEDS-ACTION", "ACCEPTED")


def test_a_mailbox_that_cannot_be_read_says_so_and_is_tried_again(
    home: House, mailbox: ImapServer, settings: Settings
) -> None:
    settings.IMAP_URLS = [mailbox.url.replace("hemmelig", "forkert")]
    assert read_all() == 0
    row = Mailbox.objects.get()
    assert row.trouble
    assert "forkert" not in f"{row.name} {row.trouble}"
    settings.IMAP_URLS = [mailbox.url]
    mailbox.deliver(reply(home.entry("p1").uid))
    assert read_all() == 1
    row.refresh_from_db()
    assert row.trouble == ""


def test_a_mailbox_that_another_worker_reads_is_left_to_it(
    home: House, mailbox: ImapServer
) -> None:
    read_all()
    Mailbox.objects.update(claimed_at=home.world.programme.made_at.now().astimezone())
    mailbox.deliver(reply(home.entry("p1").uid))
    assert read_all() == 0


def test_the_address_of_a_mailbox_is_read() -> None:
    assert place_of("imaps://a%40b:c%3Ad@host/Svar") == Place(
        secure=True, host="host", port=993, user="a@b", password="c:d", folder="Svar"
    )
    with pytest.raises(ValueError, match="host"):
        place_of("https://a:b@host/")
