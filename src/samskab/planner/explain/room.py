"""Room for one person more: what is asked for, and how it is made."""

from dataclasses import dataclass

from samskab.planner.model.plan import Cost
from samskab.planner.search.placed import Placed


@dataclass(frozen=True, slots=True)
class Aim:
    """Who is to be seated in which module, and the session that she leaves if she has any."""

    her: int
    module: int
    left: Placed | None


@dataclass(frozen=True, slots=True)
class Move:
    """A person takes a module in another session; ids of the plan, empty where she had none."""

    person: str
    module: str
    come_from: str
    go_to: str


@dataclass(frozen=True, slots=True)
class Room:
    """How room is made: no session changes its date, room or facilitators.

    Attributes:
        moves: every change of a seat, hers first.
        others: how many people beside her move.
        more: øre above what the plan costs now, item by item.
        fewest: whether it is proven that no fewer people beside her can move.
        cheapest: whether it is proven that no move of as few people costs less.
    """

    moves: tuple[Move, ...]
    others: int
    more: Cost
    fewest: bool
    cheapest: bool


@dataclass(frozen=True, slots=True)
class NoRoom:
    """No room was found.

    Attributes:
        proven: that people of the whole plan may change seats and there is none still.
    """

    proven: bool
