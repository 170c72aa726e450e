"""The bad input that the planner was promised to refuse, case by case."""

from tests.planner.folder.bad_folder import (
    THREE_MODULES,
    BadFolder,
    added,
    at,
)
from tests.planner.folder.sound_folder import FILES, PEOPLE, PROGRAMME, edited

from samskab.planner.folder import Code

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
