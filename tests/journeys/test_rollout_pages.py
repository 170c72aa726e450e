"""The pages of a roll-out by lot in a real browser, in both languages, on a phone."""

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.cli.rollout.measured import (
    analyse,
    constant,
    copied,
    lock,
    simulate,
    write_drawn_folder,
    write_outcomes,
)
from tests.cli.rollout.rollout_folder import PROGRAMME, write_rollout_folder
from tests.journeys.conftest import Open
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.telling.language import Language

DESKTOP, PHONE = 1280, 375
LONG = "Specialdagtilbudsområdelederkoordineringsenheden" * 2
PAGES = ("design", "power")
MEASURED = {"works": 8.0, "cannot_tell": 0.0}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Language, str], Path]:
    found = {}
    for language in Language:
        folder = tmp_path_factory.mktemp("rollout")
        titled = PROGRAMME.replace("Ledelse i praksis", f"<script>alert(1)</script> {LONG}")
        write_rollout_folder(folder, {"programme.toml": titled})
        for page in PAGES:
            ended = CliRunner().invoke(app, ["rollout", page, str(folder), "--lang", language])
            assert ended.exit_code == 0, ended.output
            found[language, page] = folder / "rollout" / f"{page}.html"
    return found


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Language, str], Path]:
    found = {}
    drawn = write_drawn_folder(tmp_path_factory.mktemp("drawn"), 'subgroups = ["slags", "borgere"]')
    lock(drawn)
    found[Language.ENGLISH, "lock"] = drawn / "rollout/lock.html"
    for language, verdict in product(Language, MEASURED):
        folder = copied(drawn, tmp_path_factory.mktemp(verdict))
        write_outcomes(folder, simulate(folder, constant(MEASURED[verdict]), seed=2))
        assert analyse(folder, language=language)["verdict"] == verdict
        found[language, verdict] = folder / "rollout/analysis.html"
    return found


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    ("language", "name"),
    [(Language.ENGLISH, "lock"), *((language, name) for language in Language for name in MEASURED)],
)
def test_answer_when_every_detail_is_open_breaks_no_rule_of_axe(
    visit: Open,
    analysed: dict[tuple[Language, str], Path],
    language: Language,
    name: str,
    width: int,
) -> None:
    _require_sound(visit, analysed[language, name], width)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", Language)
def test_page_when_every_detail_is_open_breaks_no_rule_of_axe(
    visit: Open, pages: dict[tuple[Language, str], Path], language: Language, name: str, width: int
) -> None:
    _require_sound(visit, pages[language, name], width)


def _require_sound(visit: Open, file: Path, width: int) -> None:
    opened = visit(file, width)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert opened.breaches() == []
    assert opened.overflow_px() == 0
    assert opened.messages == []
    assert opened.requests == [file.as_uri()]


def test_page_when_the_lottery_is_unfolded_shows_its_record(
    visit: Open, pages: dict[tuple[Language, str], Path]
) -> None:
    page = visit(pages[Language.DANISH, "design"], java_script_enabled=False).page
    record = page.get_by_role("table", name="Lodtrækningens bevis")
    expect(record).not_to_be_visible()
    page.locator("summary", has_text="Gentag lodtrækningen").click()
    expect(record).to_be_visible()
