"""Why planning on a cluster did not go as it should: a code and values that the door words."""

from collections.abc import Mapping
from enum import StrEnum

from samskab.planner.model.plan import Plan


class Trouble(StrEnum):
    """What can go wrong; each names the door's sentence."""

    NO_ADDRESS = "no_address"
    UNREACHABLE = "unreachable"
    DESERTED = "deserted"
    CUT_OFF = "cut_off"
    ROUND_FAILED = "round_failed"


class ClusterError(RuntimeError):
    """The cluster could not be reached, was left by all of its workers, or failed.

    Attributes:
        trouble: of what kind.
        values: what the sentence is filled with.
        plan: the best plan until then; None where there was none.
    """

    def __init__(
        self, trouble: Trouble, values: Mapping[str, object], plan: Plan | None = None
    ) -> None:
        super().__init__(trouble)
        self.trouble, self.values, self.plan = trouble, values, plan


def failed(error: BaseException) -> ClusterError:
    """What a machine of the cluster raised, in a line."""
    why = f"{type(error).__name__}: {error}".splitlines()[0]
    return ClusterError(Trouble.ROUND_FAILED, {"why": why})
