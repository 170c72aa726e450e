"""The planner: needs and busy time in; a plan, a proven bound and reasons out."""
