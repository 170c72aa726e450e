"""`places.csv` and `travel.csv`: where places are, and what it costs to go between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.limits import Limits
from samskab.planner.folder.references import Once
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, read_table
from samskab.planner.model.problem import Place

PLACES_FILE = "places.csv"
PLACES_COLUMNS = Columns(required=("id", "name", "lat", "lon"), numbers=frozenset({"lat", "lon"}))
TRAVEL_FILE = "travel.csv"
TRAVEL_COLUMNS = Columns(required=("place_from", "place_to", "cost"), numbers=frozenset({"cost"}))
LATITUDES = Limits(Decimal(-90), Decimal(90))
LONGITUDES = Limits(Decimal(-180), Decimal(180))


@dataclass(frozen=True, slots=True)
class Geography:
    """Places, and fares in øre by (place from, place to)."""

    places: tuple[Place, ...]
    travel_oere: Mapping[tuple[str, str], int]


def read_geography(root: Path, findings: Findings) -> Geography:
    """Both tables; a missing one holds nothing."""
    return Geography(_places(root, findings), _travel(root, findings))


def _places(root: Path, findings: Findings) -> tuple[Place, ...]:
    table = read_table(root, PLACES_FILE, PLACES_COLUMNS, findings, optional=True)
    ids = Once(Code.ID_TWICE, findings)
    places: list[Place] = []
    for row in rows_of(table, findings):
        place = Place(
            id=row.required("id"),
            name=row.required("name"),
            lat=float(row.number("lat", LATITUDES)),
            lon=float(row.number("lon", LONGITUDES)),
        )
        if ids.take(place.id, row.at("id"), id=place.id):
            places.append(place)
    return tuple(places)


def _travel(root: Path, findings: Findings) -> dict[tuple[str, str], int]:
    table = read_table(root, TRAVEL_FILE, TRAVEL_COLUMNS, findings, optional=True)
    pairs = Once(Code.TRAVEL_TWICE, findings)
    travel: dict[tuple[str, str], int] = {}
    for row in rows_of(table, findings):
        origin, goal = row.required("place_from"), row.required("place_to")
        cost_oere = row.oere("cost")
        key = (origin, goal) if origin and goal else ""
        if pairs.take(key, row.at("place_from"), place_from=origin, place_to=goal):
            travel[origin, goal] = cost_oere
    return travel


class KnownPlaces:
    """Warns, once a name, of places that neither table knows: nobody's travel to them is priced.

    Where a folder has neither table, it prices no travel and means its places as remarks.
    """

    def __init__(self, geography: Geography) -> None:
        travelled = {place for pair in geography.travel_oere for place in pair}
        self._known = {place.id for place in geography.places} | travelled
        self._is_silent = not self._known

    def place_of(self, row: Row) -> str | None:
        """The place that a row names, None where it names none."""
        place = row.text("place")
        if place and not self._is_silent and place not in self._known:
            self._known.add(place)
            row.findings.warn(Code.PLACE_UNKNOWN, row.at("place"), place=place)
        return place or None
