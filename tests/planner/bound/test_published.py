"""The bound on published facility-location instances, whose optima are known."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.planner.bound.test_proof import stop_after

from samskab.cli.folder import open_folder
from samskab.planner.bound import prove
from samskab.planner.timetable import build_timetable

SHARED = Path(__file__).parents[3].parent / "shared"
DATA = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", SHARED / "data"))
CONVERTER = DATA.parent / "tools" / "facility_folder.py"
HOLMBERG = DATA / "planner" / "holmberg"

pytestmark = pytest.mark.skipif(
    not (HOLMBERG.is_dir() and CONVERTER.is_file()),
    reason=f"no published instances at {HOLMBERG}: set SAMSKAB_REFERENCE_DATA",
)


@pytest.mark.parametrize("name", ["p1", "p5", "p9"])
def test_bound_is_close_below_the_published_optimum(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    command = [sys.executable, str(CONVERTER), "holmberg", str(HOLMBERG / name), str(folder)]
    subprocess.run(command, check=True)
    with (HOLMBERG / "optima.csv").open(encoding="utf-8") as file:
        optimum = {row["instance"]: float(row["optimum"]) for row in csv.DictReader(file)}[name]
    timetable = build_timetable(open_folder(folder, tmp_path / "cache").problem)
    told = prove(timetable, stop=stop_after(400))
    bounds = [bound for bound in told if isinstance(bound, int)]
    assert max(bounds) <= 100 * optimum
    # The linear relaxation of these instances is a few per cent below their optimum.
    assert bounds[-1] >= 0.93 * 100 * optimum
