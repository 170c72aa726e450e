"""What can be wrong with a file of reference cases; `words` has the sentences."""

from enum import StrEnum


class CasesCode(StrEnum):
    """The faults of such a file."""

    MISSING = "cases_missing"
    UNREADABLE = "cases_unreadable"
    NO_JSON = "cases_no_json"
    NONE = "cases_none"
