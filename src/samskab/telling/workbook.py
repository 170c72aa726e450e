"""plan.xlsx: the plan in sheets, for those who go on working with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, time
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from samskab.common.money import kr_from_oere
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Person, Problem
from samskab.telling.language import Language
from samskab.telling.report.figures import SECONDS_PER_HOUR, Attendance, Figures, sum_of
from samskab.telling.report.rows import LeftOut, SessionRow, left_out_rows, session_rows
from samskab.telling.words.report import word
from samskab.telling.words.unserved import reason_in_words

Value = str | int | float | Decimal | date | time | None
Say = Callable[[str], str]

_WHEN = ("date", "from", "last_date", "to")
_WHO = ("id", "name", "email", "unit", "role")
_ROOM = ("id", "name", "place", "capacity")
_WHAT_IT_TAKES = ("room", "busy_hours", "tentative_hours", "value_kr")

_HEADING = Font(bold=True, color="FFFFFF")
_FJORD = PatternFill("solid", fgColor="0F5560")
_TOP = Alignment(vertical="top", wrap_text=True)
_WIDEST = 60
_LONGEST_TEXT = 32_767
_DATES = {Language.DANISH: "dd-mm-yyyy", Language.ENGLISH: "d mmm yyyy"}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading line and rows below it.

    Amounts are Decimal (kroner), shares are float.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def workbook_bytes(problem: Problem, plan: Plan, language: Language) -> bytes:
    """The plan as an .xlsx file.

    Days are dates, clock times are times and amounts are numbers in kroner; a text that a
    spreadsheet would run as a formula stays a text.
    """

    def say(key: str) -> str:
        return word(key, language)

    figures = Figures(problem, plan)
    rows = session_rows(figures)
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in (
        _sessions(rows, say),
        _people(figures, rows, say, language),
        _facilitators(rows, say),
        _rooms(rows, say),
        _costs(plan, say),
    ):
        _write(book.create_sheet(sheet.title), sheet, language)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sessions(rows: Sequence[SessionRow], say: Say) -> Sheet:
    return Sheet(
        say("sheet_sessions"),
        _columns(
            say, "id", "module", *_WHEN, "room", "place", "facilitators", "people", "seats", "names"
        ),
        tuple(
            (
                row.session.id,
                row.module.title,
                *_when(row.session),
                row.room.name if row.room else say("online"),
                row.place.name if row.place else None,
                ", ".join(one.name for one in row.facilitators),
                len(row.people),
                row.seats,
                ", ".join(person.name for person in row.people),
            )
            for row in rows
        ),
    )


def _people(figures: Figures, rows: Sequence[SessionRow], say: Say, language: Language) -> Sheet:
    """A row for each need: met with its session, or left out with its reason."""
    row_of = {row.session.id: row for row in rows}
    weight = figures.problem.programme.prices.tentative
    met = [
        (one.person, _attendance(one, row_of[one.session.id], say, one.value_oere(weight)))
        for one in sorted(figures.attendances, key=lambda one: row_of[one.session.id].number)
    ]
    left_out = [(need.person, _left_out(need, language)) for need in left_out_rows(figures)]
    order = {person.id: number for number, person in enumerate(figures.problem.people)}
    return Sheet(
        say("sheet_people"),
        _columns(say, *_WHO, "module", "session", *_WHEN, *_WHAT_IT_TAKES, "why"),
        tuple(
            (*_who(person), *cells)
            for person, cells in sorted(met + left_out, key=lambda each: order[each[0].id])
        ),
    )


def _who(person: Person) -> tuple[Value, ...]:
    return person.id, person.name, person.email, person.unit, person.role


def _attendance(one: Attendance, row: SessionRow, say: Say, value_oere: int) -> tuple[Value, ...]:
    spent = sum_of(one.spent)
    return (
        row.module.title,
        row.session.id,
        *_when(row.session),
        row.room.name if row.room else say("online"),
        _hours(spent.busy),
        _hours(spent.tentative),
        kr_from_oere(value_oere),
        None,
    )


def _left_out(need: LeftOut, language: Language) -> tuple[Value, ...]:
    return (need.module.title, *(None,) * 9, reason_in_words(need.why, language))


def _facilitators(rows: Sequence[SessionRow], say: Say) -> Sheet:
    held = [(one, row) for row in rows for one in row.facilitators]
    return Sheet(
        say("sheet_facilitators"),
        _columns(say, "id", "name", "module", "session", *_WHEN, "room", "half_days", "fee_kr"),
        tuple(
            (
                one.id,
                one.name,
                row.module.title,
                row.session.id,
                *_when(row.session),
                row.room.name if row.room else say("online"),
                row.module.half_days,
                kr_from_oere(one.fee_per_half_day_oere * row.module.half_days),
            )
            for one, row in sorted(held, key=lambda each: (each[0].id, each[1].number))
        ),
    )


def _rooms(rows: Sequence[SessionRow], say: Say) -> Sheet:
    held = [(row.room, row) for row in rows if row.room]
    return Sheet(
        say("sheet_rooms"),
        _columns(say, *_ROOM, "module", "session", *_WHEN, "people", "half_days", "price_kr"),
        tuple(
            (
                room.id,
                room.name,
                row.place.name if row.place else room.place,
                room.capacity,
                row.module.title,
                row.session.id,
                *_when(row.session),
                len(row.people),
                row.module.half_days,
                kr_from_oere(room.price_per_half_day_oere * row.module.half_days),
            )
            for room, row in sorted(held, key=lambda each: (each[0].id, each[1].number))
        ),
    )


def _costs(plan: Plan, say: Say) -> Sheet:
    items = tuple(
        (say(item.name), kr_from_oere(getattr(plan.cost, item.name))) for item in fields(Cost)
    )
    return Sheet(
        say("sheet_costs"),
        _columns(say, "item", "amount_kr"),
        (
            *items,
            (say("total"), kr_from_oere(plan.cost.total)),
            (say("bound"), kr_from_oere(plan.bound)),
            (say("gap"), plan.gap),
        ),
    )


def _columns(say: Say, *keys: str) -> tuple[str, ...]:
    return tuple(say(key) for key in keys)


def _when(session: Session) -> tuple[Value, ...]:
    """Spreadsheets know no time zones: the programme's own clock."""
    return (
        session.start.date(),
        session.start.time(),
        session.end.date(),
        session.end.time(),
    )


