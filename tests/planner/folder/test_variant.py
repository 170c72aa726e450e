"""Variants against folders that are edited by hand: the same programme, the same faults."""

from pathlib import Path

import pytest
from tests.planner.folder.sound_folder import PROGRAMME, write_folder

from samskab.planner.folder import Code, FolderReading, read_folder
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.overlay import VariedProgramme, vary
from samskab.planner.folder.settings import SettingCode
from samskab.planner.folder.variant import variant_of_file, variant_of_text

RULES = "[rules]\nmax_days_per_week = 1\nmax_away_per_unit = 0.5\n"
FULL = PROGRAMME.replace("\n[[modules]]", f"\n{RULES}\n[[modules]]", 1)
M2 = 'after = ["m1"]\ngap_days_min = 7\n'


@pytest.fixture
def read(tmp_path: Path) -> FolderReading:
    reading = read_folder(write_folder(tmp_path / "folder", {"programme.toml": FULL}))
    assert reading.faults == ()
    return reading


def varied(read: FolderReading, text: str) -> VariedProgramme:
    assert read.document is not None
    assert read.problem is not None
    findings = Findings()
    variant = variant_of_text(text, read.document, findings)
    assert findings.faults == []
    return vary(read.document, variant, read.problem.rooms)


def edited(tmp_path: Path, old: str, new: str) -> FolderReading:
    assert FULL.count(old) == 1
    files = {"programme.toml": FULL.replace(old, new)}
    return read_folder(write_folder(tmp_path / "edited", files))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("rules.max_days_per_week=3", "max_days_per_week = 1", "max_days_per_week = 3"),
        (" rules . max_away_per_unit = 2 ", "max_away_per_unit = 0.5", "max_away_per_unit = 2"),
        ("rules.max_away_per_unit=0.25", "max_away_per_unit = 0.5", "max_away_per_unit = 0.25"),
        ("rules.max_away_per_unit=", "max_away_per_unit = 0.5\n", ""),
        ("prices.km=4.20,prices.unserved=99", RULES, f"{RULES}[prices]\nkm=4.20\nunserved=99\n"),
        ("modules.m2.gap_days_min=3", "gap_days_min = 7", "gap_days_min = 3"),
        ('modules."m2".after=[]', 'after = ["m1"]', "after = []"),
        ("modules.m1.format=online", '"in_person"', '"online"'),
        ("last_day=2027-03-19", "2027-03-26", "2027-03-19"),
        ('last_day="2027-03-19"', "2027-03-26", '"2027-03-19"'),
        ('day.am=["08:00","11:30"]', RULES, f'{RULES}[day]\nam=["08:00","11:30"]\n'),
        ("rules={max_days_per_week=4}", "max_days_per_week = 1", "max_days_per_week = 4"),
        (
            'rules.keep_together=[["m1","m2"]],rules.fair_hours=2',
            RULES,
            f'{RULES}keep_together=[["m1","m2"]]\nfair_hours=2\n',
        ),
        (
            "closed=[2027-02-08,{from=2027-03-01,to=2027-03-03}]",
            "last_day = 2027-03-26\n",
            "last_day = 2027-03-26\nclosed=[2027-02-08,{from=2027-03-01,to=2027-03-03}]\n",
        ),
    ],
)
def test_a_variant_when_laid_over_is_what_editing_the_file_makes(
    tmp_path: Path, read: FolderReading, text: str, old: str, new: str
) -> None:
    by_hand = edited(tmp_path, old, new)
    assert by_hand.faults == ()
    assert by_hand.programme != read.programme
    found = varied(read, text)
    assert found.faults == ()
    assert found.programme == by_hand.programme
    again = varied(read, "rules.max_days_per_week=1")  # nothing stays of what was laid over
    assert again.programme == read.programme


