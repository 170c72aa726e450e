"""What a programme costs, what it brings, and whether that is worth it."""
