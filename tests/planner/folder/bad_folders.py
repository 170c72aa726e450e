"""Folders that are broken on purpose: every code of the folder's faults and warnings, placed.

Lines and columns are counted by hand from the texts of `sound_folder`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.planner.folder.sound_folder import FILES, PEOPLE, PROGRAMME, edited

from samskab.planner.folder import Code

Found = tuple[Code, str, int | None, int | None]


@dataclass(frozen=True)
class BadFolder:
    """What is changed in the sound folder, and every fault and warning that must come of it."""

    what: str
    changes: Mapping[str, str | bytes | None]
    faults: tuple[Found, ...] = ()
    warnings: tuple[Found, ...] = ()


def at(code: Code, file: str, line: int | None, column: int | None = 1) -> tuple[Found, ...]:
    return ((code, file, line, column),)


def added(file: str, line: str) -> dict[str, str]:
    """The sound folder's file with a line more."""
    return {file: f"{FILES[file]}{line}\n"}


def in_programme(line: str, where: str = "last_day = 2027-03-26\n") -> dict[str, str]:
    """The sound programme with a line more, which is line 4 unless `where` is elsewhere."""
    return edited("programme.toml", where, f"{where}{line}\n")


THREE_MODULES = in_programme('after = ["m3"]', "group_max = 12\n")["programme.toml"] + (
    '\n[[modules]]\nid = "m3"\ntitle = "Slut"\nformat = "online"\nhalf_days = 1\n'
    'group_min = 1\ngroup_max = 9\nafter = ["m2"]\n'
)
DANISH_PEOPLE = PEOPLE.replace(",", ";")

