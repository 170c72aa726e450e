"""Both sides sign one revision; both together can open it again."""

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.queries import roles_in
from samskab.web.audit.actions import record
from samskab.web.programmes.design_queries import tables_of
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import SIGNERS, Side, audited_at, refusal, sides_of
from samskab.web.programmes.models import Programme, Reopening, Revision, Signature

CHANGED_MEANWHILE = _(
    "The programme was changed after you opened this page, so you would have signed something "
    "that you had not seen. Look at what has changed, and sign then."
)
NOT_SIGNED = _("This programme is not signed, so that it is open already: just change it.")
MAY_NOT_SIGN = _(
    "Your roles do not let you sign for {organisation}: a municipality's consultant or top "
    "management can, or a provider's consultant. Ask one of them."
)


@transaction.atomic
def sign(*, programme: Programme, revision: int, side: Side) -> Promise | str | None:
    """Sign a revision that was seen; the last signature locks the programme.

    Returns:
        Why it could not be signed; None where it was.
    """
    fresh = _locked(programme)
    roles = SIGNERS[OrganisationKind(side.organisation.kind)]
    if not roles & roles_in(side.user, side.organisation):
        return MAY_NOT_SIGN.format(organisation=side.organisation)
    if words := refusal(fresh, side.organisation):
        return words
    if fresh.revision != revision:
        return CHANGED_MEANWHILE
    current = Revision.objects.get(programme=fresh, number=revision)
    _row, is_new = Signature.objects.get_or_create(
        revision=current,
        organisation=side.organisation,
        defaults={"by": side.user, "name": str(side.user)},
    )
    if is_new:
        _record(fresh, side, "programme_signed", revision=revision)
    signed = Signature.objects.filter(revision=current, organisation__in=sides_of(fresh)).count()
    if signed == len(sides_of(fresh)) and fresh.state == ProgrammeState.SHARED:
        Programme.objects.filter(pk=fresh.pk, revision=revision).update(state=ProgrammeState.SIGNED)
        _record(fresh, side, "programme_locked", revision=revision)
    return None


@transaction.atomic
def withdraw_signature(*, programme: Programme, side: Side) -> Promise | None:
    """Take one's own signature back, as long as the other side has not signed too."""
    fresh = _locked(programme)
    if words := refusal(fresh, side.organisation):
        return words
    rows = Signature.objects.filter(
        revision__programme=fresh,
        revision__number=fresh.revision,
        organisation=side.organisation,
    )
    if rows.delete()[0]:
        _record(fresh, side, "signature_withdrawn", revision=fresh.revision)
    return None


@transaction.atomic
def ask_to_reopen(*, programme: Programme, reason: str, side: Side) -> Promise | None:
    """Ask to open a signed programme; where the other side has asked too, it is open.

    The text of the new revision is the signed one's: signatures belong to revisions, so nobody has
    signed it.
    """
    fresh = _locked(programme)
    if fresh.state != ProgrammeState.SIGNED:
        return NOT_SIGNED
    Reopening.objects.get_or_create(
        programme=fresh,
        organisation=side.organisation,
        defaults={"by": side.user, "reason": reason},
    )
    _record(fresh, side, "reopening_asked", revision=fresh.revision)
    rows = Reopening.objects.filter(programme=fresh, organisation__in=sides_of(fresh))
    if rows.count() == len(sides_of(fresh)):
        _reopen(fresh, side)
    return None


@transaction.atomic
def keep_signed(*, programme: Programme, side: Side) -> None:
    """Either side takes the wish to reopen off the table."""
    fresh = _locked(programme)
    if Reopening.objects.filter(programme=fresh).delete()[0]:
        _record(fresh, side, "reopening_dropped", revision=fresh.revision)


def _reopen(programme: Programme, side: Side) -> None:
    number = programme.revision + 1
    Programme.objects.filter(pk=programme.pk, state=ProgrammeState.SIGNED).update(
        state=ProgrammeState.SHARED, revision=number
    )
    Revision.objects.create(
        programme=programme,
        number=number,
        text=programme.text,
        tables=tables_of(programme),
        made_by=side.user,
        made_for=side.organisation,
    )
    Reopening.objects.filter(programme=programme).delete()
    _record(programme, side, "programme_reopened", revision=number)


def _locked(programme: Programme) -> Programme:
    """The row as it is now; nobody else changes it before this transaction ends."""
    row = Programme.objects.select_for_update(of=("self",))
    return row.select_related("municipality", "provider").get(pk=programme.pk)


def _record(programme: Programme, side: Side, action: str, **facts: object) -> None:
    record(
        by=side.user,
        organisation=audited_at(programme),
        action=action,
        subject=f"programme:{programme.pk}",
        side=side.organisation.kind,
        **facts,
    )
