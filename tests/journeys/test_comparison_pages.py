"""The page where nothing was drawn by lot, with its kroner, in a real browser and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.cli.rollout.comparison.compared import ONE_START, WAVES, compare
from tests.cli.rollout.money.weighed import weigh
from tests.journeys.conftest import Open

from samskab.cli.rollout.comparison import comparison_page
from samskab.telling.evidence_report import render_page
from samskab.telling.language import Language

DESKTOP, PHONE = 1280, 375
LONG = "Specialdagtilbudsområdelederkoordineringsenheden" * 2
STARTS = {"waves": (WAVES, 7), "one": (ONE_START, 6)}
Pages = dict[tuple[Language, str], Path]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    folder = tmp_path_factory.mktemp("comparison")
    money = weigh(folder / "programme")
    written = {}
    for name, (starts, periods) in STARTS.items():
        found = compare(starts, lambda _: 3.0, 1.0, periods=periods)
        for language in Language:
            titled = comparison_page(found, money, f"<script>alert(1)</script> {LONG}", language)
            path = folder / f"{name}-{language}.html"
            path.write_text(render_page(titled, language), "utf-8")
            written[language, name] = path
    return written


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("language", Language)
def test_page_when_every_detail_is_open_breaks_no_rule_of_axe(
    visit: Open, pages: Pages, language: Language, name: str, width: int
) -> None:
    opened = visit(pages[language, name], width)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert opened.breaches() == []
    assert opened.overflow_px() == 0
    assert opened.messages == []


def test_mark_when_read_to_the_end_stays_in_sight(visit: Open, pages: Pages) -> None:
    page = visit(pages[Language.DANISH, "waves"], PHONE).page
    mark = page.locator("aside.mark")
    for height in (0, 3000, 100_000):
        page.evaluate(f"window.scrollTo(0, {height})")
        expect(mark).to_be_in_viewport(ratio=1)


def test_mark_when_printed_is_fixed_to_every_sheet(visit: Open, pages: Pages) -> None:
    """Chromium repeats what is fixed on every sheet (CSS 2.1, section 9.6.1)."""
    page = visit(pages[Language.ENGLISH, "waves"]).page
    page.emulate_media(media="print")
    mark = page.locator("aside.mark")
    expect(mark).to_have_css("position", "fixed")
    expect(mark).to_be_visible()
