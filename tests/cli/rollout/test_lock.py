"""`samskab rollout lock`: once, for one lottery, before anything is measured."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from tests.cli.rollout.measured import LOCKED_AT, UNITS, copied, lock, rollout_toml
from tests.cli.rollout.measured import OUTCOME as USUAL
from tests.cli.rollout.test_design import run

from samskab.telling.language import Language
from samskab.telling.words.rollout_lock import SAID

LOCK = "rollout/lock.json"


def refused(folder: Path, now: str = LOCKED_AT) -> str:
    before = sorted((folder / "rollout").iterdir())
    code, said = run("rollout lock", folder, "--now", now, "--lang", "en")
    assert code == 2
    assert sorted((folder / "rollout").iterdir()) == before
    return said


def test_lock_when_written_is_hashed_over_every_choice_and_the_time(locked: Path) -> None:
    content = json.loads((locked / LOCK).read_text("utf-8"))
    plan = content["plan"]
    sha = plan.pop("sha256")
    text = json.dumps(plan, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == sha
    assert plan == {
        "outcome": "Trivsel",
        "model": "mixed_nested_exchangeable",
        "effect": "average_over_exposure",
        "test": "permutation",
        "subgroups": ["slags"],
        "level": 0.95,
        "smallest_relevant_effect": 2.0,
        "locked_at": "2027-01-04T09:30:00+01:00",
    }


def test_lock_when_there_is_one_refuses_another(locked: Path, tmp_path: Path) -> None:
    folder = copied(locked, tmp_path)
    before = (folder / LOCK).read_bytes()
    said = refused(folder, "2027-01-05T10:00:00")
    assert "rollout/lock.json: The analysis was locked on 2027-01-04" in said
    assert (folder / LOCK).read_bytes() == before


def test_lock_when_there_is_no_lottery_refuses(drawn: Path, tmp_path: Path) -> None:
    folder = copied(drawn, tmp_path)
    (folder / "rollout/design.json").unlink()
    assert "rollout/design.json: Lots have not been drawn yet" in refused(folder)


def test_lock_when_there_is_no_outcome_refuses(drawn: Path, tmp_path: Path) -> None:
    folder = copied(drawn, tmp_path)
    text = rollout_toml(USUAL).partition("[outcome]")[0]
    (folder / "rollout.toml").write_text(text, "utf-8")
    assert "write [outcome] in rollout.toml" in refused(folder)


def test_lock_when_the_waves_have_moved_refuses(drawn: Path, tmp_path: Path) -> None:
    folder = copied(drawn, tmp_path)
    text = (folder / "rollout.toml").read_text("utf-8")
    moved = text.replace("last_day = 2027-02-12\n", "last_day = 2027-02-11\n", 1)
    (folder / "rollout.toml").write_text(moved, "utf-8")
    assert "Lots were drawn over other waves" in refused(folder)


@pytest.mark.parametrize(
    ("now", "seen"), [("2027-01-10T23:59:00", False), ("2027-01-11T00:00:00", True)]
)
def test_lock_when_rows_are_of_that_day_or_before_names_the_first(
    drawn: Path, tmp_path: Path, now: str, *, seen: bool
) -> None:
    folder = copied(drawn, tmp_path)
    rows = f"unit,period,value\n{UNITS[0]},m1,3\n{UNITS[0]},m0,3\n"
    (folder / "outcomes.csv").write_text(rows, "utf-8")
    if seen:
        assert "outcomes.csv:3:1: The measurement is from 2027-01-11" in refused(folder, now)
    else:
        lock(folder, now)


def test_lock_when_outcomes_have_a_header_alone_locks(drawn: Path, tmp_path: Path) -> None:
    folder = copied(drawn, tmp_path)
    (folder / "outcomes.csv").write_text("unit,period,value\n", "utf-8")
    lock(folder)


@pytest.mark.parametrize("language", Language)
def test_lock_when_written_tells_every_part_in_words(
    drawn: Path, tmp_path: Path, language: Language
) -> None:
    folder = copied(drawn, tmp_path)
    code, said = run("rollout lock", folder, "--now", LOCKED_AT, "--lang", language)
    assert code == 0, said
    page = (folder / "rollout/lock.html").read_text("utf-8")
    for part in ("asked", "sure", "means", "limits"):
        assert SAID[language][f"{part}_title"] in page
    text = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    assert "{" not in text
    assert "None" not in text


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    for key, words in danish.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", english[key])), key
