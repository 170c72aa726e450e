"""Where planner and evidence meet: who can start when becomes a roll-out to draw lots over."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from samskab.cli.rollout.reading import units_taking_part
from samskab.cli.rollout.settings import LEADERS, RolloutSettings
from samskab.evidence.rollout.model import Covariate, Rollout
from samskab.planner.model.problem import Problem
from samskab.planner.starts.answer import Start, Verdict


def rollout_of(
    settings: RolloutSettings, problem: Problem, starts: Mapping[str, Sequence[Start]]
) -> Rollout:
    """The roll-out that calendars and settings make.

    Args:
        settings: waves, sizes, groups and what to balance.
        problem: of the folder.
        starts: unit -> what the planner found of each wave.
    """
    units = units_taking_part(problem, settings.start_module)
    fewest, rest = divmod(len(units), max(len(settings.waves), 1))
    least, most = [], []
    for wave in settings.waves:
        usual_most = max(fewest + (rest > 0), wave.units_min or 0)
        most.append(usual_most if wave.units_max is None else wave.units_max)
        least.append(min(fewest, most[-1]) if wave.units_min is None else wave.units_min)
    return Rollout(
        clusters=tuple(units),
        waves=tuple(wave.id for wave in settings.waves),
        allowed=np.array(
            [[start.verdict is Verdict.CAN for start in starts[unit]] for unit in units],
            dtype=np.bool_,
        ),
        least=tuple(least),
        most=tuple(most),
        together=(*settings.together, *tied_by_parties(problem, settings.start_module)),
        covariates=tuple(_covariates(settings, units)),
    )


def tied_by_parties(problem: Problem, module: str) -> Iterator[tuple[str, ...]]:
    """Units that share a wave because a party of theirs takes the module together."""
    needing = {need.person for need in problem.needs if need.module == module}
    unit_of = {person.id: person.unit for person in problem.people}
    for party in problem.parties:
        units = dict.fromkeys(unit_of[person] for person in party.people if person in needing)
        if len(units) > 1:
            yield tuple(units)


def _covariates(settings: RolloutSettings, units: Mapping[str, int]) -> Iterator[Covariate]:
    for column, weight in settings.balance:
        values = [
            float(people) if column == LEADERS else settings.units[unit].numbers[column]
            for unit, people in units.items()
        ]
        yield Covariate(column, np.array(values, dtype=np.float64), weight)
