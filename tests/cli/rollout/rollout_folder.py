"""A small folder with a roll-out, for tests that change it in one place."""

from collections.abc import Mapping
from pathlib import Path

PROGRAMME = """\
title = "Ledelse i praksis"
first_day = 2027-02-01
last_day = 2027-04-23
holidays = ""

[rules]
max_away_per_unit = 2

[[modules]]
id = "m1"
title = "Retning"
format = "in_person"
half_days = 2
group_min = 2
group_max = 8

[[modules]]
id = "m2"
title = "Samtaler"
format = "online"
half_days = 1
group_min = 2
group_max = 20
after = ["m1"]
gap_days_min = 7
"""
UNITS = ("Skole", "Park", "Vej", "Pleje", "Dagtilbud", "Børn")
PEOPLE = "id,name,unit,hourly_value,calendar\n" + "".join(
    f"p{n},Person {n},{UNITS[n % len(UNITS)]},400,{'p0.ics' if n == 0 else ''}\n" for n in range(20)
)
NEEDS = "person,module\n" + "".join(f"p{n},m{m}\n" for n in range(20) for m in (1, 2))
FACILITATORS = "id,name,modules,fee_per_half_day\nf1,Underviser 1,m1 m2,5000\n"
ROOMS = "id,name,place,capacity,price_per_half_day\nr1,Sal 1,b,24,1200\n"
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//samskab//tests//EN
BEGIN:VEVENT
UID:1@samskab.example
DTSTAMP:20270101T000000Z
DTSTART;VALUE=DATE:20270201
DTEND;VALUE=DATE:20270215
CATEGORIES:Ferie
SUMMARY:Ferie
END:VEVENT
END:VCALENDAR
"""
ROLLOUT = """\
seed = 7
keep = 0.5

[balance]
leaders = 1
borgere = 2

[[waves]]
id = "b1"
first_day = 2027-02-01
last_day = 2027-02-12

[[waves]]
id = "b2"
first_day = 2027-02-22
last_day = 2027-03-05

[[waves]]
id = "b3"
first_day = 2027-03-15
last_day = 2027-04-02

[outcome]
name = "Trivsel"
kind = "continuous"
unit = "point"
mean = 60
sd = 15
icc = 0.05
cac = 0.8
persons = 20
smallest_relevant = 4
kr_per_step = 20000

[[benefits]]
name = "Lavere sygefravær"
pessimistic = 0
probable = 200000
optimistic = 400000
taken_home = true
"""
UNITS_CSV = "unit,Borgere,Slags\n" + "".join(
    f"{unit},{100 * (n + 1)},{'by' if n % 2 else 'land'}\n" for n, unit in enumerate(UNITS)
)
FILES = {
    "programme.toml": PROGRAMME,
    "people.csv": PEOPLE,
    "needs.csv": NEEDS,
    "facilitators.csv": FACILITATORS,
    "rooms.csv": ROOMS,
    "calendars/p0.ics": CALENDAR,
    "rollout.toml": ROLLOUT,
    "units.csv": UNITS_CSV,
}


def write_rollout_folder(root: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """The folder with files changed, or left out where the change is None."""
    for name, text in (FILES | dict(changes or {})).items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
    return root
