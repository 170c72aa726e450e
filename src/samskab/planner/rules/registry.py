"""Every rule, in the order in which breaches are told."""

from collections.abc import Mapping

from samskab.planner.rules import (
    after,
    apart,
    away_per_unit,
    claimed_cost,
    days_per_week,
    displaced_hours,
    facilitators,
    group_size,
    hard_time,
    keep_together,
    known_ids,
    needs_met,
    one_place,
    parallel_sessions,
    pinned,
    rooms,
    session_times,
    together,
    windows,
)
from samskab.planner.rules.breach import Rule, Words

FOUNDATION: Rule = known_ids
RULES: tuple[Rule, ...] = (
    needs_met,
    session_times,
    group_size,
    one_place,
    hard_time,
    rooms,
    facilitators,
    after,
    days_per_week,
    away_per_unit,
    together,
    apart,
    windows,
    keep_together,
    parallel_sessions,
    displaced_hours,
    pinned,
    claimed_cost,
)
WORDS: Mapping[str, Words] = {rule.RULE: rule.WORDS for rule in (FOUNDATION, *RULES)}
"""Rule -> case -> language -> sentence."""
