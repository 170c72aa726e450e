"""A locked plan of analysis as a page."""

from samskab.cli.rollout.lock_findings import LockFindings
from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.cli.rollout.voice import pieces
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section
from samskab.telling.words.rollout_lock import SAID

SHOWN_OF_HASH = 12


def lock_page(found: LockFindings, language: Language) -> EvidencePage:
    """What is locked, what for, and what that does not protect from."""
    say = OutcomeVoice(language, SAID)
    locked = found.lock.locked
    limits = tuple(say(f"limit_{key}") for key in ("once", "early", "data"))
    return EvidencePage(
        kicker=say("kicker"),
        title=found.title,
        subtitle=say("subtitle", outcome=found.outcome.name, when=moment(found, say)),
        brief=say("brief"),
        headlines=(
            Headline(say("head_when"), say.figures.day(locked.locked_at), say("head_when_says")),
            Headline(say("head_hash"), locked.sha256[:SHOWN_OF_HASH], say("head_hash_says")),
            Headline(
                say("head_relevant"),
                say.effect(found.outcome.smallest_relevant, found.outcome),
                say("head_relevant_says"),
            ),
        ),
        sections=(
            _asked(found, say),
            Section("sure", say("sure_title"), (say("sure_lead"),), parts=(_proof(found, say),)),
            Section("means", say("means_title"), (say("means_lead"),)),
            Section("limits", say("limits_title"), (say("limits_lead"),), points=limits),
        ),
        foot=say("foot"),
    )


def summary(found: LockFindings, language: Language) -> str:
    """The sentence for the terminal."""
    say = OutcomeVoice(language, SAID)
    sha = found.lock.locked.sha256[:SHOWN_OF_HASH]
    return say("result", outcome=found.outcome.name, when=moment(found, say), sha=sha)


def moment(found: LockFindings, say: OutcomeVoice) -> str:
    """Day and clock of the lock."""
    at = found.lock.locked.locked_at
    return say("moment", day=say.figures.day(at), clock=f"{at:%H:%M}")


def _asked(found: LockFindings, say: OutcomeVoice) -> Section:
    outcome, analysis = found.outcome, found.settings.analysis
    direction = "higher" if outcome.higher_is_better else "lower"
    points = [
        say("asked_outcome", outcome=outcome.name, direction=say(direction)),
        say(f"asked_{analysis.estimand.value}"),
        say(f"asked_{analysis.test.value}_{outcome.kind.value}", orders=found.orders),
        say("asked_level", level=say.percent(outcome.level, 1)),
        say("asked_relevant", relevant=say.effect(outcome.smallest_relevant, outcome)),
        say("asked_periods", periods=say.listed([one.id for one in found.settings.periods])),
        say("asked_subgroups", names=say.listed(analysis.subgroups))
        if analysis.subgroups
        else say("asked_no_subgroups"),
    ]
    return Section("asked", say("asked_title"), (say("asked_lead"),), points=tuple(points))


def _proof(found: LockFindings, say: OutcomeVoice) -> Part:
    lock = found.lock
    rows = (
        (say("proof_plan"), pieces(lock.locked.sha256)),
        (say("proof_lottery"), pieces(lock.lottery)),
        (say("proof_measured"), pieces(lock.measured)),
        (say("proof_when"), lock.locked.locked_at.isoformat()),
    )
    table = Table(say("proof"), (say("field"), say("value")), rows, frozenset())
    return Part(say("proof"), (say("proof_lead"),), table)
