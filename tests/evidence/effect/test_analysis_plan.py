"""A locked plan cannot be changed unseen, and what departs from it is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from samskab.common.errors import InputError
from samskab.evidence.effect.analysis_plan import (
    AnalysisPlan,
    Departure,
    Part,
    PrimaryEffect,
    PrimaryModel,
    PrimaryTest,
    check_lock,
    check_outcomes_follow_lock,
    departures,
    lock,
    locked_from_json,
    locked_to_json,
)

PLAN = AnalysisPlan(
    outcome="sygefravær",
    model=PrimaryModel.MIXED_NESTED,
    effect=PrimaryEffect.AVERAGE_OVER_EXPOSURE,
    test=PrimaryTest.PERMUTATION,
    subgroups=("skole", "ældre"),
    level=0.95,
    smallest_relevant_effect=0.4,
)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_lock_when_anything_is_changed_afterwards() -> None:
    locked = lock(PLAN, NOON)
    check_lock(locked)
    changes = (
        replace(locked, plan=replace(PLAN, outcome="trivsel")),
        replace(locked, plan=replace(PLAN, smallest_relevant_effect=0.2)),
        replace(locked, plan=replace(PLAN, subgroups=("skole",))),
        replace(locked, locked_at=NOON - timedelta(days=1)),
    )
    for changed in changes:
        with pytest.raises(InputError, match="effect_plan_changed"):
            check_lock(changed)


def test_lock_when_it_goes_through_a_file() -> None:
    locked = lock(PLAN, NOON)
    assert locked_from_json(locked_to_json(locked)) == locked
    with pytest.raises(InputError, match="effect_plan_changed"):
        locked_from_json(locked_to_json(locked).replace("0.4", "0.3"))
    with pytest.raises(InputError, match="effect_plan_unreadable"):
        locked_from_json("{}")


def test_outcomes_when_some_are_from_before_the_lock() -> None:
    locked = lock(PLAN, NOON)
    copenhagen = timezone(timedelta(hours=1))
    later = datetime(2026, 3, 2, 13, 1, tzinfo=copenhagen)
    check_outcomes_follow_lock(locked, [later])
    with pytest.raises(InputError) as caught:
        check_outcomes_follow_lock(locked, [later, NOON, later - timedelta(hours=1)])
    (fault,) = caught.value.faults
    assert fault.code == "effect_before_lock"
    assert fault.values["count"] == "2"
    with pytest.raises(InputError, match="effect_clock_without_zone"):
        check_outcomes_follow_lock(locked, [datetime(2026, 3, 3)])  # noqa: DTZ001


def test_lock_when_the_plan_says_too_little() -> None:
    plan = replace(PLAN, outcome=" ", level=1.0, smallest_relevant_effect=0.0)
    with pytest.raises(InputError) as caught:
        lock(plan, datetime(2026, 3, 3))  # noqa: DTZ001
    assert [str(fault.code) for fault in caught.value.faults] == [
        "effect_plan_empty",
        "effect_level_out_of_range",
        "effect_smallest_not_positive",
        "effect_clock_without_zone",
    ]


def test_departures_when_the_analysis_keeps_and_leaves_the_plan() -> None:
    assert departures(PLAN, PLAN) == ()
    done = replace(PLAN, test=PrimaryTest.SATTERTHWAITE, subgroups=("skole", "teknik"))
    assert departures(PLAN, done) == (
        Departure(Part.TEST, "permutation", "satterthwaite"),
        Departure(Part.SUBGROUP, None, "teknik"),
        Departure(Part.SUBGROUP, "ældre", None),
    )
