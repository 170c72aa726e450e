"""A programme's rows, a folder written of them, and the problem made of either."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from tests.web import fjordby
from tests.web.world import make_world

from samskab.calendars import read_calendar
from samskab.common.errors import InputError
from samskab.planner.folder import read_folder, with_busy
from samskab.planner.model.problem import Problem
from samskab.web.accounts.models import Organisation
from samskab.web.people.enums import BusyKind, CalendarSource, CalendarState
from samskab.web.people.models import BusySpan, Calendar, Party, Place
from samskab.web.programmes.folder import problem_of, write_folder
from samskab.web.programmes.folder.busy import window_of
from samskab.web.programmes.models import (
    Apart,
    FolderFile,
    Need,
    Programme,
    TravelCost,
    Window,
)

pytestmark = pytest.mark.django_db
HORIZON_BEGINS = datetime(2027, 1, 10, 23, tzinfo=UTC)
"""Midnight in Copenhagen."""


def opened(root: Path) -> Problem:
    """A folder as the terminal reads it, without a cache."""
    reading = read_folder(root)
    assert reading.problem, reading.faults
    assert not reading.warnings
    window = window_of(reading.problem.programme)
    busy = {}
    for path in reading.calendars.files:
        read = read_calendar((root / path).read_bytes(), path, window)
        assert not read.warnings
        busy[path] = read.busy
    return with_busy(reading.problem, reading.calendars, busy)


def calendar(of: Organisation, name: str, chance: Random, spans: int) -> Calendar:
    """Busy time from a week before the horizon on, of every kind, some of it back to back."""
    made = Calendar.objects.create(
        organisation=of, name=name, source=CalendarSource.FILE, state=CalendarState.WHOLE
    )
    moment = HORIZON_BEGINS - timedelta(days=7)
    for _ in range(spans):
        start = moment + timedelta(minutes=chance.choice((0, 15, 300)))
        moment = start + timedelta(minutes=chance.choice((15, 45, 600, 3000)))
        kind = chance.choice(list(BusyKind))
        BusySpan.objects.create(calendar=made, start=start, end=moment, kind=kind, title="Løn")
    return made


def full_programme(seed: int) -> Programme:
    """Every table has rows, with names that a careless writer would break."""
    chance = Random(seed)
    world = make_world()
    of, programme = world.municipality, world.programme
    odd = 'Ærø "Øst", Åse\nשָׁלוֹם 🎓'
    for place, lat in (("raadhus", 55.1), ("oe", 1e-7)):
        Place.objects.create(organisation=of, key=place, name=odd, lat=lat, lon=-9.123456789012345)
    shared = calendar(of, "fælles kalender.ics", chance, 60)
    for participant in programme.participants.select_related("person"):
        person = participant.person
        person.name, person.role, person.place = f"{odd} {person.key}", "=HYPERLINK(1)", "oe"
        person.hourly_value_oere = chance.choice((0, 1, 41_205, 99_999_999))
        own = calendar(of, f"{person.key}.ics", chance, 90)
        person.calendar = chance.choice((None, shared, own))
        person.save()
    world.facilitator.calendar = calendar(of, "../../udenfor.ics", chance, 20)
    world.facilitator.max_days_per_week = 3
    world.facilitator.save()
    world.room.calendar = calendar(of, "", chance, 0)
    world.room.save()
    TravelCost.objects.create(
        programme=programme, place_from="oe", place_to="raadhus", cost_oere=12_345
    )
    pair = Party.objects.create(organisation=of, key="borgmester og direktør")
    people = {row.person.key: row.person for row in programme.participants.all()}
    pair.people.add(people["p2"])
    pair.people.add(people["p1"], fjordby.person(of, "not in it"))
    programme.parties.add(pair)
    Apart.objects.create(programme=programme, a="p3", b="p4")
    Window.objects.create(
        programme=programme, who="Skole", module="m1", not_after=programme.last_day
    )
    FolderFile.objects.create(programme=programme, name="units.csv", content=b"unit\r\nSkole\r\n")
    return programme


@pytest.mark.parametrize("seed", range(8))
def test_problem_of_rows_is_the_written_folders(seed: int, tmp_path: Path) -> None:
    programme = full_programme(seed)
    write_folder(programme, tmp_path / "folder")
    problem = problem_of(programme)
    assert problem == opened(tmp_path / "folder")
    kinds = {span.kind for person in problem.people for span in person.busy}
    assert {kind.value for kind in kinds} == set(BusyKind.values)
    assert [len(party.people) for party in problem.parties] == [2]


def test_write_folder_keeps_the_text_and_other_files_byte_for_byte(tmp_path: Path) -> None:
    programme = full_programme(1)
    programme.text = programme.text.replace("\n", "\r\n") + "# æøå\n"
    write_folder(programme, tmp_path / "folder")
    written = (tmp_path / "folder" / "programme.toml").read_bytes()
    assert written == programme.text.encode()
    assert (tmp_path / "folder" / "units.csv").read_bytes() == b"unit\r\nSkole\r\n"


def test_write_folder_tells_no_titles(tmp_path: Path) -> None:
    write_folder(full_programme(2), tmp_path / "folder")
    calendars = list((tmp_path / "folder" / "calendars").iterdir())
    assert calendars
    assert not [path for path in calendars if b"L\xc3\xb8n" in path.read_bytes()]


def test_write_folder_where_something_stands(tmp_path: Path) -> None:
    programme = full_programme(3)
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(InputError) as caught:
        write_folder(programme, tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["export_not_empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_problem_of_tells_every_fault_at_once() -> None:
    programme = full_programme(4)
    Need.objects.filter(participant__person__key="p1", module="m1").update(module="gone")
    programme.text = programme.text.replace("group_max = 12", "group_max = 0")
    with pytest.raises(InputError) as caught:
        problem_of(programme)
    assert {fault.file for fault in caught.value.faults} == {"programme.toml", "needs.csv"}
