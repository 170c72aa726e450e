"""A worker that a test runs in its own process takes the signals; the next test needs them back."""

import signal
from collections.abc import Iterator

import pytest

TAKEN = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)


@pytest.fixture(autouse=True)
def signals_given_back() -> Iterator[None]:
    """As they were before the test."""
    before = {one: signal.getsignal(one) for one in TAKEN}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)
