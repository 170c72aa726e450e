"""Cases where nothing was drawn by lot."""

import re

import numpy as np

from samskab.cli.evidence_cases.columns import TIMES, TREATMENTS, UNITS, Table, named, outcome_of
from samskab.cli.evidence_cases.did_2_1 import group_error
from samskab.evidence.effect.observational.bacon import Comparison, bacon
from samskab.evidence.effect.observational.callaway_santanna import (
    Against,
    Aggregate,
    CallawaySantAnna,
    Method,
    callaway_santanna,
)
from samskab.evidence.effect.observational.panel import Floats, Panel, panel_of, start_of
from samskab.evidence.effect.observational.synthetic_did import Weighting, synthetic_did
from samskab.evidence.effect.observational.two_way import sun_abraham, two_way

STARTS = ("first.treat", "first_treat", "first_trained", "year_treated", "reformyr_math", "g")
NEVER = 1e4
"""Some tables write a year far ahead for a unit that never starts, others 0."""

BACON_WORDS = {
    Comparison.EARLIER_LATER: "Earlier vs Later Treated",
    Comparison.LATER_EARLIER: "Later vs Earlier Treated",
    Comparison.TREATED_UNTREATED: "Treated vs Untreated",
    Comparison.LATER_ALWAYS: "Later vs Always Treated",
}


def callaway_answer(text: str, table: Table) -> object:
    """ATT(g, t) with its averages, or the averages alone ("aggte")."""
    panel = _cohort_panel(table, text, _covariates(text))
    fit = callaway_santanna(panel, _method(text), _against(text), _base(text))
    kinds = {kind: getattr(fit, kind) for kind in ("simple", "dynamic", "group", "calendar")}
    errors = {kind: average.se for kind, average in kinds.items()}
    errors["group"] = group_error(panel, fit)
    if "aggte" in text:
        return {kind: _aggregate(average, errors[kind]) for kind, average in kinds.items()}
    pairs = {kind: [average.att, errors[kind]] for kind, average in kinds.items()}
    return _cells(fit) | {"agg": pairs}


def sun_abraham_answer(text: str, table: Table) -> object:
    """Y ~ sunab(start[, time]) | unit + time."""
    inside = re.search(r"sunab\(([\w.]+)[^)]*\)\s*\|\s*([\w.]+)\s*\+\s*([\w.]+)", text)
    if inside is None:
        raise KeyError(text)
    start, unit, time = inside.groups()
    left = re.search(r"(\w+)\s*~\s*(.*?)sunab", text)
    given = [c for c in re.findall(r"[\w.]+", left[2]) if c in table] if left else []
    outcome = left[1] if left else _panel_outcome(table, "", [start, unit, time])
    panel = panel_of(
        table[unit],
        table[time].astype(np.float64),
        table[outcome].astype(np.float64),
        _never_is_infinite(table[start]),
        np.column_stack([table[c] for c in given]) if given else None,
    )
    fit = sun_abraham(panel)
    return {
        "coef": fit.effects.tolist(),
        "se": fit.errors.tolist(),
        "att": [fit.att, fit.att_se],
    }


def two_way_answer(text: str, table: Table) -> object:
    """Y ~ treatment | unit + time, without covariates and, if the text adds some, with them."""
    found = re.search(r"(\w+)\s*~\s*(\w+)[^|]*\|\s*(\w+)\s*\+\s*(\w+)", text)
    if found is None:
        raise KeyError(text)
    outcome, treatment, unit, time = found.groups()
    more = re.search(r"and\s*\+(.*)", text)
    answer = {"unc": _two_way(table, (outcome, treatment, unit, time), [])}
    if more is not None:
        names = [name for name in re.findall(r"[\w.]+", more[1]) if name in table]
        answer["con"] = _two_way(table, (outcome, treatment, unit, time), names)
    return answer


