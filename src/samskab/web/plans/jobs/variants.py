"""Variants of a programme side by side."""

from samskab.planner.effort import Effort
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.whatif.figures import figures_of
from samskab.planner.whatif.sharing import shared
from samskab.telling.language import Language
from samskab.telling.whatif import VARIANT_COLUMNS, Line, variant_rows, variant_sentences
from samskab.telling.words.whatif import SAID
from samskab.web.plans.jobs.checked import plan_checked
from samskab.web.plans.jobs.claim import Claim
from samskab.web.plans.jobs.opening import open_programme, variants_of


def compare_variants(claim: Claim) -> None:
    """Plan the programme as it is and each variant, for as long each, and tell what is proven.

    Raises:
        InputError: the programme or a variant has faults.
        NoPlanError: no plan came of one of them.
    """
    asked = claim.job.asked
    opened = open_programme(claim.job.programme)
    variants = variants_of(opened, asked["variants"])
    problems = (opened.problem, *(problem for _, problem in variants))
    effort = Effort(float(asked["seconds"]), None, int(asked["seed"]))
    made = _planned(claim, problems, effort)
    plans = shared(problems[: len(made)], made)
    figures = [figures_of(problem, plan) for problem, plan in zip(problems, plans, strict=False)]
    outcome: dict[str, object] = {"cut_short": len(made) < len(problems)}
    for language in Language:
        names = (SAID[language]["base"], *asked["variants"])
        lines = tuple(
            Line(name, problem, known)
            for name, problem, known in zip(names, problems, figures, strict=False)
        )
        outcome[language.value] = {
            "columns": [SAID[language][column].replace("-\n", "") for column in VARIANT_COLUMNS],
            "rows": [list(row) for row in variant_rows(lines, language)],
            "sentences": list(variant_sentences(lines, language)) if len(lines) > 1 else [],
            "legend": SAID[language]["legend"],
        }
    claim.end(outcome=outcome)


def _planned(claim: Claim, problems: tuple[Problem, ...], effort: Effort) -> tuple[Plan, ...]:
    """A plan of each; fewer where somebody asked to stop."""
    made: list[Plan] = []
    for problem in problems:
        made.append(plan_checked(problem, effort, claim.tell))
        if claim.stopped:
            break
    return tuple(made)
