"""How a plan's burdens are shared, as it stands on a terminal of 80 columns."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from samskab.planner.costing import unfairness_oere
from samskab.planner.fairness.inequality import Spread
from samskab.planner.fairness.loads import Load, Sharing, sharing_by, sharing_of
from samskab.planner.plan_view import PlanView
from samskab.telling.fairness import GROUP_COLUMNS, MEASURES, FairnessFigures
from samskab.telling.folder_names import FolderNames
from samskab.telling.language import Language
from samskab.telling.notation import Notation, danish_order
from samskab.telling.words.fairness import SAID

MOST_PEOPLE = 10
"""How many leaders are shown where not everyone is asked for."""


class FairnessPage:
    """Writes it in one language."""

    def __init__(self, view: PlanView, loads: Sequence[Load], language: Language) -> None:
        """Prepare.

        Args:
            view: the plan.
            loads: of its people.
            language: of the reader.
        """
        self.view, self.loads = view, loads
        self.words, self.notation = SAID[language], Notation(language)
        self.figures = FairnessFigures(language)
        self.names = FolderNames(view, self.notation, online="")
        self.console = Console(highlight=False)

    def show(self, *, everyone: bool) -> None:
        """Print all tables; of the leaders those with most hours, where not `everyone`."""
        if not self.loads:
            self._say(self.words["nobody"])
            return
        self._show_all()
        people = self.view.people
        self._show_groups("by_unit", sharing_by(self.loads, lambda one: people[one].unit))
        self._show_groups(
            "by_role", sharing_by(self.loads, lambda one: people[one].role or self.words["no_role"])
        )
        self._say(self.words["units_legend"], "dim")
        self._show_people(everyone=everyone)

    def _show_all(self) -> None:
        sharing = sharing_of(self.loads)
        self._say(
            self.words["all"].format(people=sharing.people, left_out=sharing.left_out), "bold"
        )
        table = plain_table()
        table.add_column(self.words["measure"])
        for key in ("mean", "worst", "most", "gini"):
            table.add_column(self.words[key], justify="right")
        for measure in MEASURES:
            found: Spread | None = getattr(sharing, measure)
            if found is None:
                continue
            amounts = (found.mean, found.worst_tenth, found.most)
            shown = (self.figures.amount(measure, one) for one in amounts)
            table.add_row(self.words[measure], *shown, self.notation.number(found.gini, 2))
        self.console.print(table)
        self._say(self.words["legend"], "dim")
        road = sharing.road_hours.people if sharing.road_hours else 0
        if road < sharing.people:
            self._say(self.words["road_known"].format(known=road, people=sharing.people), "dim")
        self._show_unfair()

    def _show_unfair(self) -> None:
        fair_hours = self.view.problem.programme.rules.fair_hours
        if fair_hours is None:
            return
        above = [load for load in self.loads if load.displaced_hours > fair_hours]
        oere = sum(unfairness_oere(self.view, load.person) for load in self.loads)
        self._say(
            self.words["above"].format(
                hours=self.notation.number(fair_hours, 1),
                people=len(above),
                cost=self.notation.kr(oere),
            )
        )

    def _show_groups(self, title: str, groups: Mapping[str, Sharing]) -> None:
        self._head(self.words[title])
        table = plain_table()
        group, *figures = GROUP_COLUMNS
        table.add_column(self.words[group], overflow="fold", ratio=1)
        for column in figures:
            table.add_column(self.words[column], justify="right")
        for row in self.figures.group_rows(groups):
            table.add_row(*map(Text, row))
        self.console.print(table)

    def _show_people(self, *, everyone: bool) -> None:
        self._head(self.words["everyone" if everyone else "by_person"])
        loads = sorted(
            self.loads,
            key=lambda one: (-one.displaced_hours, danish_order(self.names.person(one.person))),
        )
        shown = loads if everyone else loads[:MOST_PEOPLE]
        table = plain_table()
        table.add_column(self.words["leader"], overflow="fold", ratio=1)
        for key in ("hours", "travel", "road", "turn_short", "left_out"):
            table.add_column(self.words[key], justify="right")
        for load in shown:
            figures = (self.figures.amount(measure, getattr(load, measure)) for measure in MEASURES)
            name = f"{self.names.person(load.person)}, {self.names.unit(load.person)}"
            table.add_row(Text(name), *figures, self.notation.number(load.left_out))
        self.console.print(table)
        if len(shown) < len(loads):
            self._say(self.words["more"].format(count=len(loads) - len(shown)))

    def _head(self, text: str) -> None:
        self.console.print()
        self._say(text, "bold")

    def _say(self, text: str, style: str = "") -> None:
        self.console.print(Text(text, style=style))


def plain_table() -> Table:
    """Columns without lines between them."""
    return Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
