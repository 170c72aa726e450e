"""The command on a folder of one person, whose levers are worked out by hand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.samskab_process import Ended, run
from tests.cli.test_check import COST, FILES, GOOD, MONDAY

from samskab.planner.model.plan import Plan
from samskab.planner.plan_json import plan_text

Levers = Callable[..., Ended]
WHOLE_DAY = replace(MONDAY, end=MONDAY.end.replace(hour=16), start=MONDAY.start)
DAY = replace(
    GOOD,
    sessions=(WHOLE_DAY,),
    cost=replace(COST, facilitation=3600_00, rooms=201_00, displacement=600_00),
    bound=0,
)
LONGEST_LINE = 100


@pytest.fixture
def levers(tmp_path: Path) -> Levers:
    """Writes the folder, of a module of a day, and runs the command on a plan of it."""
    files = {
        **FILES,
        "programme.toml": FILES["programme.toml"].replace("half_days = 1", "half_days = 2"),
    }

    def started(plan: Plan, *options: object) -> Ended:
        for name, content in files.items():
            path = tmp_path / "folder" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        stored = tmp_path / "plan.json"
        stored.write_text(plan_text(plan))
        return run(tmp_path, "levers", tmp_path / "folder", stored, "--iterations", 2, *options)

    return started


def words(line: str) -> str:
    return " ".join(line.split())


def test_levers_when_a_module_could_be_shorter_say_what_that_saves(levers: Levers) -> None:
    code, said, _ = levers(DAY, "--count", 2)
    assert code == 0
    lines = said.splitlines()
    assert words(lines[2]) == "1 Trust takes half a day, not a day 1,900 1,901 0 yes"
    assert "none found" in lines[3]
    assert lines[3].split()[-1] == "no"
    # it goes to a day without a meeting
    assert "Without a change the plan costs DKK 3,801 " in words(said)
    assert max(map(len, lines)) <= LONGEST_LINE


def test_levers_when_danish_is_asked_for(levers: Levers) -> None:
    code, said, _ = levers(DAY, "--count", 1, "--lang", "da")
    assert code == 0
    assert words(said.splitlines()[2]) == (
        "1 Trust varer en halv dag, ikke en dag 1.900 1.901 0 ja"
    )


def test_levers_when_the_plan_is_not_of_the_folder_say_so(levers: Levers) -> None:
    code, said, complained = levers(GOOD)  # of half a day
    assert (code, said) == (2, "")
    assert "the plan does not hold as it stands" in complained
    strange = replace(DAY, sessions=(replace(WHOLE_DAY, room="r9"),))
    code, said, complained = levers(strange, "--lang", "da")
    assert (code, said) == (2, "")
    assert "Planen er altså ikke af denne mappe" in complained
