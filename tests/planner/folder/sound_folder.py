"""A small programme folder without a fault, for tests that break it in one place."""

from collections.abc import Mapping
from pathlib import Path

PROGRAMME = """\
title = "Ledelse i praksis"
first_day = 2027-02-01
last_day = 2027-03-26

[[modules]]
id = "m1"
title = "Retning"
format = "in_person"
half_days = 2
group_min = 2
group_max = 12

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
PEOPLE = """\
id,name,unit,hourly_value,place,calendar
p1,Person 1,Skole,412.50,a,p1.ics
p2,Person 2,Skole,400,,
p3,Person 3,Park,380,,
"""
NEEDS = """\
person,module
p1,m1
p1,m2
p2,m1
p3,m1
"""
FACILITATORS = """\
id,name,modules,fee_per_half_day
f1,Underviser 1,m1 m2,5000
"""
ROOMS = """\
id,name,place,capacity,price_per_half_day
r1,Sal 1,b,24,1200
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//samskab//tests//EN
BEGIN:VEVENT
UID:1@samskab.example
DTSTAMP:20270101T000000Z
DTSTART:20270201T080000Z
DTEND:20270201T090000Z
SUMMARY:Møde
END:VEVENT
END:VCALENDAR
"""
FILES: Mapping[str, str] = {
    "programme.toml": PROGRAMME,
    "people.csv": PEOPLE,
    "needs.csv": NEEDS,
    "facilitators.csv": FACILITATORS,
    "rooms.csv": ROOMS,
    "calendars/p1.ics": CALENDAR,
}


def edited(file: str, old: str, new: str) -> dict[str, str]:
    """One file of the sound folder with one piece of it changed."""
    text = FILES[file]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    return {file: text.replace(old, new)}


def write_folder(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the sound folder with files changed, added, or (None) left out."""
    for name, content in {**FILES, **(changes or {})}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
