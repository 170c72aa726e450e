"""Logins that failed are told to whoever watches the server."""

import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

log = logging.getLogger("samskab.logins")


@receiver(user_login_failed)
def tell(**signal: object) -> None:
    """A line without the address: many in a short time are somebody guessing."""
    del signal
    log.warning("login_failed")
