"""Comments and proposals at the place that they concern."""

from django.db import transaction
from django.utils import timezone

from samskab.planner.folder.settings import SettingPath, dotted
from samskab.web.audit.actions import record
from samskab.web.programmes.design.reading import read, same
from samskab.web.programmes.design.writing import toml_of, value_of
from samskab.web.programmes.design_actions import Outcome, save_settings
from samskab.web.programmes.enums import ProposalState
from samskab.web.programmes.locks import Side, audited_at
from samskab.web.programmes.models import Comment, Programme, Proposal


@transaction.atomic
def write_comment(
    *, programme: Programme, place: str, text: str, side: Side, answers: Comment | None = None
) -> Comment:
    """Say something of a place, or answer what was said there; an answer opens a settled thread."""
    comment = Comment.objects.create(
        programme=programme,
        place=place if answers is None else answers.place,
        text=text,
        by=side.user,
        organisation=side.organisation,
        answers=answers,
    )
    if answers is not None and answers.settled_at is not None:
        Comment.objects.filter(pk=answers.pk).update(settled_at=None, settled_by=None)
    _record(programme, side, "comment_written", comment=comment.pk)
    return comment


@transaction.atomic
def settle_thread(*, comment: Comment, side: Side) -> None:
    """A thread has been talked through."""
    rows = Comment.objects.filter(pk=comment.pk, settled_at=None)
    if rows.update(settled_at=timezone.now(), settled_by=side.user):
        _record(comment.programme, side, "comment_settled", comment=comment.pk)


@transaction.atomic
def propose(
    *, programme: Programme, path: SettingPath, value: object, reason: str, side: Side
) -> Proposal:
    """Another value for one setting, for both to take or drop."""
    now = read(programme.text).settings
    proposal = Proposal.objects.create(
        programme=programme,
        place=dotted(path),
        value=toml_of(value),
        base=toml_of(now.get(path)),
        reason=reason,
        by=side.user,
        organisation=side.organisation,
    )
    _record(programme, side, "proposal_made", proposal=proposal.pk)
    return proposal


@transaction.atomic
def take_proposal(
    *, proposal: Proposal, path: SettingPath, seen: str, side: Side
) -> Outcome | None:
    """Make a proposal the programme's setting.

    Args:
        proposal: open; one that is settled changes nothing.
        path: of its place.
        seen: the value, as TOML writes it, that it is to replace: where the programme says another
            by now, nothing is changed.
        side: who takes it.

    Returns:
        What became of it; None where its base does not hold.
    """
    programme = Programme.objects.select_for_update().get(pk=proposal.programme_id)
    now = read(programme.text).settings
    if not same(value_of(seen), now.get(path)):
        return None
    rows = Proposal.objects.filter(pk=proposal.pk, state=ProposalState.OPEN)
    outcome = save_settings(
        programme=programme, base=now, wanted={path: value_of(proposal.value)}, side=side
    )
    if outcome.is_made and rows.update(
        state=ProposalState.TAKEN, settled_by=side.user, settled_at=timezone.now()
    ):
        _record(proposal.programme, side, "proposal_taken", proposal=proposal.pk)
    return outcome


@transaction.atomic
def drop_proposal(*, proposal: Proposal, side: Side) -> None:
    """A proposal is off the table."""
    rows = Proposal.objects.filter(pk=proposal.pk, state=ProposalState.OPEN)
    if rows.update(state=ProposalState.DROPPED, settled_by=side.user, settled_at=timezone.now()):
        _record(proposal.programme, side, "proposal_dropped", proposal=proposal.pk)


def _record(programme: Programme, side: Side, action: str, **facts: object) -> None:
    record(
        by=side.user,
        organisation=audited_at(programme),
        action=action,
        subject=f"programme:{programme.pk}",
        **facts,
    )
