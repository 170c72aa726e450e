"""Kinds of busy time, and how a calendar is doing."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BusyKind(TextChoices):
    """As `samskab.common.busy.BusyKind`, with words."""

    HARD = "hard", _("away")
    BUSY = "busy", _("busy")
    TENTATIVE = "tentative", _("tentative")


class CalendarSource(TextChoices):
    """Where busy time comes from."""

    FILE = "file", _("uploaded file")
    FEED = "feed", _("subscribed feed")


class CalendarState(TextChoices):
    """What can be said of the last reading."""

    WAITING = "waiting", _("not read yet")
    WHOLE = "whole", _("read")
    PARTLY = "partly", _("partly readable")
    FAILED = "failed", _("could not be read")


class Care(TextChoices):
    """What somebody's calendar lacks before one can plan with it."""

    MISSING = "missing", _("no calendar")
    FAILED = "failed", _("could not be read")
    OLD = "old", _("older than 30 days")
    PARTLY = "partly", _("partly readable")
    WAITING = "waiting", _("being fetched")
    FINE = "fine", _("up to date")
