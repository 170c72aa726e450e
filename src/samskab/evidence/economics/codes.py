"""What can be wrong with the figures of an appraisal: a code each, worded by the door."""

from enum import StrEnum


class EconomicsCode(StrEnum):
    """Codes of faults."""

    NUMBER_MISSING = "economics_number_missing"
    POINTS_BACKWARDS = "economics_points_backwards"
    SHARE_WRONG = "economics_share_wrong"
    YEARS_WRONG = "economics_years_wrong"
    COST_NEGATIVE = "economics_cost_negative"
    RATE_WRONG = "economics_rate_wrong"
    NOTHING_TO_WEIGH = "economics_nothing_to_weigh"
    DRAWS_TOO_FEW = "economics_draws_too_few"
