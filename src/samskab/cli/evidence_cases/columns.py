"""Which column of a table is the unit, the time, the outcome: by its name, else by its values."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from samskab.cli.evidence_cases.formula import Formula, Random

Column = npt.NDArray[np.generic]
Table = dict[str, Column]

UNITS = ("unit", "state", "country", "countyreal", "region", "id", "cluster")
TIMES = ("year", "time", "period", "class", "week", "month")
TREATMENTS = ("post", "treated", "trt", "treat", "treatment", "reform_math")


def read_table(path: Path) -> Table:
    """A csv file with commas or semicolons; text columns stay text."""
    with path.open(newline="", encoding="utf-8") as file:
        head = file.readline()
    separator = csv.Sniffer().sniff(head, delimiters=",;\t").delimiter
    frame = pd.read_csv(path, sep=separator)
    return {
        str(name): np.asarray(frame[name], dtype=None if frame[name].dtype.kind in "biuf" else str)
        for name in frame.columns
    }


def named(table: Table, names: Sequence[str]) -> str:
    """The first of the names that is a column, whatever its case.

    Raises:
        KeyError: none is.
    """
    lower = {column.lower(): column for column in table}
    for name in names:
        if name in lower:
            return lower[name]
    raise KeyError(names)


def outcome_of(table: Table, text: str, taken: Sequence[str]) -> str:
    """The column that the text names, else a log outcome, else the last continuous one."""
    free = [column for column in table if column not in taken]
    for column in free:
        if column in text.replace("(", " ").replace("~", " ").split():
            return column
    numbers = [c for c in free if table[c].dtype.kind == "f" and not _binary(table[c])]
    logs = [c for c in numbers if c.startswith("l_") or c.endswith("_ln")]
    whole = [c for c in logs if "homicide" in c] or logs
    return whole[-1] if len(whole) == 1 else (whole or numbers)[0]


def wedge_formula(table: Table, *, binary: bool) -> Formula:
    """Periods, treatment and a random effect per cluster: the stepped wedge's usual model."""
    cluster, period = named(table, ("cluster", *UNITS)), named(table, ("period", *TIMES))
    treatment = named(table, TREATMENTS)
    free = [c for c in table if c not in {cluster, period, treatment}]
    two = [c for c in free if _binary(table[c])]
    many = [c for c in free if table[c].dtype.kind in "if" and c not in two]
    outcome = (two if binary else many)[0]
    return Formula(outcome, (period, treatment), frozenset({period}), (Random(("1",), (cluster,)),))


def _binary(column: Column) -> bool:
    return np.array_equal(np.unique(column), [0, 1])
