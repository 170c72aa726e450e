"""Small problems solved whole, as one integer programme: see docs/explanation/whole.md."""

from samskab.planner.whole.engine import small_enough, solve_whole

__all__ = ["small_enough", "solve_whole"]
