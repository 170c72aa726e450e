"""The app's name for Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Data to try the application with."""

    name = "samskab.web.demo"
    label = "demo"
