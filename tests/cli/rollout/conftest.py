"""Folders that take seconds to make, made once."""

from pathlib import Path

import pytest
from tests.cli.rollout.measured import copied, lock, write_drawn_folder


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve units in four waves, lots drawn; not to be written to: copy it."""
    return write_drawn_folder(tmp_path_factory.mktemp("drawn"), 'subgroups = ["slags"]')


@pytest.fixture(scope="session")
def locked(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its analysis locked; not to be written to: copy it."""
    folder = copied(drawn, tmp_path_factory.mktemp("locked"))
    lock(folder)
    return folder
