"""What is read of jobs and plans."""

from samskab.web.plans.queries.breaks import Break, breaks_of
from samskab.web.plans.queries.jobs import job_or_404, latest_job, unfinished_jobs
from samskab.web.plans.queries.plans import (
    current_plan,
    current_plans,
    module_titles,
    planned_programme_or_404,
    plans_of,
    proposal_of,
)
from samskab.web.plans.queries.results import (
    file_or_404,
    months_of,
    people_of,
    person_or_404,
    plan_or_404,
    session_or_404,
    sessions_of,
)

__all__ = [
    "Break",
    "breaks_of",
    "current_plan",
    "current_plans",
    "file_or_404",
    "job_or_404",
    "latest_job",
    "module_titles",
    "months_of",
    "people_of",
    "person_or_404",
    "plan_or_404",
    "planned_programme_or_404",
    "plans_of",
    "proposal_of",
    "session_or_404",
    "sessions_of",
    "unfinished_jobs",
]
