"""The outcome and the correlation of a power case, in the engine's terms."""

import math
import re
from dataclasses import replace

import numpy as np

from samskab.cli.evidence_cases.expression import number
from samskab.cli.evidence_cases.power_inputs import Inputs
from samskab.evidence.power.correlation import RandomEffects, Spread, from_alphas, from_icc
from samskab.evidence.power.link_outcome import Family, Link, Marginal, Mixed, Predictor
from samskab.evidence.power.outcome import BinaryVariance, Continuous, Outcome, Proportion

NOTED_TIME = re.compile(r"time effect (?P<first>.+?) in period 1, (?P<then>.+?) afterwards")
Model = tuple[RandomEffects, Outcome]


def read_model(inputs: Inputs, periods: int) -> Model:
    """Random effects and outcome of a case.

    Args:
        inputs: of the case.
        periods: of its design.

    Raises:
        ValueError: the case gives no outcome in a form that is known.
        InputError: its numbers are no outcome or no correlation.
    """
    if inputs.has("fixed_intercept"):
        return random_effects(inputs), _mixed(inputs, periods)
    if binary(inputs) and "marginal" in inputs.text("model"):
        return correlations(inputs), Marginal(_between(inputs, periods))
    if inputs.has("p0") and inputs.text("link") in {"logit", "log"}:
        return correlations(inputs), Marginal(_noted(inputs, periods))
    if binary(inputs) and inputs.has("mu0"):
        return _proportion(inputs)
    spread = _spread(inputs, _residual_sd(inputs))
    return spread.effects, Continuous(_effect(inputs), spread.residual_sd)


def binary(inputs: Inputs) -> bool:
    """Whether a yes or no is measured."""
    return inputs.text("outcome").startswith(("binomial", "binary"))


def gives_effect(inputs: Inputs) -> bool:
    """Whether a case says how large the true effect is; else only a variance can be told."""
    return inputs.has(
        "effect", "beta", "mu1", "lambda1", "p1", "p_end1", "fixed_treatment_effect", "OR", "RR"
    )


def random_effects(inputs: Inputs) -> RandomEffects:
    """Random effects that are given as standard deviations."""
    decay = inputs.numbers("ar") if inputs.has("ar") else (1.0,)
    return RandomEffects(
        tau=inputs.number("tau", inputs.number("cv", 0.0) * inputs.number("mu0", 0.0)),
        gamma=inputs.number("gamma", 0.0),
        eta=inputs.number("eta", 0.0),
        rho=inputs.number("rho", 0.0) if inputs.number("eta", 0.0) else 0.0,
        zeta=inputs.number("zeta", 0.0),
        cluster_decay=decay[0],
        treatment_decay=decay[min(1, len(decay) - 1)],
        person_decay=inputs.number("ar_individual", [*decay, 1.0, 1.0][2]),
        churn=inputs.number("churn", 0.0),
        level_by_level=inputs.has("fixed_intercept"),
    )


def correlations(inputs: Inputs) -> RandomEffects:
    """Correlations of a marginal model, as shares of a variance of 1."""
    if inputs.has("rho1"):  # of two controls, of one of each, of two treated
        same, cross, treated = (inputs.number(name) for name in ("rho1", "rho2", "rho3"))
        eta = math.sqrt(same - 2 * cross + treated)
        return RandomEffects(
            tau=math.sqrt(same), eta=eta, rho=(cross - same) / (math.sqrt(same) * eta)
        )
    if inputs.has("decay", "ar"):
        decay = inputs.number("decay" if inputs.has("decay") else "ar")
        within = inputs.number("alpha_within" if inputs.has("alpha_within") else "tau")
        return RandomEffects(tau=math.sqrt(within), cluster_decay=decay)
    return from_alphas(*_alphas(inputs), total_sd=1.0).effects


def _alphas(inputs: Inputs) -> tuple[float, float, float | None]:
    if inputs.has("alpha"):
        given = inputs.numbers("alpha")
        return given[0], given[1], given[2] if len(given) > len("01") else None
    if inputs.has("alpha_within"):
        within = inputs.number("alpha_within")
        return within, inputs.number("alpha_between", within), None
    first = "alpha0" if inputs.has("alpha0") else "icc" if inputs.has("icc") else "rho"
    alpha0 = inputs.number(first)
    own = inputs.number("alpha2") if inputs.has("alpha2") else None
    return alpha0, inputs.number("alpha1", alpha0 * inputs.number("cac", 1.0)), own


def _spread(inputs: Inputs, residual_sd: float) -> Spread:
    """The random effects beside a residual, in any of the three ways of giving them."""
    total = inputs.number("sigma_total") if inputs.has("sigma_total") else None
    rest = residual_sd if total is None else None
    if _is_of_all(inputs) or inputs.text("which_var") == "total":
        total, rest = residual_sd, None
    if inputs.has("alpha", "alpha0", "alpha_within"):
        alpha0, alpha1, alpha2 = _alphas(inputs)
        return from_alphas(alpha0, alpha1, alpha2, residual_sd=rest, total_sd=total)
    # `rho` is the correlation of the random effects, where there are two; else it is an ICC.
    icc = "icc" if inputs.has("icc") else "rho" if not inputs.has("tau", "eta") else ""
    if icc and inputs.has(icc):
        return from_icc(
            icc=inputs.number(icc),
            cac=inputs.number("cac", 1.0),
            iac=inputs.number("iac", 0.0),
            residual_sd=rest,
            total_sd=total,
        )
    return Spread(random_effects(inputs), residual_sd)


