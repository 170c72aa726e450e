"""Fjordby, a municipality that is nowhere, to try the application with."""
