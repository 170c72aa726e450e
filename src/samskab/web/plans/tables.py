"""A plan's figures as rows, tiles and lines of pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.telling.notation import Notation
from samskab.telling.words.unserved import reason_in_words
from samskab.web.plans.models import Plan

HEATS = 5
ITEMS: Mapping[str, Promise] = {
    "facilitation": _("Facilitation"),
    "rooms": _("Rooms"),
    "materials": _("Materials"),
    "travel": _("Travel"),
    "displacement": _("Meetings that give way"),
    "unfairness": _("Uneven burdens"),
    "unserved": _("Needs left out"),
    "changes": _("Changes of what was published"),
}
PHASES: Mapping[str, Promise] = {
    "reading": _("Reading"),
    "first_plan": _("Making the first plan"),
    "improving": _("Improving the plan and proving the bound"),
    "mending": _("Mending the plan"),
    "proving": _("Proving the bound"),
    "done": _("Writing what is told of the plan"),
}


@dataclass(frozen=True, slots=True)
class CostRow:
    """An item of a plan's cost, and its share of the total in per cent."""

    label: Promise
    oere: int
    percent: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many of a unit are away at once in a week; heat from 0 to `HEATS`."""

    most: int
    heat: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A unit's weeks."""

    unit: str
    size: int
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A need that is not met, and why."""

    person: str
    unit: str
    module: str
    why: str


def cost_rows(cost: Mapping[str, int]) -> list[CostRow]:
    """The items that cost something, as the plan lists them."""
    total = sum(cost.values()) or 1
    return [
        CostRow(label, cost[item], round(100 * cost[item] / total))
        for item, label in ITEMS.items()
        if cost.get(item)
    ]


def bound_sentence(total_oere: int, bound_oere: int, notation: Notation) -> str:
    """What is proven of a plan's cost."""
    if bound_oere >= total_oere:
        return str(_("This is the best plan there is: that is proven."))
    if bound_oere <= 0:
        return str(_("No bound has been proven yet on how cheap a plan can be."))
    gap = Fraction(total_oere - bound_oere, total_oere)
    return str(
        _(
            "Proven: no plan of this programme costs less than %(bound)s; this one can be better by"
            " at most %(gap)s."
        )
    ) % {"bound": notation.kr_at_least(bound_oere), "gap": notation.percent_at_most(gap)}


def gap_percent(total_oere: int, bound_oere: int, notation: Notation) -> str:
    """By how much a plan can be better at most."""
    if not total_oere:
        return notation.percent_at_most(Fraction(0))
    return notation.percent_at_most(Fraction(max(total_oere - bound_oere, 0), total_oere))


def heat_rows(units: Mapping[str, Any]) -> list[HeatRow]:
    """Units as the plan's facts have them, the most burdened first."""
    return [
        HeatRow(
            row["unit"],
            row["size"],
            tuple(HeatCell(most, -(-HEATS * most // row["size"])) for most in row["most"]),
        )
        for row in units["rows"]
    ]


def week_days(units: Mapping[str, Any]) -> list[tuple[int, date]]:
    """Number and Monday of each week."""
    return [(week, date.fromisocalendar(year, week, 1)) for year, week in units["weeks"]]


def left_out_rows(unserved: Sequence[Mapping[str, str]], notation: Notation) -> list[LeftOutRow]:
    """Needs left out, each with its reason."""
    return [
        LeftOutRow(
            one["name"], one["unit"], one["module"], reason_in_words(one["why"], notation.language)
        )
        for one in unserved
    ]


def served_percent(plan: Plan) -> int:
    """How much of the needs is met, rounded down."""
    needs = plan.facts["needs"] or 1
    return 100 * (needs - plan.unserved_count) // needs
