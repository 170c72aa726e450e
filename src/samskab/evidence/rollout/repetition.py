"""Holding a recorded lottery once more."""

from dataclasses import dataclass, fields

from samskab.evidence.rollout.counting import AllowedSet
from samskab.evidence.rollout.fingerprint import fingerprint
from samskab.evidence.rollout.lottery import Drawn, Terms, hold_lottery
from samskab.evidence.rollout.record import METHOD, LotteryRecord


@dataclass(frozen=True, slots=True, eq=False)
class Repetition:
    """What the lottery gives when it is held again.

    Attributes:
        differs: the fields of the record that come out otherwise; none where it is confirmed.
        drawn: the lottery as held again; None where the inputs are others, or the method is.
    """

    differs: tuple[str, ...]
    drawn: Drawn | None

    @property
    def confirmed(self) -> bool:
        """Whether the record tells what the lottery gives."""
        return not self.differs


def repeat(record: LotteryRecord, allowed: AllowedSet) -> Repetition:
    """Hold the lottery again on the same roll-out and compare every field of the record.

    Raises:
        InputError: the record's terms are ones that no lottery could be held on.
    """
    if record.method != METHOD:
        return Repetition(("method",), None)
    if record.inputs != fingerprint(allowed.rollout):
        return Repetition(("inputs",), None)
    drawn = hold_lottery(allowed, Terms(record.seed, record.number, record.keep_percent))
    differs = tuple(
        field.name
        for field in fields(LotteryRecord)
        if getattr(record, field.name) != getattr(drawn.record, field.name)
    )
    return Repetition(differs, drawn)
