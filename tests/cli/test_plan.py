"""`samskab plan` from end to end, in processes of its own: what it shows, writes and leaves."""

import json
import os
import pty
import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from tests.cli.samskab_process import (
    ended,
    has_workers,
    press_ctrl_c,
    run,
    run_here,
    said,
    started,
    wait_until,
)
from tests.planner.folder.sound_folder import CALENDAR, PEOPLE, write_folder

from samskab.cli.plan import _open, _tell
from samskab.planner.model.plan import Cost, Plan
from samskab.telling.language import Language

FILES = ["plan.json", "plan.xlsx", "report.html"]
ON_LEAVE = CALENDAR.replace("20270201T080000Z", "20270131T000000Z").replace(
    "20270201T090000Z\n", "20270401T000000Z\nCATEGORIES:Ferie\n"
)
EVENT = CALENDAR[CALENDAR.index("BEGIN:VEVENT") : CALENDAR.index("END:VCALENDAR")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the calendars that have been read are kept."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def fjordby(home: Path) -> Path:
    folder = home / "fjordby"
    small = ("--leaders", 12, "--weeks", 8, "--modules", 2, "--seed", 1)
    assert run(home, "generate", folder, *small)[0] == 0
    return folder


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def check(home: Path, folder: Path, out: Path) -> None:
    """The plan is there whole, and the independent checker, in another process, passes it."""
    assert sorted(written(out)) == FILES
    code, judged, complained = run_here(home, "check", folder, out / "plan.json")
    assert code == 0, judged + complained


def test_plan_when_there_is_no_time_is_the_first_plan(
    home: Path, fjordby: Path, tmp_path: Path
) -> None:
    plans = []
    for option in ("--seconds", "--iterations"):
        out = tmp_path / option
        code, told, _ = run(home, "plan", fjordby, "--out", out, option, 0)
        assert code == 0
        assert f"Report: {(out / 'report.html').as_uri()}\n" in told
        check(home, fjordby, out)
        plans.append(json.loads((out / "plan.json").read_text())["sessions"])
    assert plans[0] == plans[1] != []


def test_plan_when_made_twice_with_one_seed_and_number_of_steps(
    home: Path, fjordby: Path, tmp_path: Path
) -> None:
    plans = []
    for name in ("once", "again"):
        out = tmp_path / name
        options = ("--out", out, "--iterations", 4, "--seed", 3)
        assert run(home, "plan", fjordby, *options)[0] == 0
        plan = json.loads((out / "plan.json").read_text())
        plans.append((plan["sessions"], plan["unserved"]))
    assert plans[0] == plans[1]
    check(home, fjordby, tmp_path / "again")


def test_plan_when_no_plan_is_possible_leaves_all_out_and_says_why(
    home: Path, tmp_path: Path
) -> None:
    people = PEOPLE.replace("400,,", "400,,p1.ics").replace("380,,", "380,,p1.ics")
    changes = {"people.csv": people, "calendars/p1.ics": ON_LEAVE}
    folder = write_folder(tmp_path / "folder", changes)
    code, told, _ = run(home, "plan", folder, "--seconds", 5)
    assert code == 0
    assert told.startswith("Sessions: 0; needs left out: 4; cost: DKK\xa0100,000.")
    plan = json.loads((folder / "plan" / "plan.json").read_text())
    assert plan["sessions"] == []
    assert all(need["why"] for need in plan["unserved"])
    check(home, folder, folder / "plan")


def test_plan_when_a_calendar_is_half_broken_repeats_the_warning(
    home: Path, tmp_path: Path
) -> None:
    broken = CALENDAR.replace("20270201T090000Z", "soon")
    folder = write_folder(tmp_path / "folder", {"calendars/p1.ics": broken})
    code, _, complained = run(home, "plan", folder, "--iterations", 0)
    notes = [line for line in complained.splitlines() if line.startswith("Note: ")]
    assert code == 0
    assert len(notes) == 1
    assert "calendars/p1.ics" in notes[0]
    report = (folder / "plan" / "report.html").read_text("utf-8")
    assert notes[0].removeprefix("Note: ") in unescape(report)
    check(home, folder, folder / "plan")


def test_plan_when_the_folder_has_many_faults_tells_all_and_writes_nothing(
    home: Path, tmp_path: Path
) -> None:
    changes = {
        "needs.csv": "person,module\np9,m1\np1,m9\n",
        "rooms.csv": "id,name,place,capacity\nr1,Sal 1,b,24\n",
        "calendars/p1.ics": "id,name\n1,Kalender\n",
    }
    folder = write_folder(tmp_path / "folder", changes)
    code, told, complained = run(home, "plan", folder, "--out", tmp_path / "out")
    assert (code, told) == (2, "")
    for place in ("needs.csv:2:1: ", "needs.csv:3:4: ", "rooms.csv:1:1: ", "calendars/p1.ics:"):
        assert sum(line.startswith(place) for line in complained.splitlines()) == 1, place
    assert complained.endswith("4 faults: nothing was written.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_plan_when_there_is_no_such_folder(home: Path, tmp_path: Path) -> None:
    code, told, complained = run(home, "plan", tmp_path / "none")
    assert (code, told) == (2, "")
    assert complained.endswith("1 fault: nothing was written.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", ["", "new/plan"])
def test_plan_when_out_is_a_file_says_so_before_it_plans(
    home: Path, tmp_path: Path, below: str
) -> None:
    folder = write_folder(tmp_path / "folder")
    (tmp_path / "mine.txt").write_text("mine")
    out = tmp_path / "mine.txt" / below
    code, told, complained = run(home, "plan", folder, "--out", out)
    assert (code, told) == (2, "")
    assert complained.splitlines()[1:] == [
        f"{tmp_path / 'mine.txt'} is a file, not a folder: choose a folder with --out."
    ]
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_plan_when_the_disk_is_full_leaves_every_old_file(home: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: the report alone exceeds it."""
    folder = write_folder(tmp_path / "folder")
    out = tmp_path / "new" / "out"
    options = ("plan", folder, "--out", out, "--iterations", 0)
    full = ("sh", "-c", 'ulimit -f 64; exec "$0" "$@"')
    says = f"{out / 'report.html'} cannot be written (File too large): "
    code, told, complained = run(home, *options, before=full)
    assert (code, told, says in complained) == (2, "", True)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert run(home, *options)[0] == 0
    before = written(out)
    code, _, complained = run(home, *options, before=full)
    assert (code, says in complained) == (2, True)
    assert written(out) == before


@pytest.mark.parametrize("delay", [0.05, 0.1, 1])  # its processes just begin; are at work
def test_ctrl_c_when_the_folder_is_being_read_writes_nothing(
    home: Path, tmp_path: Path, delay: float
) -> None:
    large = CALENDAR.replace(EVENT, EVENT * 100_000)
    other = large.replace("tests", "others", 1)
    people = PEOPLE.replace("400,,", "400,,p2.ics")
    changes = {"people.csv": people, "calendars/p1.ics": large, "calendars/p2.ics": other}
    folder = write_folder(tmp_path / "folder", changes)
    with started(home, "plan", folder) as process:
        said(process, "Reading the folder")
        wait_until(lambda: has_workers(process))
        time.sleep(delay)
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=6)
        assert (process.returncode, told) == (130, "")
        assert complained == "Interrupted: nothing was written.\n"
        wait_until(lambda: ended(process.pid))
    assert not (folder / "plan").exists()


@pytest.mark.parametrize("phase", ["Making the first plan", "Improving the plan"])
def test_ctrl_c_when_planning_writes_the_best_plan_so_far(
    home: Path, fjordby: Path, tmp_path: Path, phase: str
) -> None:
    out = tmp_path / "out"
    with started(home, "plan", fjordby, "--out", out, "--seconds", 60) as process:
        said(process, phase)
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=40)
        assert process.returncode == 0
        assert told.startswith("Sessions: ")
        assert "Traceback" not in complained
        wait_until(lambda: ended(process.pid))
    check(home, fjordby, out)


def test_progress_when_at_a_terminal_is_live_and_leaves_it_clean(
    home: Path, fjordby: Path, tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    shown = ""
    cold = home / "cold"  # the calendars are read anew: reading lasts
    with started(
        cold, "plan", fjordby, "--out", tmp_path / "out", "--seconds", 60, at=theirs
    ) as process:
        os.close(theirs)
        interrupted = False
        for text in iter(lambda: _read(ours), ""):
            shown += text
            if not interrupted and re.search(r"Better by at most\S*\s+[0-9.]+%", _plain(shown)):
                press_ctrl_c(process)
                interrupted = True
        process.wait(timeout=20)
    os.close(ours)
    assert process.returncode == 0
    frames = _plain(shown)
    for row in (
        r"Phase +Reading the folder",
        r"Phase +Improving the plan and proving the bound",
        r"Best plan +DKK\s[0-9,]+",
        r"Needs it leaves out +[0-9]+",
        r"No plan is cheaper than +DKK\s[0-9,]+",
        r"Time left +[0-9]+ s",
        r"Ctrl-C ends with the best plan so far\.",
        r"Phase +Drawing the report",
    ):
        assert re.search(row, frames), row
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")  # the cursor is there again
    assert "Sessions: " in frames
    check(home, fjordby, tmp_path / "out")


def _read(terminal: int) -> str:
    """What the terminal shows next; nothing when all who wrote to it are gone."""
    try:
        return os.read(terminal, 4096).decode("utf-8", "replace")
    except OSError:
        return ""


def _plain(shown: str) -> str:
    """A terminal's text without its colours and cursor."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).replace("\r", "")


@pytest.mark.parametrize(
    ("bound", "language", "says"),
    [
        (0, Language.ENGLISH, "No bound has been proven yet on how cheap a plan can be."),
        (100_00, Language.ENGLISH, "This is the best plan there is: that is proven."),
        (100_00, Language.DANISH, "Det er den bedste plan, der findes: det er bevist."),
        (99_99, Language.ENGLISH, "less than DKK\xa099; the plan can be better by at most 0.1%."),
        (0, Language.DANISH, "ikke bevist nogen grænse for, hvor billig en plan kan være."),
    ],
)
def test_closing_line_when_the_bound_is(
    bound: int, language: Language, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(Plan((), (), Cost(unserved=100_00), bound=bound), Path("out"), language)
    line = capsys.readouterr().out.splitlines()[0]
    assert line.endswith(says)
    assert ("%" in line) == (bound == 99_99)


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What the desktop, a programme of ours in its place, was asked to show."""
    record, desktop = tmp_path / "record", tmp_path / "bin" / "xdg-open"
    desktop.parent.mkdir()
    desktop.write_text(f'#!/bin/sh\necho "$1" >> {record}\n')
    desktop.chmod(0o755)
    monkeypatch.setenv("PATH", str(desktop.parent), prepend=os.pathsep)
    return lambda: record.read_text() if record.exists() else ""


@pytest.mark.skipif(not Path("/proc").exists(), reason="elsewhere there is always a screen")
def test_report_when_it_shall_be_opened_and_there_is_a_screen(
    tmp_path: Path, shown: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "Fjordby å" / "report.html"
    _open(tmp_path / "no screen" / "report.html", {"DISPLAY": "", "HOME": "/"})
    _open(report, {"WAYLAND_DISPLAY": "wayland-0"})
    wait_until(lambda: shown().endswith("\n"))
    assert shown() == f"{report}\n"
    monkeypatch.setenv("PATH", str(tmp_path / "nothing here"))
    _open(report, {"DISPLAY": ":0"})  # no desktop to ask: nothing happens
