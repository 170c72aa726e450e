from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from string import Formatter

import pytest
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.plan_json import plan_text
from samskab.planner.rules.breach import Breach
from samskab.planner.rules.registry import WORDS
from samskab.telling.language import Language
from samskab.telling.words.rules import breach_in_words

PROGRAMME = """
title = "Small"
first_day = 2027-01-04
last_day = 2027-01-15
[[modules]]
id = "m1"
title = "Trust"
format = "in_person"
half_days = 1
group_min = 1
group_max = 3
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Samskab//Test//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260101T000000Z
DTSTART:20270104T080000Z
DTEND:20270104T090000Z
SUMMARY:Meeting
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20260101T000000Z
DTSTART:20270105T080000Z
DTEND:20270105T090000Z
SUMMARY:Leave
CATEGORIES:Ferie
END:VEVENT
END:VCALENDAR
"""
FILES = {
    "programme.toml": PROGRAMME,
    "people.csv": "id,name,unit,hourly_value,calendar\np1,Ada,u1,600,ada.ics\n",
    "needs.csv": "person,module\np1,m1\n",
    "facilitators.csv": "id,name,modules,fee_per_half_day\nf1,Finn,m1,1800\n",
    "rooms.csv": "id,name,place,capacity,price_per_half_day\nr1,Hall,h,10,100.50\n",
    "calendars/ada.ics": CALENDAR.replace("\n", "\r\n"),
}
MONDAY = Session(
    "s1",
    "m1",
    datetime.fromisoformat("2027-01-04T08:30:00+01:00"),
    datetime.fromisoformat("2027-01-04T12:00:00+01:00"),
    "r1",
    ("f1",),
    ("p1",),
)
TUESDAY = replace(MONDAY, start=MONDAY.start.replace(day=5), end=MONDAY.end.replace(day=5))
COST = Cost(facilitation=1800_00, rooms=100_50, displacement=600_00)
GOOD = Plan((MONDAY,), (), COST, bound=2400_00)

Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Writes the folder and a plan's text, and runs the command: exit code, output, errors."""

    def run(text: str, *options: str, **changed: str) -> tuple[int, str, str]:
        folder = tmp_path / "folder"
        for name, content in {**FILES, **changed}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
        plan = tmp_path / "plan.json"
        plan.write_text(text)
        environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "SAMSKAB_LANG": "en"}
        arguments = ["check", str(folder), str(plan), *options]
        result = CliRunner().invoke(app, arguments, env=environment)
        return result.exit_code, result.stdout, result.stderr

    return run


def test_check_when_the_plan_keeps_every_rule(check: Check) -> None:
    assert check(plan_text(GOOD)) == (
        0,
        (
            "The plan keeps every rule. Sessions: 1; needs left out: 0; cost: 2,500.50 kr "
            "(facilitation 1,800.00 kr; rooms 100.50 kr; displacement 600.00 kr).\n"
        ),
        "",
    )


def test_check_when_danish_is_asked_for(check: Check) -> None:
    code, said, _ = check(plan_text(GOOD), "--lang", "da")
    assert code == 0
    assert said == (
        "Planen overholder alle regler. Kursusgange: 1; udeladte behov: 0; pris: 2.500,50 kr "
        "(undervisning 1.800,00 kr; lokaler 100,50 kr; fortrængning 600,00 kr).\n"
    )


def test_check_when_somebody_is_absent_says_who_when_and_which_rule(check: Check) -> None:
    absent = replace(GOOD, sessions=(TUESDAY,), cost=replace(COST, displacement=0), bound=0)
    assert check(plan_text(absent)) == (
        1,
        "hard_time: Ada (p1) is in Trust (s1) on 2027-01-05, but absent 09:00–10:00.\n",
        "The plan does not keep every rule. Breaches: 1.\n",
    )
    _, said, _ = check(plan_text(absent), "--lang", "da")
    assert said == (
        "hard_time: Ada (p1) er på Trust (s1) 05.01.2027, men fraværende kl. 09:00–10:00.\n"
    )


def test_check_when_a_cost_is_wrong_and_the_bound_too_high(check: Check) -> None:
    wrong = replace(GOOD, cost=replace(COST, rooms=-1), bound=2500_51)
    code, said, _ = check(plan_text(wrong))
    assert code == 1
    assert said.splitlines() == [
        "claimed_cost: The plan claims -0.01 kr for rooms; it is 100.50 kr.",
        (
            "claimed_cost: The plan claims that no plan costs less than 2,500.51 kr, "
            "but costs 2,500.50 kr itself."
        ),
    ]


def test_check_when_the_total_is_not_the_sum_of_its_items(check: Check) -> None:
    code, said, _ = check(plan_text(GOOD).replace('"total": 2500.50', '"total": 2500.49'))
    assert code == 1
    assert "2500.49" in said
    assert "2500.50" in said


def test_check_when_folder_and_plan_are_both_broken_tells_of_both(check: Check) -> None:
    needs = "person,module\np9,m1\n"
    code, said, complained = check("{", **{"needs.csv": needs})
    assert (code, said) == (2, "")
    assert "needs.csv:2:1: " in complained
    assert "plan.json:1:2: " in complained


def test_check_when_a_name_holds_what_would_move_the_cursor(check: Check) -> None:
    people = FILES["people.csv"].replace("Ada", "A\x1b[2Jda")
    lost = replace(GOOD, sessions=(replace(MONDAY, room=None),))
    code, said, complained = check(plan_text(lost), **{"people.csv": people})
    assert code in {1, 2}
    assert "\x1b" not in said + complained


def test_words_when_said_in_danish_ask_for_the_same_values_as_in_english() -> None:
    for rule, cases in WORDS.items():
        for case, words in cases.items():
            danish, english = (
                {field for _, field, _, _ in Formatter().parse(words[language])}
                for language in Language
            )
            assert danish - {None} == english - {None}, (rule, case)


def test_words_when_a_cost_item_is_wrong_are_there_for_each_item() -> None:
    for item in fields(Cost):
        breach = Breach("claimed_cost", item.name, {"claimed_oere": 1, "true_oere": 123_456_78})
        assert "123.456,78 kr" in breach_in_words(breach, Language.DANISH)
