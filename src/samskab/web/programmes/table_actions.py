"""What is agreed beside the text: rooms, facilitators, pairs, who is kept apart, open courses.

Each is put in or taken out one by one, so two people at once never overwrite each other; each makes
a revision, so that a signature never stands below something else than was signed.
"""

from collections.abc import Callable, Collection
from decimal import Decimal

from django.db import transaction
from django.utils.functional import Promise

from samskab.web.people.models import Facilitator, Party, Room
from samskab.web.programmes.design.merging import together
from samskab.web.programmes.design.reading import read
from samskab.web.programmes.design_actions import Outcome, store_revision
from samskab.web.programmes.locks import Side, refusal
from samskab.web.programmes.models import Apart, Engagement, Programme, Venue


def use_room(*, programme: Programme, room: Room, side: Side) -> Outcome:
    """The programme may use a room."""

    def change(fresh: Programme) -> bool:
        return Venue.objects.get_or_create(programme=fresh, room=room)[1]

    return _change(programme, side, "room_added", change, room=room.pk)


def stop_using_room(*, programme: Programme, room: Room, side: Side) -> Outcome:
    """The programme may not use a room any more."""

    def change(fresh: Programme) -> bool:
        return bool(Venue.objects.filter(programme=fresh, room=room).delete()[0])

    return _change(programme, side, "room_removed", change, room=room.pk)


def engage(
    *,
    programme: Programme,
    facilitator: Facilitator,
    base: Collection[str],
    modules: Collection[str],
    side: Side,
) -> Outcome:
    """A facilitator leads these modules; what the others ticked or unticked meanwhile stands.

    Args:
        programme: in which.
        facilitator: who.
        base: the modules' ids as they were seen.
        modules: as they are wanted; those that the programme lacks are left out.
        side: who wants it.
    """

    def change(fresh: Programme) -> bool:
        row, is_new = Engagement.objects.get_or_create(programme=fresh, facilitator=facilitator)
        both = together(list(base), row.modules, list(modules))
        ordered = [module for module in read(fresh.text).modules if module in both]
        is_changed = is_new or ordered != row.modules
        row.modules = ordered
        row.save(update_fields=["modules"])
        return is_changed

    return _change(programme, side, "facilitator_engaged", change, facilitator=facilitator.pk)


def disengage(*, programme: Programme, facilitator: Facilitator, side: Side) -> Outcome:
    """A facilitator leads nothing in the programme any more."""

    def change(fresh: Programme) -> bool:
        rows = Engagement.objects.filter(programme=fresh, facilitator=facilitator)
        return bool(rows.delete()[0])

    return _change(programme, side, "facilitator_removed", change, facilitator=facilitator.pk)


def put_together(*, programme: Programme, party: Party, side: Side) -> Outcome:
    """A pair attends together in the programme."""

    def change(fresh: Programme) -> bool:
        is_new = not fresh.parties.filter(pk=party.pk).exists()
        fresh.parties.add(party)
        return is_new

    return _change(programme, side, "pair_added", change, party=party.pk)


def let_loose(*, programme: Programme, party: Party, side: Side) -> Outcome:
    """A pair need not attend together in the programme."""

    def change(fresh: Programme) -> bool:
        was_there = fresh.parties.filter(pk=party.pk).exists()
        fresh.parties.remove(party)
        return was_there

    return _change(programme, side, "pair_removed", change, party=party.pk)


def keep_apart(*, programme: Programme, a: str, b: str, side: Side) -> Outcome:
    """Two people by their keys, or two units by their names, never share a session."""

    def change(fresh: Programme) -> bool:
        first, second = sorted((a, b))
        if Apart.objects.filter(programme=fresh, a=second, b=first).exists():
            return False
        return Apart.objects.get_or_create(programme=fresh, a=first, b=second)[1]

    return _change(programme, side, "apart_added", change)


def let_meet(*, programme: Programme, apart: int, side: Side) -> Outcome:
    """Two may share a session again."""

    def change(fresh: Programme) -> bool:
        return bool(Apart.objects.filter(programme=fresh, pk=apart).delete()[0])

    return _change(programme, side, "apart_removed", change)


def price_open_course(
    *, programme: Programme, day_price_oere: int, travel_hours: Decimal, side: Side
) -> Outcome:
    """What the alternative costs, as both sides reckon it."""

    def change(fresh: Programme) -> bool:
        same = (fresh.open_day_price_oere, fresh.open_travel_hours) == (
            day_price_oere,
            travel_hours,
        )
        fresh.open_day_price_oere, fresh.open_travel_hours = day_price_oere, travel_hours
        fresh.save(update_fields=["open_day_price_oere", "open_travel_hours"])
        return not same

    return _change(programme, side, "open_course_priced", change)


@transaction.atomic
def _change(
    programme: Programme,
    side: Side,
    action: str,
    change: Callable[[Programme], bool],
    **facts: object,
) -> Outcome:
    """Change a table under a lock on the programme's row; a revision where anything is new."""
    rows = Programme.objects.select_for_update(of=("self",))
    fresh = rows.select_related("municipality", "provider").get(pk=programme.pk)
    words: Promise | None = refusal(fresh, side.organisation)
    if words:
        return Outcome(fresh.revision, refusal=words)
    if not change(fresh):
        return Outcome(fresh.revision)
    number = store_revision(programme=fresh, text=fresh.text, side=side, action=action, **facts)
    if number is None:
        message = f"programme {fresh.pk} was changed in spite of its lock"
        raise RuntimeError(message)
    return Outcome(number)
