"""What municipality to make, and where its chance comes from."""

import shlex
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

import numpy as np

FIRST_DAY = date(2027, 2, 1)
FEWEST_LEADERS = 10
"""A mayor, a municipal director, a director and one unit of seven."""

LONGEST_LABEL = 63
"""Of a domain name, RFC 1035, section 2.3.4."""

SPELT = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa", ord("é"): "e"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How big, how long and which one.

    Attributes:
        leaders: people in the programme, at least `FEWEST_LEADERS`.
        weeks: of the horizon, from `FIRST_DAY`.
        modules: of the programme.
        seed: another seed is another municipality; the same seed the same, byte for byte.
        cohorts: whether people stay in one fixed cohort through all modules.
        name: of the municipality.
        rollout: whether it is to be rolled out by lot.
    """

    leaders: int
    weeks: int
    modules: int
    seed: int = 0
    cohorts: bool = False
    name: str = "Fjordby"
    rollout: bool = False

    def chance(self, concept: str) -> np.random.Generator:
        """Random numbers for one concept: drawing more for one never changes another."""
        return np.random.default_rng([self.seed, crc32(concept.encode())])

    @property
    def last_day(self) -> date:
        """The Friday of the last week."""
        return FIRST_DAY + timedelta(days=7 * self.weeks - 3)

    @property
    def mail_domain(self) -> str:
        """Under `.example`, which is nobody's (RFC 2606)."""
        return f"{in_ascii(self.name)[:LONGEST_LABEL].rstrip('-')}.example"


def in_ascii(name: str) -> str:
    """The name as it stands in an address: lower case, Danish letters spelt out."""
    spelt = name.lower().translate(SPELT)
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in spelt)
    return kept.strip("-") or "municipality"


def command_of(settings: Settings) -> str:
    """The command that makes the same folder again; its argument, the folder, left out."""
    return (
        f"samskab generate --leaders {settings.leaders} --weeks {settings.weeks}"
        f" --modules {settings.modules} --seed {settings.seed} --name {shlex.quote(settings.name)}"
        f"{' --cohorts' if settings.cohorts else ''}"
        f"{' --rollout' if settings.rollout else ''}"
    )
