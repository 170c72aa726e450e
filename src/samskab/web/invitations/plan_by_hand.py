"""A plan that a person has changed, as rows: for workers."""

from django.db import transaction
from django.utils import timezone

from samskab.planner.model.plan import Plan as Answer
from samskab.planner.model.problem import Problem
from samskab.web.plans.jobs.facts import Made, told
from samskab.web.plans.jobs.rows import store_rows
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme


@transaction.atomic
def store_plan_by_hand(
    *, programme: Programme, problem: Problem, plan: Answer, mends: Plan | None
) -> Plan:
    """The plan to go on with from now on, told as a planner's is; nobody has been told of it yet.

    Args:
        programme: what it is of.
        problem: the programme's, today.
        plan: it names nothing but what the problem has.
        mends: the plan that it is made of.
    """
    story = told(Made(problem, plan, (), ()))
    return store_rows(programme, plan, story, mends=mends, taken_at=timezone.now())