def _hours(seconds: int) -> Decimal:
    return Decimal(seconds) / SECONDS_PER_HOUR


def _write(page: Worksheet, sheet: Sheet, language: Language) -> None:
    for row in (sheet.columns, *sheet.rows):
        page.append([_cell(page, value, language) for value in row])
    for cell in page[1]:
        cell.font, cell.fill = _HEADING, _FJORD
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.sheet_properties.tabColor = "0F5560"
    for column_number, title in enumerate(sheet.columns, start=1):
        longest = max(len(_shown(row[column_number - 1])) for row in (sheet.columns, *sheet.rows))
        width = min(_WIDEST, max(longest, len(title) + 3) + 2)
        page.column_dimensions[get_column_letter(column_number)].width = width


def _cell(page: Worksheet, value: Value, language: Language) -> Cell:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST_TEXT]
    cell = WriteOnlyCell(page)
    cell.value = value
    cell.alignment = _TOP
    cell.number_format = _number_format(value, language)
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _number_format(value: Value, language: Language) -> str:
    formats: dict[type, str] = {
        Decimal: "#,##0.00",
        float: "0.0%",
        date: _DATES[language],
        time: "hh:mm",
    }
    return formats.get(type(value), "General")


def _shown(value: Value) -> str:
    """About as wide as a spreadsheet shows it."""
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None or isinstance(value, time) else str(value)
