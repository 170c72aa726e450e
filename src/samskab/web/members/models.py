"""An invitation to become a member."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation


class Invite(models.Model):
    """A link in a mail; whoever has it becomes a member with these roles, once.

    Attributes:
        secret_hash: SHA-256 of what stands in the link; the link itself is not kept.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invites")
    email = models.EmailField(_("e-mail"))
    roles = models.JSONField(default=list)
    secret_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.email}"
