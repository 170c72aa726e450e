"""Who has another seat in the second of two plans, and what that changes for her."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from samskab.planner.comparison.same_sessions import Pairing, in_time
from samskab.planner.costing import displaced_hours, displacement_oere, travel_oere_of
from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView

Need = tuple[str, str]
"""(person, module)."""


@dataclass(frozen=True, slots=True)
class Burden:
    """What a seat asks of the person who has it.

    Attributes:
        displaced_hours: hours of her meetings, tentative ones by their weight.
        displacement_oere: what they are worth.
        travel_oere: her journeys.
    """

    displaced_hours: Fraction = Fraction(0)
    displacement_oere: int = 0
    travel_oere: int = 0

    def __add__(self, other: "Burden") -> "Burden":
        """Both together."""
        return Burden(
            self.displaced_hours + other.displaced_hours,
            self.displacement_oere + other.displacement_oere,
            self.travel_oere + other.travel_oere,
        )

    def __sub__(self, other: "Burden") -> "Burden":
        """How much more this is than another: below 0 where it is less."""
        return Burden(
            self.displaced_hours - other.displaced_hours,
            self.displacement_oere - other.displacement_oere,
            self.travel_oere - other.travel_oere,
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A person takes a module elsewhere.

    Attributes:
        source: her session in the first plan; None where that leaves her out.
        target: her session in the second plan; None where that leaves her out.
        before, after: what the one and the other ask of her.
    """

    person: str
    module: str
    source: Session | None
    target: Session | None
    before: Burden
    after: Burden

    @property
    def change(self) -> Burden:
        """How much more the second plan asks of her."""
        return self.after - self.before


def moves_between(a: PlanView, b: PlanView, pairing: Pairing) -> tuple[Move, ...]:
    """Every seat that is in one plan only, by person and module; a seat each side makes one move.

    Where a plan breaks the rules and gives a person two seats in a module, the surplus seat is a
    move from or to nowhere.
    """
    gone, new = _seats_in_one(pairing)
    burden_a, burden_b = _burdens(a), _burdens(b)
    return tuple(
        Move(
            person,
            module,
            source,
            target,
            burden_a(person, source) if source else Burden(),
            burden_b(person, target) if target else Burden(),
        )
        for person, module in sorted(gone.keys() | new.keys())
        for source, target in zip_longest(gone[person, module], new[person, module])
    )


def _seats_in_one(
    pairing: Pairing,
) -> tuple[defaultdict[Need, list[Session]], defaultdict[Need, list[Session]]]:
    """Sessions that a person has in the first plan only, and in the second only, in time."""
    gone: defaultdict[Need, list[Session]] = defaultdict(list)
    new: defaultdict[Need, list[Session]] = defaultdict(list)
    leavers = [(pair.a, pair.people[0]) for pair in pairing.both if pair.differs]
    comers = [(pair.b, pair.people[1]) for pair in pairing.both if pair.differs]
    _note(gone, [*leavers, *((one, one.people) for one in pairing.only_a)])
    _note(new, [*comers, *((one, one.people) for one in pairing.only_b)])
    return gone, new


def _note(
    seats: defaultdict[Need, list[Session]], of: Iterable[tuple[Session, tuple[str, ...]]]
) -> None:
    for session, people in sorted(of, key=lambda each: in_time(each[0])):
        for person in people:
            seats[person, session.module].append(session)


def _burdens(view: PlanView) -> Callable[[str, Session], Burden]:
    travel_oere = travel_oere_of(view)

    def burden(person: str, session: Session) -> Burden:
        return Burden(
            displaced_hours(view, person, session),
            displacement_oere(view, person, session),
            travel_oere(person, session),
        )

    return burden


def moves_by_person(moves: Iterable[Move]) -> Iterator[tuple[str, tuple[Move, ...]]]:
    """The moves of each person, in the order in which people first move."""
    of_person: defaultdict[str, list[Move]] = defaultdict(list)
    for move in moves:
        of_person[move.person].append(move)
    for person, hers in of_person.items():
        yield person, tuple(hers)
