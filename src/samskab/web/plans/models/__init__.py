"""The planner's work and what came of it."""

from samskab.web.plans.models.job import Job
from samskab.web.plans.models.plan import Pin, Plan, PlanFile, PlannedSession, Seat

__all__ = ["Job", "Pin", "Plan", "PlanFile", "PlannedSession", "Seat"]
