"""Before and after: what a plan changes of the one that people have."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from samskab.common.money import OERE_PER_KR
from samskab.planner.comparison.compare import compare
from samskab.planner.comparison.moves import Move
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.telling.folder_names import FolderNames
from samskab.telling.language import Language
from samskab.telling.notation import Notation
from samskab.telling.report.charts import Table
from samskab.telling.report.section import Section
from samskab.telling.report.wording import Voice
from samskab.telling.words.cost_items import ITEMS

COLUMNS = ("leader", "module", "before", "after", "change_in_kr")


def changes_section(problem: Problem, before: Plan, after: Plan, language: Language) -> Section:
    """Both plans' costs, and everybody who has another seat.

    Args:
        problem: of both plans.
        before: the plan that people have.
        after: the plan of the report.
        language: of the reader.
    """
    say, notation = Voice(language), Notation(language)
    found = compare(problem, before, after)
    names = FolderNames(PlanView(problem, after), notation, say("online"))
    people = len({move.person for move in found.moves})
    costs = tuple(
        say(
            "changes_item",
            item=ITEMS[language][item].capitalize(),
            before=notation.kr(a),
            after=notation.kr(b),
        )
        for item, a, b in found.items
        if a != b
    )
    totals = {
        "before": notation.kr(found.cost_a.total),
        "after": notation.kr(found.cost_b.total),
    }
    lead = (say("changes_lead", n=people, seats=len(found.moves)), say("changes_total", **totals))
    if not found.moves:
        return Section("changes", say("changes_title"), (*lead, *costs))
    table = Table(
        caption=say("changes_table"),
        columns=tuple(say(key) for key in COLUMNS),
        rows=tuple(_rows(found.moves, names, say)),
        numeric=frozenset({len(COLUMNS) - 1}),
    )
    return Section("changes", say("changes_title"), (*lead, *costs), table)


def account_section(account: Sequence[str], language: Language) -> Section:
    """What a change broke, what moves for it and why.

    Args:
        account: line by line, as the terminal shows it.
        language: of the reader.
    """
    lines = tuple(line.strip() for line in account if line.strip())
    return Section("changes", Voice(language)("changes_title"), lines)


def _rows(moves: tuple[Move, ...], names: FolderNames, say: Voice) -> Iterator[tuple[str, ...]]:
    def seat(session: Session | None) -> str:
        if session is None:
            return say("no_seat")
        return f"{names.start(session)}, {names.room(session)}"

    for move in moves:
        oere = move.change.displacement_oere + move.change.travel_oere
        yield (
            names.person(move.person),
            names.module(move.module),
            seat(move.source),
            seat(move.target),
            say.figures.signed(Fraction(oere, OERE_PER_KR)),
        )
