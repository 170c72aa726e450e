"""A lower bound on the cost of every plan, proven: see docs/explanation/bound.md."""

from samskab.planner.bound.proof import prove

__all__ = ["prove"]
