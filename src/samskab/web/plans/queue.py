"""What a worker is handed; the work itself, with the solver, is loaded when it begins."""

from importlib import import_module

from django_tasks import task

WORK = "samskab.web.plans.jobs"


@task
def run_job(job: int) -> None:
    """Do a job, unless another worker does or did; by its number."""
    # by name: what starts jobs must not load OR-Tools, which takes seconds
    import_module(WORK).work(job)
