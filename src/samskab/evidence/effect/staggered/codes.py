"""What the estimator for randomised start times refuses."""

from enum import StrEnum


class StaggeredCode(StrEnum):
    """Names the sentence that the door words."""

    SHAPE = "staggered_shape"
    NOT_A_NUMBER = "staggered_not_a_number"
    NEVER_VARIES = "staggered_never_varies"
    PERIODS_NOT_IN_A_ROW = "staggered_periods_not_in_a_row"
    UNIT_TWICE = "staggered_unit_twice"
    UNIT_INCOMPLETE = "staggered_unit_incomplete"
    UNIT_CHANGED_START = "staggered_unit_changed_start"
    ONE_UNIT_IN_COHORT = "staggered_one_unit_in_cohort"
    ONE_COHORT = "staggered_one_cohort"
    NOTHING_TO_COMPARE = "staggered_nothing_to_compare"
    NO_SHUFFLES = "staggered_no_shuffles"
