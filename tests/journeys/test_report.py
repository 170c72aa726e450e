from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Open
from tests.telling.report.drawn_plan import draw_report

from samskab.telling.language import Language
from samskab.telling.report import ReportInput, render
from samskab.telling.report.charts import Table
from samskab.telling.report.reasons import Reason
from samskab.telling.report.section import Section

DESKTOP, PHONE, REFLOW = 1280, 375, 320
LONG = "Direktoratsafdelingslederudviklingsprogramkoordineringsenheden " * 2


@pytest.fixture(scope="session")
def report() -> ReportInput:
    """With what is asked for besides: reasons, and a section of its own."""
    drawn = draw_report(people=24)
    reasons = (Reason("Andre datoer:", ("man. 1. feb.: 5 mere", "tir. 2. feb.: 9 mere")),)
    rows = tuple((f"Ib {n}", str(n)) for n in range(20))
    table = Table("Hvem", ("Leder", "kr."), rows, frozenset({1}))
    return replace(
        drawn,
        reasons={session.id: reasons for session in drawn.plan.sessions},
        sections=(Section("changes", "Før og efter", ("Seks flytter.", "Mere."), table, ("Ja.",)),),
    )


@pytest.fixture(scope="session")
def files(report: ReportInput, tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    """The same report in each language."""
    folder = tmp_path_factory.mktemp("reports")
    return {language: write(folder, report, language) for language in Language}


def write(folder: Path, report: ReportInput, language: Language = Language.DANISH) -> Path:
    file = folder / f"report-{language}.html"
    file.write_text(render(report, language), "utf-8")
    return file


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("language", Language)
def test_report_when_every_detail_is_open_breaks_no_rule_of_axe(
    visit: Open, files: dict[Language, Path], language: Language, width: int
) -> None:
    opened = visit(files[language], width)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert opened.breaches() == []


@pytest.mark.parametrize("language", Language)
def test_report_when_opened_asks_for_nothing_and_complains_of_nothing(
    visit: Open, files: dict[Language, Path], language: Language
) -> None:
    opened = visit(files[language])

    assert opened.messages == []
    assert opened.requests == [files[language].as_uri()]
    assert opened.page.locator("html").get_attribute("lang") == language.value


@pytest.mark.parametrize("width", [PHONE, REFLOW])
def test_report_when_the_screen_is_small_never_scrolls_sideways(
    visit: Open, files: dict[Language, Path], width: int
) -> None:
    for file in files.values():
        assert visit(file, width).overflow_px() == 0


def test_report_when_names_are_very_long_never_scrolls_sideways(
    visit: Open, report: ReportInput, tmp_path: Path
) -> None:
    problem = report.problem
    modules = tuple(replace(module, title=LONG) for module in problem.programme.modules)
    people = tuple(replace(person, name=LONG, unit=LONG, role=LONG) for person in problem.people)
    long = replace(
        problem, people=people, programme=replace(problem.programme, title=LONG, modules=modules)
    )
    file = write(tmp_path, replace(report, problem=long))
    for width in (DESKTOP, PHONE):
        assert visit(file, width).overflow_px() == 0


def test_search_when_typed_in_keeps_the_leaders_that_have_every_word(
    visit: Open, report: ReportInput, files: dict[Language, Path]
) -> None:
    page = visit(files[Language.DANISH]).page
    unit = report.problem.people[0].unit
    rows = page.locator("table.people tbody tr:visible")
    expect(rows).to_have_count(len(report.problem.people))

    page.get_by_label("Søg på navn").fill(unit.upper())

    of_unit = [person for person in report.problem.people if person.unit == unit]
    expect(rows).to_have_count(len(of_unit))
    expect(page.get_by_role("status")).to_have_text(f"{len(of_unit)} ledere vises")
    page.get_by_label("Søg på navn").fill(f"{unit} {of_unit[0].name}")
    expect(rows).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("1 leder vises")
    page.get_by_label("Søg på navn").fill("")
    expect(rows).to_have_count(len(report.problem.people))


def test_report_when_there_is_no_javascript_shows_everything_but_the_search(
    visit: Open, report: ReportInput, files: dict[Language, Path]
) -> None:
    page = visit(files[Language.ENGLISH], java_script_enabled=False).page

    expect(page.locator("table.people tbody tr:visible")).to_have_count(len(report.problem.people))
    expect(page.get_by_role("searchbox")).to_have_count(0)
    names = page.locator("#session-1 .names")
    expect(names).not_to_be_visible()
    page.locator("#session-1 summary").first.click()
    expect(names).to_be_visible()


def test_skip_link_when_it_is_the_first_stop_of_the_tab_key_leads_to_the_content(
    visit: Open, files: dict[Language, Path]
) -> None:
    page = visit(files[Language.ENGLISH]).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_calendar_when_a_session_is_chosen_leads_to_it(
    visit: Open, files: dict[Language, Path]
) -> None:
    page = visit(files[Language.ENGLISH]).page
    page.locator("a.chip").first.click()
    expect(page.locator("#session-1")).to_be_in_viewport()


def test_report_when_printed_opens_who_takes_part_and_leaves_the_search_out(
    visit: Open, files: dict[Language, Path]
) -> None:
    page = visit(files[Language.DANISH]).page
    expect(page.locator("#session-1 .names li").first).not_to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator("#session-1 .names li").first).to_be_visible()
    expect(page.get_by_role("searchbox")).not_to_be_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_report_when_a_name_is_a_script_runs_nothing(
    visit: Open, report: ReportInput, tmp_path: Path
) -> None:
    hostile = (
        "</style></script><script>console.log('ran')</script><img src=x onerror=console.log(2)>"
    )
    people = tuple(replace(person, name=hostile, unit=hostile) for person in report.problem.people)
    file = write(tmp_path, replace(report, problem=replace(report.problem, people=people)))

    opened = visit(file)

    assert opened.messages == []
    expect(opened.page.locator("table.people tbody th").first).to_contain_text(hostile)
