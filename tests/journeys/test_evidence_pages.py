"""The page of a comparison in a real browser, in both languages and on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Open
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.telling.language import Language

DESKTOP, PHONE = 1280, 375
LONG = "Specialdagtilbudsområdelederkoordineringsenheden" * 2
ROWS = "".join(
    f"{name};{1000 + 37 * n};{5 + n % 7};{20 + (n * 11) % 13}\n"
    for n, name in enumerate([f"Hus {n}" for n in range(14)] + [LONG, "<script>alert(1)</script>"])
)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    folder = tmp_path_factory.mktemp("efficiency")
    file = folder / "huse.csv"
    file.write_text(f"Enhed;input:Udgifter, kr.;input:Årsværk;output:Børn\n{ROWS}", "utf-8")
    for language in Language:
        arguments = ["--out", str(folder / language), "--lang", language, "--bootstrap", "50"]
        ended = CliRunner().invoke(app, ["efficiency", str(file), *arguments])
        assert ended.exit_code == 0, ended.output
    return {language: folder / language / "report.html" for language in Language}


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("language", Language)
def test_page_when_every_detail_is_open_breaks_no_rule_of_axe(
    visit: Open, pages: dict[Language, Path], language: Language, width: int
) -> None:
    opened = visit(pages[language], width)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert opened.breaches() == []
    assert opened.overflow_px() == 0
    assert opened.messages == []
    assert opened.requests == [pages[language].as_uri()]


def test_page_when_a_unit_is_unfolded_tells_its_target(
    visit: Open, pages: dict[Language, Path]
) -> None:
    page = visit(pages[Language.DANISH], java_script_enabled=False).page
    table = page.get_by_role("table", name="Nu og mål for Hus 3")
    expect(table).not_to_be_visible()
    page.locator("summary", has_text="Hus 3:").click()
    expect(table).to_be_visible()
