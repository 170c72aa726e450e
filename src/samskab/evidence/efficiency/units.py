"""What is compared: units, what they spend, and what they achieve."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Units:
    """Units side by side.

    Attributes:
        names: of the n units.
        inputs: (n, m), what each spends, in any unit of measure per column.
        outputs: (n, s), what each achieves.
        fixed: (m,), which inputs nobody can change.
        bad: (s,), which outputs should be few.
        input_names, output_names: of the columns.
    """

    names: tuple[str, ...]
    inputs: Figures
    outputs: Figures
    fixed: Marks
    bad: Marks
    input_names: tuple[str, ...]
    output_names: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many units there are (n)."""
        return len(self.names)

    def only(self, rows: NDArray[np.intp]) -> "Units":
        """Some of the units, in the order asked for."""
        names = tuple(self.names[row] for row in rows)
        return replace(self, names=names, inputs=self.inputs[rows], outputs=self.outputs[rows])


def units_of(
    inputs: Figures,
    outputs: Figures,
    *,
    names: Sequence[str] = (),
    fixed: Sequence[int] = (),
    bad: Sequence[int] = (),
) -> Units:
    """Units from two tables of figures.

    Args:
        inputs: (n, m), or (n,) where there is one.
        outputs: (n, s), or (n,).
        names: n names; "1", "2", ... where none are given.
        fixed: columns of `inputs` that nobody can change.
        bad: columns of `outputs` that should be few.
    """
    x, y = (np.asarray(table, dtype=float) for table in (inputs, outputs))
    x, y = (table[:, None] if table.ndim == 1 else table for table in (x, y))
    return Units(
        names=tuple(names) or tuple(str(number + 1) for number in range(len(x))),
        inputs=x,
        outputs=y,
        fixed=np.isin(np.arange(x.shape[1]), fixed),
        bad=np.isin(np.arange(y.shape[1]), bad),
        input_names=tuple(f"x{number + 1}" for number in range(x.shape[1])),
        output_names=tuple(f"y{number + 1}" for number in range(y.shape[1])),
    )
