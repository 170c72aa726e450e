"""The efficient estimator beside its formulas written out, and beside simulation."""

import numpy as np
import numpy.typing as npt
import pytest
from scipy.stats import norm

from samskab.common.errors import InputError
from samskab.evidence.effect.staggered.estimate import (
    callaway_santanna,
    fisher_test,
    shuffled_starts,
    staggered_estimate,
    sun_abraham,
)
from samskab.evidence.effect.staggered.panel import StaggeredPanel, panel_of
from samskab.evidence.effect.staggered.r_permutations import r_permutation
from samskab.evidence.effect.staggered.weights import Average, Estimand

Floats = npt.NDArray[np.float64]
SIMPLE = Estimand(Average.SIMPLE)
ESTIMANDS = [Estimand(average) for average in Average if average is not Average.EVENT] + [
    Estimand(Average.EVENT, event) for event in (-2, 0, 1)
]


def small_panel(seed: int = 3, effect: float = 0.0, units: int = 36) -> StaggeredPanel:
    """Six periods; starts in 3, 4, 6 or never, dealt out by chance."""
    random = np.random.default_rng(seed)
    start = random.permutation(np.resize([3.0, 4.0, 6.0, np.inf], units))
    level = random.normal(size=(units, 1))
    outcome = level + 0.5 * random.normal(size=(units, 6)) + np.linspace(0, 1, 6)
    treated = np.arange(1, 7) >= start[:, None]
    return StaggeredPanel(outcome + effect * treated, start, np.arange(1, 7))


def pairs(panel: StaggeredPanel, estimand: Estimand) -> list[tuple[float, int, float]]:
    """(cohort, period, weight) as section 2.3 of the paper defines each average."""
    start, last = panel.start, panel.start.max()
    size = {g: int((start == g).sum()) for g in np.unique(start)}
    known = [(g, int(t)) for g in size for t in panel.periods if g <= t < last]
    match estimand.average:
        case Average.SIMPLE:
            total = sum(size[g] for g, _ in known)
            return [(g, t, size[g] / total) for g, t in known]
        case Average.COHORT:
            started = {g for g, _ in known}
            total = sum(size[g] for g in started)
            seen = {g: sum(h == g for h, _ in known) for g in started}
            return [(g, t, size[g] / total / seen[g]) for g, t in known]
        case Average.CALENDAR:
            periods = {t for _, t in known}
            by = {t: sum(size[g] for g, s in known if s == t) for t in periods}
            return [(g, t, size[g] / by[t] / len(periods)) for g, t in known]
        case Average.EVENT:
            e = estimand.event
            cells = [(g, int(g + e)) for g in size if g < np.inf and max(g, g + e) <= 6]
            cells = [(g, t) for g, t in cells if t >= 1]
            total = sum(size[g] for g, _ in cells)
            return [(g, t, size[g] / total) for g, t in cells]


def written_out(
    panel: StaggeredPanel, estimand: Estimand, *, beta: float | None = None, last_only: bool = False
) -> tuple[float, float, float]:
    cohorts = np.unique(panel.start)
    n = {g: int((panel.start == g).sum()) for g in cohorts}
    mean = {g: panel.outcome[panel.start == g].mean(axis=0) for g in cohorts}
    s = {g: np.cov(panel.outcome[panel.start == g].T) for g in cohorts}
    a, a0 = ({g: np.zeros(6) for g in cohorts} for _ in range(2))
    for g, t, weight in pairs(panel, estimand):
        waiting = [h for h in cohorts if h > max(g, t) and (not last_only or h == cohorts[-1])]
        people = sum(n[h] for h in waiting)
        for h, part in [(g, 1.0), *((h, -n[h] / people) for h in waiting)]:
            a[h][t - 1] += weight * part
            a0[h][int(g) - 2] += weight * part
    x = sum(a0[g] @ mean[g] for g in cohorts)
    var_x = sum(a0[g] @ s[g] @ a0[g] / n[g] for g in cohorts)
    cov = sum(a0[g] @ s[g] @ a[g] / n[g] for g in cohorts)
    b = cov / var_x if beta is None else beta
    theta = sum(a[g] @ mean[g] for g in cohorts) - b * x
    neyman = sum((a[g] - b * a0[g]) @ s[g] @ (a[g] - b * a0[g]) / n[g] for g in cohorts)
    first = min(g for g in cohorts if a[g].any())
    later, m = [g for g in cohorts if g >= first], int(first) - 1
    slope = sum(np.linalg.solve(s[g][:m, :m], s[g][:m] @ a[g]) for g in later)
    average = np.mean([s[g][:m, :m] for g in later], axis=0)
    refined = neyman - slope @ average @ slope / len(panel.start)
    return float(theta), float(np.sqrt(refined)), float(np.sqrt(neyman))


