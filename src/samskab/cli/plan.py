"""`samskab plan`."""


def plan() -> None:
    """Not here yet."""
