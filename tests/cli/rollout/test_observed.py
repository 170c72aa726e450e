"""`outcomes.csv`: every row with its place, in both dialects."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.rollout.rollout_folder import ROLLOUT, UNITS, write_rollout_folder

from samskab.cli.rollout.observed import Observed, read_observed
from samskab.cli.rollout.reading import read_rollout
from samskab.common.errors import InputError
from samskab.planner.folder import read_folder
from samskab.telling.language import Language
from samskab.telling.words.sentence import sentence

HEAD = "unit,period,value\n"
PERIODS = """
[[periods]]
id = "før"
first_day = 2027-01-04
last_day = 2027-01-29
[[periods]]
id = "efter 1"
first_day = 2027-02-12
last_day = 2027-03-01
[[periods]]
id = "efter 2"
first_day = 2027-03-08
last_day = 2027-03-12
"""


def observed(folder: Path, rows: str, old: str = "", new: str = "") -> Observed:
    rollout = ROLLOUT.replace(old, new) + PERIODS
    write_rollout_folder(folder, {"rollout.toml": rollout, "outcomes.csv": rows})
    problem = read_folder(folder).problem
    assert problem is not None
    return read_observed(folder, read_rollout(folder, problem).settings, UNITS)


def said(folder: Path, rows: str, old: str = "", new: str = "") -> list[str]:
    with pytest.raises(InputError) as caught:
        observed(folder, rows, old, new)
    return [sentence(fault, Language.ENGLISH) for fault in caught.value.faults]


def test_observed_when_only_means_are_there_dates_them_by_their_period(tmp_path: Path) -> None:
    found = observed(tmp_path, HEAD + "Park,før,61.5\nVej,efter 1,-2\n")
    assert found.unit == ("Park", "Vej")
    assert found.period.tolist() == [0, 1]
    assert found.value.tolist() == [61.5, -2.0]
    assert (found.treated, found.person) == (None, None)
    assert found.day == (date(2027, 1, 4), date(2027, 2, 12))
    spot = found.rows[1].at("value").spot
    assert (spot.file, spot.line, spot.column) == ("outcomes.csv", 3, 13)


def test_observed_when_written_by_danish_excel_is_the_same(tmp_path: Path) -> None:
    rows = "sep=;\nperiod;unit;value;treated;person;day\nefter 1;Børn;61,5;1;p5;14-02-2027\n"
    found = observed(tmp_path, rows)
    assert found.unit == ("Børn",)
    assert found.value.tolist() == [61.5]
    assert found.treated is not None
    assert found.treated.tolist() == [True]
    assert (found.person, found.day) == (("p5",), (date(2027, 2, 14),))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (HEAD + "Park,før,NaN\n", "outcomes.csv:2:10: "),
        (HEAD + "Park,før,\n", "outcomes.csv:2:10: "),
        (HEAD + "Havn,før,3\n", "outcomes.csv:2:1: The unit “Havn” is not in the roll-out"),
        (HEAD + "Park,maj,3\n", "outcomes.csv:2:6: There is no period “maj”"),
        ("unit,period,value,treated\nPark,før,3,2\n", "outcomes.csv:2:12: "),
        ("unit,period,value,treated\nPark,før,3,0.5\n", "outcomes.csv:2:12: "),
        (
            "unit,period,value,day\nPark,efter 1,3,2027-02-01\n",
            "outcomes.csv:2:16: The measurement is from 2027-02-01, before period “efter 1”",
        ),
        (
            "unit,period,value,person\nPark,før,3,p1\nPark,før,4,p1\n",
            "outcomes.csv:3:12: “p1” has been measured",
        ),
        (HEAD, "outcomes.csv:1:1: The file has no measurements"),
        ("unit,period\nPark,før\n", "outcomes.csv:1:1: "),
    ],
)
def test_observed_when_a_row_cannot_be_says_where_and_why(
    tmp_path: Path, rows: str, told: str
) -> None:
    sentences = said(tmp_path, rows)
    assert len(sentences) == 1
    assert sentences[0].startswith(told)


def test_observed_when_a_share_is_above_one_or_a_count_below_none_says_so(tmp_path: Path) -> None:
    binary = ("mean = 60", "mean = 0.3"), ("smallest_relevant = 4", "smallest_relevant = 0.1")
    kind = 'kind = "continuous"'
    base = ROLLOUT.replace("sd = 15\n", "")
    for old, new in binary:
        base = base.replace(old, new)
    wrong = said(tmp_path, HEAD + "Park,før,1.2\n", ROLLOUT, base.replace(kind, 'kind = "binary"'))
    assert wrong[0].startswith("outcomes.csv:2:10: ")
    wrong = said(tmp_path, HEAD + "Park,før,-1\n", ROLLOUT, base.replace(kind, 'kind = "count"'))
    assert wrong[0].startswith("outcomes.csv:2:10: ")


def test_observed_when_there_is_no_file_says_so(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path)
    problem = read_folder(tmp_path).problem
    assert problem is not None
    settings = read_rollout(tmp_path, problem).settings
    with pytest.raises(InputError) as caught:
        read_observed(tmp_path, settings, UNITS)
    assert caught.value.faults[0].file == "outcomes.csv"
