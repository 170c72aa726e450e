"""Everything that `samskab rollout design` finds: who can start when, and what was drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samskab.cli.folder import OpenedFolder, open_folder
from samskab.cli.rollout.analysis_lock import LOCK
from samskab.cli.rollout.design_json import DESIGN, StoredDesign, read_design
from samskab.cli.rollout.joining import rollout_of
from samskab.cli.rollout.reading import FILE, read_rollout, units_taking_part
from samskab.cli.rollout.settings import RolloutSettings, WaveSetting
from samskab.cli.rollout.windows_of_waves import windows_of, without
from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.advice import advice
from samskab.evidence.rollout.counting import AllowedSet, NotCounted, count_allowed
from samskab.evidence.rollout.lottery import Drawn, Terms, hold_lottery
from samskab.evidence.rollout.model import Rollout
from samskab.planner.folder.windows import FILE as WINDOWS
from samskab.planner.model.problem import Problem, Window
from samskab.planner.starts.answer import Seated, Spell, Start, Verdict
from samskab.planner.starts.starts import seated_together, starts_of
from samskab.planner.timetable import Timetable, build_timetable
from samskab.telling.rollout_codes import RolloutFileCode

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class DesignFindings:
    """What was found and drawn.

    Attributes:
        title: of the programme.
        leaders: unit -> how many of its people start.
        starts: unit -> what the planner found of each wave.
        seats: of each wave, for all of its units at once.
        own: the lottery's rows that stand in `windows.csv`.
        windows: its rows from now on.
        remarks: what is worth knowing before anyone is trained.
        warnings: of the folder and its calendars.
    """

    title: str
    settings: RolloutSettings
    leaders: Mapping[str, int]
    starts: Mapping[str, tuple[Start, ...]]
    allowed: AllowedSet
    drawn: Drawn
    seats: tuple[Seated, ...]
    own: tuple[Window, ...]
    windows: tuple[Window, ...]
    remarks: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def rollout(self) -> Rollout:
        """What lots were drawn over."""
        return self.allowed.rollout

    @property
    def oere(self) -> NDArray[np.int64]:
        """(C, W) displaced hours and travel of each start; -1 where there is none."""
        rows = [
            [-1 if start.oere is None else start.oere for start in self.starts[unit]]
            for unit in self.rollout.clusters
        ]
        return np.array(rows, dtype=np.int64)


def find_design(root: Path, *, anew: bool) -> DesignFindings:
    """Ask the planner, count, and draw.

    Args:
        root: the programme folder.
        anew: whether a lottery that was held may be replaced, and a `windows.csv` that no lottery
            wrote may be added to.

    Raises:
        InputError: with every fault of the folder, of `rollout.toml`, or of the roll-out.
        StoppedError: the orders cannot be counted, or something would be lost.
    """
    opened = open_folder(root)
    stored = read_design(root)
    problem, own = _of_others(root, opened, stored, anew=anew)
    reading = read_rollout(root, problem)
    settings = reading.settings
    timetable = build_timetable(problem)
    starts = starts_of(timetable, settings.start_module, [*map(_spell, settings.waves)])
    allowed, drawn = _lottery(settings, rollout_of(settings, problem, starts))
    wave_of = {
        unit: settings.waves[wave]
        for unit, wave in zip(allowed.rollout.clusters, drawn.allocation, strict=True)
    }
    seats = _seats(timetable, settings, wave_of)
    found = DesignFindings(
        title=problem.programme.title,
        settings=settings,
        leaders=units_taking_part(problem, settings.start_module),
        starts=starts,
        allowed=allowed,
        drawn=drawn,
        seats=seats,
        own=own,
        windows=windows_of(problem, settings, wave_of),
        remarks=(*_advice(allowed, drawn, settings), *_remarks(settings, problem, starts, seats)),
        warnings=(*opened.warnings, *reading.warnings),
    )
    _refuse_to_redraw(root, stored, found, anew=anew)
    return found


def _spell(wave: WaveSetting) -> Spell:
    return Spell(wave.first_day, wave.last_day)


def _seats(
    timetable: Timetable, settings: RolloutSettings, wave_of: Mapping[str, WaveSetting]
) -> tuple[Seated, ...]:
    """Of each wave, with all of its units at once."""
    units_in = {
        wave.id: [unit for unit, its in wave_of.items() if its is wave] for wave in settings.waves
    }
    return tuple(
        seated_together(timetable, settings.start_module, units_in[wave.id], _spell(wave))
        for wave in settings.waves
    )


def _of_others(
    root: Path, opened: OpenedFolder, stored: StoredDesign | None, *, anew: bool
) -> tuple[Problem, tuple[Window, ...]]:
    """The problem without an earlier lottery's windows: they must not decide the next one."""
    problem = opened.problem
    if not (root / WINDOWS).exists():
        return problem, ()
    own = stored.windows if stored else ()
    rest = without(problem.windows, own)
    if not anew and (stored is None or rest is None):
        raise StoppedError(BAD_INPUT, "windows_of_others", path=root / WINDOWS)
    if rest is None:
        own = tuple(window for window in own if window in problem.windows)
        rest = without(problem.windows, own) or ()
    return replace(problem, windows=rest), own


def _lottery(settings: RolloutSettings, rollout: Rollout) -> tuple[AllowedSet, Drawn]:
    try:
        allowed = count_allowed(rollout)
        if isinstance(allowed, NotCounted):
            raise StoppedError(BAD_INPUT, "not_counted", states=allowed.states)
        terms = Terms(settings.seed, settings.draws, settings.keep * PERCENT)
        return allowed, hold_lottery(allowed, terms)
    except InputError as error:
        raise InputError([replace(fault, file=FILE) for fault in error.faults]) from error


def _advice(allowed: AllowedSet, drawn: Drawn, settings: RolloutSettings) -> tuple[Fault, ...]:
    """What to know of the lottery, for the level that the outcome is to be tested at."""
    kept = drawn.record.kept
    if settings.outcome is None:
        return advice(allowed, kept)
    return advice(allowed, kept, level=settings.outcome.level)


def _remarks(
    settings: RolloutSettings,
    problem: Problem,
    starts: Mapping[str, tuple[Start, ...]],
    seats: tuple[Seated, ...],
) -> list[Fault]:
    code = RolloutFileCode
    taking_part = units_taking_part(problem, settings.start_module)
    others = dict.fromkeys(p.unit for p in problem.people if p.unit not in taking_part)
    said = [
        Fault(code.UNIT_WITHOUT_NEED, {"unit": unit, "module": settings.start_module})
        for unit in others
    ]
    for unit, of_waves in starts.items():
        for wave, start in zip(settings.waves, of_waves, strict=True):
            if start.verdict is Verdict.UNKNOWN:
                said.append(Fault(code.START_UNKNOWN, {"unit": unit, "wave": wave.id}))
    for wave, seat in zip(settings.waves, seats, strict=True):
        if seat.seated < seat.people:
            values = {"wave": wave.id, "seated": seat.seated, "people": seat.people}
            said.append(Fault(code.WAVE_SHORT_OF_SEATS, values))
    return said


def _refuse_to_redraw(
    root: Path, stored: StoredDesign | None, found: DesignFindings, *, anew: bool
) -> None:
    """A lottery that can be repeated until it suits is none."""
    if stored is None or stored.record == found.drawn.record:
        return
    if (root / LOCK).exists():
        raise StoppedError(BAD_INPUT, "locked", path=root / LOCK)
    if not anew:
        raise InputError([Fault(RolloutFileCode.STARTED_ALREADY, {}, DESIGN)])
