"""What the planner made of a programme."""
