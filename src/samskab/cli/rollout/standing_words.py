"""What was locked before the outcomes were seen, and what departs from it, in sentences."""

from collections.abc import Iterator

from samskab.cli.rollout.analysis_findings import Standing
from samskab.cli.rollout.voice import RolloutVoice
from samskab.evidence.effect.analysis_plan import Departure, Part


def standing_points(standing: Standing, say: RolloutVoice) -> Iterator[str]:
    """A sentence for the lock, and one for each departure from it."""
    if standing.lock is None:
        yield say("no_lock")
        return
    locked = standing.lock.locked
    at = locked.locked_at
    yield say("locked", day=say.figures.day(at), clock=f"{at:%H:%M}", sha=locked.sha256[:12])
    if not standing.departures and not standing.measured_otherwise:
        yield say("as_locked")
    for one in standing.departures:
        yield _departure(one, say)
    if standing.measured_otherwise:
        yield say("departed_measured")


def _departure(one: Departure, say: RolloutVoice) -> str:
    if one.part is Part.SUBGROUP:
        key = "departed_subgroup_new" if one.planned is None else "departed_subgroup_gone"
        return say(key, name=one.done or one.planned)
    return say(
        f"departed_{one.part.value}",
        planned=_shown(one.planned, say),
        done=_shown(one.done, say),
    )


def _shown(text: str | None, say: RolloutVoice) -> str:
    """A choice in the reader's words, where it is one of the plan's; else as it stands."""
    key = f"choice_{text}"
    return say(key) if key in say.said[say.language] else text or ""
