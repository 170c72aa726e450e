"""What becomes of a published plan when something changes: worked out by hand."""

from dataclasses import replace
from datetime import date

from tests.planner.replan.municipality import (
    FIRST,
    SECOND,
    SIX,
    facilitators,
    mended,
    municipality,
    with_leader,
    without_leader,
)
from tests.planner.small import busy, costed, plan, session

from samskab.common.busy import BusyKind
from samskab.planner.check import check
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.programme import Format
from samskab.planner.replan.result import MoveWhy, Replanned

ILL = busy(5, "00:00", "23:59", BusyKind.HARD)
CHANGE_OERE = 1_500_00


def by_id(made: Replanned) -> dict[str, Session]:
    assert check(made.problem, made.plan) == ()
    assert made.plan.cost.changes == CHANGE_OERE * len(made.moves)
    assert made.plan.bound <= made.plan.cost.total
    return {one.id: one for one in made.plan.sessions}


def test_a_plan_when_nothing_has_changed_stays() -> None:
    made = mended(municipality())
    assert by_id(made) == {"m1-1": FIRST, "m1-2": SECOND}
    assert (made.moves, dict(made.broken), made.fewest, made.moves_at_least) == ((), {}, True, 0)


def test_a_session_when_its_facilitator_falls_ill_is_led_by_another() -> None:
    ill, well = facilitators("f1", "f2")
    made = mended(municipality(facilitators=(replace(ill, busy=(ILL,)), well)))
    assert by_id(made) == {"m1-1": replace(FIRST, facilitators=("f2",)), "m1-2": SECOND}
    assert [(one.session.id, one.old) for one in made.other_leaders] == [("m1-1", ("f1",))]
    ((broken, (breach, *_)),) = made.broken.items()
    assert (broken, breach.rule, breach.case) == (FIRST, "facilitators", "busy")
    assert (made.moves, made.fewest) == ((), True)


def test_a_session_when_nobody_else_can_lead_it_moves_with_its_id_and_no_other_does() -> None:
    (ill,) = facilitators("f1")
    made = mended(municipality(facilitators=(replace(ill, busy=(ILL,)),)))
    after = by_id(made)
    assert after["m1-2"] == SECOND
    assert after["m1-1"].people == FIRST.people
    assert after["m1-1"].start.date() != date(2027, 1, 5)
    assert {move.person for move in made.moves} == {"p1", "p2", "p3"}
    assert {move.why for move in made.moves} == {MoveWhy.SESSION_BROKEN}
    assert {(move.old, move.new) for move in made.moves} == {(FIRST, after["m1-1"])}
    assert (made.fewest, made.moves_at_least) == (True, 3)


def test_a_session_when_its_room_is_closed_moves_though_the_other_room_is_free() -> None:
    of = municipality()
    closed = replace(of.rooms[0], busy=(busy(5, "08:00", "09:00"),))
    made = mended(replace(of, rooms=(closed, of.rooms[1])))
    assert by_id(made)["m1-2"] == SECOND
    assert [move.why for move in made.moves] == [MoveWhy.SESSION_BROKEN] * 3
    assert made.fewest


def test_a_room_when_it_is_gone_from_the_folder() -> None:
    of = municipality()
    made = mended(replace(of, rooms=of.rooms[1:]))
    assert {one.room for one in by_id(made).values()} == {"r2"}
    assert (len(made.moves), made.moves_at_least, made.fewest) == (6, 6, True)
    assert {breaches[0].rule for breaches in made.broken.values()} == {"known_ids"}


def test_a_person_when_she_is_absent_joins_the_other_session() -> None:
    ada = replace(SIX[0], busy=(ILL,))
    made = mended(municipality(people=(ada, *SIX[1:])))
    after = by_id(made)
    assert after["m1-1"].people == ("p2", "p3")
    assert after["m1-2"].people == ("p1", "p4", "p5", "p6")
    (move,) = made.moves
    assert (move.person, move.old, move.new) == ("p1", FIRST, after["m1-2"])
    assert move.why is MoveWhy.SEAT_BROKEN
    assert move.breach is not None
    assert (move.breach.rule, made.fewest) == ("hard_time", True)


def test_a_person_when_she_is_absent_and_her_group_too_small_without_her() -> None:
    """One of the other session must come: two people move, though only one seat is broken."""
    small = costed(municipality(), plan(replace(FIRST, people=("p1", "p2")), SECOND))
    of = municipality(people=(replace(SIX[0], busy=(ILL,)), *SIX[1:]))
    of = replace(of, needs=tuple(need for need in of.needs if need.person != "p3"))
    made = mended(of, old=small)
    assert all(len(one.people) >= 2 for one in by_id(made).values())
    assert (len(made.moves), made.left_out, made.fewest) == (2, 0, True)


def test_a_leader_when_she_leaves_is_dropped_and_nobody_moves() -> None:
    made = mended(without_leader(municipality(), "p1"))
    assert by_id(made) == {"m1-1": replace(FIRST, people=("p2", "p3")), "m1-2": SECOND}
    assert [(move.person, move.new, move.why) for move in made.moves] == [
        ("p1", None, MoveWhy.LEFT)
    ]
    assert (made.moves_at_least, made.fewest) == (1, True)


def test_a_person_when_she_needs_it_no_more_is_dropped() -> None:
    of = municipality()
    made = mended(replace(of, needs=of.needs[1:]))
    by_id(made)
    assert [(move.person, move.new, move.why) for move in made.moves] == [
        ("p1", None, MoveWhy.NEED_GONE)
    ]


