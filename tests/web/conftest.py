"""What all tests of the browser door share."""

from tests.web.flushing import audit_gives_way
from tests.web.signals import signals_given_back
from tests.web.worker import start_worker, worker

__all__ = ["audit_gives_way", "signals_given_back", "start_worker", "worker"]
