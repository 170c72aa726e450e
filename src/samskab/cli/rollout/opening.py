"""A roll-out with what is measured, and the lottery that was held for it: what most steps open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from samskab.cli.rollout.design_json import DESIGN, StoredDesign, read_design
from samskab.cli.rollout.reading import FILE, read_rollout, units_taking_part
from samskab.cli.rollout.settings import OutcomeSetting, RolloutSettings
from samskab.cli.rollout.windows_of_waves import windows_of
from samskab.common.errors import Fault, InputError
from samskab.planner.folder import read_folder
from samskab.planner.model.problem import Problem
from samskab.telling.rollout_codes import RolloutFileCode


@dataclass(frozen=True, slots=True)
class OpenedRollout:
    """What a folder says of its roll-out; nobody is busy in its problem.

    Attributes:
        stored: the lottery, held for what the settings say today; None before it.
        warnings: of the folder's tables, then of the roll-out's.
    """

    problem: Problem
    settings: RolloutSettings
    outcome: OutcomeSetting
    stored: StoredDesign | None
    warnings: tuple[Fault, ...]

    @property
    def lottery(self) -> StoredDesign:
        """The lottery that was held.

        Raises:
            InputError: none was.
        """
        if self.stored is None:
            raise InputError([Fault(RolloutFileCode.DESIGN_MISSING, {}, DESIGN)])
        return self.stored


def open_rollout(
    root: Path, settings_of: Callable[[RolloutSettings], RolloutSettings] = lambda own: own
) -> OpenedRollout:
    """Read a folder whose roll-out measures an outcome; calendars are not read.

    Args:
        root: the programme folder.
        settings_of: lays what was asked beside the file over its settings.

    Raises:
        InputError: with every fault of the folder or of `rollout.toml`; no outcome is named; or
            the lottery was held for other waves, units or modules.
    """
    folder = read_folder(root)
    if folder.problem is None:
        raise InputError(folder.faults)
    reading = read_rollout(root, folder.problem)
    settings = settings_of(reading.settings)
    if settings.outcome is None:
        raise InputError([Fault(RolloutFileCode.OUTCOME_MISSING, {}, FILE)])
    stored = read_design(root)
    if stored:
        _require_current(stored, settings, folder.problem)
    warnings = (*folder.warnings, *reading.warnings)
    return OpenedRollout(folder.problem, settings, settings.outcome, stored, warnings)


def _require_current(stored: StoredDesign, settings: RolloutSettings, problem: Problem) -> None:
    """Refuse a lottery whose rows are not those that the settings would write."""
    waves = {wave.id: wave for wave in settings.waves}
    units = list(units_taking_part(problem, settings.start_module))
    known = set(stored.wave_of.values()) <= set(waves) and units == list(stored.rollout.clusters)
    wave_of = {unit: waves[wave] for unit, wave in stored.wave_of.items()} if known else {}
    if not known or windows_of(problem, settings, wave_of) != stored.windows:
        raise InputError([Fault(RolloutFileCode.DESIGN_STALE, {}, DESIGN)])


def placed_in_rollout(error: InputError) -> InputError:
    """The same faults; those without a file are of `rollout.toml`, whose settings were asked."""
    return InputError([f if f.file else replace(f, file=FILE) for f in error.faults])
