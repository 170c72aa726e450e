"""A stored lottery held once more: nothing is built on one that does not come out again."""

from samskab.cli.rollout.design_json import DESIGN, StoredDesign
from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.counting import NotCounted, count_allowed
from samskab.evidence.rollout.lottery import Drawn
from samskab.evidence.rollout.repetition import repeat
from samskab.telling.rollout_codes import RolloutFileCode


def drawn_again(stored: StoredDesign) -> Drawn:
    """The lottery of a record, confirmed by repeating it.

    Raises:
        InputError: it comes out otherwise than the record says.
        StoppedError: `not_counted`: its orders cannot be counted.
    """
    allowed = count_allowed(stored.rollout)
    if isinstance(allowed, NotCounted):
        raise StoppedError(BAD_INPUT, "not_counted", states=allowed.states)
    held = repeat(stored.record, allowed)
    if held.drawn is None or not held.confirmed:
        values = {"why": ", ".join(held.differs)}
        raise InputError([Fault(RolloutFileCode.DESIGN_BROKEN, values, DESIGN)])
    return held.drawn