def test_a_variant_when_it_is_a_file_may_change_many_settings(
    tmp_path: Path, read: FolderReading
) -> None:
    piece = tmp_path / "more.toml"
    piece.write_text('last_day = 2027-03-19\n[[modules]]\nid = "m2"\ngap_days_min = 3\n')
    assert read.document is not None
    findings = Findings()
    variant = variant_of_file(piece, read.document, findings)
    by_hand = edited(tmp_path, f"{M2}", 'after = ["m1"]\ngap_days_min = 3\n').programme
    assert by_hand is not None
    found = vary(read.document, variant, ()).programme
    assert found.modules == by_hand.modules
    assert found.last_day.isoformat() == "2027-03-19"
    assert (variant.name, findings.faults) == ("more.toml", [])


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("rules.max_days_per_week=0", "max_days_per_week = 1", "max_days_per_week = 0"),
        ("rules.max_away_per_unit=half", "max_away_per_unit = 0.5", 'max_away_per_unit = "half"'),
        ("rules.max_away_per_unit=1.5", "max_away_per_unit = 0.5", "max_away_per_unit = 1.5"),
        ("last_day=2027-01-01", "2027-03-26", "2027-01-01"),
        ("last_day=2027-02-30", "2027-03-26", '"2027-02-30"'),
        ("last_day=", "last_day = 2027-03-26\n", ""),
        ("modules.m1.group_max=1", "group_max = 12", "group_max = 1"),
        (
            "modules.m1.group_min=25,modules.m1.group_max=30",
            "2\ngroup_max = 12",
            "25\ngroup_max=30",
        ),
        ("modules.m2.after=[m3]", 'after = ["m1"]', 'after = "[m3]"'),
        ('modules.m2.after=["m3"]', 'after = ["m1"]', 'after = ["m3"]'),
        ("modules.m1.half_days=3", "half_days = 2", "half_days = 3"),
        ("prices.km=-1", RULES, f"{RULES}[prices]\nkm=-1\n"),
        ("timezone=Europe/Nowhere", "last_day =", 'timezone = "Europe/Nowhere"\nlast_day ='),
    ],
)
def test_a_variant_when_a_value_is_wrong_has_the_faults_of_the_file_at_its_own_place(
    tmp_path: Path, read: FolderReading, text: str, old: str, new: str
) -> None:
    by_hand = [(one.code, one.values) for one in edited(tmp_path, old, new).faults]
    assert by_hand
    faults = varied(read, text).faults
    assert sorted(map(str, by_hand)) == sorted(str((one.code, one.values)) for one in faults)
    assert {(one.file, one.line, one.column) for one in faults} == {(text, None, None)}


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        (
            "rules.max_away_per_units=3",
            SettingCode.UNKNOWN,
            {"name": "rules.max_away_per_units", "nearest": "rules.max_away_per_unit"},
        ),
        (
            "max_days_per_week=3",
            SettingCode.UNKNOWN,
            {"name": "max_days_per_week", "nearest": "rules.max_days_per_week"},
        ),
        (
            "modules.m3.group_max=3",
            SettingCode.UNKNOWN,
            {"name": "modules.m3.group_max", "nearest": "modules.m1.group_max"},
        ),
        ("modules.m1.id=x", SettingCode.UNKNOWN, {"name": "modules.m1.id"}),
        ("modules.m1=", SettingCode.UNKNOWN, {"name": "modules.m1"}),
        ("rules=3", SettingCode.UNKNOWN, {"name": "rules"}),
        ("rules.max_away_per_unit=0,25", SettingCode.WITHOUT_VALUE, {"text": "25"}),
        ("=3", SettingCode.WITHOUT_VALUE, {"text": "=3"}),
        ("last_day", SettingCode.WITHOUT_VALUE, {"text": "last_day"}),
        ("title=a,title=b", SettingCode.TWICE, {"name": "title"}),
        ("", SettingCode.NONE, {}),
    ],
)
def test_a_variant_when_it_names_no_setting_says_which_is_meant(
    read: FolderReading, text: str, code: SettingCode, values: dict[str, str]
) -> None:
    assert read.document is not None
    findings = Findings()
    variant_of_text(text, read.document, findings)
    (fault,) = findings.faults
    assert (fault.code, fault.file) == (code, text)
    assert values.items() <= dict(fault.values).items()


def test_a_variant_when_its_file_is_wrong_says_where(tmp_path: Path, read: FolderReading) -> None:
    piece = tmp_path / "wrong.toml"
    piece.write_text(
        '[rules]\nmax_days = 1\nfair_hours = -1\n[[modules]]\nid = "m9"\n[[modules]]\ntitle = "x"\n'
    )
    assert read.document is not None
    findings = Findings()
    variant = variant_of_file(piece, read.document, findings)
    faults = (*findings.faults, *vary(read.document, variant, ()).faults)
    assert [(one.code, one.file, one.line, one.column) for one in faults] == [
        (Code.MODULE_UNKNOWN, "wrong.toml", 5, 1),
        (Code.KEY_MISSING, "wrong.toml", 6, 1),
        (SettingCode.UNKNOWN, "wrong.toml", 2, 1),
        (Code.NUMBER_TOO_SMALL, "wrong.toml", 3, 1),
    ]


def test_a_variant_when_its_file_is_not_there_or_empty_says_so(
    tmp_path: Path, read: FolderReading
) -> None:
    assert read.document is not None
    told = []
    (tmp_path / "bare.toml").write_text("# nothing\n")
    for name in ("nowhere.toml", "bare.toml"):
        findings = Findings()
        variant_of_file(tmp_path / name, read.document, findings)
        told += [fault.code for fault in findings.faults]
    assert told == [SettingCode.FILE_MISSING, SettingCode.NONE]
