"""The roll-out of a programme by lot: its file, its lottery, its power."""
