"""The command on a folder of one person, whose best plans are worked out by hand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.samskab_process import Ended, run
from tests.cli.test_check import FILES

from samskab.planner.plan_json import read_plan

WhatIf = Callable[..., Ended]
LONGEST_LINE = 100


@pytest.fixture
def whatif(tmp_path: Path) -> WhatIf:
    """Writes the folder and runs the command on it: exit code, output, errors."""
    for name, content in FILES.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)

    def started(*options: object) -> Ended:
        return run(tmp_path, "whatif", tmp_path / "folder", "--iterations", 3, *options)

    return started


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_whatif_when_variants_are_solved_says_what_is_sure(whatif: WhatIf, tmp_path: Path) -> None:
    code, said, _ = whatif(
        *("--set", "prices.unserved=100"),  # dearer to serve: 1,800 + 100.50
        *("--set", "rules.max_days_per_week=1,title=Same"),
        *("--set", "last_day=2027-01-05,day.pm=['12:00','12:01']", "--out", tmp_path / "out"),
    )
    assert code == 0
    rows = {line.split()[0]: line.split()[-6:] for line in said.splitlines()[1:8] if line.strip()}
    assert rows["0"] == ["1,901", "1,900", "1", "4", "0", "0"]
    assert rows["1"] == ["100", "100", "0", "0", "0", "1"]
    assert rows["2"] == ["1,901", "1,900", "1", "4", "0", "0"]
    flat = words(said)
    assert "surely cheaper than the programme as it is: by DKK 1,800 at least and DKK 1,801" in flat
    assert "facilitation −DKK 1,800, rooms −DKK 101, needs left out +DKK 100, sessions −1" in flat
    assert "exactly as cheap as the programme as it is. In the plan: the same figures" in flat
    assert "Surely the cheapest: 1." in flat
    assert max(map(len, said.splitlines()[:12])) <= LONGEST_LINE
    plans = [read_plan(tmp_path / "out" / f"plan-{number}.json") for number in range(4)]
    assert [len(plan.sessions) for plan in plans] == [1, 0, 1, 1]
    assert plans[1].cost.total == plans[1].bound == 100_00


def test_whatif_when_danish_is_asked_for(whatif: WhatIf, tmp_path: Path) -> None:
    piece = tmp_path / "dyr.toml"
    piece.write_text('[[modules]]\nid = "m1"\nmaterials = 50\n')
    code, said, _ = whatif("--variant", piece, "--lang", "da")
    assert code == 0
    assert "dyr.toml: sikkert dyrere end forløbet, som det er: mindst 50 kr. og højst 50 kr." in (
        words(said)
    )
    assert "materialer +50 kr." in words(said)
    assert max(map(len, said.splitlines())) <= LONGEST_LINE


def test_whatif_when_a_setting_is_unknown_or_wrong_says_so_in_a_sentence_each(
    whatif: WhatIf, tmp_path: Path
) -> None:
    wrong = ("--set", "rules.max_away=3", "--set", "rules.max_days_per_week=0")
    code, said, complained = whatif(*wrong, "--out", tmp_path / "out")
    assert (code, said) == (2, "")
    assert complained.splitlines() == [
        (
            "rules.max_away=3: There is no setting rules.max_away: the nearest is "
            "rules.max_away_per_unit."
        ),
        "rules.max_days_per_week=0: max_days_per_week is 0, but may not be below 1.",
        "2 faults: nothing was written.",
    ]
    assert not (tmp_path / "out").exists()


def test_whatif_when_there_is_no_variant_says_how_to_write_one(whatif: WhatIf) -> None:
    code, said, complained = whatif("--lang", "da")
    assert (code, said) == (2, "")
    assert complained.startswith("Der er ingen variant: skriv fx --set ")
