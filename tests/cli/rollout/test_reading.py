"""`rollout.toml` and `units.csv`: read whole, or every fault with its place."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.rollout.rollout_folder import ROLLOUT, UNITS_CSV, write_rollout_folder

from samskab.cli.folder import open_folder
from samskab.cli.rollout.reading import RolloutReading, read_rollout
from samskab.cli.rollout.settings import OutcomeKind
from samskab.common.errors import InputError
from samskab.telling.rollout_codes import RolloutFileCode as Code


def read(root: Path) -> RolloutReading:
    return read_rollout(root, open_folder(root, root / ".cache").problem)


def test_reading_when_the_file_is_sound_has_all_of_it(tmp_path: Path) -> None:
    settings = read(write_rollout_folder(tmp_path)).settings
    assert settings.start_module == "m1"
    assert (settings.seed, settings.draws, settings.keep) == ("7", 10_000, 0.5)
    assert [wave.id for wave in settings.waves] == ["b1", "b2", "b3"]
    assert settings.balance == (("leaders", 1.0), ("borgere", 2.0))
    assert settings.units["Park"].numbers == {"borgere": 200.0}
    assert settings.units["Park"].texts["slags"] == "by"
    outcome = settings.outcome
    assert outcome is not None
    assert (outcome.kind, outcome.icc, outcome.cac) == (OutcomeKind.CONTINUOUS, 0.05, 0.8)
    assert outcome.oere_per_step == 2_000_000
    (benefit,) = settings.economics.benefits
    assert (benefit.probable_oere, benefit.taken_home) == (20_000_000, True)


def test_reading_when_periods_are_left_out_starts_one_with_each_wave(tmp_path: Path) -> None:
    settings = read(write_rollout_folder(tmp_path)).settings
    assert [(p.first_day, p.last_day) for p in settings.periods] == [
        (date(2027, 1, 11), date(2027, 1, 31)),
        (date(2027, 2, 12), date(2027, 3, 4)),
        (date(2027, 3, 5), date(2027, 4, 1)),
        (date(2027, 4, 2), date(2027, 4, 29)),
    ]
    assert settings.start_periods == (1, 2, 3)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("seed = 7", 'start_module = "m2"', (Code.MODULE_COMES_AFTER, 1)),
        ("seed = 7", 'start_module = "m9"', ("module_unknown", 1)),
        ("seed = 7", 'together = [["Skole", "Kunst"]]', (Code.UNIT_UNKNOWN, 1)),
        ("seed = 7", 'together = [["Skole"]]', (Code.GROUP_TOO_SMALL, 1)),
        ("keep = 0.5", "keep = 0", (Code.SHARE_OUTSIDE, 2)),
        ("borgere = 2", "elever = 2", (Code.COLUMN_UNKNOWN, 6)),
        ("borgere = 2", "borgere = 0", ("number_not_above", 6)),
        ("last_day = 2027-02-12", "last_day = 2027-02-22", (Code.WAVES_OUT_OF_ORDER, 15)),
        ("last_day = 2027-02-12", "last_day = 2027-01-12", (Code.WAVE_BACKWARDS, 11)),
        ("first_day = 2027-02-01", "first_day = 2026-02-01", (Code.WAVE_OUTSIDE, 10)),
        ("last_day = 2027-04-02", "units_min = 3\nunits_max = 2\nlast_day = 2027-04-02",
         (Code.SIZES_BACKWARDS, 22)),
        ('id = "b2"', 'id = "b1"', ("id_twice", 14)),
        ('kind = "continuous"', 'kind = "tal"', (Code.CHOICE_UNKNOWN, 25)),
        ('kind = "continuous"', 'kind = "binary"', (Code.SHARE_OUTSIDE, 27)),
        ("icc = 0.05", "icc = 1.05", (Code.SHARE_OUTSIDE, 29)),
        ("taken_home = true", 'taken_home = "ja"', (Code.TRUTH_WANTED, 40)),
        ("probable = 200000", "probable = 900000", (Code.POINTS_BACKWARDS, 38)),
        ("[outcome]", ('[[periods]]\nid = "a"\nfirst_day = 2027-01-01\nlast_day = 2027-01-31\n'
         '[[periods]]\nid = "b"\nfirst_day = 2027-05-01\nlast_day = 2027-05-31\n[outcome]'),
         (Code.PERIODS_DO_NOT_PART, 16)),
    ],
)  # fmt: skip
def test_reading_when_a_line_is_wrong_says_where(
    tmp_path: Path, old: str, new: str, found: tuple[str, int]
) -> None:
    assert old in ROLLOUT
    write_rollout_folder(tmp_path, {"rollout.toml": ROLLOUT.replace(old, new, 1)})
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert found in [(fault.code, fault.line) for fault in error.value.faults]
    assert {fault.file for fault in error.value.faults} == {"rollout.toml"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{UNITS_CSV}Kunst,1,by\n", (Code.UNIT_UNKNOWN, "units.csv", 8)),
        (f"{UNITS_CSV}Park,1,by\n", (Code.UNIT_TWICE, "units.csv", 8)),
        (UNITS_CSV.replace("200", "mange"), ("number_wrong", "units.csv", 3)),
        (UNITS_CSV.replace("Park,200,by\n", ""), (Code.UNIT_MISSING, "rollout.toml", 4)),
        (None, (Code.COLUMN_UNKNOWN, "rollout.toml", 6)),
    ],
)
def test_reading_when_units_are_wrong_says_where(
    tmp_path: Path, text: str | None, found: tuple[str, str, int]
) -> None:
    write_rollout_folder(tmp_path, {"units.csv": text})
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert found in [(fault.code, fault.file, fault.line) for fault in error.value.faults]


def test_reading_when_there_is_no_rollout_says_so(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path, {"rollout.toml": None})
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert [fault.code for fault in error.value.faults] == ["file_missing"]
