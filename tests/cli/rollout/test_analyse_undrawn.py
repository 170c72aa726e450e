"""`samskab rollout analyse` where nothing was drawn by lot: told everywhere, and weaker words."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.cli.rollout.measured import OUTCOME as USUAL
from tests.cli.rollout.measured import PERIODS, analyse, rollout_toml
from tests.cli.rollout.rollout_folder import write_rollout_folder
from tests.cli.rollout.test_design import run

from samskab.telling.language import Language

STARTS = (2, 2, 2, 3, 3, 3, 9, 9, 9, 9, 9, 9)
NOT_DRAWN = {Language.DANISH: "Ikke trukket ved lod", Language.ENGLISH: "Not randomised"}


def undrawn(root: Path, effect: float, *, treated: bool = True) -> Path:
    """Twelve units, none of them in people.csv; six start, at two times."""
    generator = np.random.default_rng(3)
    lines = ["unit,period,value" + (",treated" if treated else "")]
    for unit, start in enumerate(STARTS):
        level = 60 + 3 * generator.standard_normal()
        for at, period in enumerate(PERIODS):
            begun = at >= start
            value = level + 0.5 * at + effect * begun + 0.5 * generator.standard_normal()
            lines.append(
                f"Nabo {unit},{period},{value:.6f}" + (f",{int(begun)}" if treated else "")
            )
    files = {"rollout.toml": rollout_toml(USUAL), "outcomes.csv": "\n".join(lines) + "\n"}
    files["units.csv"] = "unit,Borgere\n" + "".join(
        f"{unit},1\n" for unit in ("Skole", "Park", "Vej", "Pleje", "Dagtilbud", "Børn")
    )
    return write_rollout_folder(root, files)


def refused(folder: Path) -> str:
    code, said = run("rollout analyse", folder, "--lang", "en")
    assert code == 2
    assert not (folder / "rollout/analysis.json").exists()
    return said


@pytest.mark.parametrize("language", Language)
def test_analyse_when_nothing_was_drawn_says_so_everywhere(
    tmp_path: Path, language: Language
) -> None:
    folder = undrawn(tmp_path, 6.0)
    code, said = run("rollout analyse", folder, "--lang", language)
    assert code == 0, said
    assert NOT_DRAWN[language] in said
    found: dict[str, Any] = json.loads((folder / "rollout/analysis.json").read_text("utf-8"))
    assert found["randomised"] is False
    assert "verdict" not in found
    comparison = found["comparison"]
    assert comparison["looks"] == "better"
    first = comparison["methods"][0]
    assert first["method"] == "callaway_santanna"
    assert first["effect"]["low"] < 6.0 < first["effect"]["high"]
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    assert page.count(NOT_DRAWN[language]) >= 3  # kicker, mark and headline at least
    text = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    assert "It works" not in text
    assert "Det virker:" not in text
    assert not re.search(r"\b(None|nan|inf)\b", text)
    assert "{" not in text


def test_analyse_when_the_undrawn_made_it_worse_looks_worse(tmp_path: Path) -> None:
    assert analyse(undrawn(tmp_path, -6.0))["comparison"]["looks"] == "worse"


def test_analyse_when_nobody_says_who_had_started_asks_for_the_column(tmp_path: Path) -> None:
    folder = undrawn(tmp_path, 6.0, treated=False)
    said = refused(folder)
    assert "outcomes.csv:1" in said
    assert "treated" in said


def test_analyse_when_the_locked_lottery_is_gone_does_not_compare_instead(
    locked: Path, tmp_path: Path
) -> None:
    folder = undrawn(tmp_path, 6.0)
    (folder / "rollout").mkdir()
    (folder / "rollout/lock.json").write_bytes((locked / "rollout/lock.json").read_bytes())
    assert "rollout/lock.json: The analysis was locked for another lottery" in refused(folder)
