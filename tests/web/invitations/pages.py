"""Who may see the pages of invitations; what is somebody's own is hers alone, whatever her role."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.invitations.enums import PreparationState
from samskab.web.invitations.models import Decline, Entry, Message, Preparation, Publication
from samskab.web.plans.models import Plan

READERS = frozenset({Role.CONSULTANT, Role.AUDITOR})
WRITERS = frozenset({Role.CONSULTANT})
OWNERS = frozenset({Role.LEADER, Role.FACILITATOR})
NOBODY: frozenset[Role] = frozenset()


def plan(world: World) -> Plan:
    return Plan.objects.get_or_create(
        programme=world.programme,
        defaults={
            "revision": 1,
            "text": "{}",
            "total_oere": 0,
            "bound_oere": 0,
            "unserved_count": 0,
            "taken_at": timezone.now(),
        },
    )[0]


def preparation(world: World) -> Preparation:
    return Preparation.objects.get_or_create(
        programme=world.programme,
        plan=plan(world),
        defaults={"state": PreparationState.REFUSED, "site": ""},
    )[0]


def publication(world: World) -> Publication:
    return Publication.objects.get_or_create(
        programme=world.programme, plan=plan(world), number=1, defaults={"account": "{}"}
    )[0]


def entry(world: World) -> Entry:
    now = timezone.now()
    return Entry.objects.get_or_create(
        programme=world.programme,
        person=world.person,
        module="m1",
        defaults={"uid": "samskab-1", "start": now, "end": now, "link": "secret"},
    )[0]


def message(world: World) -> Message:
    return Message.objects.get_or_create(
        entry=entry(world),
        publication=publication(world),
        sequence=0,
        defaults={"method": "REQUEST", "recipient": "a@b.example", "message_id": "1@b.example"},
    )[0]


def decline(world: World) -> Decline:
    return Decline.objects.get_or_create(
        entry=entry(world), defaults={"sequence": 0, "session": "s1", "start": timezone.now()}
    )[0]


def room(world: World) -> Mapping[str, Any]:
    return {"kind": "room", "owner": world.room.pk}


PAGES = {
    "my_page": Page(OWNERS, OWNERS),
    "my_answer": Page(NOBODY, NOBODY, lambda world: {"entry": entry(world).pk}, "post"),
    "my_feed_renew": Page(
        NOBODY, NOBODY, lambda world: {"kind": "leder", "owner": world.person.pk}, "post"
    ),
    "publications": Page(READERS, READERS),
    "publish_prepare": Page(WRITERS, NOBODY, lambda world: {"plan": plan(world).pk}, "post"),
    "preparation": Page(READERS, NOBODY, lambda world: {"preparation": preparation(world).pk}),
    "preparation_confirm": Page(
        WRITERS, NOBODY, lambda world: {"preparation": preparation(world).pk}, "post"
    ),
    "preparation_drop": Page(
        WRITERS, NOBODY, lambda world: {"preparation": preparation(world).pk}, "post"
    ),
    "publication": Page(READERS, NOBODY, lambda world: {"publication": publication(world).pk}),
    "message_again": Page(WRITERS, NOBODY, lambda world: {"message": message(world).pk}, "post"),
    "declines": Page(READERS, READERS),
    "decline_accept": Page(WRITERS, NOBODY, lambda world: {"decline": decline(world).pk}, "post"),
    "decline_leave_out": Page(
        WRITERS, NOBODY, lambda world: {"decline": decline(world).pk}, "post"
    ),
    "feeds": Page(WRITERS, WRITERS),
    "feed_renew": Page(WRITERS, NOBODY, room, "post"),
}
