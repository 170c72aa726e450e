"""The current plan mended: what would move, before anything does."""

from datetime import date

from django.db import transaction

from samskab.planner.replan.publication import publication
from samskab.planner.replan.replanning import NoTimeError, replan
from samskab.telling.language import Language
from samskab.telling.replan_account import ReplanAccount
from samskab.telling.report.changes import account_section
from samskab.web.plans.jobs.checked import NoPlanError
from samskab.web.plans.jobs.claim import Claim
from samskab.web.plans.jobs.facts import Made, told
from samskab.web.plans.jobs.opening import PLAN_FILE, open_programme, plan_of_text
from samskab.web.plans.jobs.storing import store_plan
from samskab.web.plans.models import Pin, Plan
from samskab.web.plans.words import NO_TIME, fault_in_both


def mend_plan(claim: Claim) -> None:
    """Change as little of a plan as its programme as it is now allows; what comes is a proposal.

    Raises:
        InputError: the programme has faults, or a pin cannot stand.
        NoPlanError: there was no time for any plan.
        SupersededError: the job is another's.
    """
    asked = claim.job.asked
    old = Plan.objects.get(pk=asked["plan"])
    opened = open_programme(claim.job.programme)
    pins = Pin.objects.filter(session__plan=old).values_list("session__key", flat=True)
    today = date.fromisoformat(asked["today"])
    standing = publication(opened.problem, plan_of_text(old.text), list(pins), today, PLAN_FILE)
    seconds = float(asked["seconds"])
    try:
        mended = replan(standing, seconds=seconds, tell=claim.tell)
    except NoTimeError as error:
        raise NoPlanError(fault_in_both(NO_TIME, seconds=round(seconds))) from error
    account = {one: tuple(ReplanAccount(standing, mended, one).lines()) for one in Language}
    made = Made(
        mended.problem,
        mended.plan,
        opened.warnings,
        tuple(claim.history),
        {one: (account_section(lines, one),) for one, lines in account.items()},
        {
            "account": {one.value: list(lines) for one, lines in account.items()},
            "moves": len(mended.moves),
        },
    )
    everything = told(made)
    with transaction.atomic():
        Plan.objects.filter(mends=old, taken_at__isnull=True, published_at__isnull=True).delete()
        store_plan(claim, mended.plan, everything, mends=old, is_taken=False)
