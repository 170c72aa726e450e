"""A house, and a worker beside it."""

from pathlib import Path

import pytest
from tests.web.house.serving import House
from tests.web.worker import start_worker

__all__ = ["start_worker"]


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Static files: the first server collects them for all."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def house(tmp_path: Path, collected: Path) -> House:
    """An empty data folder."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "static").symlink_to(collected)
    return House(data)
