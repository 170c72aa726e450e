from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from tests.cli.test_check import COST, FILES, GOOD, MONDAY, TUESDAY
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.comparison.compare import Standing
from samskab.planner.model.plan import Cost, Plan, Unserved
from samskab.planner.plan_json import plan_text
from samskab.telling.language import Language
from samskab.telling.words.compare import SAID, STANDINGS

Compare = Callable[..., tuple[int, str, str]]
TWO = {
    **FILES,
    "people.csv": FILES["people.csv"] + "p2,Ada,u2,600,\n",
    "needs.csv": FILES["needs.csv"] + "p2,m1\n",
}
LATER = replace(GOOD, sessions=(TUESDAY,), cost=replace(COST, displacement=0), bound=0)


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Writes the folder and two plans' texts, and runs the command: exit code, output, errors."""

    def run(a: str, b: str, *options: str, **changed: str) -> tuple[int, str, str]:
        folder = tmp_path / "folder"
        for name, content in {**FILES, **changed}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
        for name, text in (("a.json", a), ("b.json", b)):
            (tmp_path / name).write_text(text)
        environment = {
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "SAMSKAB_LANG": "en",
            "COLUMNS": "80",
        }
        plans = [str(tmp_path / name) for name in ("a.json", "b.json")]
        result = CliRunner().invoke(
            app, ["compare", str(folder), *plans, *options], env=environment
        )
        said = result.stdout.replace(str(tmp_path), "").replace("\xa0", " ")
        return result.exit_code, said, result.stderr

    return run


def lines(said: str) -> list[str]:
    return [" ".join(line.split()) for line in said.splitlines() if line.strip()]


def below_the_paths(said: str) -> list[str]:
    """Long paths take more than a line each."""
    shown = lines(said)
    last = max(place for place, line in enumerate(shown) if line.endswith(".json"))
    return shown[last + 1 :]


def test_compare_when_only_ids_order_and_bound_differ(compare: Compare) -> None:
    other = replace(GOOD, sessions=(replace(MONDAY, id="x"),), bound=1, seed=7)
    code, said, complained = compare(plan_text(GOOD), plan_text(other))
    assert (code, complained) == (0, "")
    assert below_the_paths(said) == ["Nothing differs: A and B are the same plan."]


def test_compare_when_a_session_is_on_another_day(compare: Compare) -> None:
    code, said, complained = compare(plan_text(GOOD), plan_text(LATER))
    assert (code, complained) == (1, "")
    assert below_the_paths(said) == [
        "Cost (DKK) A B B minus A",
        "Facilitation 1,800.00 1,800.00 0",
        "Rooms 100.50 100.50 0",
        "Displacement 600.00 0.00 −600.00",
        "Total 2,500.50 1,900.50 −600.00",
        "B costs DKK 600 less than A.",
        "One of the plans costs less than the bound DKK 2,400, below which no plan of",
        "this folder can come: it breaks a rule, or the folder has changed since. samskab",
        "check says which.",
        "Sessions only in A: 1",
        "Trust Mon 4 Jan 08:30–12:00 Hall 1 person",
        "Sessions only in B: 1",
        "Trust Tue 5 Jan 08:30–12:00 Hall 1 person",
        "Leaders who move: 1 (seats: 1)",
        "What B changes for them: hours of meetings displaced (tentative ones by their",
        "weight), what these are worth, and travel, in DKK",
        "Leader Hours Displaced Travel",
        "Ada, u1 −1.00 −600 0",
        "Trust",
        "Mon 4 Jan 08:30 → Tue 5 Jan 08:30",
    ]
    assert all(len(line) <= 80 for line in said.splitlines())


def test_compare_when_danish_is_asked_for(compare: Compare) -> None:
    code, said, _ = compare(plan_text(LATER), plan_text(GOOD), "--lang", "da")
    assert code == 1
    assert "B koster 600 kr. mere end A." in lines(said)
    assert "Fortrængning 0,00 600,00 +600,00" in lines(said)
    assert "tir. 5. jan. 08.30 → man. 4. jan. 08.30" in lines(said)


