"""What a published plan came to: what broke, who moves and why, and how much of it must be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.rules.breach import Breach


class MoveWhy(StrEnum):
    """Why somebody loses a seat; the first that holds."""

    LEFT = "left"
    NEED_GONE = "need_gone"
    SEAT_BROKEN = "seat_broken"
    SESSION_BROKEN = "session_broken"
    MAKES_ROOM = "makes_room"


@dataclass(frozen=True, slots=True)
class Move:
    """A person who is moved or dropped from a published session.

    Attributes:
        person: id; of somebody who has left, it stands in the published plan only.
        old: the published session.
        new: where she takes the module now; None where she does not.
        breach: the rule that her seat or her session would break; None for reasons without one.
    """

    person: str
    old: Session
    new: Session | None
    why: MoveWhy
    breach: Breach | None = None


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A person who takes a module that she had no seat in before."""

    person: str
    session: Session


@dataclass(frozen=True, slots=True)
class OtherLeaders:
    """A session whose people stay, led by others than was published."""

    session: Session
    old: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replanned:
    """A plan mended.

    Attributes:
        problem: the folder's as it is now, with the published plan in it.
        plan: the new plan, which the independent checker has passed.
        broken: published session -> what the change broke in it; by itself, not for one person.
        moves: each person moved or dropped, by date.
        new_seats: of people who had none in the module.
        other_leaders: sessions that only change who leads them.
        excused: what sessions already held break of today's rules.
        moves_at_least: how many are moved or dropped by every plan that leaves out as few (proven).
        fewest: whether it is proven that no plan that leaves out as few moves fewer.
        left_out: needs without a seat that the published plan did not leave out too.
        left_out_at_least: of these, how many no plan can seat (proven).
        mending_seconds: wall-clock time until the plan was mended; the rest went to its bound.
    """

    problem: Problem
    plan: Plan
    broken: Mapping[Session, tuple[Breach, ...]]
    moves: tuple[Move, ...]
    new_seats: tuple[NewSeat, ...]
    other_leaders: tuple[OtherLeaders, ...]
    excused: tuple[Breach, ...]
    moves_at_least: int
    fewest: bool
    left_out: int
    left_out_at_least: int
    mending_seconds: float
