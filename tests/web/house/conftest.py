"""A worker beside a test of the house."""

from tests.web.worker import start_worker

__all__ = ["start_worker"]
