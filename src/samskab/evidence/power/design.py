"""Which cluster is treated when, and how many people are measured in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import ArrayLike

from samskab.common.errors import Fault, InputError
from samskab.evidence.power.arrays import BoolArray, FloatArray
from samskab.evidence.power.codes import PowerCode


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Clusters x periods: the state of treatment and the number of people measured.

    Attributes:
        treatment: (I, J); 0 control, 1 treated, a share between them where a treatment works in
            part, 2, 3, ... further levels of treatment.
        persons: (I, J); people measured per cell, 0 where nothing is measured.
    """

    treatment: FloatArray
    persons: FloatArray

    @property
    def clusters(self) -> int:
        """The number of clusters, I."""
        return int(self.treatment.shape[0])

    @property
    def periods(self) -> int:
        """The number of periods, J."""
        return int(self.treatment.shape[1])

    @property
    def observed(self) -> BoolArray:
        """(I, J); where anybody is measured."""
        return self.persons > 0

    def with_persons(self, persons: float) -> "Design":
        """The same design with this many people in every cell that is measured."""
        return Design(self.treatment, np.where(self.observed, float(persons), 0.0))

    def clusters_per_sequence(self) -> tuple[int, ...]:
        """How many clusters share each distinct row of treatment."""
        _, counts = np.unique(self.treatment, axis=0, return_counts=True)
        return tuple(int(count) for count in counts)


def design(treatment: ArrayLike, persons: ArrayLike, observed: ArrayLike | None = None) -> Design:
    """A design from any pattern of treatment.

    Args:
        treatment: (I, J); NaN where a cell is not measured (it then adds no exposure time either).
        persons: one number for all cells, (I,) per cluster, or (I, J) per cell.
        observed: (I, J); 0 or NaN where a cell is not measured, while treatment runs on.

    Raises:
        InputError: the pattern is empty, is no matrix, holds what is no state of treatment, or
            the sizes do not fit it.
    """
    states = np.array(treatment, dtype=float)
    if states.ndim != 2 or not states.size or not np.isfinite(states).any():  # noqa: PLR2004
        raise InputError([Fault(PowerCode.PATTERN_EMPTY)])
    wrong = states[np.isfinite(states) & ~_is_state(states)]
    if wrong.size or np.isinf(states).any():
        found = float(wrong[0]) if wrong.size else float("inf")
        raise InputError([Fault(PowerCode.PATTERN_NOT_STATES, {"value": Decimal(repr(found))})])
    people = _people(np.array(persons, dtype=float), states.shape)
    people = np.where(np.isnan(states), 0.0, people)
    if observed is not None:
        seen = np.nan_to_num(np.array(observed, dtype=float))
        if seen.shape != states.shape:
            raise InputError([Fault(PowerCode.SIZES_UNFIT, _shapes(seen.shape, states.shape))])
        people = np.where(seen > 0, people, 0.0)
    if not (people > 0).any():
        raise InputError([Fault(PowerCode.PATTERN_EMPTY)])
    return Design(np.nan_to_num(states), people)


def stepped_wedge(
    clusters: Sequence[int], persons: ArrayLike, *, before: int = 0, after: int = 0
) -> Design:
    """A stepped wedge: sequence s (from 1) is treated from period before + s + 1.

    Args:
        clusters: clusters per sequence; 0 for a step at which none starts.
        persons: as in `design`.
        before: further periods ahead of the first, in which none is treated.
        after: further periods behind the last, in which all are treated.

    Raises:
        InputError: as `design`.
    """
    periods = len(clusters) + 1 + before + after
    rows = [
        (np.arange(periods) > before + step).astype(float)
        for step, count in enumerate(clusters)
        for _ in range(count)
    ]
    return design(np.array(rows), persons)


def parallel(
    control: int, treated: int, persons: ArrayLike, *, periods: int = 1, baseline: int = 0
) -> Design:
    """Two arms over `baseline` periods without treatment and `periods` with it.

    Raises:
        InputError: as `design`.
    """
    on = np.concatenate([np.zeros(baseline), np.ones(periods)])
    return design(np.array([0 * on] * control + [on] * treated), persons)


def crossover(
    first: int, second: int, persons: ArrayLike, *, periods: tuple[int, int] = (1, 1)
) -> Design:
    """Two arms: one treated in the first periods, the other in those after the switch.

    Raises:
        InputError: as `design`.
    """
    early = np.concatenate([np.ones(periods[0]), np.zeros(periods[1])])
    return design(np.array([early] * first + [1 - early] * second), persons)


def _is_state(states: FloatArray) -> BoolArray:
    whole = (states >= 0) & (states == np.floor(states))
    share = (states >= 0) & (states <= 1)
    result: BoolArray = whole | share
    return result


def _people(persons: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    if np.isnan(persons).any() or np.isinf(persons).any():
        raise InputError([Fault(PowerCode.NOT_A_NUMBER, {"name": "persons"})])
    if (persons < 0).any():
        values = {"value": Decimal(repr(float(persons.min())))}
        raise InputError([Fault(PowerCode.SIZE_NEGATIVE, values)])
    if persons.shape == shape[:1]:
        persons = persons[:, None]
    if persons.shape not in {(), shape, (shape[0], 1)}:
        raise InputError([Fault(PowerCode.SIZES_UNFIT, _shapes(persons.shape, shape))])
    return np.broadcast_to(persons, shape).copy()


def _shapes(found: tuple[int, ...], wanted: tuple[int, ...]) -> dict[str, object]:
    return {"found": " x ".join(map(str, found)), "wanted": " x ".join(map(str, wanted))}
