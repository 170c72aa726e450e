"""Outcomes behind a link, against published formulas and written-out likelihoods."""

import itertools
import math

import numpy as np
import pytest
from scipy.special import expit
from scipy.stats import binom, norm

from samskab.common.errors import InputError
from samskab.evidence.power.answer import power_of
from samskab.evidence.power.correlation import RandomEffects, from_alphas
from samskab.evidence.power.design import design, stepped_wedge
from samskab.evidence.power.estimand import ConstantEffect
from samskab.evidence.power.likelihood import (
    NODES,
    WEIGHTS,
    MixedLogit,
    conditional_of,
    likelihood_power,
)
from samskab.evidence.power.link_outcome import Family, Link, Marginal, Mixed, Predictor
from samskab.evidence.power.question import Question, precision_of, variance_of
from samskab.evidence.power.trend import Trend
from samskab.evidence.power.wald import Sides, WaldTest


def logit(share: float) -> float:
    return math.log(share / (1 - share))


def test_marginal_logit_when_there_is_no_time_effect_is_harrisons_equation_4() -> None:
    p0, p1, rho, n, t, i = 0.08, 0.064, 0.1, 40, 5, 96
    a, b = math.sqrt(p0 * (1 - p0)), math.sqrt(p1 * (1 - p1))
    spread = 6 * (1 - rho) * (a**2 + b**2) + 2 * n * rho * (t + 1) * (a - b) ** 2
    below = n * i * t * a**2 * b**2 * (3 * (1 - rho) + 2 * n * rho * (t + 1))
    asked = Question(
        stepped_wedge([24] * 4, n),
        RandomEffects(tau=math.sqrt(rho)),
        Marginal(Predictor((logit(p0),), (logit(p1) - logit(p0),))),
        ConstantEffect(),
        Trend.NONE,
    )
    expected = spread * (1 - rho + n * t * rho) / below
    assert variance_of(asked) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("link", Link)
def test_marginal_model_when_every_person_is_written_out(link: Link) -> None:
    n, alphas = 3, (0.05, 0.03, 0.2)
    start, effect = {
        Link.IDENTITY: (0.3, 0.1),
        Link.LOG: (math.log(0.3), 0.2),
        Link.LOGIT: (logit(0.3), 0.5),
    }[link]
    pattern = stepped_wedge([2, 1], n)
    told = np.zeros((4, 4))
    for row in np.repeat(pattern.treatment, n, axis=1):
        means = {Link.IDENTITY: lambda at: at, Link.LOG: np.exp, Link.LOGIT: expit}[link](
            start + effect * row
        )
        slope = {
            Link.IDENTITY: np.ones_like(means),
            Link.LOG: means,
            Link.LOGIT: means * (1 - means),
        }[link]
        period, person = np.repeat(np.arange(3), n), np.tile(np.arange(n), 3)
        same_period = period[:, None] == period
        same_person = person[:, None] == person
        r = np.where(same_period, alphas[0], np.where(same_person, alphas[2], alphas[1]))
        np.fill_diagonal(r, 1)
        sd = np.sqrt(means * (1 - means))
        model = slope[:, None] * np.column_stack([np.eye(3)[period], row])
        told += model.T @ np.linalg.inv(r * np.outer(sd, sd)) @ model
    outcome = Marginal(Predictor((start,), (effect,), link))
    effects = from_alphas(*alphas, total_sd=1.0).effects
    asked = Question(pattern, effects, outcome, ConstantEffect())
    assert variance_of(asked) == pytest.approx(np.linalg.inv(told)[-1, -1], rel=1e-10)


def test_marginal_logit_when_the_treated_are_less_alike_is_harrisons_equation_12() -> None:
    # Printed in the paper's illustrative_example.pdf: 0.1 among controls, 0.02 between, 0.08.
    base, tau = logit(0.08), math.sqrt(0.1)
    eta = math.sqrt(0.1 - 2 * 0.02 + 0.08)
    predictor = Predictor((base, *(base - 0.15,) * 4), (logit(0.064) - base,))
    asked = Question(
        stepped_wedge([24] * 4, 40),
        RandomEffects(tau=tau, eta=eta, rho=(0.02 - 0.1) / (tau * eta)),
        Marginal(predictor),
        ConstantEffect(),
        test=WaldTest(0.025, Sides.ONE),
    )
    assert power_of(asked).power == pytest.approx(0.2484286, abs=1e-7)


