"""`samskab rollout design`: lots over what calendars allow, kept by the next plan."""

import json
import re
from datetime import date, datetime
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.cli.rollout.rollout_folder import ROLLOUT, UNITS, write_rollout_folder
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.cli.rollout.design_json import DESIGN, read_design
from samskab.evidence.rollout.counting import AllowedSet, count_allowed
from samskab.evidence.rollout.repetition import repeat
from samskab.telling.language import Language
from samskab.telling.words.rollout_design import SAID

FILES = ("windows.csv", DESIGN, "rollout/design.html")


def run(command: str, *arguments: object) -> tuple[int, str]:
    ended = CliRunner().invoke(app, [*command.split(), *map(str, arguments)])
    return ended.exit_code, ended.output


def design(folder: Path, *options: str) -> dict[str, Any]:
    code, said = run("rollout design", folder, "--lang", "en", *options)
    assert code == 0, said
    content: dict[str, Any] = json.loads((folder / DESIGN).read_text("utf-8"))
    return content


def test_design_when_a_calendar_is_full_counts_the_orders_that_are_left(tmp_path: Path) -> None:
    found = design(write_rollout_folder(tmp_path))
    assert found["start_verdicts"][0] == ["cannot", "can", "can"]  # a leader is on leave
    waves = [0, 0, 1, 1, 2, 2]
    orders = {order for order in permutations(waves) if order[UNITS.index("Skole")] != 0}
    assert found["lottery"]["allowed"] == str(len(orders))
    assert tuple(int(found["wave_of"][unit][1]) - 1 for unit in UNITS) in orders


def test_design_when_a_plan_is_made_afterwards_keeps_the_lottery(tmp_path: Path) -> None:
    found = design(write_rollout_folder(tmp_path))
    code, said = run("plan", tmp_path, "--iterations", "30", "--lang", "en")
    assert code == 0, said
    plan = json.loads((tmp_path / "plan" / "plan.json").read_text("utf-8"))
    waves = {wave["id"]: wave for wave in found["waves"]}
    seen = set()
    for session in plan["sessions"]:
        first, last = (datetime.fromisoformat(session[k]).date() for k in ("start", "end"))
        for person in session["people"]:
            wave = waves[found["wave_of"][UNITS[int(person[1:]) % len(UNITS)]]]
            assert first >= date.fromisoformat(wave["first_day"])
            if session["module"] == "m1":
                assert last <= date.fromisoformat(wave["last_day"])
                seen.add(person)
    assert len(seen) == 20
    assert plan["unserved"] == []


def test_design_when_held_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path)
    first = [design(tmp_path) and (tmp_path / name).read_bytes() for name in FILES]
    again = [design(tmp_path) and (tmp_path / name).read_bytes() for name in FILES]
    assert first == again


def test_design_when_its_record_is_read_is_confirmed_by_repeating_it(tmp_path: Path) -> None:
    design(write_rollout_folder(tmp_path))
    stored = read_design(tmp_path)
    assert stored is not None
    allowed = count_allowed(stored.rollout)
    assert isinstance(allowed, AllowedSet)
    assert repeat(stored.record, allowed).confirmed


def test_design_when_another_seed_is_tried_refuses_until_it_is_asked_for(tmp_path: Path) -> None:
    design(write_rollout_folder(tmp_path))
    before = [(tmp_path / name).read_bytes() for name in FILES]
    write_rollout_folder(tmp_path, {"rollout.toml": ROLLOUT.replace("seed = 7", "seed = 8")})
    code, said = run("rollout design", tmp_path, "--lang", "en")
    assert code == 2
    assert "Lots have been drawn already" in said
    assert before == [(tmp_path / name).read_bytes() for name in FILES]
    design(tmp_path, "--replace")
    (tmp_path / "rollout" / "lock.json").write_text("{}", "utf-8")
    write_rollout_folder(tmp_path)
    code, said = run("rollout design", tmp_path, "--replace", "--lang", "en")
    assert (code, "do not draw anew" in said) == (2, True)


