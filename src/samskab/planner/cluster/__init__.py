"""Planning on many machines: search and bound cut into rounds that any of them can do."""
