from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from tests.cli.test_check import CALENDAR, FILES, MONDAY
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.model.plan import Cost, Plan, Unserved
from samskab.planner.plan_json import plan_text
from samskab.telling.language import Language
from samskab.telling.words.fairness import SAID

Fairness = Callable[..., tuple[int, str, str]]
ONE_DAY = 'last_day = 2027-01-04\nhard_categories = ["none"]'
THREE_HOURS = """BEGIN:VEVENT
UID:3@example.org
DTSTAMP:20260101T000000Z
DTSTART:20270104T120000Z
DTEND:20270104T150000Z
SUMMARY:Long
END:VEVENT
END:VCALENDAR"""
FOLDER = {
    **FILES,
    "programme.toml": FILES["programme.toml"].replace("last_day = 2027-01-15", ONE_DAY),
    "people.csv": "id,name,unit,role,hourly_value,calendar\n"
    "p1,Ada,u1,chief,600,ada.ics\np2,Bo,u2,,300,\n",
    "needs.csv": "person,module\np1,m1\np2,m1\n",
    "calendars/ada.ics": CALENDAR.replace("END:VCALENDAR", THREE_HOURS).replace("\n", "\r\n"),
}
"""One day: in the morning Ada has a meeting of an hour, in the afternoon one of three."""

PLAN = Plan((replace(MONDAY, people=("p1", "p2")),), (), Cost())


@pytest.fixture
def fairness(tmp_path: Path) -> Fairness:
    """Writes the folder and a plan, and runs the command: exit code, output, errors."""

    def run(plan: Plan, *options: str, **changed: str) -> tuple[int, str, str]:
        folder = tmp_path / "folder"
        for name, content in {**FOLDER, **changed}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
        (tmp_path / "plan.json").write_text(plan_text(plan))
        environment = {
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "SAMSKAB_LANG": "en",
            "COLUMNS": "80",
        }
        arguments = ["fairness", str(folder), str(tmp_path / "plan.json"), *options]
        result = CliRunner().invoke(app, arguments, env=environment)
        return result.exit_code, result.stdout.replace("\xa0", " "), result.stderr

    return run


def lines(said: str) -> list[str]:
    return [" ".join(line.split()) for line in said.splitlines() if line.strip()]


def test_fairness_when_two_leaders_share_a_session(fairness: Fairness) -> None:
    code, said, complained = fairness(PLAN)
    assert (code, complained) == (0, "")
    shown = lines(said)
    assert shown[:5] == [
        "How it is shared. Leaders: 2; needs left out: 0",
        "Each leader Mean Worst tenth Most Gini",
        "Hours of meetings displaced 0.5 1.0 1.0 0.50",
        "Travel, DKK 0 0 0 0.00",
        "Turn (0% first, 100% last) 50% 50% 50% 0.00",
    ]
    assert (
        "Hours on the road are known of 0 of 2 leaders: of others a place is missing, or" in shown
    )
    assert "u1 1 1.0 1.0 0.00 0 – 50% 0" in shown
    assert "u2 1 0.0 0.0 0.00 0 – 50% 0" in shown
    assert "(no role) 1 0.0 0.0 0.00 0 – 50% 0" in shown
    assert "chief 1 1.0 1.0 0.00 0 – 50% 0" in shown
    assert shown[-2:] == ["Ada, u1 1.0 0 – 50% 0", "Bo, u2 0.0 0 – 50% 0"]
    assert all(len(line) <= 80 for line in said.splitlines())


def test_fairness_when_danish_is_asked_for(fairness: Fairness) -> None:
    code, said, _ = fairness(PLAN, "--lang", "da")
    assert code == 0
    assert "Mødetimer, der må vige 0,5 1,0 1,0 0,50" in lines(said)
    assert "Bo, u2 0,0 0 – 50 % 0" in lines(said)


def test_fairness_when_somebody_is_left_out_says_so(fairness: Fairness) -> None:
    alone = replace(PLAN, sessions=(MONDAY,), unserved=(Unserved("p2", "m1", "x"),))
    _, said, _ = fairness(alone)
    assert "needs left out: 1" in said
    assert "Bo, u2 0.0 0 0.0 – 1" in lines(said)


def test_fairness_when_hours_above_the_fair_ones_cost(fairness: Fairness) -> None:
    settings = FOLDER["programme.toml"].replace(
        "[[modules]]",
        "[rules]\nfair_hours = 0.5\n[prices]\nunfair = 90\n[[modules]]",
    )
    _, said, _ = fairness(PLAN, **{"programme.toml": settings})
    assert "Leaders above fair_hours (0.5 hours): 1; it costs DKK 45 in the plan." in lines(said)


def test_fairness_when_nobody_needs_anything(fairness: Fairness) -> None:
    empty = Plan((), (), Cost())
    code, said, _ = fairness(empty, "--curve", **{"needs.csv": "person,module\n"})
    assert code == 0
    assert said == "Nobody has a need in this folder: there is nothing to share.\n"


