"""A folder that takes longer to plan to the end than these tests do."""

import pytest

from samskab.cli.folder import open_folder
from samskab.planner.model.problem import Problem
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings


@pytest.fixture(scope="session")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    home = tmp_path_factory.mktemp("fjordby")
    write_folder(home / "folder", Settings(24, 10, 3, 1, cohorts=False, name="Fjordby"))
    return open_folder(home / "folder", home / "cache").problem
