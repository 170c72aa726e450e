"""What can be wrong with figures that are to be compared: a code each, worded by the door."""

from enum import StrEnum


class EfficiencyCode(StrEnum):
    """Codes of faults, and last those of warnings, which stop nothing."""

    ONE_UNIT = "efficiency_one_unit"
    NOTHING_TO_COMPARE = "efficiency_nothing_to_compare"
    VALUE_MISSING = "efficiency_value_missing"
    NAME_TWICE = "efficiency_name_twice"
    NEGATIVE = "efficiency_negative"
    ZERO = "efficiency_zero"
    NO_INPUT = "efficiency_no_input"
    NO_OUTPUT = "efficiency_no_output"
    ALL_FIXED = "efficiency_all_fixed"
    BAD_NEEDS_VRS = "efficiency_bad_needs_vrs"
    TRANSLATION_TOO_SMALL = "efficiency_translation_too_small"
    PRICE_NOT_ABOVE = "efficiency_price_not_above"
    NO_COMMON_UNIT = "efficiency_periods_differ"
    ONE_PERIOD = "efficiency_one_period"
    NO_BOOTSTRAP = "efficiency_no_bootstrap"

    FEW_UNITS = "efficiency_few_units"
