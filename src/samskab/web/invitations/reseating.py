"""Somebody who cannot come: the best other session there is, and moving her: for workers."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samskab.common.errors import InputError
from samskab.planner.costing import cost_of
from samskab.planner.explain.other_seats import OtherSeats, calendars_that_matter, other_seats
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.model.plan import Plan, Session, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.reasons import Why
from samskab.telling.language import Language
from samskab.telling.reasons.seats import suggest_lines
from samskab.telling.reasons.voice import Voice
from samskab.web.invitations.actions.declines import (
    reopen_decline,
    settle_decline,
    store_suggestion,
)
from samskab.web.invitations.actions.preparations import confirmed_at_once
from samskab.web.invitations.enums import DeclineState
from samskab.web.invitations.models import Decline
from samskab.web.invitations.plan_by_hand import store_plan_by_hand
from samskab.web.invitations.preparing import (
    breaches,
    engine_plan,
    faults_in_words,
    today_problem,
)
from samskab.web.invitations.queries import work
from samskab.web.plans.models import Plan as PlanRow

ENDS = {DeclineState.MOVING: DeclineState.MOVED, DeclineState.LEAVING: DeclineState.LEFT_OUT}
CHANGED_MEANWHILE = {
    "da": "Planen er ændret, siden det blev besluttet: se på afbuddet igen.",
    "en": "The plan has changed since this was decided: look at it again.",
}
LEFT_BY_HAND = Why.RULES_LEAVE_NO_SEAT.value


class _Case:
    """A decline beside the plan that stands and today's problem.

    Raises:
        InputError: programme or plan cannot be read.
    """

    def __init__(self, decline: Decline, standing: PlanRow) -> None:
        self.decline, self.standing = decline, standing
        self.person = decline.entry.person.key
        self.module = decline.entry.module
        self.problem: Problem = today_problem(decline.entry.programme)
        self.plan: Plan = engine_plan(standing.text)

    @property
    def seat(self) -> Session | None:
        """Her session in the plan that stands."""
        return next((one for one in self.plan.sessions if self._holds(one)), None)

    def _holds(self, session: Session) -> bool:
        return session.module == self.module and self.person in session.people


def suggest_session(number: int) -> None:
    """Store the best other session there is for somebody who declined.

    Args:
        number: of the decline; it may have been settled meanwhile.
    """
    decline = _claimed(number, DeclineState.OPEN)
    if decline is not None and decline.suggested_at is None:
        store_suggestion(decline=decline, suggestion=_suggestion(decline))


def _suggestion(decline: Decline) -> dict[str, object]:
    standing = _standing(decline)
    if standing is None:
        return {}
    try:
        case = _Case(decline, standing)
    except InputError as error:
        sentences = list(faults_in_words(error.faults))
        return {"lines": {one.value: [s[one.value] for s in sentences] for one in Language}}
    seat = case.seat
    if seat is None:
        return {}
    calendars = calendars_that_matter(case.problem, case.person)
    plan = StandingPlan(case.problem, case.plan, calendars)
    return _told(decline, plan, other_seats(plan, case.person, seat.id))


def _told(decline: Decline, plan: StandingPlan, found: OtherSeats) -> dict[str, object]:
    refused = _refused_before(decline)
    sessions = plan.sessions
    open_ones = [
        seat
        for seat in found.seats
        if sessions[seat.session].start not in refused
        and sessions[seat.session].start > timezone.now()
    ]
    told: dict[str, object] = {
        "party": list(found.party),
        "lines": {
            one.value: [line for line in suggest_lines(Voice(plan.view, one), found, None) if line]
            for one in Language
        },
    }
    if open_ones:
        session = sessions[open_ones[0].session]
        told |= {
            "session": session.id,
            "start": session.start.isoformat(),
            "end": session.end.isoformat(),
            "more_oere": open_ones[0].more.total,
        }
    return told


def _refused_before(decline: Decline) -> set[datetime]:
    """When the sessions of this module begin that she has declined, this one among them."""
    return set(Decline.objects.filter(entry=decline.entry).values_list("start", flat=True))


def settle(number: int) -> int | None:
    """Do what was decided, and have it published; the key of the preparation that does so.

    Args:
        number: of the decline; it may have been settled meanwhile.
    """
    decline = _claimed(number, DeclineState.MOVING) or _claimed(number, DeclineState.LEAVING)
    standing = _standing(decline) if decline is not None else None
    if decline is None or standing is None:
        return None
    try:
        case = _Case(decline, standing)
    except InputError as error:
        reopen_decline(decline=decline, trouble=next(faults_in_words(error.faults)))
        return None
    if not _is_as_decided(case):
        reopen_decline(decline=decline, trouble=CHANGED_MEANWHILE)
        return None
    wanted = _moved(case) if decline.state == DeclineState.MOVING else _left_out(case)
    before = breaches(case.problem, case.plan)
    worse = [one for one in breaches(case.problem, wanted) if one not in before]
    if worse:
        reopen_decline(decline=decline, trouble=worse[0])
        return None
    return _store(case, wanted)


def _is_as_decided(case: _Case) -> bool:
    """Whether she still sits where she declined, and the session suggested is when it was."""
    seat, decline = case.seat, case.decline
    if seat is None or seat.start != decline.start:
        return False
    if decline.state != DeclineState.MOVING:
        return True
    meant = (decline.suggestion["session"], decline.suggestion["start"])
    return any((one.id, one.start.isoformat()) == meant for one in case.plan.sessions)


def _moved(case: _Case) -> Plan:
    """She, and who goes with her, sit in the suggested session."""
    suggestion = case.decline.suggestion
    movers = {case.person, *suggestion.get("party", [])}
    sessions = []
    for session in case.plan.sessions:
        people = session.people
        if session.module == case.module:
            people = tuple(one for one in people if one not in movers)
        if session.id == suggestion["session"]:
            people = (*people, *sorted(movers))
        sessions.append(replace(session, people=people))
    return _priced(case, sessions, case.plan.unserved)


def _left_out(case: _Case) -> Plan:
    """She does not take the module, nor what comes after it."""
    left = _with_what_follows(case)
    sessions = [
        replace(session, people=tuple(p for p in session.people if p != case.person))
        if session.module in left
        else session
        for session in case.plan.sessions
    ]
    known = {(one.person, one.module) for one in case.plan.unserved}
    needed = {need.module for need in case.problem.needs if need.person == case.person}
    more = tuple(
        Unserved(case.person, module, LEFT_BY_HAND)
        for module in sorted(left & needed)
        if (case.person, module) not in known
    )
    return _priced(case, sessions, (*case.plan.unserved, *more))


def _with_what_follows(case: _Case) -> set[str]:
    left = {case.module}
    for _module in case.problem.programme.modules:
        left |= {one.id for one in case.problem.programme.modules if left & set(one.after)}
    return left


def _priced(case: _Case, sessions: list[Session], unserved: tuple[Unserved, ...]) -> Plan:
    """With its true cost; nobody's session is not held."""
    held = tuple(one for one in sessions if one.people)
    plan = replace(case.plan, sessions=held, unserved=unserved)
    cost = cost_of(PlanView(case.problem, plan))
    return replace(plan, cost=cost, bound=min(plan.bound, cost.total))


@transaction.atomic
def _store(case: _Case, plan: Plan) -> int | None:
    """The plan as rows, and the order to publish it; None while another is being published."""
    decline = case.decline
    row = store_plan_by_hand(
        programme=case.standing.programme, problem=case.problem, plan=plan, mends=case.standing
    )
    made = confirmed_at_once(plan=row, by=decline.settled_by, site=decline.site)
    if made is None:
        row.delete()
        Decline.objects.filter(pk=decline.pk).update(claimed_at=None)
        return None
    settle_decline(decline=decline, state=ENDS[DeclineState(decline.state)])
    return made.pk


def _claimed(number: int, state: DeclineState) -> Decline | None:
    """A decline in a state, ours alone for as long as a claim holds; None where it is not."""
    rows = Decline.objects.filter(work.free(), pk=number, state=state)
    if not rows.update(claimed_at=timezone.now()):
        return None
    return Decline.objects.select_related("entry__person", "entry__programme").get(pk=number)


def _standing(decline: Decline) -> PlanRow | None:
    programme = decline.entry.programme_id
    return PlanRow.objects.filter(programme=programme, standing=True).first()
