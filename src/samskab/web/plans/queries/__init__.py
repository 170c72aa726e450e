"""What is read of jobs and plans."""

from samskab.web.plans.queries.jobs import job_or_404, latest_job, unfinished_jobs
from samskab.web.plans.queries.plans import (
    current_plan,
    planned_programme_or_404,
    plans_of,
    proposal_of,
)

__all__ = [
    "current_plan",
    "job_or_404",
    "latest_job",
    "planned_programme_or_404",
    "plans_of",
    "proposal_of",
    "unfinished_jobs",
]
