"""Timefold at work: facts in from a file, scores and at last the plan out as lines of JSON.

Run by itself, in an environment that has Timefold and nothing of Samskab.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from jpype import JImplements, JOverride
from tests.benchmarks.rivals.timefold_model import people, prices, resources
from tests.benchmarks.rivals.timefold_model.domain import Lead, Seat, Session, Timetable
from tests.benchmarks.rivals.timefold_model.facts import timetable_of
from timefold.solver import Solver, SolverFactory
from timefold.solver.config import (
    Duration,
    EnvironmentMode,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)
from timefold.solver.score import Constraint, ConstraintFactory, constraint_provider

CONSTRAINTS = (
    people.met,
    people.too_many,
    people.closed,
    people.own_dates,
    people.away_per_unit,
    people.apart,
    resources.room_taken,
    resources.room_clash,
    resources.facilitator_taken,
    resources.facilitator_clash,
    resources.facilitator_week,
    prices.attendance,
    prices.rent,
    prices.fees,
)
WHERE_ASKED = {
    "parallel": resources.parallel,
    "displaced": people.too_displaced,
    "fair": prices.unfairness,
}
"""By the name of the limit: rules and prices that few programmes have."""


def main(facts_file: str, seconds: float) -> None:
    """Construction heuristic and local search as Timefold configures them by default."""
    facts = json.loads(Path(facts_file).read_text(encoding="utf-8"))
    asked = [one for limit, one in WHERE_ASKED.items() if facts["limits"][limit] >= 0]
    asked.append(people.far_too_few if facts["from_plan"] else people.too_few)

    @constraint_provider
    def rules_and_prices(f: ConstraintFactory) -> list[Constraint]:
        return [constraint(f) for constraint in (*CONSTRAINTS, *asked)]

    config = SolverConfig(
        solution_class=Timetable,
        entity_class_list=[Seat, Session, Lead],
        environment_mode=EnvironmentMode.NO_ASSERT,
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=rules_and_prices
        ),
        termination_config=TerminationConfig(
            spent_limit=Duration(milliseconds=int(seconds * 1000))
        ),
    )
    solver = SolverFactory.create(config).build_solver()
    began = time.monotonic()
    _tell_scores(solver)
    plan = solver.solve(timetable_of(facts))
    _tell({"seconds": time.monotonic() - began, **_told(plan)})


def _tell_scores(solver: Solver[Timetable]) -> None:
    """Tell each better score; the package's own listener copies every fact to Python each time."""
    from ai.timefold.solver.core.api.solver.event import (  # noqa: PLC0415 # a class of Java
        SolverEventListener,
    )

    @JImplements(SolverEventListener)
    class Listener:
        @JOverride
        def bestSolutionChanged(self, event: Any) -> None:  # noqa: N802 # Java's name
            score = event.getNewBestScore()
            levels = (score.hardScore(), score.softScore())
            seconds = event.getTimeMillisSpent() / 1000
            if event.isNewBestSolutionInitialized():
                _tell({"seconds": seconds, "score": [int(level) for level in levels]})

    solver._delegate.addEventListener(Listener())


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _told(plan: Timetable) -> dict[str, Any]:
    score = plan.score
    return {
        "score": [score.hard_score, score.soft_score] if score else None,
        "seats": [seat.group.index if seat.group else None for seat in plan.seats],
        "sessions": [
            [one.start.index, one.room.index] if one.start and one.room else None
            for one in plan.sessions
        ],
        "leads": [lead.facilitator.index if lead.facilitator else None for lead in plan.leads],
    }


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
