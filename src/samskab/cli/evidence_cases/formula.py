"""A model formula in R's notation, as text of a case writes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Table = Mapping[str, npt.NDArray[np.generic]]

LEFT = re.compile(r"(\w+)\s*~\s*")
RANDOM = re.compile(r"\(([^()|]+)\|\|?([^()|]+)\)")
FIXED = re.compile(r"factor\((\w+)\)|[A-Za-z_][\w.]*|1|0")
CATEGORICAL_NAMES = {"period"}
"""Columns that are categories though written as numbers: time effects are one per period."""


@dataclass(frozen=True, slots=True)
class Random:
    """(columns | group): `columns` are names, "1" the intercept; `group` names one or more."""

    columns: tuple[str, ...]
    group: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """outcome ~ fixed + random.

    Attributes:
        outcome: the column on the left.
        fixed: names of the terms, a factor by its column's name.
        factors: which of them are factors.
        random: random terms.
    """

    outcome: str
    fixed: tuple[str, ...]
    factors: frozenset[str]
    random: tuple[Random, ...]


def formula_in(text: str) -> Formula | None:
    """The first formula of a text; None where it holds none."""
    left = LEFT.search(text)
    if left is None:
        return None
    fixed, factors, random = _terms(text, left.end())
    return Formula(left[1], tuple(fixed), frozenset(factors), tuple(random))


def further_terms(text: str) -> Formula:
    """Terms of a text that starts with "+": an addition to another formula."""
    start = text.index("+") + 1
    fixed, factors, random = _terms(text, start)
    return Formula("", tuple(fixed), frozenset(factors), tuple(random))


def added(base: Formula, more: Formula) -> Formula:
    """Both formulas' terms."""
    return Formula(
        base.outcome,
        base.fixed + more.fixed,
        base.factors | more.factors,
        base.random + more.random,
    )


def _terms(text: str, start: int) -> tuple[list[str], set[str], list[Random]]:
    fixed: list[str] = []
    factors: set[str] = set()
    random: list[Random] = []
    at = start
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if found := RANDOM.match(text, at):
            random += _random(found[1], found[2])
        elif found := FIXED.match(text, at):
            name = found[1] or found[0]
            if name not in {"0", "1"}:
                fixed.append(name)
            factors |= {name} if found[1] else set()
        else:
            break
        more = re.match(r"\s*\+", text[found.end() :])
        if more is None:
            break
        at = found.end() + more.end()
    return fixed, factors, random


def _random(columns: str, group: str) -> list[Random]:
    names = [name.strip() for name in columns.split("+")]
    if "0" in names:
        kept = tuple(name for name in names if name not in {"0", "1"})
    else:
        kept = ("1", *(name for name in names if name != "1"))
    if "/" in group:
        outer, inner = (part.strip() for part in group.split("/"))
        return [Random(kept, (outer,)), Random(kept, (outer, inner))]
    return [Random(kept, tuple(part.strip() for part in group.split(":")))]


def design(formula: Formula, table: Table) -> tuple[Floats, dict[str, slice]]:
    """(n, p) intercept and terms, factors by all levels but the first; and each term's columns."""
    size = table[formula.outcome].size
    columns = [np.ones((size, 1))]
    places: dict[str, slice] = {}
    at = 1
    for name in formula.fixed:
        values = table[name]
        part = _indicators(values) if _is_factor(formula, name, values) else values[:, None]
        columns.append(np.asarray(part, dtype=np.float64))
        places[name] = slice(at, at + columns[-1].shape[1])
        at = places[name].stop
    return np.hstack(columns), places


def groups(names: tuple[str, ...], table: Table) -> npt.NDArray[np.int64]:
    """(n,) one whole number for each combination of the named columns."""
    codes = [np.unique(table[name].astype(str), return_inverse=True)[1] for name in names]
    return np.unique(np.column_stack(codes), axis=0, return_inverse=True)[1].ravel()


def _is_factor(formula: Formula, name: str, values: npt.NDArray[np.generic]) -> bool:
    return (
        name in formula.factors
        or name in CATEGORICAL_NAMES
        or not np.issubdtype(values.dtype, np.number)
    )


def _indicators(values: npt.NDArray[np.generic]) -> Floats:
    levels, code = np.unique(values, return_inverse=True)
    return np.eye(levels.size)[code][:, 1:]
