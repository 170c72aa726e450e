"""Text of a folder as it may stand on a terminal."""

NO_BREAK = "\N{NO-BREAK SPACE}"


def printable(text: str) -> str:
    """Text that cannot move the cursor, nor colour the terminal, of whoever reads it."""
    return "".join(char if char.isprintable() or char == NO_BREAK else "�" for char in text)
