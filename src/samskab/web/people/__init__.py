"""Units, leaders, pairs, facilitators, rooms, and when they are busy."""
