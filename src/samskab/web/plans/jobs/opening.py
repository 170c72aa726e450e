"""A programme's rows as a problem with everybody's busy time, and variants of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from samskab.common.errors import Fault, InputError
from samskab.planner.folder import FolderReading
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.overlay import vary
from samskab.planner.folder.variant import variant_of_text
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Programme as Frame
from samskab.planner.plan_json import read_plan
from samskab.web.plans.problem import elsewhere_of
from samskab.web.programmes.folder.problem import Elsewhere, tables_read, with_busy_time
from samskab.web.programmes.models import Programme

WEEK = timedelta(days=7)
PLAN_FILE = "plan.json"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a programme asks of the planner.

    Attributes:
        tables: what its tables say, for variants of it.
        elsewhere: where its people are in sessions of other programmes.
    """

    programme: Programme
    problem: Problem
    tables: FolderReading
    elsewhere: Elsewhere

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What was ignored, or counts for less than the user may think."""
        return self.tables.warnings

    def with_frame(self, frame: Frame) -> Problem:
        """The problem in another frame: other rules, prices or days."""
        assert self.tables.problem is not None
        bare = replace(self.tables.problem, programme=frame)
        return with_busy_time(bare, self.programme, self.elsewhere)


def open_programme(programme: Programme) -> Opened:
    """Read a programme's rows.

    Raises:
        InputError: with every fault of its text and tables.
    """
    tables = tables_read(programme)
    if tables.problem is None:
        raise InputError(tables.faults)
    elsewhere = elsewhere_of(programme)
    problem = with_busy_time(tables.problem, programme, elsewhere)
    return Opened(programme, problem, tables, elsewhere)


def variants_of(opened: Opened, texts: Sequence[str]) -> tuple[tuple[str, Problem], ...]:
    """Each variant that texts such as rules.max_days_per_week=3 make of a programme, by its text.

    Raises:
        InputError: with every fault of the variants.
    """
    document = opened.tables.document
    assert document is not None  # a programme without one has faults
    frames: list[tuple[str, Frame]] = []
    faults: list[Fault] = []
    for text in texts:
        findings = Findings()
        variant = variant_of_text(text, document, findings)
        varied = vary(document, variant, opened.problem.rooms)
        faults += findings.faults or varied.faults
        frames.append((text, varied.programme))
    if faults:
        raise InputError(faults)
    return tuple((text, opened.with_frame(frame)) for text, frame in frames)


def with_a_week_more(opened: Opened) -> Problem:
    """The problem, knowing busy time and closed days of the week after its last day.

    Raises:
        InputError: a programme of ten years cannot be a week longer.
    """
    frame = opened.problem.programme
    ((_, longer),) = variants_of(opened, [f"last_day={frame.last_day + WEEK}"])
    return replace(longer, programme=replace(frame, closed=longer.programme.closed))


def plan_of_text(text: str) -> Plan:
    """A stored plan, as its file would be read.

    Raises:
        InputError: it is no plan.
    """
    with TemporaryDirectory(prefix="samskab-") as name:
        file = Path(name) / PLAN_FILE
        file.write_bytes(text.encode())
        return read_plan(file)