def test_fairness_when_there_are_many_shows_the_first_and_all_on_request(
    fairness: Fairness,
) -> None:
    ids = tuple(f"q{k}" for k in range(12))
    people = FOLDER["people.csv"] + "".join(f"{q},Per {q},u,,600,\n" for q in ids)
    needs = FOLDER["needs.csv"] + "".join(f"{q},m1\n" for q in ids)
    files = {"people.csv": people, "needs.csv": needs}
    _, said, _ = fairness(PLAN, **files)
    assert sum(line.startswith("Per ") for line in lines(said)) == 8
    assert lines(said)[-1] == "… and 4 more; --all shows everyone."
    _, said, _ = fairness(PLAN, "--all", **files)
    assert sum(line.startswith("Per ") for line in lines(said)) == 12


def test_curve_when_every_point_is_proven_says_what_a_limit_costs(fairness: Fairness) -> None:
    code, said, complained = fairness(
        PLAN, "--curve", "--max-hours", "0,5", "--unfair", "20.5", "--fair-hours", "0.25"
    )
    assert code == 0
    assert lines(complained) == [
        "Planning 1 of 3: no limit and no price",
        "Planning 2 of 3: 0.5 hours each at most",
        "Planning 3 of 3: hours above 0.25 cost DKK 20.50 each",
    ]
    curve = lines(said[said.index("What sharing better costs") :])
    # a session with Ada costs 1,900.50 and 600 for her hour; leaving her out, 25,000
    assert "0• no limit and no price 2,501 2,500 1.0 1.0 0.50 0" in curve
    assert "1• 0.5 hours each at most 26,901 26,900 0.0 0.0 0.00 1" in curve
    assert "2• hours above 0.25 cost 2,501 2,500 1.0 1.0 0.50 0" in curve
    words = " ".join(curve)
    assert (
        "1: the plan costs DKK 24,400 more than that of 0; the best plans are DKK 24,400 apart "
        "at least and DKK 24,400 at most: that is proven."
    ) in words
    # 0.75 hours at 20.50 are 15.38: so much may the best plan cost more, were it another
    assert (
        "2: the plan costs DKK 0 more than that of 0; the best plans are DKK 16 apart at most"
    ) in words
    assert "The bounds cannot tell these points from 0: 2." in words
    assert all(len(line) <= 80 for line in said.splitlines())


def test_curve_when_nothing_is_displaced_has_nothing_to_share(fairness: Fairness) -> None:
    alone = replace(
        PLAN,
        sessions=(replace(MONDAY, people=("p2",)),),
        unserved=(Unserved("p1", "m1", "x"),),
    )
    code, said, complained = fairness(alone, "--curve")
    assert (code, complained) == (0, "")
    assert lines(said)[-1] == (
        "The plan displaces nobody's meetings: there is nothing to share better."
    )


def test_curve_when_the_folder_has_its_own_setting_names_it(fairness: Fairness) -> None:
    settings = FOLDER["programme.toml"].replace(
        "[[modules]]", "[rules]\nmax_displaced_hours = 2.25\n[[modules]]"
    )
    code, said, complained = fairness(
        PLAN, "--curve", "--max-hours", "1", "--lang", "da", **{"programme.toml": settings}
    )
    assert code == 0
    assert "Planlægger 2 af 3: højst 2,25 timer hver: mappens egen" in lines(complained)
    assert "1: koster intet mere end 0: det er bevist." in lines(said)


@pytest.mark.parametrize("text", ["nan", "-1", "1e9", "x", ""])
def test_fairness_when_an_amount_is_none(fairness: Fairness, text: str) -> None:
    code, said, complained = fairness(PLAN, "--curve", "--max-hours", text)
    assert (code, said) == (2, "")
    assert complained == (f"--max-hours “{text}”: write a number of zero or more, such as 4.5.\n")


@pytest.mark.parametrize("option", ["--max-hours", "--unfair", "--fair-hours"])
def test_fairness_when_an_amount_is_none_in_danish(fairness: Fairness, option: str) -> None:
    code, said, complained = fairness(PLAN, option, "4.5x", "--lang", "da")
    assert (code, said) == (2, "")
    assert complained == f"{option} »4.5x«: skriv et tal på nul eller mere, fx 4,5.\n"


def test_fairness_when_the_plan_is_of_another_folder(fairness: Fairness) -> None:
    strange = replace(PLAN, sessions=(replace(MONDAY, room="r9"),))
    code, said, complained = fairness(strange)
    assert (code, said) == (2, "")
    assert "r9" in complained


def test_words_when_said_in_danish_ask_for_the_same_values_as_in_english() -> None:
    danish, english = SAID[Language.DANISH], SAID[Language.ENGLISH]
    assert danish.keys() == english.keys()
    for key, said in danish.items():
        assert blanks(said) == blanks(english[key]), key


def blanks(words: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(words) if field}
