"""How alike people of one cluster are: random effects, ICC and CAC, or correlations.

Letters as in Hooper, Teerenstra, de Hoop and Eldridge (2016), Li, Turner and Preisser (2018)
and Kasza, Hooper, Copas and Forbes (2020).
"""

import math
from dataclasses import dataclass, replace
from decimal import Decimal

from samskab.common.errors import Fault
from samskab.evidence.power.checks import correlations, not_negative, positive, refuse, shares
from samskab.evidence.power.codes import PowerCode


@dataclass(frozen=True, slots=True)
class RandomEffects:
    """Standard deviations of the random effects, in units of the outcome (or of its link).

    With all at 0 but tau: exchangeable. With gamma: nested exchangeable. With zeta: block
    exchangeable (a closed cohort; with churn an open one). With cluster_decay below 1: discrete
    time decay.

    Attributes:
        tau: of the cluster.
        gamma: of the cluster in one period.
        eta: of the treatment effect among clusters.
        rho: correlation of the cluster's effect with its treatment effect.
        zeta: of the person (0: new people in each period).
        cluster_decay: correlation of the cluster's effect between neighbouring periods.
        treatment_decay: the same for the random treatment effect.
        person_decay: the same for the person's effect.
        churn: share of a cell's people who are others in any other period; 0 closed cohort,
            1 cross-sectional.
        level_by_level: whether each level (or exposure time) of treatment has a random effect of
            its own; else they share one.
    """

    tau: float = 0.0
    gamma: float = 0.0
    eta: float = 0.0
    rho: float = 0.0
    zeta: float = 0.0
    cluster_decay: float = 1.0
    treatment_decay: float = 1.0
    person_decay: float = 1.0
    churn: float = 0.0
    level_by_level: bool = False

    def __post_init__(self) -> None:
        """Refuse what no random effect can be.

        Raises:
            InputError: a negative standard deviation, a share outside 0-1, NaN.
        """
        refuse(
            not_negative(
                {name: getattr(self, name) for name in ("tau", "gamma", "eta", "zeta")},
            )
            + correlations({"rho": self.rho})
            + shares(
                {
                    name: getattr(self, name)
                    for name in ("cluster_decay", "treatment_decay", "person_decay", "churn")
                },
            )
        )

    def scaled(self, factor: float) -> "RandomEffects":
        """The same correlations where every standard deviation is `factor` times as large."""
        return replace(
            self,
            tau=self.tau * factor,
            gamma=self.gamma * factor,
            eta=self.eta * factor,
            zeta=self.zeta * factor,
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """Random effects with the residual that goes with them.

    Attributes:
        effects: the random effects.
        residual_sd: of one measurement, given the random effects.
    """

    effects: RandomEffects
    residual_sd: float

    @property
    def total_sd(self) -> float:
        """Of one measurement in all, without treatment."""
        parts = (self.effects.tau, self.effects.gamma, self.effects.zeta, self.residual_sd)
        return math.hypot(*parts)


def from_icc(
    *,
    icc: float,
    cac: float = 1.0,
    iac: float = 0.0,
    residual_sd: float | None = None,
    total_sd: float | None = None,
) -> Spread:
    """Random effects from the intracluster, cluster and individual autocorrelations.

    Hooper et al. (2016), section 2: ICC = (tau2+gamma2)/total, CAC = tau2/(tau2+gamma2),
    IAC = zeta2/(zeta2+sigma2). Exactly one of the standard deviations is given.

    Args:
        icc: correlation of two people of a cluster in one period.
        cac: the share of it that is left between periods.
        iac: correlation of a person with himself, given the cluster.
        residual_sd: of one measurement, given all random effects.
        total_sd: of one measurement in all.

    Raises:
        InputError: a share outside 0-1, or an ICC or IAC of 1.
    """
    refuse(shares({"icc": icc, "cac": cac, "iac": iac}) or _below_one({"icc": icc, "iac": iac}))
    within = (1 - icc) * (1 - iac)
    total = _total_variance(residual_sd, total_sd, within)
    effects = RandomEffects(
        tau=math.sqrt(total * icc * cac),
        gamma=math.sqrt(total * icc * (1 - cac)),
        zeta=math.sqrt(total * iac * (1 - icc)),
    )
    return Spread(effects, math.sqrt(total * within))


def from_alphas(
    alpha0: float,
    alpha1: float,
    alpha2: float | None = None,
    *,
    residual_sd: float | None = None,
    total_sd: float | None = None,
) -> Spread:
    """Random effects of the block exchangeable structure of Li, Turner and Preisser (2018).

    Args:
        alpha0: correlation of two people of a cluster in one period.
        alpha1: in two periods.
        alpha2: of a person with himself in two periods; None for new people in each period.
        residual_sd: of one measurement, given all random effects.
        total_sd: of one measurement in all (exactly one of the two is given).

    Raises:
        InputError: a correlation outside 0-1, or three that no random effects can have.
    """
    own = alpha1 if alpha2 is None else alpha2
    refuse(shares({"alpha0": alpha0, "alpha1": alpha1, "alpha2": own}))
    within = 1 - alpha0 - own + alpha1
    if min(within, alpha0 - alpha1, own - alpha1) < 0:
        refuse([Fault(PowerCode.COVARIANCE_IMPOSSIBLE, {})])
    total = _total_variance(residual_sd, total_sd, within)
    effects = RandomEffects(
        tau=math.sqrt(total * alpha1),
        gamma=math.sqrt(total * (alpha0 - alpha1)),
        zeta=math.sqrt(total * (own - alpha1)),
    )
    return Spread(effects, math.sqrt(total * within))


def _total_variance(residual_sd: float | None, total_sd: float | None, within: float) -> float:
    if (residual_sd is None) == (total_sd is None):
        message = "give either residual_sd or total_sd"
        raise TypeError(message)
    if total_sd is not None:
        refuse(positive({"total_sd": total_sd}))
        return total_sd**2
    spread = residual_sd or 0.0
    refuse(positive({"residual_sd": spread}) + positive({"1 - alpha0 - alpha2 + alpha1": within}))
    return spread**2 / within


def _below_one(values: dict[str, float]) -> list[Fault]:
    return [
        Fault(PowerCode.OUTSIDE_OPEN_UNIT, {"name": name, "value": Decimal(repr(value))})
        for name, value in values.items()
        if value == 1
    ]
