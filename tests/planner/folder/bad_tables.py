"""Tables that are broken on purpose: their files, their form and their cells."""

from tests.planner.folder.bad_folder import (
    DANISH_PEOPLE,
    BadFolder,
    at,
)
from tests.planner.folder.sound_folder import edited

from samskab.planner.folder import Code

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
