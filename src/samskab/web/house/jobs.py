"""Chores of the house itself."""

from datetime import timedelta

from django_tasks import task

from samskab.web.house.actions import forget

KEPT_FOR = timedelta(days=14)


@task()
def forget_old_tasks() -> int:
    """Results of tasks are there to be looked into, and then in the way; how many were deleted."""
    return forget(finished_for=KEPT_FOR)