def test_compare_when_two_have_the_same_name_says_who_is_left_out(compare: Compare) -> None:
    both = replace(MONDAY, people=("p1", "p2"))
    a = Plan((both,), (), COST)
    b = replace(
        GOOD, unserved=(Unserved("p2", "m1", "x"),), cost=replace(COST, unserved=25_000_00), bound=0
    )
    code, said, _ = compare(plan_text(a), plan_text(b), **TWO)
    assert code == 1
    shown = lines(said)
    assert "Trust, Mon 4 Jan 08:30–12:00, Hall" in shown
    assert "People: 2 → 1 (1 leave, 0 come)" in shown
    assert "Ada (p2), u2 0 0 0" in shown
    assert "Mon 4 Jan 08:30 → no seat" in shown


def test_compare_when_a_plan_claims_a_wrong_cost_counts_by_the_folder(compare: Compare) -> None:
    wrong = replace(GOOD, cost=Cost(rooms=5), bound=0)
    code, said, _ = compare(plan_text(wrong), plan_text(GOOD))
    assert code == 0
    assert "A itself claims DKK 0.05 in all; with the folder as it is now it is DKK 2,500.50" in (
        " ".join(lines(said))
    )


def test_compare_when_many_move_names_the_first_and_all_on_request(compare: Compare) -> None:
    people = "".join(f"q{k},Per {k:02},u,600,\n" for k in range(12))
    needs = "".join(f"q{k},m1\n" for k in range(12))
    ids = tuple(f"q{k}" for k in range(12))
    files = {
        "people.csv": FILES["people.csv"] + people,
        "needs.csv": FILES["needs.csv"] + needs,
    }
    a, b = (
        plan_text(Plan((MONDAY, replace(day, id="s2", people=ids)), (), Cost()))
        for day in (replace(TUESDAY, room=None), TUESDAY)
    )
    _, said, _ = compare(a, b, **files)
    assert sum(line.startswith("Per ") for line in lines(said)) == 10
    assert "… and 2 more; --all shows everyone." in lines(said)
    assert "Tue 5 Jan 08:30, online → Tue 5 Jan 08:30, Hall" in lines(said)
    _, said, _ = compare(a, b, "--all", **files)
    assert sum(line.startswith("Per ") for line in lines(said)) == 12
    assert "--all" not in said


def test_compare_when_a_plan_is_of_another_folder(compare: Compare) -> None:
    strange = replace(GOOD, sessions=(replace(MONDAY, people=("p9",)),))
    code, said, complained = compare(plan_text(GOOD), plan_text(strange))
    assert (code, said) == (2, "")
    assert complained.startswith("b.json: ")
    assert "p9" in complained


def test_compare_when_both_plans_are_broken_tells_of_both(compare: Compare) -> None:
    code, said, complained = compare("{", "[]")
    assert (code, said) == (2, "")
    assert "a.json:1:2: " in complained
    assert "b.json" in complained


def test_compare_when_a_name_holds_what_would_move_the_cursor(compare: Compare) -> None:
    people = FILES["people.csv"].replace("Ada", "A\x1b[2Jda")
    _, said, complained = compare(plan_text(GOOD), plan_text(LATER), **{"people.csv": people})
    assert "A�[2Jda" in said
    assert "\x1b" not in said + complained


def test_words_when_said_in_danish_ask_for_the_same_values_as_in_english() -> None:
    for table in (SAID, STANDINGS):
        danish, english = (
            {str(key): said for key, said in table[language].items()} for language in Language
        )
        assert danish.keys() == english.keys()
        for key, said in danish.items():
            assert blanks(said) == blanks(english[key]), key
    assert set(STANDINGS[Language.DANISH]) == set(Standing)


def blanks(words: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(words) if field}
