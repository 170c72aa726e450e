"""The planner's work and what came of it."""

from samskab.web.plans.models.job import Job
from samskab.web.plans.models.plan import Pin, Plan, PlannedSession, Seat

__all__ = ["Job", "Pin", "Plan", "PlannedSession", "Seat"]