@pytest.mark.parametrize("estimand", ESTIMANDS, ids=str)
def test_estimate_when_the_formulas_are_written_out_is_the_same(estimand: Estimand) -> None:
    panel = small_panel(effect=0.4)
    found = staggered_estimate(panel, estimand)
    expected = written_out(panel, estimand)
    assert (found.estimate, found.standard_error, found.neyman_error) == pytest.approx(expected)


def test_special_cases_when_beta_is_one_are_the_same_as_written_out() -> None:
    panel = small_panel(effect=0.4)
    cs, sa = callaway_santanna(panel, SIMPLE), sun_abraham(panel, SIMPLE)
    assert (cs.estimate, cs.standard_error, cs.neyman_error) == pytest.approx(
        written_out(panel, SIMPLE, beta=1.0)
    )
    assert (sa.estimate, sa.standard_error, sa.neyman_error) == pytest.approx(
        written_out(panel, SIMPLE, beta=1.0, last_only=True)
    )


def test_special_cases_when_units_were_always_treated_leave_them_out() -> None:
    panel = small_panel()
    always = StaggeredPanel(
        np.vstack([panel.outcome, np.full((2, 6), 9.0)]),
        np.append(panel.start, [1.0, 1.0]),
        panel.periods,
    )
    assert callaway_santanna(always, SIMPLE) == callaway_santanna(panel, SIMPLE)
    assert staggered_estimate(always, SIMPLE) != staggered_estimate(panel, SIMPLE)


def test_estimate_when_the_outcome_is_far_from_nought_is_the_same() -> None:
    panel = small_panel()
    moved = StaggeredPanel(panel.outcome + 1e7, panel.start, panel.periods)
    found, same = (staggered_estimate(each, SIMPLE) for each in (panel, moved))
    assert same.estimate == pytest.approx(found.estimate, abs=1e-7)
    assert same.standard_error == pytest.approx(found.standard_error, rel=1e-6)


def test_estimate_when_many_studies_are_simulated_is_unbiased_and_covers() -> None:
    """The starts alone are random: 400 deals of one population of 80 units."""
    truth, runs = 0.4, 400
    base = small_panel(units=80).outcome
    random = np.random.default_rng(9)
    z = np.empty(runs)
    for run in range(runs):
        start = random.permutation(np.repeat([3.0, 4.0, 6.0, np.inf], 20))
        treated = np.arange(1, 7) >= start[:, None]
        found = staggered_estimate(
            StaggeredPanel(base + truth * treated, start, np.arange(1, 7)), SIMPLE
        )
        z[run] = (found.estimate - truth) / found.standard_error
    assert abs(z.mean()) < 3 * z.std() / np.sqrt(runs)
    covered = np.mean(np.abs(z) < norm.ppf(0.975))
    # Cohorts of 20 make the errors a little small: three Monte Carlo errors below 93 % at least.
    assert covered > 0.93 - 3 * np.sqrt(0.05 * 0.95 / runs)


def test_fisher_test_when_starts_are_dealt_anew_keeps_its_level() -> None:
    runs, random = 200, np.random.default_rng(4)
    base = small_panel(units=24)
    rejected = 0
    for _ in range(runs):
        panel = StaggeredPanel(base.outcome, random.permutation(base.start), base.periods)
        found = fisher_test(panel, SIMPLE, shuffled_starts(panel, 59, random))
        rejected += found.p_value <= 0.05
    assert abs(rejected / runs - 0.05) < 3 * np.sqrt(0.05 * 0.95 / runs)


