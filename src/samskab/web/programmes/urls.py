"""Addresses of this app."""

from django.urls import URLPattern

from samskab.web.programmes import design_urls

urlpatterns: list[URLPattern] = [
    *design_urls.urlpatterns,
]
