"""`samskab generate`."""


def generate() -> None:
    """Not here yet."""
