"""Mails that wait: refused, put off, sent by workers that are killed, never missing."""

import os
import signal
import subprocess
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.parser import BytesParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web.invitations.conftest import SENDER
from tests.web.invitations.published import House, house, work
from tests.web.invitations.smtp_server import SmtpServer, Taken
from tests.web.worker import StartWorker, wait_until

from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations import jobs
from samskab.web.invitations.actions.delivery import WAITS, send_again
from samskab.web.invitations.actions.preparations import confirm_publication
from samskab.web.invitations.enums import Delivery
from samskab.web.invitations.models import Entry, Message, Preparation, Publication
from samskab.web.invitations.sending import send_waiting, waiting
from samskab.web.plans.models import Plan

pytestmark = pytest.mark.django_db(transaction=True)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
P1 = "p1@fjordby.example"


def states() -> dict[str, int]:
    return dict(Counter(Message.objects.values_list("state", flat=True)))


def ids(server: SmtpServer) -> Counter[str]:
    parser = BytesParser()
    return Counter(parser.parsebytes(one.content)["Message-ID"] for one in server.mails)


def test_an_address_that_is_refused_for_good_stops_nobody_else(server: SmtpServer) -> None:
    server.refusals[P1] = "550 5.1.1 No such user here"
    home = house()
    home.publish(home.plan())
    assert states() == {"failed": 2, "sent": 6}
    failed = Message.objects.filter(state=Delivery.FAILED)
    assert {one.trouble for one in failed} == {"550 5.1.1 No such user here"}
    assert {one.recipient for one in failed} == {P1}
    assert AuditEntry.objects.filter(action="invitation_failed").count() == 2


def test_an_address_that_is_refused_for_now_is_tried_again_later(server: SmtpServer) -> None:
    server.refusals[P1] = "451 4.7.1 Greylisted"
    home = house()
    home.publish(home.plan())
    assert states() == {"waiting": 2, "sent": 6}
    assert send_waiting() == 0  # not yet
    server.refusals.clear()
    Message.objects.update(try_after=timezone.now() - timedelta(seconds=1))
    assert send_waiting() == 2
    assert states() == {"sent": 8}
    assert max(ids(server).values()) == 1


def test_what_is_put_off_too_often_is_given_up(server: SmtpServer) -> None:
    server.refusals[P1] = "451 4.7.1 Greylisted"
    home = house()
    home.publish(home.plan())
    for _ in WAITS:
        Message.objects.update(try_after=None)
        send_waiting()
    assert states() == {"failed": 2, "sent": 6}


@pytest.mark.usefixtures("server")
def test_a_mail_server_that_is_away_loses_nothing(settings: Settings) -> None:
    home = house()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    home.publish(home.plan())
    assert states() == {"waiting": 8}
    # One was tried, the others were not: the server is away for all of them.
    assert Message.objects.filter(tries=1).count() == 1
    settings.EMAIL_PORT = port
    Message.objects.update(try_after=None)
    jobs.keep_going.enqueue()
    work()
    assert states() == {"sent": 8}


def test_a_later_message_of_an_entry_never_overtakes(server: SmtpServer) -> None:
    home = house()
    home.publish(home.plan())
    home.world.person.email = "ny@fjordby.example"
    home.world.person.save()
    server.refusals[P1] = "451 4.7.1 Greylisted"
    home.publish(Plan.objects.get())
    assert [one.sequence for one in waiting()] == []  # the cancellations are put off
    assert set(Message.objects.filter(state="waiting").values_list("sequence", flat=True)) == {1, 2}


def test_a_second_try_is_the_same_mail_to_the_byte(server: SmtpServer) -> None:
    home = house()
    home.publish(home.plan())
    message = home.entry("p1").messages.get()
    Message.objects.filter(pk=message.pk).update(state="waiting", sent_at=None)
    send_waiting()
    first, second = [
        one.content for one in server.mails if message.message_id in one.content.decode()
    ]
    assert first == second


def test_a_mail_that_failed_is_sent_again_from_its_page(server: SmtpServer, client: Client) -> None:
    server.refusals[P1] = "550 5.1.1 No such user here"
    home = house()
    home.publish(home.plan())
    message = home.entry("p1").messages.get()
    client.force_login(home.consultant)
    page = client.get(reverse("publication", args=["fjordby", message.publication_id]))
    assert "Ret adressen under Personer" in page.content.decode()
    assert "550 5.1.1 No such user here" in page.content.decode()
    server.refusals.clear()
    client.post(reverse("message_again", args=["fjordby", message.pk]))
    send_waiting()
    message.refresh_from_db()
    assert message.state == "sent"
    assert not send_again(message=message, by=home.consultant)


def environment(server: SmtpServer) -> dict[str, str]:
    url = f"smtp://127.0.0.1:{server.port}"
    return {"SAMSKAB_EMAIL_URL": url, "SAMSKAB_EMAIL_FROM": SENDER}


def confirmed(home: House) -> Preparation:
    ready = home.prepare(home.plan())
    assert confirm_publication(preparation=ready, by=home.consultant)
    return ready


def test_a_worker_killed_while_it_sends_leaves_none_missing(
    server: SmtpServer, start_worker: StartWorker
) -> None:
    """kill -9 when a mail has come whole and is not answered yet: the worst moment there is."""
    confirmed(house())
    workers: list[subprocess.Popen[str]] = []

    def kill(_: Taken) -> None:
        if len(server.mails) == 3:
            os.kill(workers[0].pid, signal.SIGKILL)

    server.after_data = kill
    workers.append(start_worker(**environment(server)))
    workers[0].wait(60)
    assert len(server.mails) == 3
    assert states() == {"sent": 2, "waiting": 6}
    # Time passes: what the killed one held is free for others.
    Message.objects.exclude(claimed_at=None).update(claimed_at=LONG_AGO)
    start_worker(**environment(server))
    jobs.keep_going.enqueue()
    wait_until(lambda: states() == {"sent": 8})
    counts = ids(server)
    assert set(counts) == {f"<{one.message_id}>" for one in Message.objects.all()}
    # One mail may come twice, and then it is the very same.
    assert sorted(counts.values()) == [1] * 7 + [2]
    assert len({one.content for one in server.mails}) == 8


def test_two_workers_send_each_mail_once(server: SmtpServer, start_worker: StartWorker) -> None:
    confirmed(house())
    for _ in range(2):
        start_worker(**environment(server))
    for _ in range(4):
        jobs.send.enqueue()
    wait_until(lambda: states() == {"sent": 8})
    assert sorted(ids(server).values()) == [1] * 8


def test_a_worker_killed_while_it_publishes_leaves_nothing_half_done(
    server: SmtpServer, start_worker: StartWorker
) -> None:
    asked = confirmed(house())
    for pause in (0.0, 0.05, 0.1, 0.2, 0.4):
        running = start_worker(**environment(server))
        wait_until(lambda: Preparation.objects.exclude(claimed_at=None).exists() or done())
        signal.sigtimedwait([], pause)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        counts = Publication.objects.count(), Entry.objects.count(), Message.objects.count()
        assert counts in {(0, 0, 0), (1, 8, 8)}
        Preparation.objects.exclude(claimed_at=None).update(claimed_at=LONG_AGO)
        jobs.publish.enqueue(asked.pk)
    start_worker(**environment(server))
    Message.objects.exclude(claimed_at=None).update(claimed_at=LONG_AGO)
    jobs.keep_going.enqueue()
    wait_until(lambda: states() == {"sent": 8})
    assert Publication.objects.count() == 1
    assert len(ids(server)) == 8


def done() -> bool:
    return Publication.objects.exists()