def test_mixed_count_when_clusters_do_not_differ_is_poisson_regression() -> None:
    # Without random effects: 1/(n mu) in each arm, where the time effect is left out.
    asked = Question(
        design([[0.0], [0.0], [1.0]], 50),
        RandomEffects(),
        Mixed(Predictor((math.log(2.0),), (math.log(1.5),), Link.LOG, Family.COUNT)),
        ConstantEffect(),
    )
    found = precision_of(asked)
    assert found.variance == pytest.approx(1 / (100 * 2) + 1 / (50 * 3))
    assert found.variance_null == pytest.approx(1 / (100 * 2) + 1 / (50 * 2))
    bar = norm.ppf(0.975) * math.sqrt(found.variance_null)
    se, effect = math.sqrt(found.variance), math.log(1.5)
    expected = norm.cdf((effect - bar) / se) + norm.cdf((-effect - bar) / se)
    assert power_of(asked).power == pytest.approx(expected)


def test_mixed_logit_when_shares_are_averaged_over_clusters_gives_them_back() -> None:
    model = MixedLogit((0.2, 0.25, 0.3), 0.4, 0.08)
    given = conditional_of(model)
    draws = np.random.default_rng(4).standard_normal(400_000) * given.tau
    shares = expit(given.control[:, None] + draws)
    # Three standard errors of a mean of shares over 400,000 clusters.
    assert shares.mean(axis=1) == pytest.approx([0.2, 0.25, 0.3], abs=1e-3)
    icc = shares[0].var() / (0.2 * 0.8)
    assert icc == pytest.approx(0.08, abs=1e-3)
    treated = expit(given.control[0] + given.effect + draws).mean()
    assert logit(treated) - logit(0.2) == pytest.approx(0.4, abs=0.01)


def test_likelihood_power_when_scores_are_numerical_derivatives() -> None:
    """The information as the mean square of derivatives of the log likelihood by differences."""
    n, model = 3, MixedLogit((0.3, 0.4), 0.8, 0.1)
    given = conditional_of(model)
    pattern = design([[0, 1], [0, 0], [0, 1]], n)
    truth = np.array([*given.control, given.effect, given.tau**2])

    def log_likelihood(at: np.ndarray, row: np.ndarray, yeses: tuple[int, ...]) -> float:
        predictor = at[:2] + at[2] * row
        shares = expit(predictor[:, None] + math.sqrt(2 * at[3]) * NODES)
        cells = binom.pmf(np.array(yeses)[:, None], n, shares)
        return float(np.log(WEIGHTS @ cells.prod(axis=0)))

    told = np.zeros((4, 4))
    step = 1e-5
    for row in pattern.treatment:
        for yeses in itertools.product(range(n + 1), repeat=2):
            score = [
                (
                    log_likelihood(truth + step * unit, row, yeses)
                    - log_likelihood(truth - step * unit, row, yeses)
                )
                / (2 * step)
                for unit in np.eye(4)
            ]
            told += np.outer(score, score) * math.exp(log_likelihood(truth, row, yeses))
    found = likelihood_power(pattern, model)
    assert found.variance == pytest.approx(np.linalg.inv(told)[2, 2], rel=1e-6)


def test_likelihood_power_when_clusters_are_alike_is_logistic_regression() -> None:
    model = MixedLogit((0.3, 0.3), 0.7, 1e-6, Trend.NONE)
    found = likelihood_power(design([[0, 1]] * 5, 40), model)
    treated = float(expit(logit(0.3) + 0.7))
    expected = (1 / 0.21 + 1 / (treated * (1 - treated))) / 200
    assert found.variance == pytest.approx(expected, rel=1e-3)


def test_likelihood_power_when_outcomes_are_too_many_says_so() -> None:
    model = MixedLogit((0.3,) * 6, 0.7, 0.05)
    with pytest.raises(InputError) as raised:
        likelihood_power(stepped_wedge([1] * 5, 40), model)
    assert [fault.code for fault in raised.value.faults] == ["power_too_many_outcomes"]
