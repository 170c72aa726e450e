"""Logging in to a server of another process."""

from django.conf import settings
from django.test import Client

from samskab.web.accounts.models import User


def login_cookie(user: User) -> str:
    """By which the server knows her."""
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
