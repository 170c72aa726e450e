"""Days as people write them: 2027-02-28, and in Danish Excel's files 28-02-2027."""

import re
from datetime import date

from samskab.planner.folder.codes import Code

YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")


def day_of(text: str, *, day_first: bool = False) -> date | Code:
    """The day that a text names, else the code of what is wrong with it.

    Args:
        text: trimmed.
        day_first: the Danish order is read too.
    """
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif day_first and (match := DAY_FIRST.fullmatch(text)):
        day, month, year = match.groups()
    else:
        return Code.DAY_WRONG
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return Code.DAY_NOT_THERE
