"""The inputs of a power case under one name each, whichever package worded them."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from samskab.cli.evidence_cases.expression import number

SAME = {
    "N": "n",
    "K": "n",
    "k": "n",
    "psi": "zeta",
    "chi": "churn",
    "family": "outcome",
    "distn": "outcome",
    "theta": "effect",
    "delta": "effect",
    "b_trt": "effect",
    "time_adjust": "time",
    "timeAdjust": "time",
    "df_adjust": "df",
    "dfAdjust": "df",
    "AR": "ar",
    "incomplete": "observed",
    "extra_ctl_time": "pre",
    "extra_trt_time": "post",
    "trtDelay": "delay",
    "trt_delay": "delay",
    "tx_effect_frac": "delay",
    "timepoints": "T",
    "sides": "tail",
    "sig_level": "level",
    "sig.level": "level",
    "typeIerror": "level",
    "power_target": "target_power",
    "alpha0_1_2": "alpha",
    "alpha_0_1_2": "alpha",
    "alpha012": "alpha",
    "sigma_e": "sigma_resid",
    "sigma_marg": "sigma_total",
    "meanresponse_start": "p_start",
    "meanresponse_end0": "p_end0",
    "meanresponse_end1": "p_end1",
}
SQUARES = {
    "tau2": "tau",
    "gamma2": "gamma",
    "eta2": "eta",
    "zeta2": "zeta",
    "psi2": "zeta",
    "sigma2": "sigma",
    "sigma2_total": "sigma_total",
    "sigma2_resid": "sigma_resid",
}
REPEATED = re.compile(r"(?:then\s+)?(?P<what>.+?)(?:\s+x\s*(?P<times>\d+))?$")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a case gives, by name.

    Attributes:
        values: under the names of `SAME` and `SQUARES` (standard deviations, not variances).
        source: the package or paper whose conventions hold.
    """

    values: Mapping[str, object]
    source: str

    def has(self, *names: str) -> bool:
        """Whether any of these is given."""
        return any(self.values.get(name) is not None for name in names)

    def number(self, name: str, default: float | None = None) -> float:
        """One number.

        Raises:
            ValueError: it is no number, or is missing and has no default.
        """
        value = self.values.get(name)
        if value is None and default is not None:
            return default
        return number(value)

    def numbers(self, name: str) -> tuple[float, ...]:
        """One or several: a number, a list, or a text such as `0,0,then logit(.6) x8`.

        Raises:
            ValueError: it is none of these.
        """
        value = self.values.get(name)
        if isinstance(value, list):
            return tuple(number(part) for part in value)
        if not isinstance(value, str):
            return (number(value),)
        return tuple(each for part in value.split(",") for each in _repeated(part.strip()))

    def text(self, name: str) -> str:
        """A text in small letters; empty where it is missing."""
        value = self.values.get(name)
        return value.lower() if isinstance(value, str) else ""


def read_inputs(case: Mapping[str, object]) -> Inputs:
    """The inputs of a case.

    Raises:
        ValueError: the case has none, or a variance is below 0.
    """
    given = case.get("inputs")
    if not isinstance(given, Mapping):
        message = "the case has no named inputs"
        raise ValueError(message)  # noqa: TRY004 - the type is the file's, not the caller's
    values: dict[str, object] = {}
    for key, value in given.items():
        name = str(key)
        if name in SQUARES:
            values[SQUARES[name]] = math.sqrt(number(value))
        elif name == "alpha" and not isinstance(value, list):
            values["level"] = value
        else:
            values[SAME.get(name, name)] = value
    return Inputs(values, f"{case.get('source', '')} {case.get('url', '')}".lower())


def _repeated(part: str) -> list[float]:
    found = REPEATED.match(part)
    if found is None:
        message = f"{part!r} is no number"
        raise ValueError(message)
    return [number(found["what"])] * int(found["times"] or 1)
