"""A comparison of two plans as it stands on a terminal of 80 columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from samskab.common.money import OERE_PER_KR
from samskab.planner.comparison.compare import Comparison
from samskab.planner.comparison.moves import Burden, Move, moves_by_person
from samskab.planner.comparison.same_sessions import SessionPair
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.telling.folder_names import FolderNames
from samskab.telling.language import Language
from samskab.telling.notation import Notation, danish_order
from samskab.telling.words.compare import SAID, STANDINGS
from samskab.telling.words.cost_items import ITEMS
from samskab.telling.words.printable import printable

MOST_PEOPLE = 10
"""How many people who move are shown where not everyone is asked for."""


class ComparisonPage:
    """Writes a comparison in one language."""

    def __init__(
        self,
        problem: Problem,
        plans: Mapping[str, tuple[Path, Plan]],
        found: Comparison,
        language: Language,
    ) -> None:
        """Prepare.

        Args:
            problem: of both plans.
            plans: "A" and "B" -> its file and what is in it.
            found: what differs.
            language: of the reader.
        """
        self.plans, self.found, self.language = plans, found, language
        self.words, self.notation = SAID[language], Notation(language)
        view = PlanView(problem, plans["A"][1])
        self.names = FolderNames(view, self.notation, self.words["online"])
        self.console = Console(highlight=False)

    def show(self, *, everyone: bool) -> None:
        """Print it all; of the people who move the ones concerned most, where not `everyone`."""
        for name, (file, _) in self.plans.items():
            self._say(f"{name}  {printable(str(file))}")
        if not self.found.differs:
            self._say(self.words["same"], "bold")
            self._show_claims()
            return
        self._show_costs()
        self._show_claims()
        self._show_sessions()
        self._show_moves(everyone=everyone)
        self._show_listed()

    def _show_costs(self) -> None:
        found, words = self.found, self.words
        rows = [
            (ITEMS[self.language][item].capitalize(), a, b) for item, a, b in found.items if a or b
        ]
        total = (words["total"], found.cost_a.total, found.cost_b.total)
        decimals = _decimals(oere for _, *amounts in rows for oere in amounts)
        table = _table()
        table.add_column(f"{words['item']} ({words['kr']})")
        for heading in ("A", "B", words["difference"]):
            table.add_column(heading, justify="right")
        for row in (*rows, total):
            name, a, b = row
            table.add_row(
                name,
                *(self._amount(oere, decimals) for oere in (a, b)),
                self._difference(b - a, decimals),
                style="bold" if row is total else "",
            )
        self.console.print()
        self.console.print(table)
        self.console.print()
        self._say(self._verdict(), "bold")
        self._say(self._standing())

    def _verdict(self) -> str:
        by = self.found.difference_oere
        key = "equal" if not by else "dearer" if by > 0 else "cheaper"
        return self.words[key].format(by=self.notation.kr_to_the_oere(abs(by)))

    def _standing(self) -> str:
        """What is proven, in kroner rounded so that it stays true."""
        slack = max(self.found.slack_oere, 0)
        up = -(-slack // OERE_PER_KR) * OERE_PER_KR
        return STANDINGS[self.language][self.found.standing].format(
            bound=self.notation.kr_at_least(self.found.bound_oere), slack=self.notation.kr(up)
        )

    def _show_claims(self) -> None:
        costs: dict[str, Cost] = {"A": self.found.cost_a, "B": self.found.cost_b}
        for name, (_, plan) in self.plans.items():
            if name.lower() in self.found.misclaimed:
                self._say(
                    self.words["misclaimed"].format(
                        plan=name,
                        claimed=self.notation.kr_to_the_oere(plan.cost.total),
                        true=self.notation.kr_to_the_oere(costs[name].total),
                    )
                )

    def _show_sessions(self) -> None:
        for name, sessions in (("A", self.found.only_a), ("B", self.found.only_b)):
            if sessions:
                self._head(self.words["only"].format(plan=name, count=len(sessions)))
                self.console.print(self._sessions(sessions))
        if self.found.changed:
            self._head(self.words["changed"].format(count=len(self.found.changed)))
            for pair in self.found.changed:
                self._show_pair(pair)

    def _sessions(self, sessions: Sequence[Session]) -> Table:
        table = _table(header=False)
        for overflow in ("fold", "fold", "fold"):
            table.add_column(overflow=overflow)
        table.add_column(justify="right")
        for one in sessions:
            count = len(one.people)
            people = self.words["people_one" if count == 1 else "people"].format(count=count)
            names = self.names
            table.add_row(
                Text(names.module(one.module)), names.span(one), Text(names.room(one)), people
            )
        return table

    def _show_pair(self, pair: SessionPair) -> None:
        one, names = pair.a, self.names
        self._say(f"  {names.module(one.module)}, {names.span(one)}, {names.room(one)}")
        if any(pair.facilitators):
            before, after = (
                ", ".join(map(names.facilitator, each.facilitators)) or self.words["nobody"]
                for each in (pair.a, pair.b)
            )
            self._say("    " + self.words["led"].format(before=before, after=after))
        gone, new = pair.people
        if gone or new:
            said = self.words["attended"].format(
                before=len(pair.a.people),
                after=len(pair.b.people),
                gone=len(gone),
                new=len(new),
            )
            self._say(f"    {said}")

    def _show_moves(self, *, everyone: bool) -> None:
        of_person = dict(moves_by_person(self.found.moves))
        unfair = dict(self.found.unfairness_oere)
        people = [*of_person, *(person for person in unfair if person not in of_person)]
        if not people:
            return
        people.sort(key=lambda one: self._order(of_person.get(one, ()), unfair.get(one, 0), one))
        shown = people if everyone else people[:MOST_PEOPLE]
        self._head(self.words["moves"].format(people=len(of_person), seats=len(self.found.moves)))
        self._say(self.words["moves_lead"].format(kr=self.words["kr"]), "dim")
        table = self._moves_table(with_unfairness=bool(unfair))
        decimals = _decimals(self._amounts())
        for person in shown:
            self._add_person(table, person, of_person.get(person, ()), unfair.get(person), decimals)
        self.console.print(table)
        if len(shown) < len(people):
            self._say(self.words["more"].format(count=len(people) - len(shown)))

    def _order(self, moves: Sequence[Move], unfair: int, person: str) -> tuple[object, ...]:
        """Those first for whom most changes in kroner."""
        change = _sum(moves)
        oere = change.displacement_oere + change.travel_oere + unfair
        return -abs(oere), danish_order(self.names.person(person)), person

    def _amounts(self) -> Iterator[int]:
        for move in self.found.moves:
            yield move.change.displacement_oere
            yield move.change.travel_oere
        for _, oere in self.found.unfairness_oere:
            yield oere

    def _moves_table(self, *, with_unfairness: bool) -> Table:
        table = _table()
        table.add_column(self.words["who"], overflow="fold", ratio=1)
        for key in ("hours", "displaced", "travel", *(("unfair",) if with_unfairness else ())):
            table.add_column(self.words[key], justify="right", no_wrap=True)
        return table

    def _add_person(
        self,
        table: Table,
        person: str,
        moves: Sequence[Move],
        unfair: int | None,
        decimals: int,
    ) -> None:
        """Her name with what changes in all, and a line for each move."""
        change = _sum(moves)
        name = Text(self.names.person(person), style="bold")
        name.append(f", {self.names.unit(person)}", style="not bold")
        extra = (
            [self._difference(unfair or 0, decimals)] if len(table.columns) > len(_BURDEN) else []
        )
        table.add_row(name, *self._burden(change, decimals), *extra)
        alone = len(moves) == 1
        for move in moves:
            figures = () if alone else self._burden(move.change, decimals)
            table.add_row(Padding(self._move(move), (0, 0, 0, 2)), *figures, style="dim")
        if not moves:
            table.add_row(Padding(self.words["stay"], (0, 0, 0, 2)), style="dim")

    def _move(self, move: Move) -> Text:
        rooms = [self.names.room(one) if one else None for one in (move.source, move.target)]
        name_rooms = None not in rooms and rooms[0] != rooms[1]
        before, after = (self._seat(one, named=name_rooms) for one in (move.source, move.target))
        return Text(f"{self.names.module(move.module)}\n{before} → {after}")

    def _seat(self, session: Session | None, *, named: bool) -> str:
        if session is None:
            return self.words["no_seat"]
        start = self.names.start(session)
        return f"{start}, {self.names.room(session)}" if named else start

    def _burden(self, change: Burden, decimals: int) -> tuple[str, str, str]:
        return (
            self.notation.signed(change.displaced_hours, 2),
            self._difference(change.displacement_oere, decimals),
            self._difference(change.travel_oere, decimals),
        )

    def _show_listed(self) -> None:
        for name, listed in (("A", self.found.listed_a), ("B", self.found.listed_b)):
            if listed:
                self._head(self.words["listed"].format(plan=name, count=len(listed)))
                for person, module in listed:
                    self._say(f"  {self.names.person(person)}: {self.names.module(module)}")

    def _head(self, text: str) -> None:
        self.console.print()
        self._say(text, "bold")

    def _say(self, text: str, style: str = "") -> None:
        self.console.print(Text(text, style=style))

    def _amount(self, oere: int, decimals: int) -> str:
        if oere < 0:  # no plan costs less than nothing, but a file can claim that changes do
            return self._difference(oere, decimals)
        return self.notation.number(Fraction(oere, OERE_PER_KR), decimals)

    def _difference(self, oere: int, decimals: int) -> str:
        return self.notation.signed(Fraction(oere, OERE_PER_KR), decimals)


_BURDEN = ("who", "hours", "displaced", "travel")


def _sum(moves: Iterable[Move]) -> Burden:
    return sum((move.change for move in moves), Burden())


def _decimals(amounts: Iterable[int]) -> int:
    """None where every amount is in whole kroner: then the figures of a column add up."""
    return 2 if any(oere % OERE_PER_KR for oere in amounts) else 0


def _table(*, header: bool = True) -> Table:
    return Table(box=None, padding=(0, 1), pad_edge=False, show_header=header, header_style="bold")
