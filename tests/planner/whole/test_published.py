"""Published facility-location instances, solved whole to their known optima."""

import csv
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from samskab.cli.folder import open_folder
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import build_timetable
from samskab.planner.whole import small_enough, solve_whole
from samskab.planner.whole.keeping import keeps_rules

SHARED = Path(__file__).parents[3].parent / "shared"
DATA = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", SHARED / "data"))
CONVERTER = DATA.parent / "tools" / "facility_folder.py"
HOLMBERG = DATA / "planner" / "holmberg"

pytestmark = pytest.mark.skipif(
    not (HOLMBERG.is_dir() and CONVERTER.is_file()),
    reason=f"no published instances at {HOLMBERG}: set SAMSKAB_REFERENCE_DATA",
)


@pytest.mark.parametrize("name", ["p1", "p41"])
def test_the_published_optimum_is_found_and_proven(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    command = [sys.executable, str(CONVERTER), "holmberg", str(HOLMBERG / name), str(folder)]
    subprocess.run(command, check=True)
    with (HOLMBERG / "optima.csv").open(encoding="utf-8") as file:
        optimum = {row["instance"]: int(row["optimum"]) for row in csv.DictReader(file)}[name]
    timetable = build_timetable(open_folder(folder, tmp_path / "cache").problem)
    assert small_enough(timetable)
    found = list(solve_whole(timetable, stop=lambda: False, hear=tuple, until=monotonic() + 60))
    plans = [one for one in found if isinstance(one, Solution)]
    assert plans[-1].total_oere == 100 * optimum
    assert keeps_rules(timetable, plans[-1].sessions)
    assert max(one for one in found if isinstance(one, int)) == 100 * optimum
