"""Which figures a published case compares: its file or its inline lists, and the columns' roles."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samskab.evidence.efficiency.units import Figures, Units, units_of

SPENT = re.compile(r"(d-)?(in|inputs?|x)[-_ ]?\d*", re.IGNORECASE)
ACHIEVED = re.compile(r"(d-|ud-)?(out|outputs?|y)[-_ ]?\d*", re.IGNORECASE)
UNWANTED = re.compile(r"ud-.*", re.IGNORECASE)
PRICE = re.compile(r"price[-_ ]?(.+)", re.IGNORECASE)
RANGE = re.compile(r"([A-Za-z_]+)(\d+)\s*\.\.\s*(?:[A-Za-z_]+)?(\d+)")
COUNTS = re.compile(r"(\d+)\s*in(?:puts?)?\W+(\d+)\s*out(?:puts?)?", re.IGNORECASE)
WORDS = re.compile(r"[\w-]+")
ACHIEVEMENTS = frozenset(["registered", "borrowed", "reading", "math", "coopersmith", "giov"])
"""Outputs of published data sets whose headers do not say so; their other figures are inputs."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of text by column, in the order of the header.

    Attributes:
        names: of the units; empty where the table numbers them.
        figures: column -> its numbers; columns of text are left out.
    """

    names: tuple[str, ...]
    figures: Mapping[str, Figures]


def columns_of(case: Mapping[str, object], data: Path) -> Columns:
    """The figures of a case, from the file that it names or from the lists that it holds."""
    source = case["data"]
    if isinstance(source, Mapping):
        tables = {str(name): np.asarray(values, dtype=float) for name, values in source.items()}
        return Columns((), dict(_split(tables)))
    with (data / str(source)).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    columns = dict(zip(header, zip(*rows, strict=True), strict=True))
    first = columns.pop(header[0])
    names = () if all(map(_is_number, first)) else first
    return Columns(
        tuple(names),
        {
            name: np.array(cells, dtype=float)
            for name, cells in columns.items()
            if all(map(_is_number, cells))
        },
    )


def units_in(text: str, columns: Columns) -> tuple[Units, Figures, Figures]:
    """The units that a case's words ask to compare, and the prices of their inputs and outputs."""
    spent, achieved = _roles(text, columns.figures)
    fixed = [n for n, name in enumerate(spent) if _is_fixed(text, name, n)]
    bad = [n for n, name in enumerate(achieved) if UNWANTED.fullmatch(name)]
    units = units_of(
        _side_by_side(columns, spent),
        _side_by_side(columns, achieved),
        names=columns.names,
        fixed=fixed,
        bad=bad,
    )
    prices = {
        match[1]: name for name in columns.figures if (match := PRICE.fullmatch(name)) is not None
    }
    of_inputs, of_outputs = (
        _side_by_side(columns, [prices[name] for name in names if name in prices])
        for names in (spent, achieved)
    )
    return units, of_inputs, of_outputs


def periods_in(text: str, columns: Columns) -> list[Units]:
    """The same units in each period: columns whose names end in the period's number."""
    by_period: dict[str, dict[str, Figures]] = {}
    for name, figures in columns.figures.items():
        stem = name.rstrip("0123456789")
        by_period.setdefault(name[len(stem) :], {})[stem] = figures
    return [
        units_in(text, Columns(columns.names, figures))[0]
        for _, figures in sorted(by_period.items(), key=lambda each: int(each[0] or 0))
    ]


def _roles(text: str, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Inputs and outputs: as the words name them, else by count, else by the columns' names."""
    known = [name for name in names if not PRICE.fullmatch(name)]
    before, arrow, after = text.partition("->")
    if arrow:
        return _named(before, known), _named(after, known)
    counts = COUNTS.search(text)
    if counts and int(counts[1]) + int(counts[2]) <= len(known):
        m, s = int(counts[1]), int(counts[2])
        return known[:m], known[m : m + s]
    spent = [name for name in known if SPENT.fullmatch(name)]
    achieved = [name for name in known if ACHIEVED.fullmatch(name)]
    if spent and achieved:
        return spent, achieved
    achieved = [name for name in known if name.casefold() in ACHIEVEMENTS]
    return [name for name in known if name not in achieved], achieved


def _named(text: str, known: Sequence[str]) -> list[str]:
    """Columns that stand in a text, x1..x5 being five."""
    wanted = RANGE.sub(
        lambda m: ",".join(f"{m[1]}{number}" for number in range(int(m[2]), int(m[3]) + 1)), text
    )
    words = {word.casefold() for word in WORDS.findall(wanted)}
    return [name for name in known if name.casefold() in words]


def _is_fixed(text: str, name: str, place: int) -> bool:
    """Whether a case's words say that nobody can change an input."""
    match = re.search(r"non-?\s?(discretion|control)|fixed", text, re.IGNORECASE)
    if match is None:
        return False
    clause = re.split(r"[;:>]", text[: match.start()])[-1]
    ordinal = ("first", "second", "third", "fourth", "fifth")[place : place + 1]
    spoken = (name, *(f"{word} input" for word in ordinal), f"input {place + 1}")
    return any(re.search(rf"\b{re.escape(one)}\b", clause, re.IGNORECASE) for one in spoken)


def _split(tables: Mapping[str, Figures]) -> Iterable[tuple[str, Figures]]:
    """A table of several columns under one name, one by one."""
    for name, table in tables.items():
        if table.ndim == 1:
            yield name, table
        else:
            yield from ((f"{name}{n + 1}", column) for n, column in enumerate(table.T))


def _side_by_side(columns: Columns, names: Sequence[str]) -> Figures:
    count = len(next(iter(columns.figures.values())))
    return np.array([columns.figures[name] for name in names]).T.reshape(count, len(names))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
