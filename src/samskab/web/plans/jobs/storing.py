"""A plan into the database: whole, once, and only by whoever holds the job."""

import gzip

from django.db import transaction
from django.utils import timezone

from samskab.planner.model.plan import Plan as Answer
from samskab.web.audit.actions import record
from samskab.web.plans.jobs.claim import Claim, SupersededError
from samskab.web.plans.jobs.facts import Told
from samskab.web.plans.jobs.rows import store_rows
from samskab.web.plans.models import Plan, PlanFile


@transaction.atomic
def store_plan(
    claim: Claim, made: Answer, told: Told, *, mends: Plan | None = None, is_taken: bool
) -> Plan:
    """Store a plan and end its job, in one transaction.

    Args:
        claim: the right to do so.
        made: the plan.
        told: what is told of it.
        mends: the plan that it is to take the place of.
        is_taken: whether it is the plan to go on with, or a proposal.

    Raises:
        SupersededError: the job is another's by now; nothing is stored.
    """
    if not claim.end():
        raise SupersededError
    job, programme = claim.job, claim.job.programme
    plan = store_rows(
        programme, made, told, job=job, mends=mends, taken_at=timezone.now() if is_taken else None
    )
    PlanFile.objects.bulk_create(
        PlanFile(plan=plan, name=name, language=language, content=gzip.compress(content, mtime=0))
        for (name, language), content in told.files.items()
    )
    record(
        by=job.made_by,
        organisation=programme.municipality,
        action="plan_made",
        subject=f"plan:{plan.pk}",
        job=job.pk,
        programme=programme.pk,
    )
    return plan
