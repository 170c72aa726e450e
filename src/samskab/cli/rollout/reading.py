"""`rollout.toml` and `units.csv`, read whole: settings, or every fault."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from samskab.cli.rollout.outcome import read_analysis, read_economics, read_outcome
from samskab.cli.rollout.settings import LEADERS, AnalysisSetting, RolloutSettings
from samskab.cli.rollout.units_csv import FILE as UNITS
from samskab.cli.rollout.units_csv import Wanted, read_units
from samskab.cli.rollout.values import part, seed, share, weight
from samskab.cli.rollout.waves_and_periods import read_periods, read_waves
from samskab.common.errors import Fault, InputError
from samskab.planner.folder.codes import Code
from samskab.planner.folder.document import read_document
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.limits import Limits
from samskab.planner.folder.section import Section, Value, texts, whole
from samskab.planner.model.problem import Problem
from samskab.telling.rollout_codes import RolloutFileCode

FILE = "rollout.toml"
KEYS = (
    "start_module",
    "seed",
    "draws",
    "keep",
    "together",
    "waves",
    "balance",
    "outcome",
    "periods",
    "analysis",
    "economics",
    "benefits",
)
DRAWS = Limits(Decimal(1), Decimal(1_000_000))
PAIR = 2


@dataclass(frozen=True, slots=True)
class RolloutReading:
    """A roll-out's settings, and what was ignored on the way."""

    settings: RolloutSettings
    warnings: tuple[Fault, ...]


def read_rollout(root: Path, problem: Problem) -> RolloutReading:
    """Read a roll-out against the problem of its folder.

    Raises:
        InputError: with every fault, each with its file, line and column.
    """
    findings = Findings()
    document = read_document(root, FILE, findings)
    settings = None
    if document is not None:
        top = Section(document.values, (), document)
        settings = _settings(top, root, problem)
    if findings.faults or settings is None:
        raise InputError(findings.faults)
    return RolloutReading(settings, tuple(findings.warnings))


def units_taking_part(problem: Problem, module: str) -> dict[str, int]:
    """Unit -> how many of its people need the module, in the order of `people.csv`."""
    needing = {need.person for need in problem.needs if need.module == module}
    units: dict[str, int] = {}
    for person in problem.people:
        if person.id in needing:
            units[person.unit] = units.get(person.unit, 0) + 1
    return units


def _settings(top: Section, root: Path, problem: Problem) -> RolloutSettings:
    top.warn_of_unknown(KEYS)
    start_module = _start_module(top, problem)
    units = units_taking_part(problem, start_module)
    waves = read_waves(top, problem.programme)
    periods = read_periods(top, waves)
    balance = part(top, "balance")
    analysis = read_analysis(top)
    settings = RolloutSettings(
        start_module=start_module,
        seed=top.optional("seed", seed, "1"),
        draws=top.optional("draws", whole(DRAWS), 10_000),
        keep=top.optional("keep", share(with_zero=False, with_one=True), _usual_keep(balance)),
        together=_together(top, units),
        waves=waves,
        balance=tuple((key.casefold(), weight(balance, key)) for key in balance.keys),
        outcome=read_outcome(top),
        periods=periods,
        analysis=analysis,
        economics=read_economics(top),
        units=read_units(
            root,
            [*_wanted(top, balance, analysis)],
            {person.unit for person in problem.people},
            top.findings,
        ),
    )
    _fault_shared_periods(settings, top)
    _fault_missing_units(settings, units, top)
    return settings


def _usual_keep(balance: Section) -> float:
    """Where nothing is balanced, no draw is better than another."""
    return 0.1 if balance.keys else 1.0


def _start_module(top: Section, problem: Problem) -> str:
    modules = {module.id: module for module in problem.programme.modules}
    first = next((module.id for module in modules.values() if not module.after), "")
    named = top.optional("start_module", Value.text, first)
    spot = top.spot("start_module")
    if named not in modules:
        top.findings.fault(Code.MODULE_UNKNOWN, spot, module=named)
    elif modules[named].after:
        values = {"module": named, "after": list(modules[named].after)}
        top.findings.fault(RolloutFileCode.MODULE_COMES_AFTER, spot, **values)
    elif not units_taking_part(problem, named):
        top.findings.fault(RolloutFileCode.NO_START_MODULE, spot, module=named)
    people = {person.id for person in problem.people}
    for unit in units_taking_part(problem, named):
        if unit in people:
            top.findings.fault(RolloutFileCode.UNIT_IS_PERSON, spot, unit=unit)
    return named


def _together(top: Section, units: dict[str, int]) -> tuple[tuple[str, ...], ...]:
    groups = []
    for value in top.optional("together", Value.elements, ()):
        group = texts(value)
        for unit in group:
            if unit not in units:
                top.findings.fault(RolloutFileCode.UNIT_UNKNOWN, value.spot, unit=unit)
        if len(set(group)) < PAIR:
            top.findings.fault(RolloutFileCode.GROUP_TOO_SMALL, value.spot)
        groups.append(group)
    return tuple(groups)


def _wanted(top: Section, balance: Section, analysis: AnalysisSetting) -> Iterator[Wanted]:
    for key in balance.keys:
        yield Wanted(key.casefold(), balance.spot(key), is_number=True)
    where = part(top, "analysis").spot("subgroups")
    for name in analysis.subgroups:
        yield Wanted(name, where, is_number=False)


def _fault_shared_periods(settings: RolloutSettings, top: Section) -> None:
    starts = settings.start_periods
    for wave, (before, after) in enumerate(pairwise(starts)):
        if before == after:
            names = {"a": settings.waves[wave].id, "b": settings.waves[wave + 1].id}
            spot = top.document.spot(("waves", wave + 1, "last_day"))
            top.findings.fault(RolloutFileCode.PERIODS_DO_NOT_PART, spot, **names)


def _fault_missing_units(settings: RolloutSettings, units: dict[str, int], top: Section) -> None:
    """Whoever is balanced on needs a row for each unit that takes part."""
    columns = {column for column, _ in settings.balance} - {LEADERS}
    if not settings.units or not (columns or settings.analysis.subgroups):
        return
    for unit in units:
        if unit not in settings.units:
            values = {"unit": unit, "file": UNITS}
            top.findings.fault(RolloutFileCode.UNIT_MISSING, top.spot("balance"), **values)
