"""`[rules]` of `programme.toml`."""

from decimal import Decimal
from fractions import Fraction

from samskab.planner.folder.codes import Code
from samskab.planner.folder.limits import AT_LEAST_ONE
from samskab.planner.folder.modules import references
from samskab.planner.folder.references import Known
from samskab.planner.folder.section import Section, Value, fraction, whole
from samskab.planner.model.programme import Rules

KEYS = (
    "max_away_per_unit",
    "max_days_per_week",
    "keep_together",
    "parallel_sessions",
    "max_displaced_hours",
    "fair_hours",
)


def read_rules(section: Section, known: Known) -> Rules:
    """The rules, with the planning problem's defaults where the folder says nothing."""
    section.warn_of_unknown(KEYS)
    return Rules(
        max_away_per_unit=section.optional("max_away_per_unit", _count_or_share, None),
        max_days_per_week=section.optional(
            "max_days_per_week", whole(AT_LEAST_ONE), Rules().max_days_per_week
        ),
        keep_together=section.optional("keep_together", lambda value: _tracks(value, known), ()),
        parallel_sessions=section.optional("parallel_sessions", whole(AT_LEAST_ONE), None),
        max_displaced_hours=section.optional("max_displaced_hours", fraction(), None),
        fair_hours=section.optional("fair_hours", fraction(), None),
    )


def _count_or_share(value: Value) -> int | Fraction:
    """A number without a decimal point counts people; one with a point is a share of the unit."""
    if not isinstance(value.content, Decimal):
        return value.whole(AT_LEAST_ONE)
    if value.content.is_finite() and 0 < value.content <= 1:
        return Fraction(value.number())
    value.fault(Code.SHARE_WRONG, name=value.name, text=str(value.content))
    return 1


def _tracks(value: Value, known: Known) -> tuple[tuple[str, ...], ...]:
    return tuple(references(track, known) for track in value.elements())
