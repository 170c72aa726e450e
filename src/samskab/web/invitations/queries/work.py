"""What waits for a worker, by keys: also what one that was ended has left."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from samskab.web.invitations.enums import DeclineState, PreparationState
from samskab.web.invitations.models import Decline, Preparation

CLAIM = timedelta(minutes=10)
"""How long a row is its worker's; one that was ended leaves it to others after that."""


def free() -> Q:
    """Rows that no worker is at."""
    return Q(claimed_at=None) | Q(claimed_at__lt=timezone.now() - CLAIM)


def left_to_prepare() -> list[int]:
    """Preparations to work out."""
    rows = Preparation.objects.filter(free(), state=PreparationState.WORKING)
    return list(rows.order_by("id").values_list("pk", flat=True))


def left_to_publish() -> list[int]:
    """Preparations to publish."""
    rows = Preparation.objects.filter(free(), state=PreparationState.CONFIRMED)
    return list(rows.order_by("id").values_list("pk", flat=True))


def left_to_suggest() -> list[int]:
    """Declines without a suggestion."""
    rows = Decline.objects.filter(free(), state=DeclineState.OPEN, suggested_at=None)
    return list(rows.values_list("pk", flat=True))


def left_to_settle() -> list[int]:
    """Declines that were decided upon."""
    rows = Decline.objects.filter(free(), state__in=[DeclineState.MOVING, DeclineState.LEAVING])
    return list(rows.values_list("pk", flat=True))
