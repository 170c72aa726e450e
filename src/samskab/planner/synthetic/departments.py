"""The departments of a Danish municipality, the units in them, and the places around the fjord."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    """A department and the kinds of unit it has.

    Attributes:
        weight: its part of the municipality's leaders.
    """

    name: str
    weight: int
    kinds_of_unit: tuple[str, ...]


DEPARTMENTS = (
    Department(
        "Social og Sundhed",
        30,
        (
            "Hjemmepleje",
            "Plejehjem",
            "Sygepleje",
            "Træning og Rehabilitering",
            "Psykiatri og Misbrug",
            "Handicap og Botilbud",
            "Visitation",
        ),
    ),
    Department(
        "Børn og Unge",
        30,
        (
            "Skoler",
            "Dagtilbud",
            "Familie og Forebyggelse",
            "PPR",
            "Sundhedspleje og Tandpleje",
            "Klubber og Ungdomsskole",
        ),
    ),
    Department(
        "Teknik og Miljø",
        12,
        ("Vej og Park", "Byggesag og Plan", "Ejendomme", "Natur og Vand", "Klima og Affald"),
    ),
    Department(
        "Økonomi og Stab",
        10,
        ("Økonomi", "HR og Løn", "IT og Digitalisering", "Byrådssekretariat", "Indkøb og Jura"),
    ),
    Department(
        "Beskæftigelse",
        10,
        ("Jobcenter", "Ydelse", "Integration", "Virksomhedsservice", "Ungeindsats"),
    ),
    Department(
        "Kultur og Borgerservice",
        8,
        ("Borgerservice", "Biblioteker", "Idræt og Fritid", "Musikskole og Kulturhus"),
    ),
)

QUARTERS = ("Nord", "Syd", "Øst", "Vest", "Midt", "Havn", "Ådal", "Bakke", "Skov", "Strand")

TOWN = (56.0472, 9.9318)
"""Degrees north and east of the town hall: somewhere in East Jutland where no town stands."""

PLACES = (
    ("Rådhuset", 0.0, 0.0),
    ("Kulturhuset ved havnen", -0.9, 1.4),
    ("Campus", 1.8, -1.1),
    ("Skovpavillonen", 4.2, 3.0),
    ("Sundhedshuset", -1.6, -0.7),
    ("Materielgården", 2.4, 2.2),
    ("Nørreby", 9.5, -2.5),
    ("Strandby", -3.8, 8.7),
    ("Vestervig Skole", 1.2, -12.0),
    ("Fjordøen", -7.5, 11.5),
)
"""Name, km north and km east of the town hall; the first four have rooms."""

PLACES_WITH_ROOMS = 4
FERRY_PLACE = len(PLACES) - 1
