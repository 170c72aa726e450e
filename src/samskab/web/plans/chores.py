"""What workers do for plans by the clock."""

from django_tasks import task

from samskab.web.plans.actions.jobs import recover_jobs


@task()
def recover() -> int:
    """Hand out again the jobs that no worker works on; how many there were."""
    return recover_jobs()
