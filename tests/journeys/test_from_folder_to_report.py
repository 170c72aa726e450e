import json
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from tests.journeys.conftest import Open

SAMSKAB = str(Path(sys.executable).with_name("samskab"))


def run(*arguments: str | Path) -> None:
    subprocess.run([SAMSKAB, *map(str, arguments)], check=True, timeout=120, capture_output=True)


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plan of a small synthetic municipality stands."""
    folder = tmp_path_factory.mktemp("journey")
    run("generate", folder / "town", "--leaders", "40", "--weeks", "14", "--modules", "3")
    run("plan", folder / "town", "--out", folder / "plan", "--seconds", "5", "--lang", "da")
    return folder / "plan"


def test_report_when_a_folder_was_planned_shows_the_plan_that_was_written(
    visit: Open, planned: Path
) -> None:
    plan = json.loads((planned / "plan.json").read_text("utf-8"))
    opened = visit(planned / "report.html")

    total = Decimal(str(plan["cost"]["total"])).quantize(Decimal(1), ROUND_HALF_UP)
    kroner = f"{total:,}".replace(",", ".")
    expect(opened.page.locator(".strip .big").first).to_have_text(f"{kroner}\N{NO-BREAK SPACE}kr.")
    expect(opened.page.locator("li.session")).to_have_count(len(plan["sessions"]))
    seats = sum(len(session["people"]) for session in plan["sessions"])
    expect(opened.page.locator("table.people .dates li:not(.missing)")).to_have_count(seats)
    expect(opened.page.locator("table.people .dates li.missing")).to_have_count(
        len(plan["unserved"])
    )
    assert opened.messages == []
    assert opened.overflow_px() == 0


def test_workbook_when_a_folder_was_planned_has_the_plan_that_was_written(planned: Path) -> None:
    plan = json.loads((planned / "plan.json").read_text("utf-8"))
    first, *rows = load_workbook(planned / "plan.xlsx")["Kursusgange"].iter_rows(values_only=True)

    assert first[0] == "Id"
    assert {row[0] for row in rows} == {session["id"] for session in plan["sessions"]}
