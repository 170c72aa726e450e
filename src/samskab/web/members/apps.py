"""The app's name for Django."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Invitations and roles."""

    name = "samskab.web.members"
    label = "members"
