"""A generated roll-out is read by its own door, and says that it is synthetic."""

from datetime import timedelta
from pathlib import Path

import pytest

from samskab.cli.rollout.reading import read_rollout
from samskab.planner.folder import read_folder
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings


@pytest.mark.parametrize(
    ("settings", "waves"),
    [(Settings(40, 26, 6, 4, rollout=True), 6), (Settings(12, 6, 1, 0, rollout=True), 2)],
)
def test_a_rollout_when_it_is_generated_is_sound(
    tmp_path: Path, settings: Settings, waves: int
) -> None:
    write_folder(tmp_path / "fjordby", settings)
    folder = read_folder(tmp_path / "fjordby")
    assert folder.warnings == ()
    assert folder.problem is not None
    reading = read_rollout(tmp_path / "fjordby", folder.problem)
    assert reading.warnings == ()
    found = reading.settings.waves
    assert len(found) <= waves
    assert len({wave.last_day - wave.first_day for wave in found}) == 1
    assert {(wave.last_day - wave.first_day) % timedelta(weeks=1) for wave in found} == {
        timedelta(days=4)
    }
    assert set(reading.settings.units) == {person.unit for person in folder.problem.people}
    for name in ("rollout.toml", "units.csv", "README.txt"):
        assert "synthetic" in (tmp_path / "fjordby" / name).read_text("utf-8")


def test_a_folder_when_no_rollout_is_asked_for_has_none(tmp_path: Path) -> None:
    write_folder(tmp_path / "fjordby", Settings(12, 4, 2))
    assert not list((tmp_path / "fjordby").glob("rollout*"))
