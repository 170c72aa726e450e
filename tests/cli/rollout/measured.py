"""A roll-out by lot with simulated outcomes whose true effect is known, for tests."""

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tests.cli.rollout.rollout_folder import write_rollout_folder
from tests.cli.rollout.test_design import run

UNITS = tuple(f"Enhed {n:02}" for n in range(1, 13))
PERIODS = ("m0", "m1", "m2", "m3", "m4")
FIRST_DAYS = ("2027-01-11", "2027-02-12", "2027-03-05", "2027-03-26", "2027-04-09")
LAST_DAYS = ("2027-01-22", "2027-02-19", "2027-03-12", "2027-04-01", "2027-04-16")
LOCKED_AT = "2027-01-04T09:30:00"
OUTCOME = {
    "name": '"Trivsel"',
    "kind": '"continuous"',
    "unit": '"point"',
    "mean": "60",
    "sd": "10",
    "icc": "0.05",
    "cac": "0.8",
    "persons": "20",
    "smallest_relevant": "2",
    "kr_per_step": "20000",
}
WAVE_DAYS = (
    ("2027-02-01", "2027-02-12"),
    ("2027-02-22", "2027-03-05"),
    ("2027-03-15", "2027-03-26"),
    ("2027-03-30", "2027-04-09"),
)
BENEFIT = """
[[benefits]]
name = "Lavere sygefravær"
pessimistic = 0
probable = 200000
optimistic = 400000
taken_home = true
"""


def rollout_toml(outcome: Mapping[str, str], analysis: str = "") -> str:
    if outcome["kind"] != '"continuous"':
        outcome = {key: value for key, value in outcome.items() if key != "sd"}
    lines = ["seed = 3", "draws = 1000", "keep = 0.5", "[balance]", "borgere = 1"]
    for at, (first, last) in enumerate(WAVE_DAYS, 1):
        lines += ["[[waves]]", f'id = "b{at}"', f"first_day = {first}", f"last_day = {last}"]
    for at, name in enumerate(PERIODS):
        days = [f"first_day = {FIRST_DAYS[at]}", f"last_day = {LAST_DAYS[at]}"]
        lines += ["[[periods]]", f'id = "{name}"', *days]
    lines += ["[outcome]", *(f"{key} = {value}" for key, value in outcome.items())]
    lines += ["[analysis]", analysis]
    return "\n".join(lines) + "\n" + BENEFIT


def write_drawn_folder(
    root: Path, analysis: str = "", units: tuple[str, ...] = UNITS, **outcome: str
) -> Path:
    """Units in four waves; lots drawn, nothing locked, nothing measured."""
    people = "id,name,unit,hourly_value,calendar\n" + "".join(
        f"p{n},Person {n},{units[n % len(units)]},400,\n" for n in range(24)
    )
    files = {
        "people.csv": people,
        "needs.csv": "person,module\n" + "".join(f"p{n},m1\n" for n in range(24)),
        "units.csv": "unit,Borgere,Slags\n"
        + "".join(f"{u},{10 * n},{'by' if n % 2 else 'land'}\n" for n, u in enumerate(units)),
        "calendars/p0.ics": None,
        "rollout.toml": rollout_toml(OUTCOME | outcome, analysis),
    }
    write_rollout_folder(root, files)
    code, said = run("rollout design", root, "--lang", "en")
    assert code == 0, said
    return root


def lock(folder: Path, now: str = LOCKED_AT) -> str:
    code, said = run("rollout lock", folder, "--now", now, "--lang", "en")
    assert code == 0, said
    return said


@dataclass(frozen=True)
class Truth:
    """What outcomes are simulated from.

    Attributes:
        effect: of the k-th treated period, from 1.
        between, within: standard deviations of a unit, and of a unit in one period.
        residual: of a person.
    """

    effect: Callable[[int], float]
    between: float = 2.0
    within: float = 1.0
    residual: float = 10.0
    people: int = 20
    level: float = 60.0
    trend: float = 0.5


def constant(effect: float) -> Truth:
    """The same effect in every treated period."""
    return Truth(lambda _: effect)


@dataclass(frozen=True)
class Simulated:
    """Rows as arrays, as the truth made them: unit and period by place, exposure in periods."""

    unit: np.ndarray
    period: np.ndarray
    exposure: np.ndarray
    value: np.ndarray


def starts_of(folder: Path) -> list[int]:
    """The first treated period of each unit, by the lottery's own file: m1 follows wave b1."""
    return [int(wave[1:]) for wave in _design(folder)["wave_of"].values()]


def _design(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "rollout/design.json").read_text("utf-8"))
    return content


def simulate(folder: Path, truth: Truth, seed: int = 1) -> Simulated:
    generator = np.random.default_rng(seed)
    starts = np.array(starts_of(folder))
    shape = (len(starts), len(PERIODS))
    exposure = np.maximum(np.arange(shape[1]) - starts[:, None] + 1, 0)
    added = np.array([0.0] + [truth.effect(k) for k in range(1, shape[1] + 1)])[exposure]
    cell = truth.level + truth.trend * np.arange(shape[1]) + added
    cell = cell + generator.normal(0, truth.between, (shape[0], 1))
    cell = cell + generator.normal(0, truth.within, shape)
    unit, period, _ = (at.ravel() for at in np.indices((*shape, truth.people)))
    value = cell[unit, period] + generator.normal(0, truth.residual, unit.size)
    return Simulated(unit, period, exposure[unit, period], value)


def write_outcomes(folder: Path, rows: Simulated, **columns: list[object]) -> Path:
    units = _design(folder)["units"]
    with (folder / "outcomes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "period", "value", *columns])
        for at, (unit, period, value) in enumerate(
            zip(rows.unit, rows.period, rows.value, strict=True)
        ):
            own = [column[at] for column in columns.values()]
            writer.writerow([units[unit], PERIODS[period], f"{value:.10f}", *own])
    return folder


def analyse(folder: Path, *options: str, language: str = "en") -> dict[str, Any]:
    code, said = run("rollout analyse", folder, "--lang", language, *options)
    assert code == 0, said
    content: dict[str, Any] = json.loads((folder / "rollout/analysis.json").read_text("utf-8"))
    return content


def copied(folder: Path, to: Path) -> Path:
    return shutil.copytree(folder, to, dirs_exist_ok=True)
