"""Two municipalities and two providers; one programme is shared between a pair of them."""

from dataclasses import dataclass

from tests.web import fjordby

from samskab.web.accounts.models import Organisation
from samskab.web.people.models import Facilitator, Person, Room
from samskab.web.programmes.models import Engagement, Need, Participant, Programme, Venue


@dataclass(frozen=True, slots=True)
class World:
    """Everything that addresses of pages are made of."""

    municipality: Organisation
    provider: Organisation
    other_municipality: Organisation
    other_provider: Organisation
    person: Person
    facilitator: Facilitator
    room: Room
    programme: Programme


def make_world() -> World:
    municipality, provider = fjordby.municipality(), fjordby.provider()
    people = [fjordby.person(municipality, f"p{number}") for number in range(1, 5)]
    facilitator, room = fjordby.facilitator(municipality), fjordby.room(municipality)
    programme = fjordby.programme(municipality, provider)
    for person in people:
        participant = Participant.objects.create(programme=programme, person=person)
        for module in ("m1", "m2"):
            Need.objects.create(participant=participant, module=module)
    Engagement.objects.create(programme=programme, facilitator=facilitator, modules=["m1", "m2"])
    Venue.objects.create(programme=programme, room=room)
    return World(
        municipality,
        provider,
        fjordby.municipality("nabo", "Nabo Kommune"),
        fjordby.provider("andet", "Andet Kursushus"),
        people[0],
        facilitator,
        room,
        programme,
    )
