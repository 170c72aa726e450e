"""A real mail server beside each test that asks for one."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings
from tests.web.invitations.smtp_server import SmtpServer, smtp_server

SENDER = "kalender@fjordby.example"


@pytest.fixture
def server(settings: Settings) -> Iterator[SmtpServer]:
    with smtp_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.DEFAULT_FROM_EMAIL = SENDER
        yield running
