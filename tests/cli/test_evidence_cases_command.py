"""`samskab evidence-cases`: a line per case, and how it ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from samskab.cli.main import app

PARALLEL = {"sequences": [1, 1, 1, 1, 1], "effect": 1, "sigma": 2, "tau": 0.33, "n": 10}
RIGHT = {
    "id": "hussey",
    "inputs": PARALLEL,
    "expected": {"var_theta": 0.14},
    "tolerance": 0.01,
}


def run(tmp_path: Path, text: str, *options: str) -> tuple[int, str, str]:
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["evidence-cases", str(path), *options])
    return done.exit_code, done.stdout, done.stderr


def test_evidence_cases_when_all_agree(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path, json.dumps({"power": [RIGHT]}), "--json")
    (verdict,) = json.loads(out)
    assert code == 0
    assert verdict["id"] == "hussey"
    assert verdict["ok"] is True
    assert verdict["expected"] == {"var_theta": 0.14}
    assert set(verdict["got"]) == {"var_theta"}


def test_evidence_cases_when_one_differs_and_one_fails(tmp_path: Path) -> None:
    wrong = RIGHT | {"id": "wrong", "expected": {"var_theta": 0.2}}
    missing = RIGHT | {"id": "missing", "expected": {"var_theta": 0.14, "moon": 1}}
    broken = RIGHT | {"id": "broken", "inputs": PARALLEL | {"tau": -1}}
    unknown = {"id": "unknown", "inputs": "words", "expected": 1}
    cases = {"power": [RIGHT, wrong, missing, broken, unknown]}
    code, out, _ = run(tmp_path, json.dumps(cases), "--json")
    verdicts = {verdict["id"]: verdict for verdict in json.loads(out)}
    assert code == 1
    assert [name for name, verdict in verdicts.items() if verdict["ok"]] == ["hussey"]
    assert "power_negative" in verdicts["broken"]["error"]
    assert verdicts["unknown"]["got"] is None
    code, out, _ = run(tmp_path, json.dumps(cases), "--lang", "da")
    assert code == 1
    assert "wrong: stemmer ikke." in out
    assert "1 af 5 tilfælde stemmer." in out


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("{", "cases.json:1:2: Filen er ikke gyldig JSON", "cases.json:1:2: The file is no valid"),
        ("[]", "ingen tilfælde", "holds no cases"),
        ('{"power": []}', "ingen tilfælde", "holds no cases"),
    ],
)
def test_evidence_cases_when_the_file_is_no_case_file(
    tmp_path: Path, text: str, danish: str, english: str
) -> None:
    for language, words in (("da", danish), ("en", english)):
        code, _, err = run(tmp_path, text, "--lang", language)
        assert code == 2
        assert words in err


def test_evidence_cases_when_there_is_no_file(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["evidence-cases", str(tmp_path / "none.json"), "--lang", "en"])
    assert done.exit_code == 2
    assert "There is no file" in done.stderr
