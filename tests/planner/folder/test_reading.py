"""What a folder says is what the problem has."""

import csv
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.planner.folder.problems import problems
from tests.planner.folder.sound_folder import edited, write_folder
from tests.planner.folder.writer import DIALECTS, Dialect, write_problem

from samskab.common.busy import Busy, BusyKind
from samskab.planner.folder import read_folder, with_busy
from samskab.planner.model.problem import Facilitator, Need, Person, Problem, Room
from samskab.planner.model.programme import Format, Module, Prices, Programme, Rules

SHARED = Path(__file__).parents[3].parent / "shared"
DATA = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", SHARED / "data"))
CONVERTER = DATA.parent / "tools" / "facility_folder.py"


def sound(root: Path, changes: dict[str, str]) -> Problem:
    reading = read_folder(write_folder(root, changes))
    assert reading.problem, reading.faults
    return reading.problem


@given(problem=problems(), dialect=st.sampled_from(DIALECTS))
@settings(max_examples=75, deadline=None)
def test_problem_when_it_was_written_and_is_read_back(problem: Problem, dialect: Dialect) -> None:
    with TemporaryDirectory() as folder:
        write_problem(Path(folder), problem, dialect)
        reading = read_folder(Path(folder))
    assert reading.faults == ()
    assert reading.problem == problem


def test_problem_when_the_folder_says_only_what_it_must(tmp_path: Path) -> None:
    """Each default is planning-problem.md's."""
    holidays = {date(2027, 3, 25): "Skærtorsdag", date(2027, 3, 26): "Langfredag"}
    assert sound(tmp_path, {}) == Problem(
        programme=Programme(
            title="Ledelse i praksis",
            first_day=date(2027, 2, 1),
            last_day=date(2027, 3, 26),
            modules=(
                Module("m1", "Retning", Format.IN_PERSON, 2, 2, 12, (), 0, None, 1, 0),
                Module("m2", "Samtaler", Format.ONLINE, 1, 2, 20, ("m1",), 7, None, 1, 0),
            ),
            timezone="Europe/Copenhagen",
            morning=(time(8, 30), time(12)),
            afternoon=(time(12, 30), time(16)),
            closed=holidays,
            hard_categories=("Ferie", "Vacation", "Fravær"),
            rules=Rules(None, 2, (), None, None, None),
            prices=Prices(Fraction(1, 2), Fraction(380), Fraction(50), 2_500_000, 150_000, 0),
        ),
        people=(
            Person("p1", "Person 1", "Skole", 41_250, place="a"),
            Person("p2", "Person 2", "Skole", 40_000),
            Person("p3", "Person 3", "Park", 38_000),
        ),
        needs=(Need("p1", "m1"), Need("p1", "m2"), Need("p2", "m1"), Need("p3", "m1")),
        facilitators=(Facilitator("f1", "Underviser 1", frozenset({"m1", "m2"}), 500_000),),
        rooms=(Room("r1", "Sal 1", "b", 24, 120_000),),
    )


def test_calendars_when_people_and_rooms_name_them(tmp_path: Path) -> None:
    changes = {
        "rooms.csv": "id,name,place,capacity,price_per_half_day,calendar\n"
        "r1,Sal 1,b,24,1200,calendars\\sal 1.ics\nr2,Sal 2,b,8,0,./p1.ics\n",
        "calendars/sal 1.ics": "",
    }
    calendars = read_folder(write_folder(tmp_path, changes)).calendars
    assert calendars.people == {"p1": "calendars/p1.ics"}
    assert calendars.facilitators == {}
    assert calendars.rooms == {"r1": "calendars/sal 1.ics", "r2": "calendars/p1.ics"}
    assert calendars.files == ("calendars/p1.ics", "calendars/sal 1.ics")


