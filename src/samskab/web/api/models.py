"""A key to the API."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation


class Token(models.Model):
    """A key: it sees what its owner's roles see in one organisation, of what its scopes allow.

    Attributes:
        secret_hash: SHA-256 of the key, which is shown once and kept nowhere.
        used_on: the last day it opened something.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="tokens")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(_("what is it for?"), max_length=100)
    scopes = models.JSONField(default=list)
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name
