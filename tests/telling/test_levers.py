"""Each kind of lever in the words of both languages."""

from datetime import date

import pytest
from tests.planner.levers.test_lever import COUNCIL, WHOLE
from tests.planner.small import at

from samskab.planner.levers.lever import (
    FacilitatorDay,
    FacilitatorWeek,
    FreedFromPair,
    GroupSeat,
    Lever,
    LongerByAWeek,
    Meeting,
    RoomSeat,
    Shorter,
    UnitLimit,
)
from samskab.telling.language import Language
from samskab.telling.levers import in_words


@pytest.mark.parametrize(
    ("lever", "danish", "english"),
    [
        (
            FacilitatorDay("f1", date(2027, 1, 5), at(5, "08:30"), at(5, "16:00")),
            "Finn kan undervise tir. 5. jan.",
            "Finn can teach on Tue 5 Jan",
        ),
        (
            FacilitatorWeek("f2"),
            "Finn kan undervise 3 dage om ugen, ikke 2",
            "Finn can teach 3 days a week, not 2",
        ),
        (GroupSeat("m1"), "Trust: 4 på en kursusgang, ikke 3", "Trust: 4 in a session, not 3"),
        (RoomSeat("r2"), "Hall rummer 11, ikke 10", "Hall holds 11, not 10"),
        (
            UnitLimit("u1"),
            "u1: én mere må være væk samtidig",
            "u1: one more may be away at the same time",
        ),
        (
            Meeting(COUNCIL, ("p1", "p2")),
            "Ada og 1 til: mødet man. 4. jan. 09.00–11.00 flyttes",
            "Ada and 1 more: the meeting of Mon 4 Jan 09:00–11:00 is moved",
        ),
        (
            Meeting(COUNCIL, ("p2",)),
            "Bo: mødet man. 4. jan. 09.00–11.00 flyttes",
            "Bo: the meeting of Mon 4 Jan 09:00–11:00 is moved",
        ),
        (
            LongerByAWeek(),
            "Forløbet slutter en uge senere, 22. januar 2027",
            "The programme ends a week later, on 22 January 2027",
        ),
        (
            Shorter("m1"),
            "Trust varer en halv dag, ikke en dag",
            "Trust takes half a day, not a day",
        ),
        (Shorter("m2"), "Trust varer en dag, ikke to dage", "Trust takes a day, not two days"),
        (
            FreedFromPair("b", "p2"),
            "Bo følges ikke med Ada, Eva",
            "Bo is freed from attending with Ada, Eva",
        ),
    ],
)
def test_a_lever_when_worded_says_whom_and_what(lever: Lever, danish: str, english: str) -> None:
    said = [
        in_words(lever, WHOLE, language).replace("\N{NO-BREAK SPACE}", " ")
        for language in (Language.DANISH, Language.ENGLISH)
    ]
    assert said == [danish, english]
