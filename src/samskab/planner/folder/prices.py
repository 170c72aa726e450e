"""`[prices]` of `programme.toml`: kr, read into øre."""

from fractions import Fraction

from samskab.common.money import OERE_PER_KR
from samskab.planner.folder.limits import POSITIVE, SHARE
from samskab.planner.folder.section import Section, Value, fraction, oere
from samskab.planner.model.programme import Prices

KEYS = ("tentative", "km", "speed_kmh", "unserved", "change", "unfair")
DEFAULT = Prices()


def read_prices(section: Section) -> Prices:
    """The prices, with the planning problem's defaults where the folder says nothing."""
    section.warn_of_unknown(KEYS)
    return Prices(
        tentative=section.optional("tentative", fraction(SHARE), DEFAULT.tentative),
        km_oere=section.optional("km", _exact_oere, DEFAULT.km_oere),
        speed_kmh=section.optional("speed_kmh", fraction(POSITIVE), DEFAULT.speed_kmh),
        unserved_oere=section.optional("unserved", oere, DEFAULT.unserved_oere),
        change_oere=section.optional("change", oere, DEFAULT.change_oere),
        unfair_oere=section.optional("unfair", oere, DEFAULT.unfair_oere),
    )


def _exact_oere(value: Value) -> Fraction:
    return Fraction(value.number()) * OERE_PER_KR
