"""What can be wrong with the inputs of a power calculation; the door words it."""

from enum import StrEnum


class PowerCode(StrEnum):
    """The faults of this package."""

    PATTERN_EMPTY = "power_pattern_empty"
    PATTERN_NOT_STATES = "power_pattern_not_states"
    SIZES_UNFIT = "power_sizes_unfit"
    SIZE_NEGATIVE = "power_size_negative"
    NOT_A_NUMBER = "power_not_a_number"
    OUTSIDE_UNIT = "power_outside_unit"
    OUTSIDE_OPEN_UNIT = "power_outside_open_unit"
    OUTSIDE_CORRELATION = "power_outside_correlation"
    NEGATIVE = "power_negative"
    NOT_POSITIVE = "power_not_positive"
    COVARIANCE_IMPOSSIBLE = "power_covariance_impossible"
    NO_SPREAD = "power_no_spread"
    NO_CONTRAST = "power_no_contrast"
    EFFECT_IS_TIME = "power_effect_is_time"
    WEIGHTS_UNFIT = "power_weights_unfit"
    EFFECTS_UNFIT = "power_effects_unfit"
    PERIODS_UNFIT = "power_periods_unfit"
    NO_FREEDOM = "power_no_freedom"
    TOO_MANY_OUTCOMES = "power_too_many_outcomes"
    NO_ALLOCATION = "power_no_allocation"
    ONE_PER_SEQUENCE = "power_one_per_sequence"
    FEW_CLUSTERS = "power_few_clusters"
    ALLOCATIONS_UNFIT = "power_allocations_unfit"