OF_THE_ISSUE = (
    BadFolder(
        "a missing column",
        {"people.csv": "id,name,hourly_value\np1,Person 1,400\np2,Person 2,400\np3,P,400\n"},
        at(Code.COLUMN_MISSING, "people.csv", 1),
    ),
    BadFolder(
        "a person twice",
        added("people.csv", "p2,Person 4,Park,380,,"),
        at(Code.ID_TWICE, "people.csv", 5),
    ),
    BadFolder(
        "a need for an unknown person",
        added("needs.csv", "p9,m1"),
        at(Code.PERSON_UNKNOWN, "needs.csv", 6),
    ),
    BadFolder(
        "a need for an unknown module",
        added("needs.csv", "p2,m9"),
        at(Code.MODULE_UNKNOWN, "needs.csv", 6, 4),
    ),
    BadFolder(
        "a module of 3 half-days",
        edited("programme.toml", "half_days = 2", "half_days = 3"),
        at(Code.HALF_DAYS_WRONG, "programme.toml", 9),
    ),
    BadFolder(
        "a cycle in after",
        {"programme.toml": THREE_MODULES},
        at(Code.AFTER_CYCLE, "programme.toml", 12),
    ),
    BadFolder(
        "a module after itself",
        edited("programme.toml", 'after = ["m1"]', 'after = ["m1", "m2"]'),
        at(Code.AFTER_CYCLE, "programme.toml", 20),
    ),
    BadFolder(
        "group_min above group_max",
        edited("programme.toml", "group_max = 20", "group_max = 1"),
        at(Code.GROUP_BACKWARDS, "programme.toml", 18),
    ),
    BadFolder(
        "group_min above every room",
        edited("rooms.csv", ",24,", ",1,"),
        at(Code.GROUP_ABOVE_ROOMS, "programme.toml", 10),
    ),
    BadFolder(
        "a date that does not exist, in programme.toml",
        edited("programme.toml", "last_day = 2027-03-26", "last_day = 2027-02-29"),
        at(Code.DAY_NOT_THERE, "programme.toml", 3, 12),
    ),
    BadFolder(
        "a date that does not exist, in a table",
        {"windows.csv": "who,module,not_before\np1,m1,2027-02-30\n"},
        at(Code.DAY_NOT_THERE, "windows.csv", 2, 7),
    ),
    BadFolder(
        "a calendar file that is missing",
        {"calendars/p1.ics": None},
        at(Code.CALENDAR_MISSING, "people.csv", 2, 28),
    ),
    BadFolder(
        "decimal commas in an English file, in quotes",
        edited("people.csv", "412.50", '"412,50"'),
        at(Code.DECIMAL_COMMA, "people.csv", 2, 19),
    ),
    BadFolder(
        "decimal commas in an English file, without quotes",
        edited("people.csv", "412.50", "412,50"),
        at(Code.DECIMAL_COMMA, "people.csv", 2, 19),
    ),
    BadFolder(
        "a BOM",
        {"people.csv": b"\xef\xbb\xbf" + PEOPLE.encode()},
        at(Code.BYTE_ORDER_MARK, "people.csv", 1),
    ),
    BadFolder(
        "a BOM in programme.toml",
        {"programme.toml": b"\xef\xbb\xbf" + PROGRAMME.encode()},
        at(Code.BYTE_ORDER_MARK, "programme.toml", 1),
    ),
    BadFolder(
        "Latin-1 text",
        {"people.csv": PEOPLE.replace("Person 2", "Bjørn Ø").encode("latin-1")},
        at(Code.NOT_UTF8, "people.csv", 3, 6),
    ),
    BadFolder(
        "Latin-1 text behind UTF-8 text",
        {"people.csv": PEOPLE.replace("Person 3", "Å Ø").encode().replace(b",Park", b",P\xe6k")},
        at(Code.NOT_UTF8, "people.csv", 4, 9),
    ),
    BadFolder("UTF-16 text", {"needs.csv": FILES["needs.csv"].encode("utf-16")},
        at(Code.NOT_UTF8, "needs.csv", 1)),
    BadFolder("an empty file", {"needs.csv": ""}, at(Code.FILE_EMPTY, "needs.csv", 1)),
    BadFolder("a file of blanks", {"needs.csv": " \r\n\n"}, at(Code.FILE_EMPTY, "needs.csv", 1)),
    BadFolder(
        "an empty programme.toml",
        {"programme.toml": ""},
        at(Code.FILE_EMPTY, "programme.toml", 1),
    ),
    BadFolder(
        "bytes of nonsense",
        {"people.csv": b"id,name\n\x01\x02\x00\x03"},
        at(Code.FILE_BINARY, "people.csv", 2, 3),
    ),
    BadFolder(
        "a path that leaves the folder",
        edited("people.csv", "p1.ics", "../../p1.ics"),
        at(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28),
    ),
    BadFolder(
        "a path that leaves the folder in Windows' way",
        edited("people.csv", "p1.ics", r"..\..\p1.ics"),
        at(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28),
    ),
    BadFolder(
        "a path from the root",
        edited("people.csv", "p1.ics", "/etc/hostname"),
        at(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28),
    ),
    BadFolder(
        "a path from a drive",
        edited("people.csv", "p1.ics", r"C:\p1.ics"),
        at(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28),
    ),
    BadFolder(
        "a path to another file of the folder",
        edited("people.csv", "p1.ics", "../needs.csv"),
        at(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28),
    ),
)  # fmt: skip

OF_FILES = (
    BadFolder("a missing file", {"rooms.csv": None}, at(Code.FILE_MISSING, "rooms.csv", 1)),
    BadFolder("a table too many", {"window.csv": "who,module\n"},
        warnings=at(Code.FILE_UNKNOWN, "window.csv", None, None)),
    BadFolder(
        "more faults than anybody reads",
        {"needs.csv": "person,module\n" + 200 * "p9,m1\n"},
        (
            *((Code.PERSON_UNKNOWN, "needs.csv", line, 1) for line in range(2, 102)),
            (Code.FAULTS_TOO_MANY, "needs.csv", 102, 1),
        ),
    ),
)  # fmt: skip

