"""Cases of synthetic control: published specifications, by their paper."""

import numpy as np

from samskab.cli.evidence_cases.columns import Table
from samskab.evidence.effect.observational.synthetic_control import (
    Comparison,
    Predictor,
    synthetic_control,
)

SCHOOLS = ("school.illit", "school.prim", "school.med", "school.high", "school.post.high")
SECTORS = (
    "sec.agriculture",
    "sec.energy",
    "sec.industry",
    "sec.construction",
    "sec.services.venta",
    "sec.services.nonventa",
)


def synthetic_answer(_text: str, table: Table) -> object:
    """The donors' weights: Abadie, Diamond and Hainmueller (2011), section 4.1.

    pysyncon's own test of it leaves all of Spain among the donors (at weight zero), and the
    predictors are scaled by their spread over the donors: so here.
    """
    names = table["regionname"]
    treated = next(str(name) for name in np.unique(names) if "Basque" in name)
    donors = [str(name) for name in dict.fromkeys(names) if name != treated]
    predictors = (
        *(Predictor(name, tuple(range(1964, 1970))) for name in (*SCHOOLS, "invest")),
        Predictor("gdpcap", tuple(range(1960, 1970))),
        *(Predictor(name, tuple(range(1961, 1970, 2))) for name in SECTORS),
        Predictor("popdens", (1969,)),
    )
    comparison = Comparison(treated, tuple(donors), predictors, tuple(range(1960, 1970)))
    numbers = {n: c.astype(np.float64) for n, c in table.items() if c.dtype.kind in "if"}
    found = synthetic_control(
        [str(name) for name in names],
        [int(year) for year in table["year"]],
        {name: column.tolist() for name, column in numbers.items() if name != "year"},
        "gdpcap",
        comparison,
    )
    return {"weights": {_short(name): weight for name, weight in found.weights.items()}}


def _short(name: str) -> str:
    """A region's name as papers print it, without the other name in parentheses."""
    return name.partition("(")[0].strip()
