"""`samskab busy`."""


def busy() -> None:
    """Not here yet."""
