"""`samskab replan` in processes of its own: what it says, writes and refuses."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.samskab_process import Ended, run

from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.plan_json import plan_text, read_plan

PROGRAMME = """
title = "Small"
first_day = 2027-01-04
last_day = 2027-01-15
[[modules]]
id = "m1"
title = "Trust"
format = "in_person"
half_days = 1
group_min = 2
group_max = 3
"""
ILL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Samskab//Test//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20270105
DTEND;VALUE=DATE:20270106
SUMMARY:Ill
CATEGORIES:Ferie
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
PEOPLE = """id,name,unit,hourly_value,calendar
p1,Ada,u1,600,p1.ics
p2,Bo,u2,600,
p3,Eva,u3,600,
p4,Gry,u4,600,
"""
FACILITATORS = "id,name,modules,fee_per_half_day,calendar\nf1,Finn,m1,1000,\nf2,Fie,m1,1500,\n"
FILES = {
    "programme.toml": PROGRAMME,
    "people.csv": PEOPLE.replace("p1.ics", ""),
    "needs.csv": "person,module\np1,m1\np2,m1\np3,m1\np4,m1\n",
    "facilitators.csv": FACILITATORS,
    "rooms.csv": "id,name,place,capacity,price_per_half_day\nr1,Hall,h,10,100\n",
}
FINN_ILL = {
    "facilitators.csv": FACILITATORS.replace("1000,", "1000,f1.ics"),
    "calendars/f1.ics": ILL,
}
ADA_ILL = {"people.csv": PEOPLE, "calendars/p1.ics": ILL}


def morning(id_: str, day: int, *people: str) -> Session:
    start = datetime.fromisoformat(f"2027-01-{day:02}T08:30:00+01:00")
    return Session(id_, "m1", start, start.replace(hour=12, minute=0), "r1", ("f1",), people)


OLD = Plan(
    (morning("m1-1", 5, "p1", "p2"), morning("m1-2", 12, "p3", "p4")),
    (),
    Cost(facilitation=2_000_00, rooms=200_00),
)
EARLY = ("--today", "2027-01-04", "--seconds", "2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose plan is published in it."""
    write(tmp_path / "folder", FILES)
    (tmp_path / "folder" / "plan").mkdir()
    (tmp_path / "folder" / "plan" / "plan.json").write_text(plan_text(OLD))
    return tmp_path / "folder"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, newline="")


def replan(folder: Path, *options: object, plan: str = "plan/plan.json") -> Ended:
    return run(folder.parent, "replan", folder, folder / plan, *EARLY, *options)


def test_replan_when_a_facilitator_falls_ill_changes_who_leads_and_nothing_else(
    folder: Path,
) -> None:
    write(folder, FINN_ILL)
    code, told, complained = replan(folder)
    assert code == 0, complained
    assert told.splitlines()[:6] == [
        "Broken by the change:",
        (
            "  Tue\xa05\xa0Jan 08:30–12:00: Finn (f1) is busy on 2027-01-05 08:30–12:00, "
            "during Trust (m1-1)."
        ),
        "Nobody is moved.",
        "Other facilitators; no participant is moved:",
        "  Trust (m1-1) Tue\xa05\xa0Jan 08:30–12:00, Hall: Finn → Fie",
        "Cost: DKK\xa02,700, of which DKK\xa00 for changes; the published plan cost DKK\xa02,200.",
    ]
    new = read_plan(folder / "plan" / "plan.json")
    assert new.sessions == (replace(OLD.sessions[0], facilitators=("f2",)), OLD.sessions[1])
    assert new.bound > 0
    assert run(folder.parent, "check", folder, folder / "plan" / "plan.json")[0] == 0


def test_replan_when_it_takes_the_place_of_the_published_plan_keeps_that(folder: Path) -> None:
    write(folder, FINN_ILL)
    there = folder / "plan"
    assert replan(folder)[0] == 0
    assert (there / "plan.1.json").read_text() == plan_text(OLD)
    second = (there / "plan.json").read_text()
    code, told, _ = replan(folder)
    assert code == 0
    assert f"The published plan is kept as {there / 'plan.2.json'}.\n" in told
    assert (there / "plan.2.json").read_text() == second
    names = ["plan.1.json", "plan.2.json", "plan.json", "plan.xlsx", "report.html"]
    assert sorted(path.name for path in there.iterdir()) == names


def test_replan_when_a_participant_is_ill_says_who_moves_from_where_to_where_and_why(
    folder: Path,
) -> None:
    write(folder, ADA_ILL)
    code, told, complained = replan(folder, "--lang", "da", "--out", folder / "ny")
    assert code == 0, complained
    lines = told.splitlines()
    # alone Bo is no group: one session of three, and Bo or another with Ada
    assert lines[0] == (
        "Flyttes eller udgår: 2. Ingen plan med plads til lige så mange flytter færre: det er "
        "bevist."
    )
    assert "    Ada (p1) er på Trust (m1-1) 05.01.2027, men fraværende kl. 08:30–12:00." in lines
    assert any(line.startswith("  Trust (m1-1) tir. 5. jan. ") for line in map(plain, lines))
    assert read_plan(folder / "plan" / "plan.json") == OLD
    new = read_plan(folder / "ny" / "plan.json")
    assert new.cost.changes == 2 * 1_500_00


def plain(line: str) -> str:
    return line.replace("\xa0", " ")


REFUSED = {
    "a pin on no session": (
        ("--pin", "m1-9"),
        "plan.json: The plan has no session “m1-9” to pin: it has m1-2, m1-1, for instance.",
    ),
    "a pin that no rule allows": (
        ("--pin", "m1-2", "--pin", "m1-1"),
        (
            "plan.json: Session “m1-1” cannot be pinned: Finn (f1) is busy on 2027-01-05 "
            "08:30–12:00, during Trust (m1-1). Leave --pin m1-1 out, or put the folder right."
        ),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_replan_when_there_is(case: str, folder: Path) -> None:
    write(folder, FINN_ILL)
    options, sentence = REFUSED[case]
    before = sorted(folder.rglob("*"))
    code, told, complained = replan(folder, *options)
    assert (code, told) == (2, "")
    assert complained.splitlines() == [
        "Reading the folder",
        sentence,
        "1 fault: nothing was written.",
    ]
    assert sorted(folder.rglob("*")) == before


def test_replan_when_another_plan_stands_where_it_would_write_leaves_it(folder: Path) -> None:
    other = folder / "published.json"
    other.write_text(plan_text(replace(OLD, seed=7)))
    code, told, complained = replan(folder, plan="published.json")
    assert (code, told) == (2, "")
    there = folder / "plan" / "plan.json"
    assert complained.splitlines()[-1] == (
        f"{there} is another plan than {other} and is not overwritten: choose another folder "
        "with --out."
    )
    assert read_plan(there) == OLD


def test_replan_when_a_session_has_been_held_leaves_it_though_its_leader_is_ill(
    folder: Path,
) -> None:
    write(folder, FINN_ILL)
    code, told, complained = replan(folder, "--today", "2027-01-11", "--lang", "en")
    assert code == 0, complained
    assert told.splitlines()[:4] == [
        "The published plan: sessions: 2; already held: 1; pinned: 0.",
        (
            "Note: Finn (f1) is busy on 2027-01-05 08:30–12:00, during Trust (m1-1). That has "
            "happened and is not changed."
        ),
        "The change breaks no session and no seat.",
        "Nobody is moved.",
    ]
    assert read_plan(folder / "plan" / "plan.json").sessions == OLD.sessions