def test_busy_time_when_a_calendar_is_shared(tmp_path: Path) -> None:
    rooms = "id,name,place,capacity,price_per_half_day,calendar\nr1,Sal 1,b,24,1200,p1.ics\n"
    reading = read_folder(write_folder(tmp_path, {"rooms.csv": rooms}))
    assert reading.problem
    hour = Busy(
        datetime(2027, 2, 1, 8, tzinfo=UTC), datetime(2027, 2, 1, 9, tzinfo=UTC), BusyKind.BUSY
    )
    problem = with_busy(reading.problem, reading.calendars, {"calendars/p1.ics": (hour,)})
    assert [person.busy for person in problem.people] == [(hour,), (), ()]
    assert [room.busy for room in problem.rooms] == [(hour,)]
    assert [facilitator.busy for facilitator in problem.facilitators] == [()]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3", 3),
        ("1", 1),
        ("0.25", Fraction(1, 4)),
        ("1.0", Fraction(1)),
        ("0.333", Fraction(333, 1000)),
    ],
)
def test_most_away_when_it_is_a_count_or_a_share(
    written: str, meant: int | Fraction, tmp_path: Path
) -> None:
    line = f"last_day = 2027-03-26\nrules.max_away_per_unit = {written}"
    rules = sound(tmp_path, edited("programme.toml", "last_day = 2027-03-26", line)).programme.rules
    assert rules.max_away_per_unit == meant
    assert type(rules.max_away_per_unit) is type(meant)


@pytest.mark.parametrize(
    ("written", "oere"),
    [
        ("412,5", 41_250),
        ("412,50", 41_250),
        ("412.5", 41_250),
        ("1.412,50", 141_250),
        ("1500", 150_000),
        (' "412,555" ', 41_256),
    ],
)
def test_amount_when_danish_excel_wrote_it(written: str, oere: int, tmp_path: Path) -> None:
    people = f"id;name;unit;hourly_value\r\np1;A;U;{written}\r\np2;B;U;1\r\np3;C;U;1\r\n"
    assert sound(tmp_path, {"people.csv": people}).people[0].hourly_value_oere == oere


def test_closed_days_when_they_overlap_holidays(tmp_path: Path) -> None:
    """The folder's own reason wins, one without a reason leaves the holiday's, others are out."""
    closed = """last_day = 2027-03-26
closed = [
  2027-03-25, "2027-02-03",
  {from = 2027-03-26, to = 2027-04-30, why = "Påskelukket"},
  {from = 2026-01-01, to = 2027-02-01},
]"""
    programme = sound(tmp_path, edited("programme.toml", "last_day = 2027-03-26", closed)).programme
    assert list(programme.closed.items()) == [
        (date(2027, 2, 1), ""),
        (date(2027, 2, 3), ""),
        (date(2027, 3, 25), "Skærtorsdag"),
        (date(2027, 3, 26), "Påskelukket"),
    ]


@pytest.mark.parametrize(
    ("country", "is_closed"), [("DK", False), ("DE", False), ("DE-BY", True), ("", False)]
)
def test_holidays_when_a_part_of_a_country_has_its_own(
    country: str, *, is_closed: bool, tmp_path: Path
) -> None:
    """Epiphany is a holiday in Bavaria, not in the rest of Germany, nor in Denmark."""
    changes = edited("programme.toml", "first_day = 2027-02-01", "first_day = 2027-01-06")
    text = f'holidays = "{country}"\n{changes["programme.toml"]}'
    closed = sound(tmp_path, {"programme.toml": text}).programme.closed
    assert (date(2027, 1, 6) in closed) == is_closed


@pytest.mark.parametrize(
    ("kind", "instance"), [("holmberg", "holmberg/p1"), ("wlp", "wlp/wlp01.dzn")]
)
def test_folder_when_it_is_a_published_instance(kind: str, instance: str, tmp_path: Path) -> None:
    if not (CONVERTER.is_file() and (DATA / "planner" / instance).is_file()):
        pytest.skip(f"reference data is not at {DATA}")
    source = str(DATA / "planner" / instance)
    subprocess.run([sys.executable, CONVERTER, kind, source, tmp_path], check=True)
    reading = read_folder(tmp_path)
    assert (reading.faults, reading.warnings) == ((), ())
    assert reading.problem
    rows = {path.stem: _rows(path) for path in tmp_path.glob("*.csv")}
    assert [(p.id, p.unit) for p in reading.problem.people] == [
        (row["id"], row["unit"]) for row in rows["people"]
    ]
    assert [(r.capacity, r.price_per_half_day_oere) for r in reading.problem.rooms] == [
        (int(row["capacity"]), int(Fraction(row["price_per_half_day"]) * 100))
        for row in rows["rooms"]
    ]
    assert reading.problem.travel_oere == {
        (row["place_from"], row["place_to"]): Fraction(row["cost"]) * 100 for row in rows["travel"]
    }
    assert set(reading.problem.apart) == {(row["a"], row["b"]) for row in rows.get("apart", [])}
    assert sum(len(party.people) for party in reading.problem.parties) == len(
        rows.get("together", [])
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
