"""The tables that belong to one programme, made as a folder has them; what is so already stays."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

from samskab.planner.model.problem import Problem
from samskab.web.people.models import Facilitator, Party, Person, Room
from samskab.web.programmes.models import (
    Apart,
    Engagement,
    FolderFile,
    Need,
    Participant,
    Programme,
    TravelCost,
    Venue,
    Window,
)

Row = TypeVar("Row", bound=Model)
BATCH = 500


def store_tables(
    programme: Programme,
    problem: Problem,
    people: Mapping[str, Person],
    facilitators: Mapping[str, Facilitator],
    rooms: Mapping[str, Room],
) -> None:
    """Make the programme's tables those of a problem, in its order.

    Args:
        programme: whose.
        problem: what a folder says.
        people: by key, all of the problem's.
        facilitators: by key, as well.
        rooms: by key, as well.
    """
    _store_people(programme, problem, people)
    order = {module.id: place for place, module in enumerate(problem.programme.modules)}
    engagements = [
        Engagement(
            programme=programme,
            facilitator=facilitators[one.id],
            modules=sorted(one.modules, key=order.__getitem__),
        )
        for one in problem.facilitators
    ]
    _replace(programme.engagements.all(), engagements, ("facilitator_id", "modules"))
    venues = [Venue(programme=programme, room=rooms[room.id]) for room in problem.rooms]
    _replace(programme.venues.all(), venues, ("room_id",))
    _store_limits(programme, problem)
    _store_parties(programme, problem, people)


def store_files(programme: Programme, files: Mapping[str, bytes]) -> None:
    """Keep what came beside the tables, and nothing that came before."""
    rows = [FolderFile(programme=programme, name=name, content=c) for name, c in files.items()]
    stored = {row.name: bytes(row.content) for row in programme.files.all()}
    if stored != files:
        programme.files.all().delete()
        FolderFile.objects.bulk_create(rows, BATCH)


def _store_people(programme: Programme, problem: Problem, people: Mapping[str, Person]) -> None:
    participants = [
        Participant(programme=programme, person=people[person.id]) for person in problem.people
    ]
    _replace(programme.participants.all(), participants, ("person_id",))
    taking_part = {row.person_id: row for row in programme.participants.all()}
    needs = [
        Need(participant=taking_part[people[need.person].pk], module=need.module)
        for need in problem.needs
    ]
    stored = Need.objects.filter(participant__programme=programme)
    _replace(stored, needs, ("participant_id", "module"))


def _store_limits(programme: Programme, problem: Problem) -> None:
    apart = [Apart(programme=programme, a=a, b=b) for a, b in problem.apart]
    _replace(programme.apart.all(), apart, ("a", "b"))
    windows = [
        Window(
            programme=programme,
            who=window.who,
            module=window.module,
            not_before=window.not_before,
            not_after=window.not_after,
        )
        for window in problem.windows
    ]
    _replace(programme.windows.all(), windows, ("who", "module", "not_before", "not_after"))
    travel = [
        TravelCost(programme=programme, place_from=here, place_to=there, cost_oere=oere)
        for (here, there), oere in problem.travel_oere.items()
    ]
    _replace(programme.travel_costs.all(), travel, ("place_from", "place_to", "cost_oere"))


def _store_parties(programme: Programme, problem: Problem, people: Mapping[str, Person]) -> None:
    """Parties are the municipality's; the programme's are those that the problem has."""
    of = programme.municipality
    stored = {
        party.key: party for party in of.parties.filter(key__in=[p.id for p in problem.parties])
    }
    missing = [Party(organisation=of, key=p.id) for p in problem.parties if p.id not in stored]
    stored |= {party.key: party for party in Party.objects.bulk_create(missing, BATCH)}
    between = Party.people.through
    for told in problem.parties:
        party = stored[told.id]
        members = [between(party=party, person=people[key]) for key in told.people]
        _replace(between.objects.filter(party=party), members, ("person_id",))
    chosen = Programme.parties.through
    rows = [chosen(programme=programme, party=stored[told.id]) for told in problem.parties]
    _replace(chosen.objects.filter(programme=programme), rows, ("party_id",))


def _replace(stored: QuerySet[Row], wanted: Sequence[Row], fields: Sequence[str]) -> None:
    """Put these rows where others stand, unless they are the same in the same order."""
    if _values(stored.order_by("pk"), fields) != _values(wanted, fields):
        stored.delete()
        stored.bulk_create(wanted, BATCH)


def _values(rows: Iterable[Model], fields: Sequence[str]) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, name) for name in fields) for row in rows]
