"""A plan that came with a folder, made elsewhere: judged as our own are, then stored."""

from django.utils import timezone

from samskab.planner.check import check
from samskab.planner.plan_fit import strangers
from samskab.web.accounts.models import User
from samskab.web.plans.enums import JobKind
from samskab.web.plans.folders import PLAN_PATH
from samskab.web.plans.jobs.claim import Claim
from samskab.web.plans.jobs.facts import Made, told
from samskab.web.plans.jobs.opening import open_programme, plan_of_text
from samskab.web.plans.jobs.storing import store_plan
from samskab.web.plans.models import Job, Plan
from samskab.web.programmes.models import Programme


def adopt_plan(programme: Programme, by: User | None) -> Plan | None:
    """Store the plan that lies in a programme's folder, as one that a job would have made.

    Returns:
        The plan; None where the folder has none, it is stored already, or it breaks a rule:
        then it stays the file that it is.

    Raises:
        InputError: the programme has faults, or the file is no plan.
    """
    file = programme.files.filter(name=PLAN_PATH).first()
    if file is None:
        return None
    text = bytes(file.content).decode(errors="replace")
    if Plan.objects.filter(programme=programme, text=text).exists():
        return None
    opened, plan = open_programme(programme), plan_of_text(text)
    if any(strangers(opened.problem, plan, PLAN_PATH)) or check(opened.problem, plan):
        return None
    facts = told(Made(opened.problem, plan, opened.warnings, ()))
    asked = {"seconds": plan.seconds, "seed": plan.seed}
    job = Job.objects.create(
        programme=programme, kind=JobKind.PLAN, asked=asked, made_by=by, beat_at=timezone.now()
    )
    claim = Claim.take(job.pk)
    if claim is None:  # somebody else's worker is quicker, and plans anew
        return None
    is_published = programme.plans.filter(published_at__isnull=False).exists()
    return store_plan(claim, plan, facts, is_taken=not is_published)
