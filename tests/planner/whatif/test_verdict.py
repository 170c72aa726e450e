"""Verdicts against every pair of costs that two best plans could have."""

from itertools import product

from samskab.planner.whatif.verdict import Interval, Told, may_be_best, verdict

INTERVALS = [Interval(low, high) for low, high in product(range(4), repeat=2) if low <= high]


def costs(interval: Interval) -> range:
    return range(interval.bound, interval.total + 1)


def test_a_verdict_when_said_holds_for_all_that_the_best_plans_could_cost() -> None:
    for one, other in product(INTERVALS, repeat=2):
        gains = {b - a for a, b in product(costs(one), costs(other))}
        found = verdict(one, other)
        if found.told is Told.BETTER:
            assert min(gains) > 0
        elif found.told is Told.WORSE:
            assert max(gains) < 0
        elif found.told is Told.EQUAL:
            assert gains == {0}
        else:
            assert len(gains) > 1
            assert min(gains) <= 0 <= max(gains)
        assert (found.least_gain, found.most_gain) == (min(gains), max(gains))


def test_those_that_may_be_best_when_three_are_there_are_all_that_could_be() -> None:
    for three in product(INTERVALS, repeat=3):
        could_be = {
            index
            for every in product(*map(costs, three))
            for index in range(3)
            if every[index] == min(every)
        }
        assert set(may_be_best(three)) == could_be
