"""Several connections of one database write to one programme: no write is lost."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.programmes.design.reading import read
from samskab.web.programmes.design_actions import Outcome, save_settings
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import Side
from samskab.web.programmes.models import Programme, Revision, Signature, Venue
from samskab.web.programmes.signing_actions import sign
from samskab.web.programmes.table_actions import use_room

pytestmark = pytest.mark.django_db(transaction=True)
KEYS = ("group_max", "gap_days_min", "gap_days_max", "facilitators", "materials", "title")


@pytest.fixture
def world(transactional_db: None) -> World:  # noqa: ARG001
    return make_world()


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """Run tasks at the same moment, each in a thread with a connection of its own."""
    barrier, answers = Barrier(len(tasks)), [None] * len(tasks)
    found: list[object] = list(answers)

    def run(index: int, task: Callable[[], object]) -> None:
        try:
            barrier.wait(30)
            found[index] = task()
        except Exception as error:  # noqa: BLE001 (the test looks at what came)
            found[index] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(index, task)) for index, task in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def test_six_who_save_at_once_are_all_there(world: World) -> None:
    side = Side(fjordby.member(world.municipality, Role.CONSULTANT), world.municipality)
    base = read(fjordby.PROGRAMME).settings
    wanted = dict(zip(KEYS, (14, 8, 60, 2, 150, "Data"), strict=True))

    def save(key: str) -> Callable[[], Outcome]:
        return lambda: save_settings(
            programme=world.programme,
            base=base,
            wanted={("modules", "m2", key): wanted[key]},
            side=side,
        )

    answers = at_once(*(save(key) for key in KEYS))
    assert all(isinstance(one, Outcome) and one.is_made for one in answers), answers
    programme = Programme.objects.get(pk=world.programme.pk)
    settings = read(programme.text).settings
    assert {key: settings["modules", "m2", key] for key in KEYS} == wanted
    assert programme.revision == 1 + len(KEYS)
    numbers = Revision.objects.filter(programme=programme).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, 2 + len(KEYS)))
    assert Entry.objects.filter(action="programme_changed").count() == len(KEYS)


def test_of_two_who_set_one_setting_at_once_one_is_asked(world: World) -> None:
    side = Side(fjordby.member(world.municipality, Role.CONSULTANT), world.municipality)
    base = read(fjordby.PROGRAMME).settings
    path = ("modules", "m1", "group_max")

    def save(size: int) -> Callable[[], Outcome]:
        return lambda: save_settings(
            programme=world.programme, base=base, wanted={path: size}, side=side
        )

    answers = [one for one in at_once(save(9), save(10)) if isinstance(one, Outcome)]
    assert [one.is_made for one in answers].count(True) == 1
    (asked,) = [one for one in answers if not one.is_made]
    (conflict,) = asked.conflicts
    assert {conflict.mine, conflict.theirs} == {9, 10}
    assert Programme.objects.get(pk=world.programme.pk).revision == 2


def test_rooms_and_settings_at_once_are_all_there(world: World) -> None:
    side = Side(fjordby.member(world.provider, Role.PROVIDER), world.provider)
    rooms = [fjordby.room(world.provider, f"sal{number}") for number in range(3)]
    base = read(fjordby.PROGRAMME).settings

    def add(index: int) -> Callable[[], Outcome]:
        return lambda: use_room(programme=world.programme, room=rooms[index], side=side)

    def save() -> Outcome:
        return save_settings(
            programme=world.programme, base=base, wanted={("title",): "Ny"}, side=side
        )

    answers = at_once(add(0), add(1), add(2), save)
    assert all(isinstance(one, Outcome) and one.is_made for one in answers), answers
    assert Venue.objects.filter(programme=world.programme).count() == 4
    programme = Programme.objects.get(pk=world.programme.pk)
    assert (programme.title, programme.revision) == ("Ny", 5)


def test_a_change_and_the_last_signature_at_once_never_sign_the_unseen(world: World) -> None:
    ours = Side(fjordby.member(world.municipality, Role.CONSULTANT), world.municipality)
    theirs = Side(fjordby.member(world.provider, Role.PROVIDER), world.provider)
    sign(programme=world.programme, revision=1, side=ours)
    base = read(fjordby.PROGRAMME).settings
    at_once(
        lambda: sign(programme=world.programme, revision=1, side=theirs),
        lambda: save_settings(
            programme=world.programme, base=base, wanted={("title",): "Ny"}, side=ours
        ),
    )
    programme = Programme.objects.get(pk=world.programme.pk)
    signed = Signature.objects.filter(revision__number=programme.revision).count()
    if programme.state == ProgrammeState.SIGNED:
        assert (programme.title, programme.revision, signed) == ("Digital ledelse", 1, 2)
    else:
        assert (programme.title, programme.revision, signed) == ("Ny", 2, 0)


def test_two_who_sign_at_once_lock_once(world: World) -> None:
    sides = (
        Side(fjordby.member(world.municipality, Role.CONSULTANT), world.municipality),
        Side(fjordby.member(world.provider, Role.PROVIDER), world.provider),
    )

    def signing(side: Side) -> Callable[[], object]:
        return lambda: sign(programme=world.programme, revision=1, side=side)

    assert at_once(*(signing(side) for side in sides)) == [None, None]
    assert Programme.objects.get(pk=world.programme.pk).state == ProgrammeState.SIGNED
    assert Entry.objects.filter(action="programme_locked").count() == 1
