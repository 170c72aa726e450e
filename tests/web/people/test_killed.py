"""An import that is killed: all of it happened, or nothing did and the files still wait."""

import signal
import subprocess
import sys
import time

import pytest
from tests.web import fjordby
from tests.web.worker import site_environment

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.people.actions.importing import import_register, preview
from samskab.web.people.actions.uploads import REGISTER, keep_upload
from samskab.web.people.models import Person, Unit, Upload

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 2000
IMPORT = """
import sys
import django

django.setup()
from samskab.web.people.actions.importing import import_register
from samskab.web.people.models import Upload

upload = Upload.objects.select_related("organisation", "by").get()
print("ready", flush=True)
import_register(upload=upload, digest=sys.argv[1], by=upload.by)
"""


def killed_after(seconds: float, digest: str) -> None:
    """Begin the import in a process of its own, and kill that."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, digest],
        env=site_environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def test_an_import_that_is_killed_is_whole_or_has_not_happened() -> None:
    fjord = fjordby.municipality()
    consultant = fjordby.member(fjord, Role.CONSULTANT)
    rows = "".join(f"p{i},Leder {i},Enhed {i % 90},400\n" for i in range(PEOPLE))
    table = f"id,name,unit,hourly_value\n{rows}".encode()
    files = [("people.csv", table)]
    upload = keep_upload(organisation=fjord, by=consultant, subject=REGISTER, files=files)
    _, changes = preview(upload)
    assert changes is not None
    unfinished = 0
    for seconds in (0.05, 0.1, 0.2, 0.4):
        killed_after(seconds, changes.digest)
        done = Entry.objects.filter(action="people_imported").count()
        assert Person.objects.count() == done * PEOPLE
        assert Unit.objects.count() == done * 90
        assert Upload.objects.exists() == (not done)
        unfinished += not done
        if done:
            return
    assert unfinished
    assert import_register(upload=upload, digest=changes.digest, by=consultant) is not None
    assert Person.objects.count() == PEOPLE