OF_TABLES = (
    BadFolder(
        "no header",
        {"needs.csv": "p1,m1\np2,m1\n"},
        at(Code.HEADER_UNKNOWN, "needs.csv", 1),
    ),
    BadFolder(
        "a column twice",
        {"needs.csv": "person,module,person\np1,m1,p1\n"},
        at(Code.COLUMN_TWICE, "needs.csv", 1, 15),
    ),
    BadFolder(
        "an unknown column",
        {"needs.csv": "person,Hold,module\np1,A,m1\n"},
        warnings=at(Code.COLUMN_UNKNOWN, "needs.csv", 1, 8),
    ),
    BadFolder(
        "a quotation mark that never closes",
        edited("people.csv", "Person 2", '"Person 2'),
        (
            (Code.PERSON_UNKNOWN, "needs.csv", 4, 1),
            (Code.PERSON_UNKNOWN, "needs.csv", 5, 1),
            (Code.QUOTE_UNCLOSED, "people.csv", 3, 4),
        ),
    ),
    BadFolder(
        "text behind a closed quotation mark",
        edited("people.csv", "Person 2", '"Person" 2'),
        at(Code.QUOTE_STRAY, "people.csv", 3, 13),
    ),
    BadFolder(
        "a row that is too long",
        edited("people.csv", "Person 1", "Person, 1"),
        at(Code.CELLS_TOO_MANY, "people.csv", 2, 29),
    ),
    BadFolder(
        "a row that is too short",
        edited("people.csv", "p2,Person 2,Skole,400,,", "p2,Person 2,400"),
        at(Code.CELLS_TOO_FEW, "people.csv", 3, 13),
    ),
    BadFolder(
        "an empty cell",
        edited("people.csv", "Person 2,Skole", "Person 2, "),
        at(Code.CELL_EMPTY, "people.csv", 3, 13),
    ),
    BadFolder(
        "a cell behind one of two lines",
        edited("people.csv", "Person 2,Skole", '"Person\n2",'),
        at(Code.CELL_EMPTY, "people.csv", 4, 4),
    ),
    BadFolder(
        "a row behind one of two lines",
        edited(
            "people.csv",
            "Person 2,Skole,400,,\np3,Person 3,Park",
            '"Person\n2",Skole,400,,\np3,,Park',
        ),
        at(Code.CELL_EMPTY, "people.csv", 5, 4),
    ),
    BadFolder(
        "no number",
        edited("people.csv", "412.50", "meget"),
        at(Code.NUMBER_WRONG, "people.csv", 2, 19),
    ),
    BadFolder(
        "an amount below zero",
        edited("people.csv", "412.50", "-412.50"),
        at(Code.NUMBER_TOO_SMALL, "people.csv", 2, 19),
    ),
    BadFolder(
        "a number beyond all reason",
        edited("people.csv", "412.50", "412500000000"),
        at(Code.NUMBER_TOO_LARGE, "people.csv", 2, 19),
    ),
    BadFolder(
        "half a seat",
        edited("rooms.csv", "24", "24.5"),
        at(Code.WHOLE_WRONG, "rooms.csv", 2, 12),
    ),
    BadFolder(
        "thousands or decimals",
        {"people.csv": DANISH_PEOPLE.replace("412.50", "1.500")},
        at(Code.NUMBER_AMBIGUOUS, "people.csv", 2, 19),
    ),
    BadFolder(
        "a fault below Excel's own first line",
        {"people.csv": "sep=;\r\n" + DANISH_PEOPLE.replace("412.50", "meget")},
        at(Code.NUMBER_WRONG, "people.csv", 3, 19),
    ),
    BadFolder(
        "no date",
        {"windows.csv": "who,module,not_after\np1,m1,28-02-2027\n"},
        at(Code.DAY_WRONG, "windows.csv", 2, 7),
    ),
)

