from pathlib import Path
from typing import NamedTuple

import pytest

from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings


class Written(NamedTuple):
    """A municipality as it was meant, and where it stands on disk."""

    folder: Path
    contents: Contents


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Forty leaders for half a year, through a summer-time change: every style of calendar."""
    folder = tmp_path_factory.mktemp("synthetic") / "fjordby"
    return Written(folder, write_folder(folder, Settings(40, 26, 6, seed=4)))
