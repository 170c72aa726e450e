"""`samskab rollout rehearse`: made-up outcomes that never replace measured ones."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from tests.cli.rollout.rollout_folder import ROLLOUT, UNITS, write_rollout_folder
from tests.cli.rollout.test_design import design, run
from tests.cli.rollout.test_power import BINARY, with_outcome


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "outcomes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rehearse_when_lots_are_drawn_fills_every_cell_and_says_the_truth(tmp_path: Path) -> None:
    folder = write_rollout_folder(tmp_path)
    design(folder)
    code, said = run("rollout rehearse", folder, "--effect", "6", "--lang", "en")
    assert code == 0, said
    assert "true effect is 6" in said
    rows = rows_of(folder)
    counted = Counter((row["unit"], row["period"]) for row in rows)
    assert {unit for unit, _ in counted} == set(UNITS)
    assert set(counted.values()) == {20}
    assert {row["kilde"] for row in rows} == {"synthetic"}
    truth = json.loads((folder / "rollout/rehearsal.json").read_text("utf-8"))
    effects = truth["by_exposure"]
    assert truth["simulated"] is True
    assert sum(effects) / len(effects) == pytest.approx(6.0)


def test_rehearse_when_repeated_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = write_rollout_folder(tmp_path)
    design(folder)
    assert run("rollout rehearse", folder, "--seed", "3")[0] == 0
    first = (folder / "outcomes.csv").read_bytes()
    assert run("rollout rehearse", folder, "--seed", "4")[0] == 0
    assert (folder / "outcomes.csv").read_bytes() != first
    assert run("rollout rehearse", folder, "--seed", "3")[0] == 0
    assert (folder / "outcomes.csv").read_bytes() == first


def test_rehearse_when_less_is_better_makes_the_share_fall(tmp_path: Path) -> None:
    folder = with_outcome(tmp_path, BINARY)
    design(folder)
    assert run("rollout rehearse", folder)[0] == 0
    truth = json.loads((folder / "rollout/rehearsal.json").read_text("utf-8"))
    assert truth["effect"] == pytest.approx(-0.1)
    assert {row["value"] for row in rows_of(folder)} == {"0", "1"}


@pytest.mark.parametrize("written", ["unit,period,value\nSkole,t1,3\n", None])
def test_rehearse_when_figures_are_measured_leaves_them(
    tmp_path: Path, written: str | None
) -> None:
    folder = write_rollout_folder(tmp_path)
    design(folder)
    if written is None:  # a rehearsal's file that somebody has changed since
        assert run("rollout rehearse", folder)[0] == 0
        written = (folder / "outcomes.csv").read_text("utf-8").replace("Skole", "Park", 1)
    (folder / "outcomes.csv").write_text(written, "utf-8")
    code, said = run("rollout rehearse", folder, "--lang", "en")
    assert code == 2
    assert "not overwritten" in said
    assert (folder / "outcomes.csv").read_text("utf-8") == written


def test_rehearse_when_no_lots_are_drawn_says_so(tmp_path: Path) -> None:
    code, said = run("rollout rehearse", write_rollout_folder(tmp_path), "--lang", "en")
    assert code == 2
    assert "Lots have not been drawn yet" in said
    assert not (tmp_path / "outcomes.csv").exists()


@pytest.mark.parametrize("kind", ["binary", "count"])
def test_power_when_a_spread_would_not_be_used_refuses_it(tmp_path: Path, kind: str) -> None:
    text = BINARY.replace('"binary"', f'"{kind}"').replace("mean", "sd = 3\nmean", 1)
    code, said = run("rollout power", with_outcome(tmp_path, text), "--lang", "en")
    assert code == 2
    assert "rollout.toml:" in said
    assert "sd is not used" in said


def test_power_when_few_orders_are_kept_says_that_none_can_be_proof(tmp_path: Path) -> None:
    text = ROLLOUT.replace("keep = 0.5", "keep = 0.01")
    folder = write_rollout_folder(tmp_path, {"rollout.toml": text})
    design(folder)
    kept = json.loads((folder / "rollout/design.json").read_text("utf-8"))["lottery"]["kept"]
    assert kept < 20
    code, said = run("rollout power", folder, "--lang", "en")
    assert code == 0
    assert f"{kept}" in said


def test_rehearse_when_a_share_has_no_room_for_the_effect_says_so(tmp_path: Path) -> None:
    folder = with_outcome(tmp_path, BINARY)
    design(folder)
    code, said = run("rollout rehearse", folder, "--effect", "0.29", "--lang", "en")
    assert code == 2
    assert "choose a smaller --effect" in said
    assert not (tmp_path / "outcomes.csv").exists()


@pytest.mark.parametrize(("language", "words"), [("da", "Øvelse"), ("en", "A rehearsal")])
def test_analyse_when_rehearsed_shows_the_truth_beside_the_answer(
    tmp_path: Path, language: str, words: str
) -> None:
    folder = write_rollout_folder(tmp_path)
    design(folder)
    assert run("rollout rehearse", folder, "--effect", "12")[0] == 0
    code, said = run("rollout analyse", folder, "--lang", language)
    assert code == 0, said
    assert "12" in said
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    assert f'<aside class="mark">{words}' in page
    found = json.loads((folder / "rollout/analysis.json").read_text("utf-8"))
    assert found["simulated"] is True
    assert found["true_effect"] == pytest.approx(12.0)
    rows = (folder / "outcomes.csv").read_text("utf-8").replace("synthetic", "measured")
    (folder / "outcomes.csv").write_text(rows, "utf-8")
    assert run("rollout analyse", folder, "--lang", language)[0] == 0
    assert words not in (folder / "rollout/analysis.html").read_text("utf-8")
