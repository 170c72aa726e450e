"""A job from its claim to its end, whatever comes of it."""

import logging
from collections.abc import Callable, Mapping

from samskab.common.errors import Fault, InputError
from samskab.telling.language import Language
from samskab.telling.words.sentence import sentence
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.jobs.checked import NoPlanError
from samskab.web.plans.jobs.claim import Claim, SupersededError
from samskab.web.plans.jobs.leverage import weigh_levers
from samskab.web.plans.jobs.mending import mend_plan
from samskab.web.plans.jobs.planning import make_plan
from samskab.web.plans.jobs.variants import compare_variants
from samskab.web.plans.words import DIED, fault_in_both

WORK: Mapping[str, Callable[[Claim], None]] = {
    JobKind.PLAN: make_plan,
    JobKind.VARIANT: compare_variants,
    JobKind.REPLAN: mend_plan,
    JobKind.LEVERS: weigh_levers,
}

log = logging.getLogger(__name__)


def work(number: int) -> None:
    """Do a job, unless another worker does or did.

    Args:
        number: of its row.
    """
    claim = Claim.take(number)
    if claim is None:
        return
    with claim.beating():
        try:
            WORK[claim.job.kind](claim)
        except SupersededError:
            log.warning("job %s was begun again elsewhere: nothing of this attempt is kept", number)
        except InputError as error:
            claim.end(state=JobState.FAILED, faults=[in_both(fault) for fault in error.faults])
        except NoPlanError as error:
            claim.end(state=JobState.FAILED, faults=[error.fault])
        except KeyboardInterrupt:
            if not claim.stopped:
                raise
            claim.end()
        except Exception:
            claim.end(state=JobState.FAILED, faults=[fault_in_both(DIED)])
            raise


def in_both(fault: Fault) -> dict[str, object]:
    """A fault of the input as `Job.faults` holds it."""
    said = {language.value: sentence(fault, language) for language in Language}
    return {"code": fault.code, **said}
