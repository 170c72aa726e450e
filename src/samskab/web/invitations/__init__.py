"""What stands in whose calendar, and what they answered."""
