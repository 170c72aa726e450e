"""Cases of start times drawn by lot, as R's package `staggered` answers them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from samskab.evidence.effect.staggered.estimate import (
    StaggeredEstimate,
    callaway_santanna,
    fisher_test,
    staggered_estimate,
    sun_abraham,
)
from samskab.evidence.effect.staggered.panel import Floats, StaggeredPanel, panel_of
from samskab.evidence.effect.staggered.r_permutations import r_permutation
from samskab.evidence.effect.staggered.weights import Average, Estimand

KIND = re.compile(r"efficient.*randomi[sz]ed", re.IGNORECASE)
COLUMN = re.compile(r"\b([ygti])\s*=\s*(\w+)")
EVENTS = re.compile(r"eventstudy_(-?\d+)_(-?\d+)")
FISHER = re.compile(r"fisher_p_(\d+)")
BY_PREFIX: dict[str, Callable[[StaggeredPanel, Estimand], StaggeredEstimate]] = {
    "cs": callaway_santanna,
    "sa": sun_abraham,
}


def understands(case: Mapping[str, object]) -> bool:
    """Whether the case asks for the efficient estimator and names its four columns."""
    text = str(case.get("inputs"))
    return bool(KIND.search(text)) and len(dict(COLUMN.findall(text))) == len("ygti")


def answer(case: Mapping[str, object], data: Path) -> object:
    """Each figure that the case asks for by name.

    Args:
        case: its `inputs`, `data` and the names in `expected` are read.
        data: the folder that the file is relative to.

    Raises:
        TypeError: the case names no figures.
        ValueError: it names one that is none of this estimator.
        InputError: the engine refuses the data.
    """
    names = case.get("expected")
    if not isinstance(names, Mapping):
        raise TypeError(names)
    column = dict(COLUMN.findall(str(case["inputs"])))
    table = pd.read_csv(data / str(case["data"]))
    start = table[column["g"]].to_numpy(dtype=np.float64)
    start = np.where(np.isnan(start), np.inf, start)
    period = table[column["t"]].to_numpy(dtype=np.int64)
    outcome = table[column["y"]].to_numpy(dtype=np.float64)
    panel = panel_of(np.asarray(table[column["i"]]), period, start, outcome)
    as_given = start[period == period.min()]
    return {name: _figure(str(name), panel, as_given) for name in names}


def _figure(name: str, panel: StaggeredPanel, as_given: Floats) -> object:
    if events := EVENTS.fullmatch(name):
        first, last = (int(event) for event in events.groups())
        return [
            _pair(staggered_estimate(panel, Estimand(Average.EVENT, event)))
            for event in range(first, last + 1)
        ]
    if fisher := FISHER.fullmatch(name):
        return _published_p(panel, as_given, int(fisher.group(1)))
    prefix, _, average = name.rpartition("_")
    estimand = Estimand(Average(average))
    if prefix:
        return _pair(BY_PREFIX[prefix](panel, estimand))
    found = staggered_estimate(panel, estimand)
    return {
        "est": found.estimate,
        "se": found.standard_error,
        "se_neyman": found.neyman_error,
    }


def _published_p(panel: StaggeredPanel, as_given: Floats, shuffles: int) -> float:
    """As the package counts: seeds 1, 2, ..., the starts in the order of the file, no +1."""
    starts = (as_given[r_permutation(seed, len(as_given))] for seed in range(1, shuffles + 1))
    found = fisher_test(panel, Estimand(Average.SIMPLE), starts, refined=True)
    return found.more_extreme / found.shuffles


def _pair(found: StaggeredEstimate) -> list[float]:
    return [found.estimate, found.standard_error]
