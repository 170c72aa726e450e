"""The app's name for Django."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, organisations, roles."""

    name = "samskab.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Listen for logins that fail."""
        import_module("samskab.web.accounts.attempts")