def test_design_when_windows_of_others_stand_keeps_them(tmp_path: Path) -> None:
    others = "who;module;not_before;not_after\nPark;m1;;05-03-2027\np3;m2;01-04-2027;\n"
    write_rollout_folder(tmp_path, {"windows.csv": others})
    code, said = run("rollout design", tmp_path, "--lang", "en")
    assert (code, "windows.csv was not written by the lottery" in said) == (2, True)
    assert not (tmp_path / "rollout").exists()
    found = design(tmp_path, "--replace")
    assert found["start_verdicts"][1] == ["can", "can", "cannot"]
    written = (tmp_path / "windows.csv").read_text("utf-8")
    assert written.startswith(others)
    assert len(written.splitlines()) == 3 + 2 * len(UNITS)
    design(tmp_path)
    assert (tmp_path / "windows.csv").read_text("utf-8") == written


def test_design_when_excel_has_written_the_days_anew_knows_its_rows(tmp_path: Path) -> None:
    design(write_rollout_folder(tmp_path))
    file = tmp_path / "windows.csv"
    danish = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3-\2-\1", file.read_text("utf-8"))
    file.write_text(danish.replace(",", ";"), "utf-8")
    design(tmp_path)
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) == 1 + 2 * len(UNITS)
    assert lines[0] == "who;module;not_before;not_after"


def test_design_when_units_share_a_pair_sends_them_together(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path, {"together.csv": "party,person\nx,p1\nx,p2\n"})
    found = design(tmp_path)
    assert found["together"] == [["Park", "Vej"]]
    assert found["wave_of"]["Park"] == found["wave_of"]["Vej"]


@pytest.mark.parametrize("language", Language)
def test_design_when_written_tells_every_part_in_words(tmp_path: Path, language: Language) -> None:
    write_rollout_folder(tmp_path)
    code, _ = run("rollout design", tmp_path, "--lang", language)
    assert code == 0
    page = (tmp_path / FILES[2]).read_text("utf-8")
    for part in ("asked", "found", "sure", "means", "limits"):
        assert SAID[language][f"{part}_title"] in page
    text = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    assert "{" not in text
    assert "None" not in text


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    blanks = [re.findall(r"{(\w+)}", " ".join(sorted(words.values()))) for words in SAID.values()]
    assert sorted(blanks[0]) == sorted(blanks[1])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("borgere = 2", "elever = 2", "rollout.toml:6:1: units.csv has no column “elever”"),
        ("last_day = 2027-02-12", "units_max = 1\nlast_day = 2027-02-12", "room for 5 units"),
        ("[balance]\nleaders = 1\nborgere = 2\n", "", "Nothing tells which"),
    ],
)
def test_design_when_the_rollout_cannot_be_says_why_and_writes_nothing(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    write_rollout_folder(tmp_path, {"rollout.toml": ROLLOUT.replace(old, new, 1)})
    before = sha256(b"".join(f.read_bytes() for f in sorted(tmp_path.rglob("*.*")) if f.is_file()))
    code, output = run("rollout design", tmp_path, "--lang", "en")
    assert code == 2
    assert said in output
    after = sha256(b"".join(f.read_bytes() for f in sorted(tmp_path.rglob("*.*")) if f.is_file()))
    assert before.hexdigest() == after.hexdigest()


def test_design_when_its_file_is_tampered_with_says_so(tmp_path: Path) -> None:
    found = design(write_rollout_folder(tmp_path))
    waves = found["wave_of"]
    waves["Park"] = "b1" if waves["Park"] == "b2" else "b2"
    (tmp_path / DESIGN).write_text(json.dumps(found), "utf-8")
    code, said = run("rollout design", tmp_path, "--lang", "en")
    assert (code, "not as samskab rollout design wrote it" in said) == (2, True)
