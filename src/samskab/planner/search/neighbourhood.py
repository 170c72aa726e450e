"""A part of a plan to decide anew: who moves, where to, and what stands meanwhile."""

from dataclasses import dataclass

from samskab.planner.guidance import Guidance
from samskab.planner.search.solution import Placed


@dataclass(frozen=True, slots=True)
class Block:
    """People who take one module together, whatever is decided: a party, a session, one person."""

    module: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A session that blocks may join.

    Attributes:
        room: index of its room, `ONLINE` where there is none.
        stands: the session that takes place anyhow and may be joined; None where it is new.
    """

    module: int
    start: int
    room: int
    stands: Placed | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What one step of the search decides.

    Attributes:
        blocks: to be seated, or left out.
        offers: where to.
        standing: every session that takes place anyhow, those that may be joined among them.
        before: how the blocks were seated so far: the solver's first hint.
        merge: whether two blocks may meet in a new session.
        seats: how many of its cheapest seats each block weighs; None means all there are.
        staying: blocks that keep the seat they had before, or are left out.
        guidance: for modules whose followers are not seated yet: a seat costs what it leads to
            besides, and who is left out is left out of all that comes after too.
    """

    blocks: tuple[Block, ...]
    offers: tuple[Offer, ...]
    standing: tuple[Placed, ...]
    before: tuple[Placed, ...]
    merge: bool = True
    seats: int | None = None
    staying: frozenset[Block] = frozenset()
    guidance: Guidance | None = None
