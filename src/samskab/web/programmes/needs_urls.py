"""Addresses of the import of needs."""

from django.urls import path

from samskab.web.programmes import needs_views

NEEDS = "<slug:slug>/forloeb/<int:pk>/behov/indlaes/"
urlpatterns = [
    path(NEEDS, needs_views.needs_import, name="needs_import"),
    path(f"{NEEDS}se/", needs_views.needs_import_preview, name="needs_import_preview"),
    path(f"{NEEDS}glem/", needs_views.needs_import_drop, name="needs_import_drop"),
]
