"""Cases of analysis: from the text of their inputs and the columns of their data to the engine."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from samskab.cli.evidence_cases.columns import Table, read_table

Answer = Callable[[str, Table], object]

KINDS = (
    ("callaway", re.compile(r"callaway|aggte|xformla|doubly robust", re.IGNORECASE)),
    ("sun_abraham", re.compile(r"sunab\(")),
    ("bacon", re.compile(r"bacon", re.IGNORECASE)),
    ("synthetic_did", re.compile(r"\bSDID\b|synthetic difference", re.IGNORECASE)),
    ("synthetic", re.compile(r"Abadie|synthetic control", re.IGNORECASE)),
    ("glmm", re.compile(r"glmer|GLMM|Laplace")),
    ("gee", re.compile(r"geeglm|\bGEE\b")),
    ("mixed", re.compile(r"\([^()|]+\|[^()|]+\)")),
    ("two_way", re.compile(r"~[^|]+\|\s*\w+\s*\+\s*\w+")),
)


def understands(case: Mapping[str, object]) -> bool:
    """Whether the case is one of analysis that this adaptor can answer."""
    return isinstance(case.get("data"), str) and _kind(case) is not None


def answer(case: Mapping[str, object], data: Path) -> object:
    """What the engine finds, in the structure of the case's `expected`.

    Args:
        case: its `inputs` and `data` alone are read.
        data: the folder that `case["data"]` is relative to.

    Raises:
        KeyError: the case is none of analysis, or its data lack a column.
    """
    kind = _kind(case)
    if kind is None:
        raise KeyError(case.get("inputs"))
    return _answers()[kind](str(case["inputs"]), read_table(data / str(case["data"])))


def _kind(case: Mapping[str, object]) -> str | None:
    text = case.get("inputs")
    if not isinstance(text, str):
        return None
    return next((kind for kind, words in KINDS if words.search(text)), None)


def _answers() -> Mapping[str, Answer]:
    """Loaded when asked: the libraries take seconds."""
    from samskab.cli.evidence_cases import mixed, observational, synthetic

    return {
        "callaway": observational.callaway_answer,
        "sun_abraham": observational.sun_abraham_answer,
        "bacon": observational.bacon_answer,
        "synthetic_did": observational.synthetic_did_answer,
        "synthetic": synthetic.synthetic_answer,
        "glmm": mixed.glmm_answer,
        "gee": mixed.gee_answer,
        "mixed": mixed.mixed_answer,
        "two_way": observational.two_way_answer,
    }
