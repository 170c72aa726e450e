"""What a person's journey to a room costs: the one computation that search and checker share."""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import asin, cos, radians, sin, sqrt

from samskab.planner.model.problem import Person, Place, Problem, Room

MEAN_EARTH_RADIUS_KM = 6371.0088
ROAD_PER_GREAT_CIRCLE = Fraction(13, 10)


def travel_oere_per_day(problem: Problem) -> Callable[[Person, Room], Fraction]:
    """What one person pays for one day in a room, there and back.

    Returns:
        (person, room) -> exact øre, neither rounded nor multiplied by days: the cost in
        `travel.csv` where the pair of places stands there, else by road (see planning-problem.md,
        "What a plan costs"); 0 where either place is unknown.
    """
    prices = problem.programme.prices
    road_km = _road_km(problem)

    @cache
    def oere(start: str, goal: str, hourly_value_oere: int) -> Fraction:
        given = problem.travel_oere.get((start, goal))
        if given is not None:
            return Fraction(given)
        oere_per_km = prices.km_oere + hourly_value_oere / prices.speed_kmh
        return (road_km(start, goal) or Fraction(0)) * oere_per_km

    def of(person: Person, room: Room) -> Fraction:
        if not person.place or not room.place:
            return Fraction(0)
        return oere(person.place, room.place, person.hourly_value_oere)

    return of


def road_hours_per_day(problem: Problem) -> Callable[[Person, Room], Fraction | None]:
    """How long one person is on the road for one day in a room, there and back.

    Returns:
        (person, room) -> exact hours; None where they are unknown: a place is, or the journey has
        its cost from `travel.csv`, which says nothing of time (a ferry is no road).
    """
    road_km = _road_km(problem)
    speed_kmh = problem.programme.prices.speed_kmh

    def of(person: Person, room: Room) -> Fraction | None:
        if not person.place or not room.place:
            return None
        if (person.place, room.place) in problem.travel_oere:
            return None
        km = road_km(person.place, room.place)
        return None if km is None else km / speed_kmh

    return of


def _road_km(problem: Problem) -> Callable[[str, str], Fraction | None]:
    """(place from, place to) -> km of road, there and back; None where a place is unknown."""
    places = {place.id: place for place in problem.places}

    @cache
    def km(start: str, goal: str) -> Fraction | None:
        if start not in places or goal not in places:
            return None
        one_way = Fraction(great_circle_km(places[start], places[goal]))
        return 2 * one_way * ROAD_PER_GREAT_CIRCLE

    return km


def travel_days(half_days: int) -> int:
    """How many times one travels for a session: once for 1 or 2 half-days, twice for 4."""
    return (half_days + 1) // 2


def great_circle_km(start: Place, goal: Place) -> float:
    """The haversine distance on a sphere of the mean earth radius (IUGG, 6371.0088 km)."""
    north, south = radians(start.lat), radians(goal.lat)
    chord = (
        sin((south - north) / 2) ** 2
        + cos(north) * cos(south) * sin(radians(goal.lon - start.lon) / 2) ** 2
    )
    return 2 * MEAN_EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))
