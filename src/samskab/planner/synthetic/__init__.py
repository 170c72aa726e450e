"""A municipality that does not exist, as a programme folder: realistic, and named as synthetic."""
