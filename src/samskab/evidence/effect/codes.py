"""What can be wrong with outcomes and plans of analysis."""

from enum import StrEnum


class EffectCode(StrEnum):
    """Names the sentence that the door words."""

    LENGTHS_DIFFER = "effect_lengths_differ"
    NOTHING_OBSERVED = "effect_nothing_observed"
    OUTCOME_NOT_A_NUMBER = "effect_outcome_not_a_number"
    OUTCOME_NEVER_VARIES = "effect_outcome_never_varies"
    OUTCOME_NOT_BINARY = "effect_outcome_not_binary"
    CELL_EMPTY = "effect_cell_empty"
    CELL_MIXED = "effect_cell_mixed"
    CLUSTER_RETURNS = "effect_cluster_returns"
    ONE_UNIT = "effect_one_unit"
    NOBODY_TREATED = "effect_nobody_treated"
    EVERYBODY_TREATED = "effect_everybody_treated"
    ONE_CLUSTER_PER_WAVE = "effect_one_cluster_per_wave"
    NOT_ESTIMABLE = "effect_not_estimable"
    TOO_FEW_OBSERVATIONS = "effect_too_few_observations"
    SEPARATED = "effect_separated"
    LEVEL_OUT_OF_RANGE = "effect_level_out_of_range"
    NOT_BALANCED = "effect_not_balanced"
    NO_UNTREATED = "effect_no_untreated"
    STARTS_DIFFER = "effect_starts_differ"
    NO_TIME_BEFORE = "effect_no_time_before"
    PLAN_CHANGED = "effect_plan_changed"
    PLAN_UNREADABLE = "effect_plan_unreadable"
    PLAN_EMPTY = "effect_plan_empty"
    BEFORE_LOCK = "effect_before_lock"
    CLOCK_WITHOUT_ZONE = "effect_clock_without_zone"
    SMALLEST_NOT_POSITIVE = "effect_smallest_not_positive"
