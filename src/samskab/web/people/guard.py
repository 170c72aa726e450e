"""Cells that no spreadsheet takes for a formula, and that our own import reads as they were."""

import re

# What a spreadsheet may run begins so (OWASP, CSV injection); cells that only look guarded are
# guarded once more, so that taking one apostrophe off always gives back what was there.
NEEDS_GUARD = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text of a cell, harmless in any spreadsheet."""
    return f"'{text}" if NEEDS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if GUARDED.match(text) else text
