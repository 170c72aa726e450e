"""A module comes after those that it builds on, within the gaps, for everybody who has both."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.model.plan import Session
from samskab.planner.model.programme import Module
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "after"
WORDS: Words = {
    "left_out": {
        "en": "{person} takes {later} on {day}, but is left out of {earlier}, which comes first.",
        "da": "{person} tager {later} {day}, men er udeladt af {earlier}, som kommer først.",
    },
    "order": {
        "en": "{person} takes {later} on {day}, before {earlier} on {earlier_day} has ended.",
        "da": "{person} tager {later} {day}, før {earlier} {earlier_day} er slut.",
    },
    "too_soon": {
        "en": "{person} takes {later} on {day}, {gap} days after {earlier}; the least is {least}.",
        "da": "{person} tager {later} {day}, {gap} dage efter {earlier}; det mindste er {least}.",
    },
    "too_late": {
        "en": "{person} takes {later} on {day}, {gap} days after {earlier}; the most is {most}.",
        "da": "{person} tager {later} {day}, {gap} dage efter {earlier}; det højeste er {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each person and pair of modules out of order; every pair where one is in several sessions."""
    for person, module in view.needs:
        for later in view.seats.get((person, module), ()):
            for earlier in view.modules[module].after:
                if (person, earlier) in view.needs:
                    yield from _of_person(view, person, later, view.modules[earlier])


def _of_person(view: PlanView, person: str, later: Session, earlier: Module) -> Iterator[Breach]:
    values: dict[str, object] = {
        "person": view.person_name(person),
        "later": view.session_name(later),
        "earlier": earlier.title,
        "day": view.first_day(later),
    }
    sessions = view.seats.get((person, earlier.id), ())
    if not sessions:
        yield Breach(RULE, "left_out", values)
    for session in sessions:
        values["earlier"] = view.session_name(session)
        yield from _of_pair(view, later, session, values)


def _of_pair(
    view: PlanView, later: Session, earlier: Session, values: dict[str, object]
) -> Iterator[Breach]:
    module = view.module_of(later)
    if later.start < earlier.end:
        yield Breach(RULE, "order", {**values, "earlier_day": view.first_day(earlier)})
        return
    gap = (view.first_day(later) - view.last_day(earlier)).days
    if gap < module.gap_days_min:
        yield Breach(RULE, "too_soon", {**values, "gap": gap, "least": module.gap_days_min})
    if module.gap_days_max is not None and gap > module.gap_days_max:
        yield Breach(RULE, "too_late", {**values, "gap": gap, "most": module.gap_days_max})


def constrain(model: "NeighbourhoodModel") -> None:
    """A block sits only where those of its people that move too have ended what comes before."""
    pairs = dict.fromkeys(
        (earlier, later)
        for blocks in model.moving_together
        for earlier in blocks
        for later in blocks
        if model.blocks[earlier].module in model.timetable.comes_after[model.blocks[later].module]
    )
    for earlier, later in pairs:
        _order(model, earlier, later)
    for block, left_out in zip(model.blocks, model.left_out, strict=True):
        people, modules = list(block.people), list(model.timetable.leads_to[block.module])
        if (model.board.at[people][:, modules] >= 0).any():
            model.cp.add(left_out == 0)


def _order(model: "NeighbourhoodModel", earlier: int, later: int) -> None:
    """Whoever starts the later by a time has ended the earlier in time, start by start.

    Without a largest gap the sums run over all starts up to that time, which ties the linear
    relaxation closer; with one, over that start alone.
    """
    tables = model.timetable.modules
    before, after = tables[model.blocks[earlier].module], tables[model.blocks[later].module]
    gap_min, gap_max = after.module.gap_days_min, after.module.gap_days_max
    ends = [
        (
            model.joins[earlier, o],
            int(before.starts[model.offers[o].start]) + before.module.half_days,
            int(before.last_day[model.offers[o].start]),
        )
        for o in model.offers_of_block[earlier]
    ]
    starts: dict[int, list[Literal]] = defaultdict(list)
    for o in model.offers_of_block[later]:
        starts[model.offers[o].start].append(model.joins[later, o])
    so_far: list[Literal] = []
    for start in sorted(starts):
        begins, first_day = int(after.starts[start]), int(after.first_day[start])
        in_time = [
            literal
            for literal, ended, last_day in ends
            if ended <= begins
            and gap_min <= first_day - last_day
            and (gap_max is None or first_day - last_day <= gap_max)
        ]
        so_far = [*so_far, *starts[start]] if gap_max is None else starts[start]
        model.cp.add(model.total(so_far) <= model.total(in_time))
