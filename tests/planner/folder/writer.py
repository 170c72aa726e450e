"""Writes a problem as a folder, in the English dialect or as Danish Excel does.

Python's own csv module writes the tables: their form is not the reader's own idea of it.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from samskab.common.mail import Address
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Module, Programme


@dataclass(frozen=True)
class Dialect:
    """How a spreadsheet writes."""

    name: str
    separator: str
    decimal: str
    line_end: str
    day: str
    first_line: str = ""

    def kr(self, oere: int) -> str:
        return str(Decimal(oere).scaleb(-2)).replace(".", self.decimal)

    def number(self, number: float) -> str:
        return f"{number:.4f}".replace(".", self.decimal)

    def of_day(self, day: date | None) -> str:
        return day.strftime(self.day) if day else ""


ENGLISH = Dialect("English", ",", ".", "\n", "%Y-%m-%d")
DANISH = Dialect("Danish", ";", ",", "\r\n", "%d-%m-%Y")
DANISH_WITH_SEP = Dialect("Danish, sep=;", ";", ",", "\r\n", "%Y-%m-%d", "sep=;\r\n")
DIALECTS = (ENGLISH, DANISH, DANISH_WITH_SEP)


def write_problem(root: Path, problem: Problem, dialect: Dialect) -> None:
    """Write every table, the optional ones too."""
    root.mkdir(exist_ok=True)
    (root / "programme.toml").write_text(_programme(problem.programme), "utf-8", newline="")
    for name, (header, rows) in _tables(problem, dialect).items():
        with (root / name).open("w", encoding="utf-8", newline="") as file:
            file.write(dialect.first_line)
            out = csv.writer(file, delimiter=dialect.separator, lineterminator=dialect.line_end)
            out.writerow(header.split())
            out.writerows(rows)


def _tables(
    problem: Problem, dialect: Dialect
) -> dict[str, tuple[str, Iterable[Sequence[object]]]]:
    kr, number, day = dialect.kr, dialect.number, dialect.of_day
    return {
        "people.csv": (
            "Id name EMAIL unit role Hourly_Value place",
            (
                (p.id, p.name, p.email, p.unit, p.role, kr(p.hourly_value_oere), p.place or "")
                for p in problem.people
            ),
        ),
        "needs.csv": ("person module", ((need.person, need.module) for need in problem.needs)),
        "facilitators.csv": (
            "id name modules fee_per_half_day place max_days_per_week",
            (
                (
                    f.id,
                    f.name,
                    " ".join(f.modules),
                    kr(f.fee_per_half_day_oere),
                    f.place or "",
                    "" if f.max_days_per_week is None else f.max_days_per_week,
                )
                for f in problem.facilitators
            ),
        ),
        "rooms.csv": (
            "id name place capacity price_per_half_day",
            (
                (r.id, r.name, r.place, r.capacity, kr(r.price_per_half_day_oere))
                for r in problem.rooms
            ),
        ),
        "places.csv": (
            "id name lat lon",
            ((p.id, p.name, number(p.lat), number(p.lon)) for p in problem.places),
        ),
        "travel.csv": (
            "place_from place_to cost",
            ((*pair, kr(oere)) for pair, oere in problem.travel_oere.items()),
        ),
        "together.csv": (
            "party person",
            ((party.id, person) for party in problem.parties for person in party.people),
        ),
        "apart.csv": ("a b", problem.apart),
        "windows.csv": (
            "who module not_before not_after",
            ((w.who, w.module, day(w.not_before), day(w.not_after)) for w in problem.windows),
        ),
    }


def _programme(programme: Programme) -> str:
    rules, prices = programme.rules, programme.prices
    lines = [
        f"title = {_text(programme.title)}",
        f"first_day = {programme.first_day}",
        f"last_day = {programme.last_day}",
        f"timezone = {_text(programme.timezone)}",
        'holidays = ""',
        f"hard_categories = {_texts(programme.hard_categories)}",
        "closed = [",
        *(
            f"  {{from = {day}, to = {day}, why = {_text(why)}}}," if why else f"  {day},"
            for day, why in programme.closed.items()
        ),
        "]",
        *_organizer(programme.organizer),
        "[day]",
        f"am = {_clocks(programme.morning)}",
        f"pm = {_clocks(programme.afternoon)}",
        "[rules]",
        f"max_days_per_week = {rules.max_days_per_week}",
        f"keep_together = [{', '.join(map(_texts, rules.keep_together))}]",
        *_unless_none("max_away_per_unit", rules.max_away_per_unit),
        *_unless_none("parallel_sessions", rules.parallel_sessions),
        *_unless_none("max_displaced_hours", rules.max_displaced_hours),
        *_unless_none("fair_hours", rules.fair_hours),
        "[prices]",
        f"tentative = {_decimal(prices.tentative)}",
        f"km = {_decimal(prices.km_oere / 100)}",
        f"speed_kmh = {_decimal(prices.speed_kmh)}",
        f"unserved = {ENGLISH.kr(prices.unserved_oere)}",
        f"change = {ENGLISH.kr(prices.change_oere)}",
        f"unfair = {ENGLISH.kr(prices.unfair_oere)}",
        *(line for module in programme.modules for line in _module(module)),
    ]
    return "\n".join(lines)


def _organizer(address: Address | None) -> tuple[str, ...]:
    return (f"organizer = {_text(f'{address.name} <{address.mail}>')}",) if address else ()


def _module(module: Module) -> tuple[str, ...]:
    return (
        "[[modules]]",
        f"id = {_text(module.id)}",
        f"title = {_text(module.title)}",
        f"format = {_text(module.format)}",
        f"half_days = {module.half_days}",
        f"group_min = {module.group_min}",
        f"group_max = {module.group_max}",
        f"after = {_texts(module.after)}",
        f"gap_days_min = {module.gap_days_min}",
        *_unless_none("gap_days_max", module.gap_days_max),
        f"facilitators = {module.facilitators}",
        f"materials = {ENGLISH.kr(module.materials_oere)}",
    )


def _unless_none(key: str, value: int | Fraction | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (f"{key} = {_decimal(value) if isinstance(value, Fraction) else value}",)


def _decimal(number: Fraction) -> str:
    """Four decimals are all that the problems have, and one at least: 1.0 is a share, 1 is not."""
    assert (number * 10_000).denominator == 1
    return f"{Decimal(int(number * 10_000)).scaleb(-4):f}"


def _clocks(part: tuple[time, time]) -> str:
    return _texts([clock.strftime("%H:%M") for clock in part])


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"
