"""The pictures, drawn from what the plans and the rivals came to."""

from pathlib import Path
from typing import Any

from tests.benchmarks.bench import Data
from tests.benchmarks.page import DOCS
from tests.benchmarks.pictures import picture_of, write_picture
from tests.benchmarks.sections.rivals import OURS

FOLDER = DOCS / "benchmarks"


def draw(results: dict[str, Any], folder: Path = FOLDER) -> list[str]:
    """Draw a picture of each folder that was planned; the lines that show them."""
    shown = []
    for case, planners in _planners(results).items():
        file = folder / f"{case.replace('/', '-').replace(' ', '-')}.svg"
        write_picture(picture_of(planners), file)
        shown += [f"![Plan and bound of {case} against time]({folder.name}/{file.name})", ""]
        shown += [f"*{case}: plans drawn out, bounds dashed.*", ""]
    return shown[:-1]


def _planners(results: dict[str, Any]) -> dict[str, dict[str, Data]]:
    """Case -> planner -> what it came to; ours from its longer run where there is one."""
    found: dict[str, dict[str, Data]] = {}
    for case in results.get("plans", {"data": {"cases": []}})["data"]["cases"]:
        found[case["case"]] = {OURS: case}
    for case in results.get("rivals", {"data": {"cases": []}})["data"]["cases"]:
        found[case["case"]] = case["planners"] | found.get(case["case"], {})
    return found
