"""What the permutation test refuses."""

from enum import StrEnum


class PermutationCode(StrEnum):
    """Names the sentence that the door words."""

    SHAPE = "permutation_shape"
    ONE_UNIT = "permutation_one_unit"
    EMPTY_CELL = "permutation_empty_cell"
    NOT_A_NUMBER = "permutation_not_a_number"
    NEVER_VARIES = "permutation_never_varies"
    ICC = "permutation_icc"
    CAC = "permutation_cac"
    LEVEL = "permutation_level"
    LONGEST = "permutation_longest"
    UNIT_CHANGED_WAVE = "permutation_unit_changed_wave"
    DRAWN_ABSENT = "permutation_drawn_absent"
    TOO_FEW = "permutation_too_few"
    NOT_IDENTIFIED = "permutation_not_identified"
    OUTCOME_NOT_BINARY = "permutation_outcome_not_binary"
    SEPARATED = "permutation_separated"
