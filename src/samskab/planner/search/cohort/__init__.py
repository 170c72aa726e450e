"""Fixed cohorts: people who go through a track together, and the dates that they have."""
