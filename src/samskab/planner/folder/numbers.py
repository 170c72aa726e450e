"""Numbers as people write them in a table: exact, in the file's own dialect."""

import re
from decimal import Decimal

from samskab.planner.folder.codes import Code

DECIMAL_POINT = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,20})?")
DECIMAL_COMMA = re.compile(r"[+-]?[0-9]{1,15}(?:,[0-9]{1,20})?")
DOTTED_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+")
DOTTED_THOUSANDS_AND_COMMA = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,20}")


def number_of(text: str, *, semicolons: bool) -> Decimal | Code:
    """The number that a cell holds, else the code of what is wrong with it.

    A comma separated file has a decimal point and nothing else. A semicolon separated one has a
    decimal comma; points between thousands count where a comma follows, and a decimal point where
    it cannot stand between thousands: 1.500 alone may mean either, so it is refused.
    """
    if not semicolons:
        if DECIMAL_POINT.fullmatch(text):
            return Decimal(text)
        return Code.DECIMAL_COMMA if "," in text else Code.NUMBER_WRONG
    if DECIMAL_COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if DOTTED_THOUSANDS_AND_COMMA.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if DOTTED_THOUSANDS.fullmatch(text):
        return Code.NUMBER_AMBIGUOUS
    return Decimal(text) if DECIMAL_POINT.fullmatch(text) else Code.NUMBER_WRONG