def bacon_answer(text: str, table: Table) -> object:
    """The weights of the kinds of comparison."""
    unit, time, treatment = (named(table, names) for names in (UNITS, TIMES, TREATMENTS))
    outcome = outcome_of(table, text, [unit, time, treatment, *STARTS])
    found = bacon(_switch_panel(table, (outcome, treatment, unit, time), []))
    kinds = {c.kind for c in found.comparisons}
    rows = [
        {
            "type": words,
            "w": found.weight_of(kind),
            "we": found.weight_of(kind) * found.average_of(kind),
            "avg": found.average_of(kind),
        }
        for kind, words in BACON_WORDS.items()
        if kind in kinds
    ]
    return {"s": rows, "beta": found.estimate}


def synthetic_did_answer(text: str, table: Table) -> object:
    """Difference in differences, synthetic control and both, on one table."""
    unit, time, treatment = (named(table, names) for names in (UNITS, TIMES, TREATMENTS))
    outcome = outcome_of(table, text, [unit, time, treatment])
    panel = _switch_panel(table, (outcome, treatment, unit, time), [])
    found = {weighting.value: synthetic_did(panel, weighting).att for weighting in Weighting}
    return found | {"stata_sdid": {"att": found[Weighting.SDID.value]}}


def _aggregate(average: Aggregate, se: float | None) -> object:
    return {
        "att": average.att,
        "se_analytic": se,
        "egt": list(average.at) or {},
        "att_egt": list(average.att_at) or {},
        "se_egt": list(average.se_at),
    }


def _cells(fit: CallawaySantAnna) -> dict[str, object]:
    return {
        "group": fit.cohort.tolist(),
        "time": fit.time.tolist(),
        "att": fit.att.tolist(),
        "se_analytic": fit.se.tolist(),
        "pretest_p": fit.pretest_p,
    }


def _covariates(text: str) -> list[str]:
    found = re.search(r"xformla\s*=\s*~\s*([\w.+ ]+)", text)
    return [name for name in re.findall(r"[\w.]+", found[1]) if name != "1"] if found else []


def _method(text: str) -> Method:
    if "ipw" in text:
        return Method.WEIGHTING
    return Method.DOUBLY_ROBUST if "doubly robust" in text.lower() else Method.REGRESSION


def _against(text: str) -> Against:
    yet = "notyet" in text.replace("-", "").replace(" ", "").lower()
    return Against.NOT_YET_TREATED if yet else Against.NEVER_TREATED


def _base(text: str) -> str:
    return "universal" if "universal" in text else "varying"


def _cohort_panel(table: Table, text: str, covariates: list[str]) -> Panel:
    start = named(table, STARTS)
    unit, time = named(table, ("countyreal", "id", "uid", *UNITS)), named(table, TIMES)
    outcome = _panel_outcome(table, text, [start, unit, time, *covariates])
    return panel_of(
        table[unit],
        table[time].astype(np.float64),
        table[outcome].astype(np.float64),
        _never_is_infinite(table[start]),
        np.column_stack([table[c] for c in covariates]) if covariates else None,
    )


def _panel_outcome(table: Table, text: str, taken: list[str]) -> str:
    """The text's column; else `y`, `lemp`; else the last continuous column."""
    for name in ("y", "lemp"):
        if name in table:
            return name
    return outcome_of(table, text, taken)


def _never_is_infinite(start: np.ndarray) -> Floats:
    number = start.astype(np.float64)
    return np.where((number <= 0.0) | (number >= NEVER), np.inf, number)


def _two_way(table: Table, names: tuple[str, str, str, str], covariates: list[str]) -> list[float]:
    found = two_way(_switch_panel(table, names, covariates))
    return [found.estimate, found.se]


def _switch_panel(table: Table, names: tuple[str, str, str, str], covariates: list[str]) -> Panel:
    outcome, treatment, unit, time = (table[name] for name in names)
    when = time.astype(np.float64)
    return panel_of(
        unit,
        when,
        outcome.astype(np.float64),
        start_of(unit, when, treatment.astype(np.float64)),
        np.column_stack([table[c] for c in covariates]) if covariates else None,
    )
