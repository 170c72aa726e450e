"""`samskab check`."""


def check() -> None:
    """Not here yet."""
