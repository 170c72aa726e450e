"""Checks of single numbers, collected so that all faults are told at once."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal

from samskab.common.errors import Fault, InputError
from samskab.evidence.power.codes import PowerCode


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all faults together, where there are any.

    Raises:
        InputError: there is at least one fault.
    """
    if found := list(faults):
        raise InputError(found)


def shares(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that must lie from 0 to 1, both included."""
    return _outside(values, PowerCode.OUTSIDE_UNIT, 0.0, 1.0)


def correlations(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that must lie from -1 to 1, both included."""
    return _outside(values, PowerCode.OUTSIDE_CORRELATION, -1.0, 1.0)


def not_negative(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that may be 0, but not less."""
    return _outside(values, PowerCode.NEGATIVE, 0.0, math.inf)


def inside_unit(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that must lie between 0 and 1, neither included."""
    faults = _outside(values, PowerCode.OUTSIDE_OPEN_UNIT, 0.0, 1.0)
    edge = [name for name, value in values.items() if value in {0.0, 1.0}]
    return faults + [_fault(PowerCode.OUTSIDE_OPEN_UNIT, name, values[name]) for name in edge]


def positive(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that must be above 0."""
    faults = _outside(values, PowerCode.NOT_POSITIVE, 0.0, math.inf)
    zeros = [name for name, value in values.items() if value == 0]
    return faults + [_fault(PowerCode.NOT_POSITIVE, name, values[name]) for name in zeros]


def numbers(values: Mapping[str, float]) -> list[Fault]:
    """Faults of numbers that must be finite."""
    return _outside(values, PowerCode.NOT_A_NUMBER, -math.inf, math.inf)


def _outside(values: Mapping[str, float], code: PowerCode, low: float, high: float) -> list[Fault]:
    faults = []
    for name, value in values.items():
        if not math.isfinite(value):
            faults.append(Fault(PowerCode.NOT_A_NUMBER, {"name": name}))
        elif not low <= value <= high:
            faults.append(_fault(code, name, value))
    return faults


def _fault(code: PowerCode, name: str, value: float) -> Fault:
    return Fault(code, {"name": name, "value": Decimal(repr(float(value)))})
