"""kill -9 of the server in the middle of an import and of a publication: whole or not at all."""

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from email.parser import BytesParser
from http.client import HTTPException

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.web import fjordby
from tests.web.house.cookies import login_cookie
from tests.web.house.serving import House, Server, serving
from tests.web.invitations.conftest import SENDER
from tests.web.invitations.published import house as planned_house
from tests.web.invitations.smtp_server import SmtpServer, smtp_server
from tests.web.worker import StartWorker, wait_until

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.invitations import jobs
from samskab.web.invitations.models import Message, Publication
from samskab.web.people.actions.importing import preview
from samskab.web.people.actions.uploads import REGISTER, keep_upload
from samskab.web.people.models import Person, Upload

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 3_000
MILLISECONDS = (20, 150, 600)
FOUND = 302
INVITATIONS = 8  # four people, two modules


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[SmtpServer]:
    with smtp_server() as running:
        settings.DEFAULT_FROM_EMAIL = SENDER
        yield running


def killed_while_it_answers(
    server: Server, milliseconds: int, path: str, cookie: str, **fields: str
) -> None:
    """Send a form, and kill every process of the server so long after."""

    def post() -> None:
        try:
            server.post(path, cookie, **fields)
        except (OSError, HTTPException):
            return

    asking = threading.Thread(target=post)
    asking.start()
    time.sleep(milliseconds / 1000)
    os.killpg(server.process.pid, signal.SIGKILL)
    server.process.wait()
    asking.join()


def people_csv() -> bytes:
    rows = (f"q{n},Leder {n},Skole,412.50,q{n}@fjordby.example,,\n" for n in range(PEOPLE))
    return ("id,name,unit,hourly_value,email,role,place\n" + "".join(rows)).encode()


def test_an_import_is_whole_or_not_there_when_the_server_is_killed(house: House) -> None:
    place = fjordby.municipality()
    user = fjordby.member(place, Role.CONSULTANT)
    files = [("people.csv", people_csv()), ("units.csv", b"name,parent\nSkole,\n")]
    upload = keep_upload(organisation=place, by=user, subject=REGISTER, files=files)
    changes = preview(upload)[1]
    assert changes is not None
    path = reverse("people_import_preview", args=["fjordby"])
    cookie = login_cookie(user)
    for milliseconds in MILLISECONDS:
        with serving(house) as server:
            killed_while_it_answers(server, milliseconds, path, cookie, digest=changes.digest)
        imported = Entry.objects.filter(action="people_imported").count()
        assert Person.objects.count() == imported * PEOPLE
        assert Upload.objects.count() == 1 - imported
    if Upload.objects.exists():
        with serving(house) as server:
            assert server.post(path, cookie, digest=changes.digest) == FOUND
    assert Person.objects.count() == PEOPLE
    assert Entry.objects.filter(action="people_imported").count() == 1


def test_everybody_is_invited_once_when_the_server_is_killed_while_it_publishes(
    house: House, mail_server: SmtpServer, start_worker: StartWorker
) -> None:
    home = planned_house()
    ready = home.prepare(home.plan())
    ready.refresh_from_db()
    path = reverse("preparation_confirm", args=["fjordby", ready.pk])
    cookie = login_cookie(home.consultant)
    for milliseconds in MILLISECONDS:
        with serving(house) as server:
            killed_while_it_answers(server, milliseconds, path, cookie, digest=ready.digest)
    with serving(house) as server:
        assert server.post(path, cookie, digest=ready.digest) == FOUND
    jobs.keep_going.enqueue()  # the chore of every minute
    url = f"smtp://127.0.0.1:{mail_server.port}"
    start_worker(SAMSKAB_EMAIL_URL=url, SAMSKAB_EMAIL_FROM=SENDER)
    wait_until(lambda: Message.objects.filter(state="sent").count() == INVITATIONS)
    assert Publication.objects.count() == 1
    parser = BytesParser()
    sent = Counter(parser.parsebytes(one.content)["Message-ID"] for one in mail_server.mails)
    assert len(sent) == INVITATIONS
    assert set(sent.values()) == {1}
