"""Files as people upload them."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

PEOPLE = """\
id,name,unit,hourly_value,email,role,place
p1,Ærlig Øster Åby,Skole,412.50,p1@fjordby.example,Skoleleder,raadhus
p2,🦊 Ræv,Pleje,390,p2@fjordby.example,,
p3,דנה לוי,Pleje,400,,,
"""
UNITS = """\
name,parent
Fjordby,
Børn,Fjordby
Skole,Børn
Pleje,Fjordby
"""
TOGETHER = """\
party,person
top,p1
top,p2
"""
REGISTER = (
    ("people.csv", PEOPLE.encode()),
    ("units.csv", UNITS.encode()),
    ("together.csv", TOGETHER.encode()),
)


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def calendar(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *events, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def event(start: str, end: str, title: str = "Hemmeligt møde", uid: str = "1", *more: str) -> str:
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART:{start}", f"DTEND:{end}"]
    return "\r\n".join([*lines, *more, "END:VEVENT"])
