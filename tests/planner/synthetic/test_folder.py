from dataclasses import replace
from pathlib import Path

import pytest

from samskab.common.errors import InputError
from samskab.common.mail import Address
from samskab.planner.folder import read_folder
from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.municipality import Role
from samskab.planner.synthetic.settings import Settings

SMALL = Settings(12, 4, 2, seed=1)


def all_bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_folder_when_it_is_made_twice(tmp_path: Path, written: tuple[Path, Contents]) -> None:
    write_folder(tmp_path / "again", written[1].settings)
    assert all_bytes(tmp_path / "again") == all_bytes(written[0])


def test_a_folder_when_the_seed_is_another(tmp_path: Path) -> None:
    write_folder(tmp_path / "one", SMALL)
    write_folder(tmp_path / "other", replace(SMALL, seed=2))
    assert all_bytes(tmp_path / "one")["people.csv"] != all_bytes(tmp_path / "other")["people.csv"]


def test_every_file_when_asked_whether_it_is_synthetic(written: tuple[Path, Contents]) -> None:
    files = all_bytes(written[0])
    assert len(files) > 50
    assert [name for name, content in files.items() if b"synthetic" not in content] == []


def test_a_folder_when_the_planner_reads_it(written: tuple[Path, Contents]) -> None:
    folder, contents = written
    reading = read_folder(folder)
    assert reading.faults == ()
    assert reading.warnings == ()
    problem = reading.problem
    assert problem is not None
    meant, municipality = contents.programme, contents.municipality
    days = {day for day in meant.closed if meant.first_day <= day <= meant.last_day}
    assert days <= problem.programme.closed.keys()
    assert replace(problem.programme, closed=meant.closed) == meant
    assert problem.people == tuple(leader.person for leader in municipality.leaders)
    assert problem.needs == contents.needs
    assert problem.facilitators == contents.facilitators
    assert problem.rooms == contents.rooms
    assert problem.places == municipality.places
    assert problem.travel_oere == contents.travel_oere
    assert problem.parties == municipality.parties
    assert problem.apart == municipality.apart
    owners = {*reading.calendars.people, *reading.calendars.facilitators, *reading.calendars.rooms}
    assert owners == contents.diaries.meetings.keys()


def test_pairs_when_some_must_stay_apart(written: tuple[Path, Contents]) -> None:
    municipality = written[1].municipality
    unit_of = {leader.person.id: leader.person.unit for leader in municipality.leaders}
    apart = {frozenset(pair) for pair in municipality.apart}
    top = [leader.person.id for leader in municipality.leaders[:2]]
    assert top == list(municipality.parties[0].people)
    for party in municipality.parties:
        for a in party.people:
            for b in party.people:
                assert frozenset((a, b)) not in apart
                assert frozenset((unit_of[a], unit_of[b])) not in apart
    for leader in municipality.leaders:
        if leader.role in {Role.UNIT_LEADER, Role.CHIEF, Role.DIRECTOR}:
            assert frozenset((leader.person.id, leader.manager)) in apart


@pytest.mark.parametrize(
    ("options", "code"),
    [({}, "out-is-not-empty"), ({"replace": True}, "out-is-not-synthetic")],
)
def test_a_folder_when_somebody_elses_files_stand_there(
    tmp_path: Path, options: dict[str, bool], code: str
) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "programme.toml").write_text('title = "Real"\n')
    with pytest.raises(InputError) as refused:
        write_folder(out, SMALL, **options)
    assert [fault.code for fault in refused.value.faults] == [code]
    assert all_bytes(tmp_path) == {"mine/programme.toml": b'title = "Real"\n'}


def test_a_folder_when_a_file_stands_there(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match="out-is-a-file"):
        write_folder(tmp_path / "out", SMALL, replace=True)
    assert all_bytes(tmp_path) == {"out": b"a file"}


def test_a_folder_when_a_synthetic_one_is_replaced(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", SMALL)
    (tmp_path / "out" / "left-over.csv").write_text("old")
    write_folder(tmp_path / "out", replace(SMALL, seed=2), replace=True)
    write_folder(tmp_path / "fresh", replace(SMALL, seed=2))
    assert all_bytes(tmp_path / "out") == all_bytes(tmp_path / "fresh")
    assert {path.name for path in tmp_path.iterdir()} == {"out", "fresh"}


def test_a_folder_when_it_stands_empty(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", SMALL)
    assert (tmp_path / "out" / "people.csv").is_file()


def test_a_programme_when_people_stay_in_cohorts(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", replace(SMALL, cohorts=True, name='Ny "Ås"'))
    problem = read_folder(tmp_path / "out").problem
    assert problem is not None
    assert problem.programme.rules.keep_together == (("m1", "m2"),)
    assert problem.programme.title == 'Lederudvikling i Ny "Ås" (synthetic)'
    assert all(person.email.endswith("@ny--aas.example") for person in problem.people)
    assert problem.programme.organizer == Address("kursus@ny--aas.example")


def test_a_programme_when_the_name_is_longer_than_a_domain_may_be(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", replace(SMALL, name="Ny" * 50))
    problem = read_folder(tmp_path / "out").problem
    assert problem is not None
    assert problem.programme.organizer == Address(f"kursus@{'ny' * 31}n.example")
