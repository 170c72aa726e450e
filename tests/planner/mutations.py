"""Plans that differ from another in one thing, for the better or the worse."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Problem

Sessions = list[Session]
Mutation = Callable[[Random, Problem, Sessions], None]


def mutated(random: Random, problem: Problem, plan: Plan) -> Plan:
    """The plan after one or two random changes. It claims to cost nothing."""
    sessions = list(plan.sessions)
    for _ in range(random.choice((1, 1, 2))):
        random.choice(MUTATIONS)(random, problem, sessions)
    held = tuple(
        replace(one, id=f"s{number}") for number, one in enumerate(sessions, start=1) if one.people
    )
    served = {(person, one.module) for one in held for person in one.people}
    needs = [(need.person, need.module) for need in problem.needs]
    unserved = tuple(Unserved(*need, why="no_time") for need in needs if need not in served)
    return Plan(held, unserved, Cost())


def _move(random: Random, problem: Problem, sessions: Sessions) -> None:
    if sessions:
        number = random.randrange(len(sessions))
        sessions[number] = _at_random_time(random, problem, sessions[number])


def _at_random_time(random: Random, problem: Problem, session: Session) -> Session:
    grid = Grid(problem.programme)
    (length,) = (one.half_days for one in problem.programme.modules if one.id == session.module)
    first = random.choice(grid.starts(length))
    end = grid.half_days[first + length - 1].end
    return replace(session, start=grid.half_days[first].start, end=end)


def _change_room(random: Random, problem: Problem, sessions: Sessions) -> None:
    if sessions:
        number = random.randrange(len(sessions))
        room = random.choice([None, *(room.id for room in problem.rooms)])
        sessions[number] = replace(sessions[number], room=room)


def _change_facilitators(random: Random, problem: Problem, sessions: Sessions) -> None:
    if sessions:
        number = random.randrange(len(sessions))
        count = random.randint(0, len(problem.facilitators))
        leaders = random.sample([one.id for one in problem.facilitators], count)
        sessions[number] = replace(sessions[number], facilitators=tuple(leaders))


def _drop(random: Random, problem: Problem, sessions: Sessions) -> None:  # noqa: ARG001
    if sessions:
        number = random.randrange(len(sessions))
        _drop_person(sessions, number, random.choice(sessions[number].people))


def _add(random: Random, problem: Problem, sessions: Sessions) -> None:
    """Somebody joins a session, whether she needs it, takes it elsewhere, or neither."""
    if sessions:
        number = random.randrange(len(sessions))
        person = random.choice(problem.people).id
        if person not in sessions[number].people:
            people = (*sessions[number].people, person)
            sessions[number] = replace(sessions[number], people=people)


def _swap(random: Random, problem: Problem, sessions: Sessions) -> None:  # noqa: ARG001
    """Two people of sessions of the same module change places."""
    if len(sessions) > 1:
        i, j = random.sample(range(len(sessions)), 2)
        one, other = sessions[i], sessions[j]
        p, q = random.choice(one.people), random.choice(other.people)
        if one.module == other.module and p not in other.people and q not in one.people:
            sessions[i] = replace(one, people=tuple(q if x == p else x for x in one.people))
            sessions[j] = replace(other, people=tuple(p if x == q else x for x in other.people))


def _split(random: Random, problem: Problem, sessions: Sessions) -> None:
    """Somebody takes the module of a session alone, at another time."""
    if sessions:
        number = random.randrange(len(sessions))
        gone = random.choice(sessions[number].people)
        alone = replace(sessions[number], people=(gone,))
        _drop_person(sessions, number, gone)
        sessions.append(_at_random_time(random, problem, alone))


def _drop_person(sessions: Sessions, number: int, gone: str) -> None:
    people = tuple(one for one in sessions[number].people if one != gone)
    sessions[number] = replace(sessions[number], people=people)
    if not people:
        del sessions[number]


MUTATIONS: tuple[Mutation, ...] = (
    _move,
    _change_room,
    _change_facilitators,
    _drop,
    _add,
    _swap,
    _split,
)