def _is_of_all(inputs: Inputs) -> bool:
    """Whether the spread is that of a measurement in all: so with Harrison and with swdpwr.

    SWSamp, swCRTdesign and SteppedPower give what is left within clusters.
    """
    if inputs.has("sigma_resid"):
        return False
    if inputs.has("p0") and inputs.has("p1") and not inputs.has("OR", "sigma"):
        return True
    return any(word in inputs.text("model") for word in ("marginal", "conditional"))


def _residual_sd(inputs: Inputs) -> float:
    for name in ("sigma_resid", "sigma", "sigma_total"):
        if inputs.has(name):
            return inputs.number(name)
    if inputs.has("lambda1"):
        first = inputs.number("lambda1")
        return (math.sqrt(first) + math.sqrt(first * inputs.number("RR"))) / 2
    control, treated = _two_shares(inputs)
    return math.sqrt((control * (1 - control) + treated * (1 - treated)) / 2)


def _effect(inputs: Inputs) -> float:
    """The true difference; 0 where a case asks for a variance only."""
    for name in ("effect", "beta"):
        if inputs.has(name):
            return inputs.number(name)
    if inputs.has("mu1"):
        return inputs.number("mu1") - inputs.number("mu0", 0.0)
    if inputs.has("lambda1"):
        return inputs.number("lambda1") * (inputs.number("RR") - 1)
    if inputs.has("p_end1"):
        return inputs.number("p_end1") - inputs.number("p_end0", inputs.number("p_start", 0.0))
    if inputs.has("p1", "p0"):
        control, treated = _two_shares(inputs)
        return treated - control
    return 0.0  # `gives_effect` says that there is none


def _two_shares(inputs: Inputs) -> tuple[float, float]:
    """Control and treated: by p0 and p1, or by p1 and an odds ratio."""
    if not inputs.has("OR"):
        return inputs.number("p0"), inputs.number("p1")
    control = inputs.number("p1" if not inputs.has("p0") else "p0")
    odds = inputs.number("OR") * control / (1 - control)
    return control, odds / (1 + odds)


def _proportion(inputs: Inputs) -> Model:
    variance = BinaryVariance.MIDDLE
    if "steppedpower" in inputs.source:
        variance = BinaryVariance.CELL
    control = inputs.number("mu0")
    treated = inputs.numbers("mu1") if inputs.has("mu1") else (control * inputs.number("RR"),)
    outcome = Proportion(control, treated, variance)
    if not inputs.has("icc", "alpha"):
        return random_effects(inputs), outcome
    if variance is BinaryVariance.CELL:
        relative = replace(outcome, variance=BinaryVariance.RELATIVE)
        return _spread(inputs, 1.0).effects, relative
    middle = (outcome.control + float(np.mean(outcome.treated))) / 2
    return _spread(inputs, math.sqrt(middle * (1 - middle))).effects, outcome


def _mixed(inputs: Inputs, periods: int) -> Mixed:
    start = inputs.number("fixed_intercept")
    later = inputs.numbers("fixed_time_effect") if inputs.has("fixed_time_effect") else (0.0,)
    later = later * (periods - 1) if len(later) == 1 else later
    control = (start, *(start + change for change in later))
    effects = "beta" if inputs.has("beta") else "fixed_treatment_effect"
    counts = inputs.text("outcome").startswith(("poisson", "count"))
    link, family = (Link.LOG, Family.COUNT) if counts else (Link.LOGIT, Family.BINARY)
    return Mixed(Predictor(control, inputs.numbers(effects), link, family))


def _between(inputs: Inputs, periods: int) -> Predictor:
    """Control from its start to its end in equal steps on the link's scale (swdpwr)."""
    link = Link(inputs.text("link") or "identity")
    start = inputs.number("p_start")
    end = inputs.number("p_end0", start)
    control = np.linspace(linked(link, start), linked(link, end), periods)
    if inputs.has("p_end1"):
        effect = linked(link, inputs.number("p_end1")) - linked(link, end)
    else:
        effect = inputs.number("beta")
    return Predictor(tuple(map(float, control)), (effect,), link)


def _noted(inputs: Inputs, periods: int) -> Predictor:
    """Control constant, or as the note says (Harrison et al.)."""
    link = Link(inputs.text("link"))
    names = {name: inputs.number(name) for name in ("p0", "p1")}
    effect = linked(link, names["p1"]) - linked(link, names["p0"])
    told = NOTED_TIME.search(inputs.text("note"))
    if inputs.text("time") == "none" or told is None:
        return Predictor((linked(link, names["p0"]),), (effect,), link)
    first, then = number(told["first"], names), number(told["then"], names)
    return Predictor((first, *(then,) * (periods - 1)), (effect,), link)


def linked(link: Link, share: float) -> float:
    """The value of the linear predictor at a share."""
    if link is Link.IDENTITY:
        return share
    return math.log(share) if link is Link.LOG else math.log(share / (1 - share))
