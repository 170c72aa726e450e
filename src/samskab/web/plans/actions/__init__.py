"""What changes jobs, plans and pins."""

from samskab.web.plans.actions.jobs import JobRunsError, recover_jobs, start_job, stop_job
from samskab.web.plans.actions.pins import pin_session, unpin_session
from samskab.web.plans.actions.plans import discard_plan, take_plan

__all__ = [
    "JobRunsError",
    "discard_plan",
    "pin_session",
    "recover_jobs",
    "start_job",
    "stop_job",
    "take_plan",
    "unpin_session",
]
