"""What workers do for invitations: each task can be begun again wherever it was ended.

What a task stands on is loaded when it runs: it takes the planner's room, and seconds.
"""

from importlib import import_module
from typing import Any

from django_tasks import task

from samskab.web.invitations.queries import work


def _room(name: str) -> Any:  # noqa: ANN401  (a module)
    return import_module(f"samskab.web.invitations.{name}")


@task()
def prepare(preparation: int) -> None:
    """Work out what publishing would tell."""
    _room("telling").work_out(preparation)


@task()
def publish(preparation: int) -> None:
    """Publish what was confirmed, and send it."""
    if _room("telling").publish_confirmed(preparation):
        send.enqueue()


@task()
def send() -> int:
    """Send every mail that waits; how many were sent."""
    sent: int = _room("sending").send_waiting()
    return sent


@task()
def suggest(decline: int) -> None:
    """Look for another session for somebody who cannot come."""
    _room("reseating").suggest_session(decline)


@task()
def settle(decline: int) -> None:
    """Do what was decided about somebody who cannot come, and tell it."""
    preparation = _room("reseating").settle(decline)
    if preparation is not None:
        publish.enqueue(preparation)


@task()
def read_mail() -> int:
    """Read answers and mails that came back from every mailbox; how many said something new."""
    news: int = _room("mailboxes").read_all()
    return news


@task()
def keep_going() -> None:
    """Take up whatever a worker that was ended has left, and send what waits."""
    for preparation in work.left_to_prepare():
        prepare.enqueue(preparation)
    for preparation in work.left_to_publish():
        publish.enqueue(preparation)
    for decline in work.left_to_suggest():
        suggest.enqueue(decline)
    for decline in work.left_to_settle():
        settle.enqueue(decline)
    send.enqueue()
