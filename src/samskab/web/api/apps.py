"""The app's name for Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Keys and the REST API."""

    name = "samskab.web.api"
    label = "api"
