"""`[outcome]`, `[analysis]` and `[economics]`: what is measured, asked and weighed."""

from decimal import Decimal

from samskab.cli.rollout.settings import (
    AnalysisSetting,
    BenefitSetting,
    EconomicsSetting,
    EffectTest,
    Estimand,
    OutcomeKind,
    OutcomeSetting,
)
from samskab.cli.rollout.values import choice, decimal, part, parts, share, signed_oere, truth
from samskab.planner.folder.limits import AT_LEAST_ONE, POSITIVE, Limits
from samskab.planner.folder.section import Section, filled, oere, texts, whole
from samskab.telling.rollout_codes import RolloutFileCode

OUTCOME_KEYS = (
    "name",
    "kind",
    "unit",
    "higher_is_better",
    "mean",
    "sd",
    "icc",
    "cac",
    "persons",
    "smallest_relevant",
    "level",
    "kr_per_step",
)
ANALYSIS_KEYS = ("estimand", "test", "subgroups")
ECONOMICS_KEYS = ("discount_rate", "years")
BENEFIT_KEYS = (
    "name",
    "pessimistic",
    "probable",
    "optimistic",
    "from_year",
    "years",
    "taken_home",
)
MOST_YEARS = Limits(Decimal(1), Decimal(50))


def read_outcome(top: Section) -> OutcomeSetting | None:
    """The outcome; None where the file says nothing of it."""
    if "outcome" not in top.keys:
        return None
    section = part(top, "outcome")
    section.warn_of_unknown(OUTCOME_KEYS)
    kind = section.required("kind", choice(OutcomeKind), OutcomeKind.CONTINUOUS)
    outcome = OutcomeSetting(
        name=section.required("name", filled, ""),
        kind=kind,
        unit=section.optional("unit", filled, ""),
        higher_is_better=section.optional("higher_is_better", truth, default=True),
        mean=_mean(section, kind),
        sd=_sd(section, kind),
        icc=section.required("icc", share(with_zero=True, with_one=False), 0.0),
        cac=section.optional("cac", share(with_zero=True, with_one=True), 1.0),
        persons=section.required("persons", whole(AT_LEAST_ONE), 1),
        smallest_relevant=section.required("smallest_relevant", decimal(POSITIVE), 1.0),
        level=section.optional("level", share(with_zero=False, with_one=False), 0.05),
        oere_per_step=section.optional("kr_per_step", oere, None),
    )
    _fault_impossible(outcome, section)
    return outcome


def _mean(section: Section, kind: OutcomeKind) -> float:
    readers = {
        OutcomeKind.CONTINUOUS: decimal(),
        OutcomeKind.BINARY: share(with_zero=False, with_one=False),
        OutcomeKind.COUNT: decimal(POSITIVE),
    }
    return section.required("mean", readers[kind], 0.5)


def _sd(section: Section, kind: OutcomeKind) -> float:
    if kind is OutcomeKind.CONTINUOUS:
        return section.required("sd", decimal(POSITIVE), 1.0)
    if "sd" in section.keys:
        section.findings.fault(RolloutFileCode.SD_UNUSED, section.spot("sd"), kind=kind.value)
    return 0.0


def _fault_impossible(outcome: OutcomeSetting, section: Section) -> None:
    """A share has no room above 1 or below 0, and a count none below 0."""
    sign = 1 if outcome.higher_is_better else -1
    reached = outcome.mean + sign * outcome.smallest_relevant
    beyond = {
        OutcomeKind.CONTINUOUS: False,
        OutcomeKind.BINARY: not 0.0 < reached < 1.0,
        OutcomeKind.COUNT: reached <= 0.0,
    }[outcome.kind]
    if beyond:
        values = {"mean": Decimal(str(outcome.mean)), "reached": Decimal(str(round(reached, 6)))}
        spot = section.spot("smallest_relevant")
        section.findings.fault(RolloutFileCode.SHARE_OF_MEAN, spot, **values)


def read_analysis(top: Section) -> AnalysisSetting:
    """How it is analysed, by default where the file says nothing."""
    section = part(top, "analysis")
    section.warn_of_unknown(ANALYSIS_KEYS)
    usual = AnalysisSetting()
    return AnalysisSetting(
        estimand=section.optional("estimand", choice(Estimand), usual.estimand),
        test=section.optional("test", choice(EffectTest), usual.test),
        subgroups=tuple(name.casefold() for name in section.optional("subgroups", texts, ())),
    )


def read_economics(top: Section) -> EconomicsSetting:
    """What the programme is weighed against."""
    section = part(top, "economics")
    section.warn_of_unknown(ECONOMICS_KEYS)
    usual = EconomicsSetting()
    years = section.optional("years", whole(MOST_YEARS), usual.years)
    return EconomicsSetting(
        discount_rate=section.optional(
            "discount_rate", share(with_zero=True, with_one=False), usual.discount_rate
        ),
        years=years,
        benefits=tuple(_benefit(one, years) for one in parts(top, "benefits")),
    )


def _benefit(section: Section, years: int) -> BenefitSetting:
    section.warn_of_unknown(BENEFIT_KEYS)
    benefit = BenefitSetting(
        name=section.required("name", filled, ""),
        pessimistic_oere=section.required("pessimistic", signed_oere, 0),
        probable_oere=section.required("probable", signed_oere, 0),
        optimistic_oere=section.required("optimistic", signed_oere, 0),
        from_year=section.optional("from_year", whole(), 1),
        years=section.optional("years", whole(MOST_YEARS), years),
        taken_home=section.optional("taken_home", truth, default=False),
    )
    three = (benefit.pessimistic_oere, benefit.probable_oere, benefit.optimistic_oere)
    if list(three) != sorted(three):
        spot = section.spot("probable")
        section.findings.fault(RolloutFileCode.POINTS_BACKWARDS, spot, name=benefit.name)
    return benefit