def test_a_leader_when_she_starts_gets_a_seat_and_nobody_moves() -> None:
    made = mended(with_leader(municipality()))
    assert sorted(one.people for one in by_id(made).values()) != []
    assert [seat.person for seat in made.new_seats] == ["p7"]
    assert (made.moves, made.left_out, made.fewest) == ((), 0, True)


def test_leaders_when_they_start_in_full_sessions_get_a_session_with_an_unused_id() -> None:
    of = municipality()
    for number in range(7, 12):  # two seats are left, and a group needs two
        of = with_leader(of, f"p{number}")
    made = mended(of)
    after = by_id(made)
    assert set(after) == {"m1-1", "m1-2", "m1-270104-1"}
    assert (made.moves, made.left_out) == ((), 0)


def test_a_pinned_session_when_another_breaks_takes_nobody_in() -> None:
    ada = replace(SIX[0], busy=(ILL,))
    made = mended(municipality(people=(ada, *SIX[1:])), "m1-2")
    after = by_id(made)
    assert after["m1-2"] == SECOND
    assert made.problem.published is not None
    assert made.problem.published.pinned == {"m1-2"}
    # alone she is no group: the others of hers come with her, or one of them does
    assert {move.old.id for move in made.moves} == {"m1-1"}
    assert (made.left_out, made.fewest) == (0, True)


def test_sessions_when_they_are_past_stay_and_nothing_new_is_held_before_today() -> None:
    ada = replace(SIX[0], busy=(ILL,))
    made = mended(municipality(people=(ada, *SIX[1:])), today=date(2027, 1, 11))
    assert by_id_of(made.plan) == {"m1-1": FIRST, "m1-2": SECOND}
    assert made.moves == ()
    assert [breach.rule for breach in made.excused] == ["hard_time"]
    assert [breach.rule for breach in check(made.problem, made.plan)] == ["hard_time"]


def by_id_of(made: Plan) -> dict[str, Session]:
    return {one.id: one for one in made.sessions}


def test_a_broken_session_when_today_is_late_moves_to_a_day_from_today_on() -> None:
    (ill,) = facilitators("f1")
    away = replace(ill, busy=(busy(12, "00:00", "23:59"),))
    made = mended(municipality(facilitators=(away,)), today=date(2027, 1, 12))
    after = by_id(made)
    assert after["m1-1"] == FIRST
    assert after["m1-2"].start.date() > date(2027, 1, 12)


def test_a_leader_when_she_has_left_since_a_past_session_is_no_change() -> None:
    made = mended(without_leader(municipality(), "p1"), today=date(2027, 1, 11))
    assert by_id_of(made.plan)["m1-1"].people == ("p2", "p3")
    assert (made.moves, made.plan.cost.changes) == ((), 0)


def test_somebody_left_out_before_when_a_seat_costs_no_move_gets_it() -> None:
    of = with_leader(municipality())
    old = costed(of, plan(FIRST, SECOND, left_out=[("p7", "m1")]))
    made = mended(of, old=old)
    by_id(made)
    assert [seat.person for seat in made.new_seats] == ["p7"]


def test_somebody_left_out_before_when_her_seat_would_move_others_stays_out() -> None:
    never = tuple(busy(day, "00:00", "23:59", BusyKind.HARD) for day in (4, 5, 7, 8, 12, 13, 14))
    of = with_leader(municipality())  # on the 11th and the 15th alone, where nothing is held
    of = replace(of, people=(*of.people[:-1], replace(of.people[-1], busy=never)))
    old = costed(of, plan(FIRST, SECOND, left_out=[("p7", "m1")]))
    made = mended(of, old=old)
    assert by_id(made) == {"m1-1": FIRST, "m1-2": SECOND}
    assert (made.moves, made.left_out, len(made.plan.unserved)) == ((), 0, 1)


def test_a_new_leader_when_her_seat_moves_others_gets_it_with_the_fewest_moves() -> None:
    never = tuple(busy(day, "00:00", "23:59", BusyKind.HARD) for day in (4, 5, 7, 8, 12, 13, 14))
    of = with_leader(municipality())
    of = replace(of, people=(*of.people[:-1], replace(of.people[-1], busy=never)))
    made = mended(of)
    by_id(made)
    # with one of three the rest is still a group of two, and the two of them are one as well
    assert (len(made.moves), made.left_out, made.fewest) == (1, 0, True)
    assert made.moves[0].why is MoveWhy.MAKES_ROOM
    assert made.moves_at_least == 1


def test_a_session_when_it_is_held_in_parallel_with_another_online_keeps_its_people() -> None:
    online = municipality()
    modules = tuple(replace(one, format=Format.ONLINE) for one in online.programme.modules)
    online = replace(
        online,
        programme=replace(online.programme, modules=modules),
        facilitators=facilitators("f1", "f2", "f3"),
    )
    one = replace(FIRST, room=None)
    other = session("m1-2", 5, ["p4", "p5", "p6"], room=None, facilitators=("f2",))
    old = costed(online, plan(one, other))
    ill = replace(online.facilitators[1], busy=(ILL,))
    of = replace(online, facilitators=(online.facilitators[0], ill, online.facilitators[2]))
    made = mended(of, old=old)
    assert by_id(made) == {"m1-1": one, "m1-2": replace(other, facilitators=("f3",))}
    pinned = mended(of, "m1-1", old=old)
    assert by_id(pinned) == by_id(made)


def test_a_bound_when_changes_must_be_counts_them() -> None:
    made = mended(without_leader(municipality(), "p1"))
    assert made.plan.bound >= CHANGE_OERE
