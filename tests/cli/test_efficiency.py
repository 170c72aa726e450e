"""`samskab efficiency`: a CSV in either dialect in, a page and its figures out."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.telling.language import Language
from samskab.telling.words.efficiency import SAID

DANISH = """Enhed;input:Udgifter, kr.;input:Årsværk;output:Børn;Note
Nord;1000,50;1,0;10;a
Syd;2000,0;3,0;10;b
Øst;3000,0;3,0;24;c
Vest;4000,0;5,0;24;d
By;2500,0;2,5;12;e
Land;3500,0;4,5;16;f
"""
ENGLISH = "unit,spent,staff,children\nN,1,1,10\nS,2,3,10\nE,3,3,24\n"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "huse.csv"
    file.write_text(text, "utf-8")
    return file


def run(*arguments: object) -> tuple[int, str]:
    ended = CliRunner().invoke(app, ["efficiency", *map(str, arguments)])
    return ended.exit_code, ended.output


def test_efficiency_when_the_file_is_danish_writes_scores_and_a_page(tmp_path: Path) -> None:
    code, said = run(written(tmp_path, DANISH), "--lang", "da", "--bootstrap", 50)
    assert code == 0
    assert "Kolonnen Note kendes ikke" in said
    found = json.loads((tmp_path / "huse" / "efficiency.json").read_text("utf-8"))
    units = {unit["name"]: unit for unit in found["units"]}
    assert units["Nord"]["share"] == 1.0
    assert units["Syd"]["share"] == pytest.approx(0.50025)  # as Nord, for 1,000.50 of 2,000 kr.
    assert [peer["name"] for peer in units["Syd"]["peers"]] == ["Nord"]
    assert units["Syd"]["inputs"]["Årsværk"]["target"] == pytest.approx(1.0)
    assert units["Syd"]["low"] < units["Syd"]["share"]
    page = (tmp_path / "huse" / "report.html").read_text("utf-8")
    for title in ("asked", "found", "sure", "means", "each", "limits"):
        assert SAID[Language.DANISH][f"{title}_title"] in page
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "Syd kunne nøjes med 50,0" in page


def test_efficiency_when_columns_are_chosen_by_options_reads_those(tmp_path: Path) -> None:
    file, out = written(tmp_path, ENGLISH), tmp_path / "out"
    code, _ = run(
        file, "--inputs", "staff", "--outputs", "Children", "--returns", "crs", "--out", out,
        "--orientation", "output", "--lang", "en",
    )  # fmt: skip
    assert code == 0
    found = json.loads((out / "efficiency.json").read_text("utf-8"))
    assert [unit["score"] for unit in found["units"]] == pytest.approx([1.0, 3.0, 1.25])
    assert found["bootstrap"] is None  # two units below the best tell nothing of their spread
    assert "We cannot tell how sure it is" in (out / "report.html").read_text("utf-8")


def test_efficiency_when_drawn_twice_from_a_seed_is_the_same(tmp_path: Path) -> None:
    file = written(tmp_path, DANISH)
    results = []
    for name in "ab":
        run(file, "--bootstrap", 30, "--seed", 4, "--out", tmp_path / name)
        results.append(
            [(tmp_path / name / file).read_bytes() for file in ("efficiency.json", "report.html")]
        )
    assert results[0] == results[1]


@pytest.mark.parametrize("returns", ["crs", "drs", "irs", "fdh"])
def test_efficiency_when_there_are_fixed_bad_and_prices_tells_all(
    tmp_path: Path, returns: str
) -> None:
    text = (
        "unit,input:DKK,price:DKK,fixed:need,output:good,uønsket:complaints\n"
        "A,10,1,3,5,1\nB,20,1,4,6,2\nC,15,2,5,9,1\nD,30,1,2,8,4\n"
    )
    arguments = [written(tmp_path, text), "--returns", returns, "--bad-way", "as_input"]
    code, said = run(*arguments, "--lang", "en")
    assert code == 0, said
    assert "units are few" in said
    found = json.loads((tmp_path / "huse" / "efficiency.json").read_text("utf-8"))
    assert all(unit["cost"] is not None for unit in found["units"])
    assert all(
        unit["inputs"]["need"]["now"] == pytest.approx(unit["inputs"]["need"]["target"])
        or returns != "fdh"
        for unit in found["units"]
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DANISH.replace("1000,50", ""), "huse.csv:2:6: Cellen"),
        (DANISH.replace("1000,50", "ukendt"), "huse.csv:2:6: "),
        (DANISH.replace("1000,50", "-5,5"), "huse.csv:2:6: Nord har -5,5 i Udgifter, kr., og"),
        (DANISH.replace("Syd", "Nord"), "huse.csv:2:1: Enheden Nord står der to gange"),
        (DANISH.replace("output:", ""), "huse.csv:1:1: Ingen kolonne er valgt som output"),
        ("\n".join(DANISH.split("\n")[:2]), "Der er 1 enhed"),
        ("", "huse.csv:1:1: Filen er tom"),
        (DANISH.replace("input:Årsværk", "price:Årsværk"), "har ingen pris"),
    ],
)
def test_efficiency_when_the_file_is_bad_says_where_and_writes_nothing(
    tmp_path: Path, text: str, says: str
) -> None:
    code, said = run(written(tmp_path, text), "--lang", "da")
    assert code == 2
    assert says in said
    assert not (tmp_path / "huse").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--inputs", "spent", "--outputs", "nothing"), "has no column nothing"),
        (("--inputs", "spent", "--outputs", "spent"), "has two roles"),
        (("--inputs", "spent"), "No column is chosen as an output"),
    ],
)
def test_efficiency_when_columns_are_chosen_wrongly_says_which(
    tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    code, said = run(written(tmp_path, ENGLISH), *options, "--lang", "en")
    assert code == 2
    assert says in said


def test_efficiency_when_there_is_no_file_says_so(tmp_path: Path) -> None:
    code, said = run(tmp_path / "none.csv", "--lang", "en")
    assert code == 2
    assert "none.csv:1:1: The file is missing" in said


def test_words_when_spoken_in_either_language_have_the_same_blanks() -> None:
    danish, english = (SAID[language] for language in Language)
    assert set(danish) == set(english)
    for key, words in danish.items():
        assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", english[key])), key


TWO_PERIODS = """unit,period:year,input:spent,output:made
A,2024,2,4
A,2023,2,2
B,2023,4,3
B,2024,4,4
C,2024,5,4
C,2023,5,5
"""


def test_efficiency_when_there_are_two_periods_tells_what_changed(tmp_path: Path) -> None:
    code, said = run(written(tmp_path, TWO_PERIODS), "--lang", "en")
    assert code == 0, said
    found = json.loads((tmp_path / "huse" / "efficiency.json").read_text("utf-8"))
    assert found["periods"] == {"before": "2023", "after": "2024"}
    # One input, one output, constant returns: what comes out of each unit spent, over the best's.
    before, after = {"A": 1.0, "B": 0.75, "C": 1.0}, {"A": 2.0, "B": 1.0, "C": 0.8}
    for unit in found["units"]:
        name = unit["name"]
        assert unit["malmquist"]["index"] == pytest.approx(after[name] / before[name])
        assert unit["malmquist"]["technical_change"] == pytest.approx(2.0)
        near = (after[name] / 2.0) / before[name]
        assert unit["malmquist"]["efficiency_change"] == pytest.approx(near)
    assert [unit["outputs"]["made"]["now"] for unit in found["units"]] == [4, 4, 4]
    page = (tmp_path / "huse" / "report.html").read_text("utf-8")
    assert "Since 2023, A gets 100.0% more out of what it spends." in page
    assert "It has fallen 60.0% back from the best." in page
    assert "From 2023 to 2024, 2 of 3 units" in page


def test_efficiency_when_the_period_is_an_option_reads_prefixes_too(tmp_path: Path) -> None:
    text = TWO_PERIODS.replace("period:year", "year")
    code, said = run(written(tmp_path, text), "--period", "year", "--lang", "da")
    assert code == 0, said
    page = (tmp_path / "huse" / "report.html").read_text("utf-8")
    assert "Siden 2023 får C 20,0\N{NO-BREAK SPACE}% mindre ud af det, den bruger." in page


def test_efficiency_when_change_is_not_borne_says_why(tmp_path: Path) -> None:
    text = TWO_PERIODS.replace("output:made", "output:made,bad:late").replace("\n", ",1\n")
    text = text.replace("bad:late,1", "bad:late")
    code, said = run(written(tmp_path, text), "--lang", "en")
    assert code == 0, said
    found = json.loads((tmp_path / "huse" / "efficiency.json").read_text("utf-8"))
    assert found["left_out"]["malmquist"] == "efficiency_bad_needs_vrs"
    assert found["units"][0]["malmquist"] is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            TWO_PERIODS.replace("2023", "2024"),
            "huse.csv:2:3: Different periods in the column: 1 (2024)",
        ),
        (TWO_PERIODS.replace("C,2023,5,5\n", ""), "huse.csv:6:1: C is not there in 2023"),
        (TWO_PERIODS.replace("B,2023", "A,2023"), "huse.csv:4:1: A is there twice in 2023"),
        (TWO_PERIODS.replace("input:spent", "period:spent"), "chosen as the period too"),
        (TWO_PERIODS.replace("A,2023", "A,"), "huse.csv:3:3: "),
    ],
)
def test_efficiency_when_periods_are_bad_says_where(tmp_path: Path, text: str, says: str) -> None:
    code, said = run(written(tmp_path, text), "--lang", "en")
    assert code == 2
    assert says in said
