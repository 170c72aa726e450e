"""A roll-out by lot for a synthetic municipality: rollout.toml and units.csv.

Every figure is invented, as the calendars are: what is expected of the outcome, and what a benefit
may be worth.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

from samskab.planner.model.programme import Programme
from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.settings import FIRST_DAY, command_of

WAVES = 6
FEWEST = 2
WEEK = timedelta(weeks=1)
SLACK = timedelta(days=10)
"""Days that each later module is given to find a date in, beyond its shortest gap."""

FRIDAY = timedelta(days=4)
OUTCOME = """\
# How alike people of one unit are (icc, cac), how much they differ (sd): guesses, until measured.
[outcome]
name = "Medarbejdertrivsel"
kind = "continuous"
unit = "point"
higher_is_better = true
mean = 66
sd = 17
icc = 0.04
cac = 0.8
persons = 25
smallest_relevant = 4
level = 0.05
kr_per_step = 12000

[analysis]
estimand = "exposure_average"
test = "permutation"
subgroups = ["forvaltning"]

[economics]
discount_rate = 0.035
years = 5

[[benefits]]
name = "Lavere sygefravær"
pessimistic = 0
probable = 1800000
optimistic = 4200000
from_year = 1
years = 4
taken_home = false

[[benefits]]
name = "Færre vikartimer"
pessimistic = 0
probable = 600000
optimistic = 1200000
from_year = 1
years = 3
taken_home = true
"""


def rollout_toml(contents: Contents, mark: str) -> str:
    """The roll-out: as many waves as fit before the last day on which the programme can start."""
    settings = contents.settings
    lines = [
        mark,
        f"# made by {command_of(settings)}",
        "",
        f"seed = {settings.seed + 1}",
        "keep = 0.1",
        "",
        "[balance]",
        "leaders = 1",
        "ansatte = 1",
        "sygedage = 1",
    ]
    for number, (first, last) in enumerate(_waves(contents), start=1):
        lines += [
            "",
            "[[waves]]",
            f'id = "b{number}"',
            f"first_day = {first}",
            f"last_day = {last}",
        ]
    return "\n".join([*lines, "", OUTCOME])


def units_csv(contents: Contents) -> str:
    """What is known of each unit before: its department, its staff, their days of absence."""
    chance = contents.settings.chance("units of the roll-out")
    municipality = contents.municipality
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("unit", "forvaltning", "ansatte", "sygedage", "kilde"))
    for unit, leaders in municipality.units().items():
        department = leaders[0].department
        name = unit if department is None else municipality.departments[department]
        staff = sum(int(chance.integers(8, 26)) for _ in leaders)
        absence = round(float(chance.normal(13.0, 2.5)), 1)
        writer.writerow((unit, name, staff, max(absence, 4.0), "synthetic"))
    return text.getvalue()


def _waves(contents: Contents) -> Iterator[tuple[date, date]]:
    """From a Monday to a Friday, one after the other, all of the same whole weeks."""
    programme = contents.programme
    latest = programme.last_day - _longest_way(programme)
    weeks = max((latest - FIRST_DAY) // WEEK, FEWEST)
    count = max(min(WAVES, weeks, len(contents.municipality.units())), FEWEST)
    length = weeks // count
    for number in range(count):
        first = FIRST_DAY + number * length * WEEK
        yield first, first + (length - 1) * WEEK + FRIDAY


def _longest_way(programme: Programme) -> timedelta:
    """How long the programme takes from its first module on, with some slack."""
    modules = {module.id: module for module in programme.modules}

    def way(module: str) -> timedelta:
        later = [one for one in modules.values() if module in one.after]
        return max(
            (timedelta(days=one.gap_days_min) + SLACK + way(one.id) for one in later),
            default=timedelta(0),
        )

    return max(way(module) for module in modules)