OF_THE_PROGRAMME = (
    BadFolder(
        "no TOML",
        edited("programme.toml", "group_max = 12", "group_max 12"),
        at(Code.TOML_BROKEN, "programme.toml", 11, 11),
    ),
    BadFolder(
        "TOML that breaks off",
        edited("programme.toml", "gap_days_min = 7\n", "gap_days_min ="),
        at(Code.TOML_BROKEN, "programme.toml", 21, 15),
    ),
    BadFolder(
        "a key of the programme that is missing",
        edited("programme.toml", 'title = "Ledelse i praksis"\n', ""),
        at(Code.KEY_MISSING, "programme.toml", 1),
    ),
    BadFolder(
        "a key of a module that is missing",
        edited("programme.toml", 'title = "Samtaler"\n', ""),
        at(Code.KEY_MISSING, "programme.toml", 13),
    ),
    BadFolder(
        "a key that says nothing",
        edited("programme.toml", "Samtaler", " "),
        at(Code.KEY_MISSING, "programme.toml", 15),
    ),
    BadFolder(
        "an unknown key",
        in_programme("  parallel_sessions = 2"),
        warnings=at(Code.KEY_UNKNOWN, "programme.toml", 4, 3),
    ),
    BadFolder(
        "a number for a text",
        edited("programme.toml", '"Samtaler"', "7"),
        at(Code.TEXT_WANTED, "programme.toml", 15),
    ),
    BadFolder(
        "a text for a list",
        edited("programme.toml", '["m1"]', '"m1"'),
        at(Code.LIST_WANTED, "programme.toml", 20),
    ),
    BadFolder(
        "a text for a section",
        in_programme('rules = "2"'),
        at(Code.TABLE_WANTED, "programme.toml", 4),
    ),
    BadFolder(
        "clock times backwards",
        in_programme('day = {pm = ["16:00", "12:30"]}'),
        at(Code.CLOCKS_WANTED, "programme.toml", 4, 8),
    ),
    BadFolder(
        "a clock time that does not exist",
        in_programme('day = {am = ["08:30", "24:00"]}'),
        at(Code.CLOCKS_WANTED, "programme.toml", 4, 8),
    ),
    BadFolder(
        "an afternoon before the morning ends",
        in_programme('day = {pm = ["11:30", "15:00"]}'),
        at(Code.DAY_PARTS_OVERLAP, "programme.toml", 4, 8),
    ),
    BadFolder(
        "a module named twice",
        edited("programme.toml", '["m1"]', '["m1", "m1"]'),
        at(Code.LISTED_TWICE, "programme.toml", 20, 16),
    ),
    BadFolder(
        "no time zone",
        in_programme('timezone = "Europe/Fjordby"'),
        at(Code.TIMEZONE_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "a time zone that is a path",
        in_programme('timezone = "../../etc/hostname"'),
        at(Code.TIMEZONE_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "a country without holidays",
        in_programme('holidays = "Danmark"'),
        at(Code.HOLIDAYS_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "a horizon backwards",
        edited("programme.toml", "last_day = 2027-03-26", "last_day = 2026-03-26"),
        at(Code.HORIZON_BACKWARDS, "programme.toml", 3),
    ),
    BadFolder(
        "a horizon without end",
        edited("programme.toml", "last_day = 2027-03-26", "last_day = 9999-12-31"),
        at(Code.HORIZON_TOO_LONG, "programme.toml", 3),
    ),
    BadFolder(
        "a closed period backwards",
        in_programme("closed = [2027-02-02, {from = 2027-02-19, to = 2027-02-15}]"),
        at(Code.CLOSED_BACKWARDS, "programme.toml", 4, 23),
    ),
    BadFolder(
        "a closed day that is none",
        in_programme('closed = [\n  "2027-02-02",\n  7,\n]'),
        at(Code.DAY_WRONG, "programme.toml", 6, 3),
    ),
    BadFolder(
        "a share above one",
        in_programme("rules.max_away_per_unit = 1.5"),
        at(Code.SHARE_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "a speed of nothing",
        in_programme("prices.speed_kmh = 0"),
        at(Code.NUMBER_NOT_ABOVE, "programme.toml", 4),
    ),
    BadFolder(
        "a price that is no number",
        in_programme("prices.km = nan"),
        at(Code.NUMBER_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "an id with a space",
        {
            "programme.toml": PROGRAMME.replace('"m2"', '"m 2"'),
            "needs.csv": "person,module\np1,m1\n",
            "facilitators.csv": "id,name,modules,fee_per_half_day\nf1,Underviser 1,m1,5000\n",
        },
        at(Code.ID_WITH_SPACE, "programme.toml", 14),
    ),
    BadFolder(
        "a format that there is not",
        edited("programme.toml", '"online"', '"teams"'),
        at(Code.FORMAT_UNKNOWN, "programme.toml", 16),
    ),
    BadFolder(
        "a module twice",
        edited("programme.toml", 'id = "m2"', 'id = "m1"'),
        (
            (Code.ID_TWICE, "programme.toml", 14, 1),
            (Code.MODULE_UNKNOWN, "facilitators.csv", 2, 17),
            (Code.MODULE_UNKNOWN, "needs.csv", 3, 4),
        ),
    ),
    BadFolder(
        "a gap backwards",
        in_programme("gap_days_max = 6", "gap_days_min = 7\n"),
        at(Code.GAP_BACKWARDS, "programme.toml", 21),
    ),
    BadFolder(
        "an unknown module in after",
        edited("programme.toml", '["m1"]', '["m1", "m9"]'),
        at(Code.MODULE_UNKNOWN, "programme.toml", 20, 16),
    ),
    BadFolder(
        "an unknown module in a track",
        in_programme('rules.keep_together = [["m1", "m9"]]'),
        at(Code.MODULE_UNKNOWN, "programme.toml", 4, 31),
    ),
)

OF_NAMES = (
    BadFolder(
        "a facilitator of an unknown module",
        edited("facilitators.csv", "m1 m2", "m1 m9"),
        at(Code.MODULE_UNKNOWN, "facilitators.csv", 2, 17),
    ),
    BadFolder(
        "a facilitator twice",
        added("facilitators.csv", "f1,Underviser 2,m1,4000"),
        at(Code.ID_TWICE, "facilitators.csv", 3),
    ),
    BadFolder("a room twice", added("rooms.csv", "r1,Sal 2,b,8,0"),
        at(Code.ID_TWICE, "rooms.csv", 3)),
    BadFolder("a need twice", added("needs.csv", "p1,m2"), at(Code.NEED_TWICE, "needs.csv", 6)),
    BadFolder(
        "a fare twice",
        {"travel.csv": "place_from,place_to,cost\na,b,100\na,b,120\n"},
        at(Code.TRAVEL_TWICE, "travel.csv", 3),
    ),
    BadFolder(
        "a place twice, and north of the pole",
        {"places.csv": "id,name,lat,lon\na,A,56,10\nb,B,90.1,10\nb,B,56,10\n"},
        (
            (Code.NUMBER_TOO_LARGE, "places.csv", 3, 5),
            (Code.ID_TWICE, "places.csv", 4, 1),
        ),
    ),
    BadFolder(
        "a place that nothing is known of, in two rooms",
        {
            "places.csv": "id,name,lat,lon\na,A,56,10\n",
            **added("rooms.csv", "r2,Sal 2,b,8,0"),
        },
        warnings=at(Code.PLACE_UNKNOWN, "rooms.csv", 2, 10),
    ),
    BadFolder(
        "a party of one",
        {"together.csv": "party,person\npar,p1\n"},
        at(Code.PARTY_OF_ONE, "together.csv", 2),
    ),
    BadFolder(
        "a party of one person twice",
        {"together.csv": "party,person\npar,p1\npar,p1\npar,p2\n"},
        at(Code.PARTY_PERSON_TWICE, "together.csv", 3, 5),
    ),
    BadFolder(
        "a party with an unknown person",
        {"together.csv": "party,person\npar,p1\npar,p9\n"},
        at(Code.PERSON_UNKNOWN, "together.csv", 3, 5),
    ),
    BadFolder(
        "somebody unknown kept apart",
        {"apart.csv": "a,b\np1,p9\n"},
        at(Code.WHO_UNKNOWN, "apart.csv", 2, 4),
    ),
    BadFolder(
        "somebody apart from herself",
        {"apart.csv": "a,b\np1,p1\n"},
        at(Code.APART_FROM_ITSELF, "apart.csv", 2, 4),
    ),
    BadFolder(
        "a person apart from a unit",
        {"apart.csv": "a,b\np1,Park\n"},
        at(Code.APART_MIXED, "apart.csv", 2),
    ),
    BadFolder(
        "a name that is a person's and a unit's",
        {**added("people.csv", "Park,Person 4,Skole,1,,"), "apart.csv": "a,b\nPark,Skole\n"},
        at(Code.WHO_AMBIGUOUS, "apart.csv", 2),
    ),
    BadFolder(
        "a window of an unknown unit and an unknown module",
        {"windows.csv": "who,module\nVej,m9\n"},
        (
            (Code.WHO_UNKNOWN, "windows.csv", 2, 1),
            (Code.MODULE_UNKNOWN, "windows.csv", 2, 5),
        ),
    ),
    BadFolder(
        "a window backwards",
        {"windows.csv": "who,module,not_before,not_after\np1,m1,2027-03-01,2027-02-28\n"},
        at(Code.WINDOW_BACKWARDS, "windows.csv", 2, 18),
    ),
)  # fmt: skip

BAD_FOLDERS = (*OF_THE_ISSUE, *OF_FILES, *OF_TABLES, *OF_THE_PROGRAMME, *OF_NAMES)
