"""How units are compared: returns to scale, direction, and what nobody can change."""

from dataclasses import dataclass
from enum import StrEnum


class Returns(StrEnum):
    """What mixtures of units count as possible."""

    CONSTANT = "crs"
    VARIABLE = "vrs"
    DECREASING = "drs"
    INCREASING = "irs"
    FREE_DISPOSAL = "fdh"


class Orientation(StrEnum):
    """Whether inputs are to fall or outputs to grow."""

    INPUT = "input"
    OUTPUT = "output"


class FixedInputs(StrEnum):
    """How inputs that nobody can change are treated.

    Banker and Morey (1986) let a mixture of units average them; Ruggiero (1996) compares a unit
    only with units whose surroundings are no better than its own.
    """

    BANKER_MOREY = "banker_morey"
    RUGGIERO = "ruggiero"


class BadOutputs(StrEnum):
    """How outputs that should be few are treated.

    Translated: replaced by w − b (Seiford and Zhu 2002, eq. 8), which needs variable returns.
    As an input: less of it is better (Hailu and Veeman 2001).
    """

    TRANSLATED = "translated"
    AS_INPUT = "as_input"


@dataclass(frozen=True, slots=True)
class Model:
    """One way of comparing.

    Attributes:
        translation: w of Seiford and Zhu for each bad output, in its own unit; None takes the
            largest of each plus its mean, which no unit of measure can change.
    """

    returns: Returns = Returns.VARIABLE
    orientation: Orientation = Orientation.INPUT
    fixed_inputs: FixedInputs = FixedInputs.BANKER_MOREY
    bad_outputs: BadOutputs = BadOutputs.TRANSLATED
    translation: tuple[float, ...] | None = None
