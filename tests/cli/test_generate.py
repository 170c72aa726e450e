from pathlib import Path

import pytest
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.folder import read_folder
from samskab.planner.synthetic.programme import MOST_MODULES
from samskab.planner.synthetic.settings import FEWEST_LEADERS

SMALL = ["--leaders", "12", "--weeks", "4", "--modules", "2", "--seed", "1"]


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["generate", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_generate_when_all_is_well(tmp_path: Path) -> None:
    out = tmp_path / "new" / "fjordby"
    code, said, complained = run(str(out), *SMALL, "--lang", "en")
    assert (code, complained) == (0, "")
    facilitators = len((out / "facilitators.csv").read_text().splitlines()) - 1
    assert said == (
        f"Fjordby (synthetic): 12 leaders in 2 units, 2 modules, {facilitators} facilitators, "
        f"4 rooms, 2027-02-01 to 2027-02-26.\nPlan it: samskab plan {out}\n"
    )
    assert len(list((out / "calendars").iterdir())) == 12 + facilitators + 4


def test_generate_when_danish_is_asked_for(tmp_path: Path) -> None:
    code, said, _ = run(str(tmp_path / "out"), *SMALL, "--lang", "da", "--name", "Vigby")
    assert code == 0
    assert said.startswith("Vigby (syntetisk): 12 ledere i 2 enheder")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "is not empty: choose another folder, or replace a synthetic one with --replace."),
        ("da", "er ikke tom: vælg en anden mappe, eller erstat en syntetisk mappe med --replace."),
    ],
)
def test_generate_when_the_folder_is_not_empty(
    tmp_path: Path, language: str, sentence: str
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, said, complained = run(str(tmp_path), *SMALL, "--lang", language)
    assert (code, said, complained) == (2, "", f"{tmp_path} {sentence}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_generate_when_it_replaces_its_own_folder(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert run(out, *SMALL)[0] == 0
    assert run(out, *SMALL)[0] == 2
    assert run(out, *SMALL, "--replace", "--cohorts")[0] == 0
    assert 'keep_together = [["m1", "m2"]]' in (tmp_path / "out" / "programme.toml").read_text()


def test_generate_when_a_number_is_out_of_range(tmp_path: Path) -> None:
    for option, number in (
        ("--leaders", FEWEST_LEADERS - 1),
        ("--modules", MOST_MODULES + 1),
        ("--weeks", 3),
        ("--seed", -1),
    ):
        code, _, complained = run(str(tmp_path / "out"), option, str(number))
        assert code == 2
        assert option in complained
        assert not (tmp_path / "out").exists()


def test_generate_when_it_makes_the_fewest_leaders_and_most_modules(tmp_path: Path) -> None:
    out = tmp_path / "out"
    small = ["--leaders", str(FEWEST_LEADERS), "--modules", str(MOST_MODULES), "--weeks", "4"]
    assert run(str(out), *small)[0] == 0
    reading = read_folder(out)
    assert (reading.faults, reading.warnings) == ((), ())


def test_generate_when_it_may_not_write_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    code, said, complained = run(str(tmp_path / "file" / "out"), *SMALL, "--lang", "en")
    assert (code, said) == (2, "")
    assert complained == (
        f"{tmp_path / 'file'} cannot be written (File exists): "
        "choose a folder that you may write to.\n"
    )
