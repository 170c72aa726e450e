"""`samskab publish`: what it writes, says and leaves alone; its files read by ical.js."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.published_folder import ALL, FILES, FIRST, HR, Desk, of_m1, of_m2, plan_of

from samskab.cli.folder import open_folder
from samskab.planner.model.problem import Problem

BO = "bo~e52e1ceda3c7"  # small letters, and a digest: file systems may not tell Bo from bo


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_publish_when_it_is_the_first_time(desk: Desk) -> None:
    code, said, complained = desk.publish(FIRST, *HR)
    assert code == 0
    assert said.splitlines() == [
        "Invitations: new 3; changed 0; cancelled 0.",
        f"To be sent: {desk.out}/invitations/001",
        f"Calendars: leaders 3; facilitators 2; rooms 2: {desk.out}",
    ]
    assert complained == (
        "Note: These have no e-mail address, so they get a calendar only (1): Eva Sø (eva).\n"
    )
    assert list(desk.written()) == [
        "facilitators/f1.ics",
        "facilitators/f2.ics",
        "invitations/001/ada.m1.ics",
        "invitations/001/ada.m2.ics",
        f"invitations/001/{BO}.m1.ics",
        "people/ada.ics",
        f"people/{BO}.ics",
        "people/eva.ics",
        "published.json",
        "rooms/r1.ics",
        "rooms/r2.ics",
    ]


def test_publish_when_an_independent_parser_reads_the_invitations(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    read = desk.read("invitations/001/ada.*.ics")
    february, april = (one["events"][0] for one in read.values())
    assert {one["method"] for one in read.values()} == {"REQUEST"}
    assert (february["summary"], february["location"]) == ("Fælles retning", "Sal 1, Rådhuset")
    assert february["description"] == "Programme: Ledelse på Ærø\nFacilitator: Finn Øst"
    assert february["blocks"] == [
        ["2027-02-03T07:30:00.000Z", "2027-02-03T15:00:00.000Z"],
        ["2027-02-04T07:30:00.000Z", "2027-02-04T15:00:00.000Z"],
    ]
    assert (april["summary"], april["location"]) == ("Samtaler", "Online")
    assert april["blocks"] == [["2027-04-06T06:30:00.000Z", "2027-04-06T10:00:00.000Z"]]
    assert february["organizer"] == [{"mail": "mailto:hr@fjordby.example", "name": "HR"}]
    assert [one["mail"] for one in february["attendees"]] == ["mailto:ada@fjordby.example"]
    assert february["uid"] != april["uid"]


def test_publish_when_an_independent_parser_reads_the_calendars(desk: Desk) -> None:
    desk.publish(FIRST, *HR, "--lang", "da")
    read = desk.read("[pfr]*/*.ics")
    shown = {
        name: [(event["summary"], event["description"]) for event in one["events"]]
        for name, one in read.items()
    }
    programme, finn = "Forløb: Ledelse på Ærø", "Underviser: Finn Øst"
    retning = ("Fælles retning", f"{programme}\n{finn}")
    assert shown == {
        "facilitators/f1.ics": [
            (retning[0], f"{retning[1]}\nDeltagere (3): Ada Skov, Bo Åkjær, Eva Sø"),
            ("Samtaler", f"{programme}\n{finn}\nDeltagere (1): Ada Skov"),
        ],
        "facilitators/f2.ics": [],
        "people/ada.ics": [retning, ("Samtaler", f"{programme}\n{finn}")],
        f"people/{BO}.ics": [retning],
        "people/eva.ics": [retning],
        "rooms/r1.ics": [(retning[0], f"{retning[1]}\nDeltagere: 3")],
        "rooms/r2.ics": [],
    }
    assert {one["method"] for one in read.values()} == {None}
    assert read["people/ada.ics"]["name"] == "Ledelse på Ærø: Ada Skov"
    # Whoever has both a calendar and an invitation has one appointment, by its UID.
    invited = desk.read("invitations/001/ada.m1.ics")["invitations/001/ada.m1.ics"]
    assert invited["events"][0]["uid"] == read["people/ada.ics"]["events"][0]["uid"]


def test_publish_when_done_twice_changes_nothing(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    written = desk.written()
    ages = {name: (desk.out / name).stat().st_mtime_ns for name in written}
    plan = desk.write_plan(FIRST)
    os.utime(plan, (1_900_000_000, 1_900_000_000))  # copied, say; and nobody says who invites
    code, said, _ = desk.run(plan)
    assert code == 0
    assert said.splitlines()[0] == (
        "Nothing has changed since the last publication: there are no new invitations."
    )
    assert desk.written() == written
    assert {name: (desk.out / name).stat().st_mtime_ns for name in written} == ages


def test_publish_when_done_in_two_places_is_the_same_to_the_byte(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    written = desk.written()
    desk.out.rename(desk.root / "elsewhere")
    desk.publish(FIRST, *HR)
    assert desk.written() == written


MOVED = plan_of(of_m1("s1", 3, ["Bo", "eva"]), of_m1("s3", 17, ["ada"]), of_m2("s2", 6, ["ada"]))


def test_publish_when_one_person_is_moved_tells_her_alone(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    uid = desk.read("invitations/001/ada.m1.ics")["invitations/001/ada.m1.ics"]["events"][0]["uid"]
    _, said, _ = desk.publish(MOVED)
    assert said.splitlines()[0] == "Invitations: new 0; changed 1; cancelled 0."
    assert desk.told(2) == {"ada.m1.ics": ("REQUEST", 1, "2027-02-17T07:30:00.000Z")}
    # The UID of the session she left: her calendar has one appointment, not two.
    events = desk.read("people/ada.ics")["people/ada.ics"]["events"]
    assert [(one["uid"], one["sequence"]) for one in events][1:] != []
    assert {one["uid"] for one in events if one["summary"] == "Fælles retning"} == {uid}
    assert len(events) == 2


def test_publish_when_a_third_plan_moves_back_counts_on(desk: Desk) -> None:
    for plan in (FIRST, MOVED, FIRST):
        desk.publish(plan, *HR)
    assert desk.told(3) == {"ada.m1.ics": ("REQUEST", 2, "2027-02-03T07:30:00.000Z")}
    assert set(desk.told(1)) == {"ada.m1.ics", "ada.m2.ics", f"{BO}.m1.ics"}


def test_publish_when_somebody_is_left_out_and_taken_in_again(desk: Desk) -> None:
    left_out = plan_of(of_m1("s1", 3, ALL), left_out=[("ada", "m2")])
    for plan in (FIRST, left_out, FIRST):
        code, _, _ = desk.publish(plan, *HR)
        assert code == 0
    assert desk.told(2) == {"ada.m2.ics": ("CANCEL", 1, "2027-04-06T06:30:00.000Z")}
    assert desk.told(3) == {"ada.m2.ics": ("REQUEST", 2, "2027-04-06T06:30:00.000Z")}


def test_publish_when_another_person_joins_only_calendars_of_the_house_change(desk: Desk) -> None:
    without = plan_of(of_m1("s1", 3, ["ada", "eva"]), left_out=[("ada", "m2"), ("Bo", "m1")])
    desk.publish(without, *HR)
    joined = plan_of(of_m1("s1", 3, ALL), left_out=[("ada", "m2")])
    before = desk.written()
    _, said, _ = desk.publish(joined)
    assert said.splitlines()[0] == "Invitations: new 1; changed 0; cancelled 0."
    now = desk.written()
    assert {name for name in now if now[name] != before.get(name)} == {
        "facilitators/f1.ics",
        f"invitations/002/{BO}.m1.ics",
        f"people/{BO}.ics",
        "published.json",
        "rooms/r1.ics",
    }


def test_publish_when_the_room_or_the_facilitator_changes(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    other = plan_of(of_m1("s1", 3, ALL, "r2", "f2"), of_m2("s2", 6, ["ada"]))
    _, said, _ = desk.publish(other)
    assert said.splitlines()[0] == "Invitations: new 0; changed 2; cancelled 0."
    rooms = desk.read("rooms/*.ics")
    assert [len(one["events"]) for one in rooms.values()] == [0, 1]
    assert rooms["rooms/r2.ics"]["events"][0]["location"] == "Sal 2, Rådhuset"


def test_publish_when_a_place_has_no_name_of_its_own(desk: Desk) -> None:
    rooms = FILES["rooms.csv"].replace("Sal 1,h", "Sal 1,Byrådssalen").replace("Sal 2,h", "h,h")
    desk.write_folder(**{"rooms.csv": rooms, "places.csv": "id,name,lat,lon\nh,h,55.5,9.7\n"})
    plan = plan_of(of_m1("s1", 3, ["Bo", "eva"]), of_m1("s3", 17, ["ada"], "r2"), FIRST.sessions[1])
    desk.publish(plan, *HR)
    shown = {name: one["events"][0]["location"] for name, one in desk.read("rooms/*.ics").items()}
    assert shown == {"rooms/r1.ics": "Sal 1, Byrådssalen", "rooms/r2.ics": "h"}


def test_publish_when_somebody_has_left_the_folder(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    people = "".join(
        line for line in FILES["people.csv"].splitlines(keepends=True) if "Bo" not in line
    )
    needs = FILES["needs.csv"].replace("Bo,m1\n", "")
    desk.write_folder(**{"people.csv": people, "needs.csv": needs})
    code, _, _ = desk.publish(plan_of(of_m1("s1", 3, ["ada", "eva"]), of_m2("s2", 6, ["ada"])))
    assert code == 0
    assert desk.told(2) == {f"{BO}.m1.ics": ("CANCEL", 1, "2027-02-03T07:30:00.000Z")}
    assert desk.read(f"people/{BO}.ics")[f"people/{BO}.ics"]["events"] == []


def test_publish_when_an_address_changes_tells_both(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    people = FILES["people.csv"].replace("bo@fjordby", "bo@nyby")
    desk.write_folder(**{"people.csv": people})
    _, said, _ = desk.publish(FIRST)
    assert said.splitlines()[0] == "Invitations: new 0; changed 1; cancelled 1."
    start = "2027-02-03T07:30:00.000Z"
    assert desk.told(2) == {
        f"{BO}.m1.former-address.ics": ("CANCEL", 1, start),
        f"{BO}.m1.ics": ("REQUEST", 2, start),
    }


def test_publish_when_an_address_is_unfit_says_so(desk: Desk) -> None:
    people = FILES["people.csv"].replace("bo@fjordby.example", "bo åkjær@fjordby.example")
    desk.write_folder(**{"people.csv": people})
    code, said, complained = desk.publish(FIRST, *HR)
    assert code == 0
    assert said.splitlines()[0] == "Invitations: new 2; changed 0; cancelled 0."
    assert "“bo åkjær@fjordby.example” (Bo Åkjær (Bo)): correct the address" in complained
    assert len(desk.read(f"people/{BO}.ics")[f"people/{BO}.ics"]["events"]) == 1


def test_publish_when_nobody_invites_writes_calendars_alone(desk: Desk) -> None:
    code, said, complained = desk.publish(FIRST)
    assert (code, said) == (0, f"Calendars: leaders 3; facilitators 2; rooms 2: {desk.out}\n")
    assert complained == (
        "Note: No invitations, only calendars: an invitation needs a sender. Write organizer = "
        '"MAIL" in programme.toml, or give --organizer MAIL.\n'
    )
    assert not (desk.out / "invitations").exists()
    assert len(desk.read("people/ada.ics")["people/ada.ics"]["events"]) == 2
    desk.publish(FIRST, *HR)
    assert set(desk.told(2)) == {"ada.m1.ics", "ada.m2.ics", f"{BO}.m1.ics"}


IN_FOLDER = {
    "programme.toml": 'organizer = "Kurser <kursus@fjordby.example>"' + FILES["programme.toml"]
}
COURSES = [{"mail": "mailto:kursus@fjordby.example", "name": "Kurser"}]


def test_publish_when_the_folder_names_who_invites(desk: Desk) -> None:
    desk.write_folder(**IN_FOLDER)
    code, said, complained = desk.publish(FIRST)
    assert (code, said.splitlines()[0]) == (0, "Invitations: new 3; changed 0; cancelled 0.")
    assert "sender" not in complained
    read = desk.read("invitations/001/*.ics")
    assert [Path(name).name for name in read] == ["ada.m1.ics", "ada.m2.ics", f"{BO}.m1.ics"]
    assert {one["method"] for one in read.values()} == {"REQUEST"}
    assert [one["events"][0]["organizer"] for one in read.values()] == [COURSES] * 3
    written = desk.written()
    desk.publish(FIRST)
    assert desk.written() == written
    desk.out.rename(desk.root / "elsewhere")
    desk.publish(FIRST)
    assert desk.written() == written


def test_publish_when_the_option_names_another_than_the_folder(desk: Desk) -> None:
    desk.write_folder(**IN_FOLDER)
    desk.publish(FIRST, *HR)
    invited = desk.read("invitations/001/ada.m1.ics")["invitations/001/ada.m1.ics"]
    assert invited["events"][0]["organizer"] == [
        {"mail": "mailto:hr@fjordby.example", "name": "HR"}
    ]


def test_publish_when_the_folder_names_another_than_last_time(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    desk.write_folder(**IN_FOLDER)
    _, said, _ = desk.publish(FIRST)
    assert said.splitlines()[0] == "Invitations: new 0; changed 3; cancelled 0."
    told = desk.read("invitations/002/*.ics").values()
    assert [one["events"][0]["organizer"] for one in told] == [COURSES] * 3


def test_publish_when_the_organizer_of_the_folder_is_no_address(desk: Desk) -> None:
    programme = IN_FOLDER["programme.toml"].replace("Kurser <kursus@fjordby.example>", "Kurser")
    desk.write_folder(**{"programme.toml": programme})
    code, said, complained = desk.publish(FIRST)
    assert (code, said) == (2, "")
    assert complained.startswith(
        "programme.toml:1:1: organizer is “Kurser”, which is no address that invitations can come"
    )
    assert not desk.out.exists()


def test_publish_when_another_language_is_not_asked_for_keeps_the_first(desk: Desk) -> None:
    desk.publish(FIRST, *HR, "--lang", "da")
    written = desk.written()
    desk.publish(FIRST)
    assert desk.written() == written
    desk.publish(FIRST, "--lang", "en")
    assert {sequence for _, sequence, _ in desk.told(2).values()} == {1}


def test_publish_when_the_folder_is_lost_counts_by_the_plans_before(desk: Desk) -> None:
    for plan in (FIRST, MOVED, FIRST):
        desk.publish(plan, *HR)
    written = desk.written()
    desk.out.rename(desk.root / "lost")
    before = [desk.write_plan(FIRST, "1.json"), desk.write_plan(MOVED, "2.json")]
    options = [word for plan in before for word in ("--previous", plan)]
    code, said, _ = desk.publish(FIRST, *HR, *options)
    assert code == 0
    assert said.splitlines()[0] == "Invitations: new 0; changed 1; cancelled 0."
    assert desk.written() == {
        name: content
        for name, content in written.items()
        if not name.startswith(("invitations/001", "invitations/002"))
    }


def test_publish_when_the_target_knows_better_than_a_previous_plan(desk: Desk) -> None:
    for plan in (FIRST, MOVED):
        desk.publish(plan, *HR)
    written = desk.written()
    before = desk.write_plan(FIRST, "before.json")
    code, _, complained = desk.publish(MOVED, "--previous", before)
    assert code == 0
    assert "published.json: The file itself says what was published" in complained
    assert desk.written() == written


def test_publish_when_a_crash_left_half_a_publication(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    written = desk.written()
    half = desk.out / "invitations" / "002" / "ada.m1.ics"
    half.parent.mkdir()
    half.write_bytes(b"half")
    desk.publish(MOVED)
    assert desk.told(2) == {"ada.m1.ics": ("REQUEST", 1, "2027-02-17T07:30:00.000Z")}
    stray = desk.out / "invitations" / "003" / "eva.m1.ics"
    stray.parent.mkdir()
    stray.write_bytes(b"stray")
    now = desk.written()
    code, said, complained = desk.publish(FIRST)
    assert (code, said) == (2, "")
    assert f"{stray} is not of a publication that was finished" in complained
    assert desk.written() == now
    assert set(written) < set(now)


OTHER = replace(FIRST, sessions=(replace(FIRST.sessions[0], people=("zoe",)),))
BROKEN = plan_of(replace(of_m1("s1", 3, ALL), room=None), of_m2("s2", 6, ["ada"]))


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (OTHER, "zoe, whom the folder does not have. So the plan is not of this folder"),
        (BROKEN, "So the plan does not hold as it stands: samskab replan mends it."),
    ],
)
def test_publish_when_the_plan_does_not_fit(desk: Desk, plan: object, words: str) -> None:
    code, said, complained = desk.publish(plan, *HR)  # type: ignore[arg-type]
    assert (code, said) == (2, "")
    assert words in complained
    assert len(complained.splitlines()) == 2
    assert not desk.out.exists()


def test_publish_when_the_previous_plan_is_of_another_folder(desk: Desk) -> None:
    desk.write_folder()
    before = desk.write_plan(OTHER, "before.json")
    code, said, complained = desk.publish(FIRST, *HR, "--previous", before)
    assert (code, said) == (2, "")
    assert complained.startswith("before.json: Session s1 is attended by zoe")
    assert not desk.out.exists()


def test_publish_when_the_previous_plan_no_longer_holds_is_still_what_was_said(desk: Desk) -> None:
    desk.write_folder()
    before = desk.write_plan(BROKEN, "before.json")
    code, said, _ = desk.publish(FIRST, *HR, "--previous", before)
    assert (code, said.splitlines()[0]) == (0, "Invitations: new 0; changed 2; cancelled 0.")


def test_publish_when_the_target_is_a_file(desk: Desk) -> None:
    desk.out.write_text("mine")
    code, said, complained = desk.publish(FIRST, *HR)
    assert (code, said) == (2, "")
    assert complained == f"{desk.out} is a file, not a folder: choose a folder with --out.\n"
    assert desk.out.read_text() == "mine"


def test_publish_when_what_was_published_cannot_be_read(desk: Desk) -> None:
    desk.out.mkdir()
    (desk.out / "published.json").write_text("{}")
    code, _, complained = desk.publish(FIRST, *HR)
    assert code == 2
    assert complained.startswith("published.json: The file is not as samskab publish wrote it")
    assert list(desk.written()) == ["published.json"]


def test_publish_when_what_was_published_is_a_folder(desk: Desk) -> None:
    (desk.out / "published.json").mkdir(parents=True)
    code, _, complained = desk.publish(FIRST, *HR)
    assert code == 2
    assert complained.startswith("published.json: The file cannot be read (Is a directory)")


def test_publish_when_what_was_published_is_in_no_language_known(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    file = desk.out / "published.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"language": "de"}))
    code, _, complained = desk.publish(FIRST)
    assert code == 2
    assert complained.startswith("published.json: The file is not as samskab publish wrote it")


def test_publish_when_another_programme_was_published_there(desk: Desk) -> None:
    desk.publish(FIRST, *HR)
    written = desk.written()
    desk.write_folder(**{"programme.toml": FILES["programme.toml"].replace("Ærø", "Samsø")})
    code, _, complained = desk.publish(FIRST)
    assert code == 2
    assert "“Ledelse på Ærø” was published" in complained
    assert "is called “Ledelse på Samsø”" in complained
    assert desk.written() == written


@pytest.mark.parametrize("organizer", ["HR", "hr@", "søren@fjordby.example", "a@b.dk, c@d.dk"])
def test_publish_when_the_organizer_is_no_address(desk: Desk, organizer: str) -> None:
    code, said, complained = desk.publish(FIRST, "--organizer", organizer)
    assert (code, said) == (2, "")
    assert f"'{organizer}' is no address that invitations can come from" in complained
    assert not desk.out.exists()


def test_publish_when_a_folder_stands_in_the_way_of_a_file(desk: Desk) -> None:
    (desk.out / "people" / "ada.ics").mkdir(parents=True)
    code, said, complained = desk.publish(FIRST, *HR)
    assert (code, said) == (2, "")
    assert f"{desk.out / 'people' / 'ada.ics'} cannot be written" in complained
    assert list(desk.written()) == []
    assert [path.name for path in desk.out.iterdir()] == ["people"]


def test_publish_when_danish_is_asked_for(desk: Desk) -> None:
    code, said, complained = desk.publish(FIRST, *HR, "--lang", "da")
    assert code == 0
    assert said.splitlines() == [
        "Invitationer: nye 3; ændrede 0; aflyste 0.",
        f"Skal sendes: {desk.out}/invitations/001",
        f"Kalendere: ledere 3; undervisere 2; lokaler 2: {desk.out}",
    ]
    assert complained.startswith("Bemærk: Disse har ingen mailadresse og får kalender")


def with_calendars_of_their_own(desk: Desk, **changed: str) -> Problem:
    """The folder after everybody exported anew the calendar that the publication went into."""
    calendars = desk.root / "folder" / "calendars"
    calendars.mkdir()
    for kind, name in (("people", "ada"), ("facilitators", "f1"), ("rooms", "r1")):
        exported = (desk.out / kind / f"{name}.ics").read_bytes().decode()
        (calendars / f"{name}.ics").write_text(exported.replace(END, MEETING + END), newline="")
    named = {
        table: FILES[table].replace("\n", ",calendar\n", 1).replace(row, f"{row},{file}")
        for table, row, file in (
            ("people.csv", "ada,Ada Skov,ada@fjordby.example,u1,600", "ada.ics"),
            ("facilitators.csv", "f1,Finn Øst,m1 m2,1800", "f1.ics"),
            ("rooms.csv", "r1,Sal 1,h,10,100", "r1.ics"),
        )
    }
    desk.write_folder(**named, **changed)
    return open_folder(desk.root / "folder", desk.root / "cache").problem


END = "END:VCALENDAR"
MEETING = (
    "BEGIN:VEVENT\r\nUID:1@fjordby.example\r\nDTSTAMP:20270101T000000Z\r\n"
    "DTSTART:20270208T080000Z\r\nDTEND:20270208T090000Z\r\nEND:VEVENT\r\n"
)
MEETING_STARTS = datetime(2027, 2, 8, 8, tzinfo=UTC)


def starts(problem: Problem) -> list[list[datetime]]:
    """When Ada, Finn and the first room are busy."""
    owners = (problem.people[0], problem.facilitators[0], problem.rooms[0])
    return [[span.start for span in owner.busy] for owner in owners]


def test_folder_when_its_calendars_hold_what_was_published_is_not_in_its_own_way(
    desk: Desk,
) -> None:
    desk.publish(FIRST, *HR)
    problem = with_calendars_of_their_own(desk)
    assert starts(problem) == [[MEETING_STARTS]] * 3
    # so the plan that was published still holds: no session of it stands where somebody is busy
    code, _, complained = desk.publish(FIRST)
    assert code == 0, complained


def test_folder_when_its_calendars_hold_another_programme_keeps_out_of_its_way(
    desk: Desk,
) -> None:
    desk.publish(FIRST, *HR)
    other = FILES["programme.toml"].replace("Ærø", "Samsø")
    days, april = (3, 4), datetime(2027, 4, 6, 6, 30, tzinfo=UTC)
    february = [datetime(2027, 2, day, 7, 30, tzinfo=UTC) for day in days]
    problem = with_calendars_of_their_own(desk, **{"programme.toml": other})
    assert starts(problem) == [
        [*february, MEETING_STARTS, april],
        [*february, MEETING_STARTS, april],
        [*february, MEETING_STARTS],
    ]
