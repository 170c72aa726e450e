"""The app's name for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, organisations, roles."""

    name = "samskab.web.accounts"
    label = "accounts"
