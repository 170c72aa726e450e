"""Changes to a programme: each makes a revision, and none loses what the other side wrote."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.functional import Promise

from samskab.planner.folder.settings import MODULES, dotted
from samskab.web.accounts.models import Organisation
from samskab.web.audit.actions import record
from samskab.web.programmes.design.merging import Conflict, merge, moved
from samskab.web.programmes.design.reading import PlacedFault, Settings, read
from samskab.web.programmes.design.writing import changed, without_module
from samskab.web.programmes.design_queries import tables_of
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import Side, audited_at, refusal
from samskab.web.programmes.models import Engagement, Need, Programme, Revision, Window

MOST_TRIES = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change; it was made where nothing stands against it.

    Attributes:
        revision: the number of the programme's text now.
        conflicts: settings that the others changed too.
        faults: what the reader of folders has against it.
        refusal: why nothing can be changed.
    """

    revision: int
    conflicts: tuple[Conflict, ...] = ()
    faults: tuple[PlacedFault, ...] = ()
    refusal: Promise | None = None

    @property
    def is_made(self) -> bool:
        """Whether the programme says now what was wanted."""
        return not (self.conflicts or self.faults or self.refusal)


@transaction.atomic
def start_programme(
    *, municipality: Organisation, text: str, side: Side, provider: Organisation | None = None
) -> Programme:
    """A programme that both sides may write at from the first; alone, the municipality does.

    Raises:
        ValueError: the text has faults.
    """
    reading = read(text)
    if reading.frame is None:
        raise ValueError(reading.faults)
    programme = Programme.objects.create(
        municipality=municipality,
        provider=provider,
        text=text,
        state=ProgrammeState.SHARED,
        **_columns(text),
    )
    Revision.objects.create(
        programme=programme,
        number=1,
        text=text,
        tables=tables_of(programme),
        made_by=side.user,
        made_for=side.organisation,
    )
    record(
        by=side.user,
        organisation=audited_at(programme),
        action="programme_started",
        subject=f"programme:{programme.pk}",
    )
    return programme


def save_settings(*, programme: Programme, base: Settings, wanted: Settings, side: Side) -> Outcome:
    """Bring what somebody wants of some settings onto the text that there is now.

    Args:
        programme: whose text; it is read anew.
        base: what the settings were when the form was made.
        wanted: setting -> value; None takes it out.
        side: who wants it.
    """

    def text_of(now: Settings, text: str) -> tuple[str, tuple[Conflict, ...], Mapping[str, Any]]:
        merged = merge(base, now, wanted)
        names = sorted(dotted(path) for path in merged.changes)
        return changed(text, merged.changes), merged.conflicts, {"settings": names}

    return _change(programme, side, "programme_changed", text_of)


def move_module(
    *, programme: Programme, base: Settings, module: str, by: int, side: Side
) -> Outcome:
    """Move a module one place earlier (-1) or later (1) than where it was seen."""

    def text_of(now: Settings, text: str) -> tuple[str, tuple[Conflict, ...], Mapping[str, Any]]:
        order = moved(base.get((MODULES,), ()), now.get((MODULES,), ()), module, by)
        return changed(text, {(MODULES,): order}), (), {"module": module}

    return _change(programme, side, "module_moved", text_of)


def remove_module(*, programme: Programme, base: Settings, module: str, side: Side) -> Outcome:
    """Take a module out, with the needs, windows and qualifications that name it.

    What the others changed of it since it was seen is a conflict: it may be worth keeping.
    """
    counts: dict[str, object] = {"module": module}

    def text_of(now: Settings, text: str) -> tuple[str, tuple[Conflict, ...], Mapping[str, Any]]:
        if module not in now.get((MODULES,), ()):
            return text, (), counts
        paths = [path for path in {**base, **now} if path[:2] == (MODULES, module)]
        conflicts = merge(base, now, dict.fromkeys(paths)).conflicts
        return without_module(text, module), conflicts, counts

    def tables(fresh: Programme) -> None:
        needs = Need.objects.filter(participant__programme=fresh, module=module)
        counts["needs"] = needs.delete()[0]
        counts["windows"] = Window.objects.filter(programme=fresh, module=module).delete()[0]
        for row in Engagement.objects.filter(programme=fresh):
            if module in row.modules:
                row.modules = [one for one in row.modules if one != module]
                row.save(update_fields=["modules"])

    return _change(programme, side, "module_removed", text_of, tables)


def _change(
    programme: Programme,
    side: Side,
    action: str,
    text_of: Callable[[Settings, str], tuple[str, tuple[Conflict, ...], Mapping[str, Any]]],
    tables: Callable[[Programme], None] = lambda _: None,
) -> Outcome:
    """Make a text of the one that there is, again and again until nobody was quicker."""
    for _ in range(MOST_TRIES):
        fresh = Programme.objects.select_related("municipality", "provider").get(pk=programme.pk)
        if words := refusal(fresh, side.organisation):
            return Outcome(fresh.revision, refusal=words)
        text, conflicts, facts = text_of(read(fresh.text).settings, fresh.text)
        faults = read(text).faults
        if conflicts or faults:
            return Outcome(fresh.revision, conflicts, faults)
        if text == fresh.text:
            return Outcome(fresh.revision)
        with transaction.atomic():
            tables(fresh)
            number = store_revision(programme=fresh, text=text, side=side, action=action, **facts)
            if number is None:
                transaction.set_rollback(True)
        if number is not None:
            return Outcome(number)
    message = f"{MOST_TRIES} tries to change programme {programme.pk} were overtaken"
    raise RuntimeError(message)


@transaction.atomic
def store_revision(
    *, programme: Programme, text: str, side: Side, action: str, **facts: object
) -> int | None:
    """Store a text without faults as the next revision of a programme.

    Args:
        programme: as it was read; where its revision or state is another by now, nothing is stored.
        text: may be the same as before: then what stands beside it has changed.
        side: who changed it.
        action: for the account.
        facts: for the account.

    Returns:
        The revision's number; None where somebody was quicker, or the programme is signed.
    """
    number = programme.revision + 1
    rows = Programme.objects.filter(
        pk=programme.pk, revision=programme.revision, state=programme.state
    ).exclude(state__in=[ProgrammeState.SIGNED, ProgrammeState.ENDED])
    if not rows.update(text=text, revision=number, **_columns(text)):
        return None
    Revision.objects.create(
        programme=programme,
        number=number,
        text=text,
        tables=tables_of(programme),
        made_by=side.user,
        made_for=side.organisation,
    )
    record(
        by=side.user,
        organisation=audited_at(programme),
        action=action,
        subject=f"programme:{programme.pk}",
        revision=number,
        **facts,
    )
    return number


def _columns(text: str) -> dict[str, Any]:
    """What a programme's row repeats of its text."""
    settings = read(text).settings
    days = {key: settings[key,] for key in ("first_day", "last_day")}
    return {
        "title": str(settings["title",]).strip()[:300],
        **{
            key: day if isinstance(day, date) else date.fromisoformat(day)
            for key, day in days.items()
        },
    }
