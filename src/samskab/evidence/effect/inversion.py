"""The interval that a permutation test does not reject, exactly and without a grid.

Under the hypothesis that the effect is theta the statistic of allocation j is a_j - theta b_j: it
is linear in theta. Whether it is as extreme as the drawn allocation's changes at the roots of two
straight lines only, so that the p-value is a step function whose steps are known.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
RELATIVE = 1e-9
"""Statistics closer than this, by their spread, are ties: sums in another order differ as much."""


class Tail(StrEnum):
    """Which effects count against none."""

    BOTH = "both"
    GREATER = "greater"
    LESS = "less"


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Statistics as a function of the supposed effect theta: a - theta b.

    Attributes:
        a: (M,) at no effect.
        b: (M,) what each unit of theta takes off.
        drawn_a: a of the allocation that was drawn.
        drawn_b: its b, above 0.
        one_more: whether the drawn one is to be counted beside the M (a sampled reference set);
            False where it is one of them.
    """

    a: Floats
    b: Floats
    drawn_a: float
    drawn_b: float
    one_more: bool


def p_value(lines: Lines, tail: Tail, theta: float = 0.0) -> float:
    """The share of the allocations whose statistic is as extreme as the drawn one's."""
    turned = _turned(lines) if tail is Tail.LESS else lines
    theta = -theta if tail is Tail.LESS else theta
    statistic = turned.a - theta * turned.b
    drawn = turned.drawn_a - theta * turned.drawn_b
    slack = RELATIVE * max(float(np.abs(statistic).max(initial=0.0)), abs(drawn))
    if tail is Tail.BOTH:
        extreme = np.abs(statistic) >= abs(drawn) - slack
    else:
        extreme = statistic >= drawn - slack
    more = int(lines.one_more)
    return float((np.count_nonzero(extreme) + more) / (len(lines.a) + more))


def interval(lines: Lines, tail: Tail, level: float) -> tuple[float, float]:
    """The smallest interval that holds every effect whose p-value is above `level`.

    Returns:
        Lower and upper end, infinite where nothing on that side is rejected (and always so on the
        side that a one-sided test does not look at).
    """
    most = level * (len(lines.a) + int(lines.one_more)) - int(lines.one_more)
    if tail is Tail.BOTH:
        return -_upper_end(_turned(lines), most), _upper_end(lines, most)
    if tail is Tail.GREATER:
        return _lower_bound(lines, most), np.inf
    return -np.inf, -_lower_bound(_turned(lines), most)


def _turned(lines: Lines) -> Lines:
    """The same of minus theta: what was low is high."""
    return Lines(-lines.a, lines.b, -lines.drawn_a, lines.drawn_b, lines.one_more)


def _snapped(difference: Floats, scale: Floats) -> Floats:
    near = np.abs(difference) <= RELATIVE * float(np.abs(scale).max(initial=0.0))
    return np.where(near, 0.0, difference)


def _roots(rise: Floats, slope: Floats) -> Floats:
    """Where rise - theta * slope is 0; infinite where it never is or always."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(slope == 0.0, np.inf, rise / np.where(slope == 0.0, 1.0, slope))


def _upper_end(lines: Lines, most: float) -> float:
    """The last theta above the estimate at which more than `most` allocations are as extreme.

    All are at the estimate, where the drawn statistic is 0; each leaves, or comes back, at a root.
    """
    a, b = np.append(lines.a, lines.drawn_a), np.append(lines.b, lines.drawn_b)
    estimate = lines.drawn_a / lines.drawn_b
    below = _snapped(lines.a - lines.drawn_a, a), _snapped(lines.b - lines.drawn_b, b)
    above = _snapped(lines.a + lines.drawn_a, a), _snapped(lines.b + lines.drawn_b, b)
    tied = ((below[0] == 0.0) & (below[1] == 0.0)) | ((above[0] == 0.0) & (above[1] == 0.0))
    roots = np.sort(np.stack([_roots(*below), _roots(*above)]), axis=0)
    roots[:, tied] = np.inf
    near = np.abs(roots - estimate) <= RELATIVE * max(abs(estimate), np.finfo(float).tiny)
    touching = near.all(axis=0)
    leaving = touching & (np.abs(lines.b) < lines.drawn_b)
    roots[:, touching] = np.inf
    roots[0, leaving] = estimate
    roots[0] = np.where(roots[0] < estimate, np.inf, roots[0])
    roots[1] = np.where(roots[1] < estimate, np.inf, roots[1])
    roots.sort(axis=0)
    out, back = roots[0][np.isfinite(roots[0])], roots[1][np.isfinite(roots[1])]
    where = np.concatenate([back, out])
    change = np.concatenate([np.ones(len(back)), -np.ones(len(out))])
    order = np.argsort(where, kind="stable")
    count = len(lines.a) + np.cumsum(change[order])
    before = np.concatenate([[len(lines.a)], count[:-1]])
    falls = np.flatnonzero((before > most) & (count <= most))
    if not falls.size or count[-1] > most:
        return np.inf
    return float(where[order][falls[-1]])


def _lower_bound(lines: Lines, most: float) -> float:
    """The first theta at which more than `most` statistics are at least the drawn one."""
    a, b = np.append(lines.a, lines.drawn_a), np.append(lines.b, lines.drawn_b)
    rise, slope = _snapped(lines.a - lines.drawn_a, a), _snapped(lines.b - lines.drawn_b, b)
    level = slope == 0.0
    always = np.count_nonzero(rise[level] >= 0.0)
    root = _roots(rise[~level], slope[~level])
    entering = slope[~level] < 0.0
    count = always + np.count_nonzero(~entering)
    if count > most:
        return -np.inf
    where = np.concatenate([root[entering], root[~entering]])
    change = np.concatenate([np.ones(entering.sum()), -np.ones((~entering).sum())])
    order = np.argsort(where, kind="stable")
    reached = np.flatnonzero(count + np.cumsum(change[order]) > most)
    return float(where[order][reached[0]]) if reached.size else np.inf
