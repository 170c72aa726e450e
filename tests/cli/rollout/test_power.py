"""`samskab rollout power`: what a roll-out can show, against a closed form."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from scipy.stats import t as student
from tests.cli.rollout.rollout_folder import ROLLOUT, UNITS, write_rollout_folder
from tests.cli.rollout.test_design import design, run

from samskab.telling.language import Language
from samskab.telling.words.rollout_power import SAID

BINARY = """\
[outcome]
name = "Sygemeldte"
kind = "binary"
higher_is_better = false
mean = 0.3
icc = 0.02
persons = 200
smallest_relevant = 0.1
"""


def power(folder: Path, language: str = "en") -> dict[str, Any]:
    code, said = run("rollout power", folder, "--lang", language)
    assert code == 0, said
    content: dict[str, Any] = json.loads((folder / "rollout/power.json").read_text("utf-8"))
    return content


def with_outcome(folder: Path, outcome: str) -> Path:
    head, _, rest = ROLLOUT.partition("[outcome]")
    benefits = rest[rest.index("[[benefits]]") :]
    return write_rollout_folder(folder, {"rollout.toml": f"{head}{outcome}\n{benefits}"})


def hussey_hughes(treated: list[int], persons: int, sd: float, icc: float) -> float:
    """The variance of a constant effect (Hussey and Hughes 2007, eq. 8)."""
    units, periods = len(treated), max(treated) + 1
    noise, tau2 = sd**2 * (1 - icc) / persons, sd**2 * icc
    rows = [[1 if t >= start else 0 for t in range(periods)] for start in treated]
    u = sum(map(sum, rows))
    w = sum(sum(column) ** 2 for column in zip(*rows, strict=True))
    v = sum(sum(row) ** 2 for row in rows)
    variance: float = (
        units * noise * (noise + periods * tau2)
        / ((units * u - w) * noise + (u**2 + units * periods * u - periods * w - units * v) * tau2)
    )  # fmt: skip
    return variance


@pytest.mark.parametrize(
    ("test", "df"),
    [("permutation", len(UNITS) - 2), ("kenward_roger", len(UNITS) * 4 - len(UNITS))],
)
def test_power_when_the_effect_is_constant_is_that_of_the_closed_form(
    tmp_path: Path, test: str, df: int
) -> None:
    text = ROLLOUT.replace("cac = 0.8", "cac = 1")
    text += f'\n[analysis]\nestimand = "constant"\ntest = "{test}"\n'
    write_rollout_folder(tmp_path, {"rollout.toml": text})
    found = power(tmp_path)
    error = math.sqrt(hussey_hughes([1, 1, 2, 2, 3, 3], 20, 15, 0.05))
    smallest = error * (student.ppf(0.975, df) + student.ppf(0.8, df))
    assert found["smallest_detectable"]["constant"] == pytest.approx(smallest)
    away = 4 / error - student.ppf(0.975, df)
    far = -4 / error - student.ppf(0.975, df)
    assert found["power"] == pytest.approx(student.cdf(away, df) + student.cdf(far, df))
    assert found["smallest_detectable"]["ratio"] > 1


def test_power_when_lots_are_drawn_is_over_the_orders_kept(tmp_path: Path) -> None:
    before = power(write_rollout_folder(tmp_path))
    assert (before["is_drawn"], before["over_allowed"]) == (False, None)
    design(tmp_path)
    after = power(tmp_path)
    assert after["over_allowed"]["orders"] == 30  # the better half of 60
    assert after["over_allowed"]["mean"] == pytest.approx(after["power"])
    assert [period["treated"] for period in after["periods"]] == [0, 2, 4, 6]


def test_power_when_a_share_shall_fall_says_what_would_tell(tmp_path: Path) -> None:
    found = power(with_outcome(tmp_path, BINARY))
    assert not found["can_tell"]
    assert found["further_units"]["number"] is not None
    page = (tmp_path / "rollout/power.html").read_text("utf-8")
    assert "We cannot tell with this roll-out" in page
    assert "10 percentage points" in page
    larger = power(with_outcome(tmp_path, BINARY.replace("0.1", "0.25")))
    assert larger["can_tell"]
    assert larger["power"] > found["power"]


def test_power_when_a_count_is_asked_for_has_a_number(tmp_path: Path) -> None:
    count = BINARY.replace("binary", "count").replace("mean = 0.3", "mean = 6")
    found = power(with_outcome(tmp_path, count.replace("0.1", "2")))
    assert 0 < found["smallest_detectable"]["exposure_average"] < 6


@pytest.mark.parametrize("language", Language)
def test_power_when_written_tells_every_part_in_words(tmp_path: Path, language: Language) -> None:
    power(write_rollout_folder(tmp_path), language)
    page = (tmp_path / "rollout/power.html").read_text("utf-8")
    for part in ("asked", "found", "sure", "more", "means", "limits"):
        assert SAID[language][f"{part}_title"] in page
    text = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    assert "{" not in text
    assert "None" not in text
    assert "nan" not in text


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    for key, words in danish.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", english[key])), key


def test_power_when_nothing_is_measured_says_so(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path, {"rollout.toml": ROLLOUT.partition("[outcome]")[0]})
    code, said = run("rollout power", tmp_path, "--lang", "en")
    assert (code, "write [outcome] in rollout.toml" in said) == (2, True)
    assert not (tmp_path / "rollout").exists()


def test_power_when_the_waves_have_moved_since_the_lottery_refuses(tmp_path: Path) -> None:
    design(write_rollout_folder(tmp_path))
    moved = ROLLOUT.replace("last_day = 2027-02-12", "last_day = 2027-02-15")
    write_rollout_folder(tmp_path, {"rollout.toml": moved})
    code, said = run("rollout power", tmp_path, "--lang", "en")
    assert (code, "Lots were drawn over other waves" in said) == (2, True)


def test_power_when_asked_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    files = ("rollout/power.json", "rollout/power.html")
    write_rollout_folder(tmp_path)
    first = [power(tmp_path) and (tmp_path / name).read_bytes() for name in files]
    assert first == [power(tmp_path) and (tmp_path / name).read_bytes() for name in files]
