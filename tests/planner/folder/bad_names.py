"""Names that no table knows, that stand twice, or that do not go together."""

from tests.planner.folder.bad_folder import (
    BadFolder,
    added,
    at,
)
from tests.planner.folder.sound_folder import edited

from samskab.planner.folder import Code

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