def test_fisher_test_when_there_is_an_effect_sees_it() -> None:
    panel = small_panel(effect=2.0)
    found = fisher_test(panel, SIMPLE, shuffled_starts(panel, 199, np.random.default_rng(1)))
    assert (found.shuffles, found.more_extreme, found.p_value) == (199, 0, 1 / 200)


def test_permutation_when_it_is_dealt_as_r_does() -> None:
    # set.seed(1); sample(10) and set.seed(42); sample(10) in R 3.6 and later
    assert (r_permutation(1, 10) + 1).tolist() == [9, 4, 7, 1, 2, 5, 3, 10, 6, 8]
    assert (r_permutation(42, 10) + 1).tolist() == [1, 5, 10, 8, 2, 4, 6, 9, 7, 3]
    assert sorted(r_permutation(7, 70_000).tolist()) == list(range(70_000))


def table(panel: StaggeredPanel) -> dict[str, npt.NDArray[np.generic]]:
    units, periods = panel.outcome.shape
    return {
        "unit": np.repeat(np.arange(units), periods),
        "period": np.tile(panel.periods, units),
        "start": np.repeat(panel.start, periods),
        "outcome": panel.outcome.ravel(),
    }


def spread(rows: dict[str, npt.NDArray[np.generic]]) -> StaggeredPanel:
    return panel_of(
        rows["unit"],
        rows["period"].astype(np.int64),
        rows["start"].astype(np.float64),
        rows["outcome"].astype(np.float64),
    )


def test_panel_when_rows_are_in_any_order_is_the_same() -> None:
    panel = small_panel()
    order = np.random.default_rng(2).permutation(panel.outcome.size)
    mixed = spread({name: column[order] for name, column in table(panel).items()})
    assert (mixed.outcome == panel.outcome).all()
    assert (mixed.start == panel.start).all()


def test_panel_when_rows_are_broken_is_refused() -> None:
    rows = table(small_panel())
    cases = [
        ({"unit": np.where(np.arange(216) == 6, 0, rows["unit"])}, ["staggered_unit_twice"]),
        ({"start": np.where(np.arange(216) == 6, 6.0, 3.0)}, ["staggered_unit_changed_start"]),
        ({"outcome": np.full(216, 2.0)}, ["staggered_never_varies"]),
        ({"start": np.full(216, 3.0)}, ["staggered_one_cohort"]),
        ({"period": np.tile([1, 2, 3, 4, 5, 7], 36)}, ["staggered_periods_not_in_a_row"]),
        (
            {"start": np.where(np.arange(216) < 6, 5.0, np.inf)},
            ["staggered_one_unit_in_cohort"],
        ),
        (
            {"outcome": np.where(np.arange(216) == 6, np.nan, rows["outcome"])},
            ["staggered_not_a_number"],
        ),
    ]
    for change, codes in cases:
        with pytest.raises(InputError) as refusal:
            spread(rows | change)
        assert codes[0] in [fault.code for fault in refusal.value.faults], codes
    with pytest.raises(InputError) as refusal:
        spread({name: column[:-1] for name, column in rows.items()})
    assert [fault.code for fault in refusal.value.faults] == ["staggered_unit_incomplete"]


def test_estimate_when_there_is_nobody_to_compare_with_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        staggered_estimate(small_panel(), Estimand(Average.EVENT, 9))
    assert [fault.code for fault in refusal.value.faults] == ["staggered_nothing_to_compare"]
    with pytest.raises(InputError) as refusal:
        fisher_test(small_panel(), SIMPLE, [])
    assert [fault.code for fault in refusal.value.faults] == ["staggered_no_shuffles"]


def test_fisher_when_cohorts_are_small_sees_a_large_effect() -> None:
    seen = 0
    for seed in range(10):
        panel = small_panel(seed, effect=10.0, units=12)
        starts = shuffled_starts(panel, 199, np.random.default_rng(seed))
        seen += fisher_test(panel, SIMPLE, starts).p_value <= 0.05
    assert seen == 10
