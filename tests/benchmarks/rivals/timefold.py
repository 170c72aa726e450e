"""Timefold's Python package on our folders, in an environment of its own.

Modelled as its manual would: planning entities for seats, sessions and leads, rules as hard and
prices in øre as soft constraints; construction heuristic and local search as it configures them by
default. Its time counts from when it solves, not from when Java starts.
"""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.folders import ROOT
from tests.benchmarks.rivals.found import Found, Scored
from tests.benchmarks.rivals.timefold_facts import TimefoldFacts

from samskab.planner.timetable import Timetable

UV = ROOT / ".tools" / "bin" / "uv"
ENVIRONMENT = (str(UV), "run", "--frozen", "--isolated", "--only-group", "timefold", "python")
PROGRAM = "tests.benchmarks.rivals.timefold_model.solve"
PROBE = "from timefold.solver.domain import PlanningId; PlanningId()"
Tell = Callable[[Found | Scored], None]


def lacks_timefold() -> str:
    """Why Timefold cannot be run here, in its own last words; empty where it can."""
    try:
        probe = subprocess.run(
            [*ENVIRONMENT, "-c", PROBE], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError as error:
        return f"does not install here: {error.strerror}"
    words = probe.stderr.strip().splitlines()
    return f"does not install here: {words[-1] if words else ''}" if probe.returncode else ""


def timefold(timetable: Timetable, *, seconds: float, from_plan: bool, tell: Tell) -> None:
    """Solve, telling each better score on the way and the plan at the end.

    A score that breaks a hard rule is not told; a plan that does is none.

    Args:
        timetable: the problem.
        seconds: of the wall clock, from when Timefold begins to solve.
        from_plan: whether it begins from the whole of the first-fit plan.
        tell: called with every better score, and with the plan if there is one.
    """
    model = TimefoldFacts(timetable, from_plan=from_plan)
    unserved = timetable.problem.programme.prices.unserved_oere
    for line in _lines(model, seconds):
        hard, soft = line["score"] or (-1, 0)
        if hard:
            continue
        if "seats" in line:
            tell(Found(min(line["seconds"], seconds), model.solution(line)))
        else:  # its score is what is saved against leaving everybody out
            tell(Scored(line["seconds"], timetable.needs * unserved - soft))


def _lines(model: TimefoldFacts, seconds: float) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as scratch:
        facts = Path(scratch) / "facts.json"
        facts.write_text(json.dumps(model.facts), encoding="utf-8")
        command = [*ENVIRONMENT, "-m", PROGRAM, str(facts), str(seconds)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                yield json.loads(line)
        if process.returncode:
            message = f"Timefold ended with {process.returncode}"
            raise RuntimeError(message)
