"""The design of a power case: sequences, a schedule, rows in words, or a named layout."""

import re

import numpy as np
from numpy.typing import NDArray

from samskab.cli.evidence_cases.power_inputs import Inputs
from samskab.evidence.power.design import Design, crossover, design, parallel, stepped_wedge

Matrix = NDArray[np.float64]
ROWS = re.compile(r"(\d+)\s*x\s*\[([^\]]*)\]")
BASELINE = re.compile(r"(\d+)\s*baseline\D*?(?:\+|and|,)\D*?(\d+)")
PERIOD_PAIR = re.compile(r"(\d+)\s*\+\s*(\d+)\s*periods")
PERIODS = re.compile(r"(\d+)\s*(?:periods|timepoints)")
TURNS = re.compile(r"(\d+)\D*before\D*(\d+)")
PAIR = re.compile(r"(\d+)\s*\+\s*(\d+)")


def has_design(inputs: Inputs) -> bool:
    """Whether a case gives a design in a form that may be known."""
    given = ("sequences", "clusters_per_sequence", "schedule", "design", "dsn", "pattern")
    return inputs.has(*given) or (inputs.has("I") and inputs.has("J", "T"))


def read_design(inputs: Inputs) -> Design:
    """The design of a case; with one person per cell where the number is asked for.

    Raises:
        ValueError: it is in no form that is known.
        InputError: it is no design.
    """
    laid = _layout(inputs).treatment if _named(inputs) else _schedule(inputs)
    clusters = _clusters(inputs)
    if clusters and len(laid) == len(clusters) != sum(clusters):
        laid = np.repeat(laid, clusters, axis=0)
    observed = _observed(inputs, laid, clusters)
    return design(_delayed(inputs, laid), persons_of(inputs), observed)


def persons_of(inputs: Inputs) -> Matrix | float:
    """People per cell: one number, one per cluster or one per cell."""
    for name in ("n_matrix", "n"):
        if isinstance(inputs.values.get(name), list):
            return np.array(inputs.values[name], dtype=float)
    return inputs.number("n", 1.0)


def _clusters(inputs: Inputs) -> list[int]:
    for name in ("clusters_per_sequence", "sequences"):
        if inputs.has(name):
            return [int(count) for count in inputs.numbers(name)]
    if inputs.has("I") and inputs.has("J", "T") and not inputs.has("dsn", "design", "schedule"):
        steps = int(inputs.number("J") if inputs.has("J") else inputs.number("T") - 1)
        return [int(inputs.number("I")) // steps] * steps
    return []


def _named(inputs: Inputs) -> bool:
    return any(word in inputs.text("dsn") for word in ("parallel", "crossover"))


def _schedule(inputs: Inputs) -> Matrix:
    for name in ("schedule", "design", "pattern", "treatment"):
        value = inputs.values.get(name)
        if isinstance(value, list):
            return np.array(value, dtype=float)
        if isinstance(value, str) and (rows := ROWS.findall(value)):
            return np.array(
                [
                    [float(state) for state in states.split(",")]
                    for count, states in rows
                    for _ in range(int(count))
                ]
            )
    clusters = _clusters(inputs)
    if not clusters:
        message = "the design is in no form that is known"
        raise ValueError(message)
    before = int(inputs.number("pre", 0))
    after = int(inputs.number("T", 0)) - len(clusters) - 1 - before
    after = int(inputs.number("post", max(after, 0)))
    return stepped_wedge(clusters, 1, before=before, after=after).treatment


def _layout(inputs: Inputs) -> Design:
    words = inputs.text("dsn")
    baseline = BASELINE.search(words)
    words = BASELINE.sub("", words)
    pair = PERIOD_PAIR.search(words)
    words = PERIOD_PAIR.sub("", words)
    pairs = [(int(a), int(b)) for a, b in PAIR.findall(words)]
    clusters = _clusters(inputs)
    arms = (clusters[0], clusters[1]) if clusters else pairs.pop(0)
    if "crossover" in words:
        turns = pair or TURNS.search(words)
        periods = (int(turns[1]), int(turns[2])) if turns else pairs[0]
        return crossover(*arms, 1, periods=periods)
    if baseline:
        return parallel(*arms, 1, baseline=int(baseline[1]), periods=int(baseline[2]))
    counted = PERIODS.search(words)
    whole = int(counted[1]) if counted else int(inputs.number("T", 1))
    return parallel(*arms, 1, periods=whole)


def _observed(inputs: Inputs, laid: Matrix, clusters: list[int]) -> Matrix | None:
    value = inputs.values.get("observed")
    if value is None:
        return None
    if isinstance(value, int) and clusters:
        rows = _near_the_switch(value, len(clusters), laid.shape[1])
    else:
        rows = np.array(value, dtype=float)
    if clusters and len(rows) == len(clusters) != len(laid):
        rows = np.repeat(rows, clusters, axis=0)
    return rows


def _near_the_switch(reach: int, sequences: int, periods: int) -> Matrix:
    """Cells fewer than `reach` periods from the last before, or the first after, the switch."""
    row, column = np.indices((sequences, periods))
    before, after = row - column, column - (periods - sequences) - row
    return ((before < reach) & (after < reach)).astype(float)


def _delayed(inputs: Inputs, laid: Matrix) -> Matrix:
    """Treatment that works in part for its first periods."""
    if not inputs.has("delay"):
        return laid
    exposure = np.cumsum(np.nan_to_num(laid) > 0, axis=1)
    states = laid.copy()
    for time, share in enumerate(inputs.numbers("delay"), 1):
        states[(laid > 0) & (exposure == time)] = share
    return states
