"""The single changes of a programme that would save most."""

from samskab.planner.levers.pull import pull_levers
from samskab.planner.levers.verifying import Pains
from samskab.telling.language import Language
from samskab.telling.levers import LEVER_COLUMNS, lever_notes, lever_rows
from samskab.telling.words.levers import SAID
from samskab.web.plans.jobs.checked import refuse_broken
from samskab.web.plans.jobs.claim import Claim
from samskab.web.plans.jobs.opening import open_programme, plan_of_text, with_a_week_more
from samskab.web.plans.models import Plan
from samskab.web.plans.words import BROKEN, STALE

SHOWN = 10
PLANNED_PER_SHOWN = 2
"""A price is a promise to the first order: more are planned with than are shown."""


def weigh_levers(claim: Claim) -> None:
    """Say which single changes would lower the cost of a plan most, each by planning again.

    Raises:
        InputError: the programme has faults.
        NoPlanError: the plan breaks a rule since something changed.
    """
    asked = claim.job.asked
    opened = open_programme(claim.job.programme)
    problem = with_a_week_more(opened)
    plan = plan_of_text(Plan.objects.get(pk=asked["plan"]).text)
    refuse_broken(problem, plan, STALE)

    def tell(phase: str, done: int, of: int) -> None:
        del phase, done, of
        claim.heed_stop()

    pains = Pains(seed=int(asked["seed"]))
    levers = pull_levers(problem, plan, pains, most=PLANNED_PER_SHOWN * SHOWN, tell=tell)
    refuse_broken(problem, levers.plan, BROKEN)
    for one in levers.pulled:
        refuse_broken(one.problem, one.plan, BROKEN)
    shown = levers.pulled[:SHOWN]
    outcome: dict[str, object] = {"plan": asked["plan"]}
    for language in Language:
        words = SAID[language]
        outcome[language.value] = {
            "columns": [words[column] for column in LEVER_COLUMNS],
            "rows": [list(row) for row in lever_rows(shown, levers.plan, problem, language)],
            "notes": list(lever_notes(levers, shown, language)) if shown else [words["none"]],
        }
    claim.end(outcome=outcome)
