"""The app's name for Django."""

from django.apps import AppConfig


class HouseConfig(AppConfig):
    """Workers and their chores, backups, the start of a server."""

    name = "samskab.web.house"
    label = "house"
