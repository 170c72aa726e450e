"""What the bound's prices say of a good plan: made by the bound, used by the search."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Guidance:
    """Where sessions are worth their price, and what a seat costs later on.

    Shapes as in `Timetable`: Z places (1 for an online module), S starts, P people.

    Attributes:
        weight: by module, [Z, S] sessions that the prices would hold there, in parts.
        ahead: by module, [S, P] øre that all modules that come after a start cost at least.
        turn: of how many times that the bound has advised, the later the better.
    """

    weight: tuple[Reals, ...]
    ahead: tuple[Reals, ...]
    turn: int
