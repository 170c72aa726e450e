"""Work for a worker, asked for by name: who asks need not load what the work stands on."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from django_tasks.base import Task


def ask_for(task: str, *arguments: str | float) -> None:
    """Queue a task once the transaction holds; where it does not, nothing was asked.

    The row that tells what to do is the caller's, in the same transaction: should the machine
    stop between the two, the worker finds that row.

    Args:
        task: where it is defined, such as `samskab.web.plans.jobs.plan`.
        arguments: what it is called with: keys and short texts, as JSON has them.
    """
    work: Task[..., Any] = import_string(task)
    transaction.on_commit(partial(work.enqueue, *arguments))
