"""A person's data: what is held, and how it goes."""
