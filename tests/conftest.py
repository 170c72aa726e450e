"""What tests of several parts stand on."""

from collections.abc import Iterator

import pytest
from tests.dask_cluster import DaskCluster, dask_cluster


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """Two workers that no test may kill."""
    with dask_cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running
