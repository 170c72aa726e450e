"""`rollout/design.json`: the lottery, so that anyone can repeat it and others can build on it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.fingerprint import fingerprint
from samskab.evidence.rollout.model import Covariate, Integers, Rollout
from samskab.evidence.rollout.record import LotteryRecord
from samskab.evidence.rollout.record_json import record_from_json, record_to_json
from samskab.planner.model.problem import Window
from samskab.telling.rollout_codes import RolloutFileCode

if TYPE_CHECKING:
    from samskab.cli.rollout.design_findings import DesignFindings

DESIGN = "rollout/design.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class StoredDesign:
    """A lottery that was held.

    Attributes:
        rollout: what lots were drawn over; its fingerprint is the record's.
        record: what is needed to repeat it.
        wave_of: unit -> id of its wave.
        windows: the rows that were written to `windows.csv`.
    """

    rollout: Rollout
    record: LotteryRecord
    wave_of: Mapping[str, str]
    windows: tuple[Window, ...]

    @property
    def allocation(self) -> Integers:
        """(C,) the wave of each unit, counted from 0."""
        waves = self.rollout.waves
        chosen = [waves.index(self.wave_of[unit]) for unit in self.rollout.clusters]
        return np.array(chosen, dtype=np.int64)


def design_json(found: "DesignFindings") -> bytes:
    """The lottery and all that it stands on."""
    rollout, settings = found.rollout, found.settings
    content = {
        "format": FORMAT,
        "programme": found.title,
        "start_module": settings.start_module,
        "units": list(rollout.clusters),
        "leaders": [found.leaders[unit] for unit in rollout.clusters],
        "waves": _waves(found),
        "allowed": rollout.allowed.astype(int).tolist(),
        "start_oere": [[start.oere for start in found.starts[unit]] for unit in rollout.clusters],
        "start_verdicts": [
            [start.verdict.value for start in found.starts[unit]] for unit in rollout.clusters
        ],
        "together": [list(group) for group in rollout.together],
        "covariates": [
            {"name": one.name, "weight": one.weight, "values": one.values.tolist()}
            for one in rollout.covariates
        ],
        "wave_of": dict(found.drawn.record.result),
        "balance": float(found.drawn.scores[found.drawn.position]),
        "lottery": json.loads(record_to_json(found.drawn.record)),
        "windows": [
            {name: None if value is None else str(value) for name, value in asdict(window).items()}
            for window in found.windows
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _waves(found: "DesignFindings") -> list[dict[str, object]]:
    rollout = found.rollout
    return [
        {
            "id": wave.id,
            "first_day": wave.first_day.isoformat(),
            "last_day": wave.last_day.isoformat(),
            "least": least,
            "most": most,
            "people": seat.people,
            "seated": seat.seated,
        }
        for wave, least, most, seat in zip(
            found.settings.waves, rollout.least, rollout.most, found.seats, strict=True
        )
    ]


def read_design(root: Path) -> StoredDesign | None:
    """The lottery that was held for a folder; None where none was.

    Raises:
        InputError: the file is not as it was written.
    """
    file = root / DESIGN
    if not file.is_file():
        return None
    try:
        content = json.loads(file.read_text("utf-8"))
        rollout = _rollout(content)
        record = record_from_json(json.dumps(content["lottery"]))
        wave_of = {str(unit): str(wave) for unit, wave in content["wave_of"].items()}
        windows = tuple(_window(one) for one in content["windows"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, InputError) as error:
        raise _broken(type(error).__name__) from error
    if fingerprint(rollout) != record.inputs or dict(record.result) != wave_of:
        raise _broken(fingerprint.__name__)
    return StoredDesign(rollout, record, wave_of, windows)


def _broken(why: str) -> InputError:
    return InputError([Fault(RolloutFileCode.DESIGN_BROKEN, {"why": why}, DESIGN)])


def _rollout(content: Mapping[str, Any]) -> Rollout:
    return Rollout(
        clusters=tuple(content["units"]),
        waves=tuple(wave["id"] for wave in content["waves"]),
        allowed=np.array(content["allowed"], dtype=np.bool_),
        least=tuple(int(wave["least"]) for wave in content["waves"]),
        most=tuple(int(wave["most"]) for wave in content["waves"]),
        together=tuple(tuple(group) for group in content["together"]),
        covariates=tuple(
            Covariate(one["name"], np.array(one["values"], dtype=np.float64), one["weight"])
            for one in content["covariates"]
        ),
    )


def _window(content: Mapping[str, Any]) -> Window:
    days = [content["not_before"], content["not_after"]]
    first, last = (None if day is None else date.fromisoformat(day) for day in days)
    return Window(content["who"], content["module"], first, last)
