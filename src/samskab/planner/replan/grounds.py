"""What replanning stands on: the part of a published plan that can stand, and what is bound."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samskab.planner.replan.pinned_company import PinnedCompany
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Timetable

Need = tuple[int, int]
"""A person and a module, in indexes."""


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """What replanning stands on.

    Attributes:
        standing: sessions that stand together; the pinned ones among them.
        pinned: sessions that stay as they are.
        slots: where published sessions were that are not pinned.
        first_day: ordinal of the first day on which anything new may start.
        cohort_of: need in a module of a track -> who shared the published session.
    """

    timetable: Timetable
    standing: tuple[Placed, ...]
    pinned: frozenset[Placed]
    slots: tuple[Slot, ...]
    first_day: int
    company: PinnedCompany
    cohort_of: Mapping[Need, frozenset[int]]

    @property
    def unseated(self) -> set[Need]:
        """Needs that no session meets that stands; without those that none can meet."""
        seated = {(person, s.module) for s in self.standing for person in s.people}
        return {
            (int(person), module)
            for module, table in enumerate(self.timetable.modules)
            for person in np.flatnonzero(table.needs)
            if (int(person), module) not in seated
            and not self.company.is_hopeless(int(person), module)
        }
