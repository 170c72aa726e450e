"""A plan from nothing."""

from samskab.planner.effort import Effort
from samskab.web.plans.jobs.checked import plan_checked
from samskab.web.plans.jobs.claim import Claim
from samskab.web.plans.jobs.facts import Made, told
from samskab.web.plans.jobs.opening import open_programme
from samskab.web.plans.jobs.storing import store_plan
from samskab.web.plans.models import Plan


def make_plan(claim: Claim) -> None:
    """Plan the programme; the plan is the one to go on with, unless another is published already.

    Raises:
        InputError: the programme has faults.
        NoPlanError: there is no plan that may be shown.
        SupersededError: the job is another's.
    """
    job = claim.job
    opened = open_programme(job.programme)
    effort = Effort(float(job.asked["seconds"]), None, int(job.asked["seed"]))
    plan = plan_checked(opened.problem, effort, claim.tell)
    made = Made(opened.problem, plan, opened.warnings, tuple(claim.history))
    is_published = Plan.objects.filter(programme=job.programme, published_at__isnull=False)
    store_plan(claim, plan, told(made), is_taken=not is_published.exists())
