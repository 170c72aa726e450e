from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from tests.telling.report.drawn_plan import draw_report

from samskab.telling.language import Language
from samskab.telling.report import ReportInput
from samskab.telling.workbook import workbook_bytes

TITLES = {
    Language.DANISH: ["Kursusgange", "Ledere", "Undervisere", "Lokaler", "Pris"],
    Language.ENGLISH: ["Sessions", "People", "Facilitators", "Rooms", "Costs"],
}


def read_back(report: ReportInput, language: Language) -> Workbook:
    return load_workbook(BytesIO(workbook_bytes(report.problem, report.plan, language)))


def column(book: Workbook, title: str, heading: str) -> list[object]:
    first, *rows = book[title].iter_rows(values_only=True)
    place = first.index(heading)
    return [row[place] for row in rows]


@pytest.mark.parametrize("language", Language)
def test_workbook_has_a_sheet_for_each_matter_with_a_frozen_heading(language: Language) -> None:
    book = read_back(draw_report(), language)

    assert book.sheetnames == TITLES[language]
    assert {page.freeze_panes for page in book.worksheets} == {"A2"}
    assert all(page.column_dimensions["A"].width > 4 for page in book.worksheets)
    assert all(page["A1"].font.bold for page in book.worksheets)


def test_workbook_when_read_back_adds_up_to_the_costs_of_the_plan() -> None:
    report = draw_report()
    book = read_back(report, Language.ENGLISH)
    cost = report.plan.cost

    def total(title: str, heading: str) -> Decimal:
        return sum((Decimal(str(kr)) for kr in column(book, title, heading) if kr), Decimal(0))

    assert total("Facilitators", "Fee, DKK") * 100 == cost.facilitation
    assert total("Rooms", "Price, DKK") * 100 == cost.rooms
    assert total("People", "Worth of displaced time, DKK") * 100 == cost.displacement
    amounts = dict(zip(column(book, "Costs", "Item"), column(book, "Costs", "Amount, DKK")))  # noqa: B905
    assert amounts["Total"] == cost.total / 100
    assert amounts["Proven lower bound"] == report.plan.bound / 100


def test_workbook_when_read_back_has_every_need_once() -> None:
    report = draw_report()
    book = read_back(report, Language.ENGLISH)

    titles = {module.title: module.id for module in report.problem.programme.modules}
    listed = [
        (person, titles[str(module)])
        for person, module in zip(
            column(book, "People", "Id"), column(book, "People", "Module"), strict=True
        )
    ]
    assert sorted(listed, key=str) == sorted(
        ((need.person, need.module) for need in report.problem.needs), key=str
    )
    reasons = [why for why in column(book, "People", "Reason") if why]
    assert len(reasons) == len(report.plan.unserved) > 0


def test_workbook_has_dates_and_clock_times_of_the_programme() -> None:
    report = draw_report()
    first = min(report.plan.sessions, key=lambda session: session.start)
    book = read_back(report, Language.DANISH)

    day = book["Kursusgange"]["C2"]
    assert day.value == datetime.combine(first.start.date(), time())
    assert day.number_format == "dd-mm-yyyy"
    assert book["Kursusgange"]["D2"].value == first.start.time()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(A1)", "\tx"])
def test_workbook_when_a_name_starts_like_a_formula_keeps_it_a_text(text: str) -> None:
    report = draw_report(people=3, modules=1)
    people = tuple(replace(person, name=text) for person in report.problem.people)
    file = workbook_bytes(replace(report.problem, people=people), report.plan, Language.ENGLISH)

    sheets = [name for name in ZipFile(BytesIO(file)).namelist() if "worksheets/sheet" in name]
    assert all(b"<f>" not in ZipFile(BytesIO(file)).read(name) for name in sheets)
    cell = load_workbook(BytesIO(file))["People"]["B2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_workbook_when_a_name_has_a_control_character_can_be_opened() -> None:
    report = draw_report(people=3, modules=1)
    people = tuple(replace(person, name="a\x07b") for person in report.problem.people)
    book = read_back(
        replace(report, problem=replace(report.problem, people=people)), Language.ENGLISH
    )
    assert book["People"]["B2"].value == "a\N{REPLACEMENT CHARACTER}b"
