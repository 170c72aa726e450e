"""What top management reads first: four figures, each with a sentence."""

from dataclasses import dataclass
from fractions import Fraction

from samskab.telling.report.figures import SECONDS_PER_HOUR, Figures
from samskab.telling.report.wording import Voice


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure and what it means."""

    title: str
    figure: str
    says: str


def headlines(figures: Figures, say: Voice) -> tuple[Headline, ...]:
    """Cost and bound, people served, hours displaced, sessions held."""
    return (
        Headline(
            say("total_cost"),
            say.figures.kr(figures.plan.cost.total),
            _bound_in_words(figures, say),
        ),
        _served(figures, say),
        _displaced(figures, say),
        _sessions(figures, say),
    )


def _bound_in_words(figures: Figures, say: Voice) -> str:
    total, bound = figures.plan.cost.total, figures.plan.bound
    if bound >= total:
        return say("bound_met")
    if bound <= 0:
        return say("bound_missing")
    return say(
        "bound_says",
        bound=say.figures.kr_at_least(bound),
        gap=say.figures.percent_at_most(Fraction(total - bound, total)),
    )


def _served(figures: Figures, say: Voice) -> Headline:
    people = {need.person for need in figures.problem.needs}
    waiting = {need.person for need in figures.plan.unserved}
    needs = len(figures.problem.needs)
    return Headline(
        say("people_served"),
        say("served_of", served=len(people - waiting), people=len(people)),
        say("needs_met", met=needs - len(figures.plan.unserved), needs=needs),
    )


def _displaced(figures: Figures, say: Voice) -> Headline:
    spent, people = figures.spent, max(1, len(figures.problem.people))
    whole = say.figures.number(Fraction(spent.displaced, SECONDS_PER_HOUR))
    return Headline(
        say("displaced_hours"),
        say("hours", shown=whole),
        say(
            "displaced_says",
            busy=Fraction(spent.busy, SECONDS_PER_HOUR),
            tentative=Fraction(spent.tentative, SECONDS_PER_HOUR),
            each=say.figures.number(Fraction(spent.displaced, SECONDS_PER_HOUR * people), 1),
        ),
    )


def _sessions(figures: Figures, say: Voice) -> Headline:
    days = sorted(
        {
            half_day.day
            for session in figures.plan.sessions
            for half_day in figures.half_days_of(session)
        }
    )
    says = (
        say(
            "sessions_over_days",
            first=say.figures.day(days[0]),
            last=say.figures.day(days[-1]),
            n=len(days),
        )
        if days
        else say("no_sessions")
    )
    return Headline(say("sessions_held"), say.figures.number(len(figures.plan.sessions)), says)
