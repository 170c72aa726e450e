"""Why there is no plan, where the input is not to blame: in both languages, as `Job.faults` is."""

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LOST, DIED, BROKEN, NO_TIME, NO_PLAN, STALE = (
    "worker_lost",
    "died",
    "broken",
    "no_time",
    "no_plan",
    "stale",
)
SENTENCES: Mapping[str, Promise] = {
    LOST: _(
        "The worker was lost %(attempts)d times while it planned, so it is not tried again. The"
        " machine may lack memory: ask whoever runs it, then start again."
    ),
    DIED: _(
        "The planner stopped by a fault of its own, and no plan was stored. Start again; if it"
        " happens again, tell whoever runs Samskab: the log of the worker says more."
    ),
    BROKEN: _(
        "The independent checker found a breach in the plan, so it was not stored: %(breach)s"
        " This is a fault of Samskab: please report it."
    ),
    NO_TIME: _(
        "No plan that keeps everything pinned was found in %(seconds)d seconds: give more time,"
        " or unpin a session."
    ),
    NO_PLAN: _("There is no plan yet to go on from: start the planner first."),
    STALE: _(
        "The plan no longer keeps every rule, because something has changed since: %(breach)s"
        " Re-plan first."
    ),
}


def fault_in_both(code: str, **values: object) -> dict[str, object]:
    """One of the above as `Job.faults` holds it.

    Args:
        code: of the sentence.
        values: that it is filled with; a mapping is one text in each language.
    """
    fault: dict[str, object] = {"code": code}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            shown = {
                name: value[language] if isinstance(value, Mapping) else value
                for name, value in values.items()
            }
            fault[language] = str(SENTENCES[code]) % shown
    return fault
