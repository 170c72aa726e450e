"""What can be wrong with a roll-out's own files, worded by the door."""

from enum import StrEnum


class RolloutFileCode(StrEnum):
    """Names the sentence of each fault, and last those of what stops nothing."""

    WAVES_TOO_FEW = "rollout_file_waves_too_few"
    WAVE_BACKWARDS = "rollout_file_wave_backwards"
    WAVE_OUTSIDE = "rollout_file_wave_outside"
    WAVES_OUT_OF_ORDER = "rollout_file_waves_out_of_order"
    SIZES_BACKWARDS = "rollout_file_sizes_backwards"
    PERIOD_BACKWARDS = "rollout_file_period_backwards"
    PERIODS_OUT_OF_ORDER = "rollout_file_periods_out_of_order"
    PERIODS_DO_NOT_PART = "rollout_file_periods_do_not_part"
    PERIODS_TOO_FEW = "rollout_file_periods_too_few"
    MODULE_COMES_AFTER = "rollout_file_module_comes_after"
    NO_START_MODULE = "rollout_file_no_start_module"
    UNIT_UNKNOWN = "rollout_file_unit_unknown"
    UNIT_IS_PERSON = "rollout_file_unit_is_person"
    UNIT_TWICE = "rollout_file_unit_twice"
    UNIT_MISSING = "rollout_file_unit_missing"
    GROUP_TOO_SMALL = "rollout_file_group_too_small"
    COLUMN_UNKNOWN = "rollout_file_column_unknown"
    CHOICE_UNKNOWN = "rollout_file_choice_unknown"
    TRUTH_WANTED = "rollout_file_truth_wanted"
    SHARE_OUTSIDE = "rollout_file_share_outside"
    SHARE_OF_MEAN = "rollout_file_share_of_mean"
    OUTCOME_MISSING = "rollout_file_outcome_missing"
    POINTS_BACKWARDS = "rollout_file_points_backwards"
    DESIGN_MISSING = "rollout_file_design_missing"
    DESIGN_BROKEN = "rollout_file_design_broken"
    DESIGN_STALE = "rollout_file_design_stale"

    UNIT_WITHOUT_NEED = "rollout_file_unit_without_need"
    WAVE_SHORT_OF_SEATS = "rollout_file_wave_short_of_seats"
    START_UNKNOWN = "rollout_file_start_unknown"
    STARTED_ALREADY = "rollout_file_started_already"
