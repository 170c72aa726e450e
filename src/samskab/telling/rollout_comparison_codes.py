"""What can be wrong where units that started are compared with others; `words` says it."""

from enum import StrEnum


class ComparisonCode(StrEnum):
    """Names the sentence of each fault, then of what is left out, then why a method is no use."""

    TREATED_MISSING = "comparison_treated_missing"
    NOBODY_COMPARABLE = "comparison_nobody_comparable"

    UNIT_INCOMPLETE = "comparison_unit_incomplete"
    STARTED_BEFORE = "comparison_started_before"

    ALONE_IN_START = "comparison_alone_in_start"
    SEVERAL_STARTS = "comparison_several_starts"
    TOO_FEW_CONTROLS = "comparison_too_few_controls"
    NOTHING_LEFT = "comparison_nothing_left"
