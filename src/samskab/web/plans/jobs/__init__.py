"""What workers do: each kind of job in a file of its own. The solver is on the path of no other."""

from samskab.web.plans.jobs.working import work

__all__ = ["work"]
