import re
from html import unescape
from pathlib import Path

import pytest
from tests.cli.published_folder import ALL, FILES, FIRST, of_m1, of_m2, plan_of
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.model.plan import Plan
from samskab.planner.plan_json import plan_text

BEFORE = plan_of(of_m1("s1", 10, ALL, room="r2"), of_m2("s2", 6, ["ada"]))
STRANGER = plan_of(of_m1("s1", 3, [*ALL, "nobody"]))


class Desk:
    """A folder, plans of it and the command."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "folder"
        self.folder.mkdir()
        for name, content in FILES.items():
            (self.folder / name).write_text(content)

    def plan(self, plan: Plan, name: str) -> Path:
        file = self.root / name
        file.write_text(plan_text(plan))
        return file

    def run(self, command: str, *arguments: object) -> tuple[int, str, str]:
        words = [command, str(self.folder), *map(str, arguments)]
        environment = {"XDG_CACHE_HOME": str(self.root / "cache"), "SAMSKAB_LANG": "en"}
        result = CliRunner().invoke(app, words, env=environment)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    @property
    def texts(self) -> list[str]:
        """What stands in the report, element by element."""
        page = (self.root / "report.html").read_text()
        return [" ".join(unescape(text).split()) for text in re.findall(r">([^<]+)<", page)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_report_when_drawn_again_holds_every_reason_that_explain_tells(desk: Desk) -> None:
    plan = desk.plan(FIRST, "plan.json")
    code, said, _ = desk.run("report", plan)
    assert (code, said) == (0, f"Report: {(desk.root / 'report.html').as_uri()}\n")
    for session in FIRST.sessions:
        _, told, _ = desk.run("explain", plan, "--session", session.id)
        _, *reasons = [" ".join(line.split()) for line in told.splitlines() if line]
        assert len(reasons) > 5
        assert set(reasons) <= set(desk.texts)


def test_report_when_there_was_a_plan_before_shows_who_moves_and_what_it_costs(desk: Desk) -> None:
    before = desk.plan(BEFORE, "before.json")
    code, _, _ = desk.run("report", desk.plan(FIRST, "plan.json"), "--previous", before)
    texts = desk.texts
    assert code == 0
    assert texts.count("Before and after") == 2  # the heading, and the way to it
    assert "3 leaders get another seat; 3 seats in all." in texts
    seats = [text for text in texts if re.match(r"\w{3} \d+ Feb 08:30, Sal \d$", text)]
    assert seats == ["Wed 10 Feb 08:30, Sal 2", "Wed 3 Feb 08:30, Sal 1"] * 3


def test_report_when_variants_and_levers_are_asked_for_has_a_table_of_each(desk: Desk) -> None:
    setting = "prices.unserved=30000"
    code, _, _ = desk.run(
        "report", desk.plan(FIRST, "plan.json"), "--set", setting, "--seconds", 1, "--levers", 2
    )
    texts = desk.texts
    assert code == 0
    assert texts.count("Variants") == texts.count("What would help most") == 2
    assert setting in texts


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--set", "rules.max_day=3"], "max_day"),
        (["--previous", "stranger.json"], "nobody"),
        (["--previous", "missing.json"], "cannot be read"),
    ],
)
def test_report_when_something_asked_for_is_unknown_says_so_and_writes_nothing(
    desk: Desk, options: list[str], says: str
) -> None:
    desk.plan(STRANGER, "stranger.json")
    name, value = options
    path = desk.root / value
    given = path if name == "--previous" else value
    code, _, errors = desk.run("report", desk.plan(FIRST, "plan.json"), name, given)
    assert code == 2
    assert says in errors
    assert not (desk.root / "report.html").exists()
