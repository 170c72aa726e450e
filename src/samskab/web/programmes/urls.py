"""Addresses of this app."""

from django.urls import URLPattern

from samskab.web.programmes import design_urls, needs_urls, offer_urls

urlpatterns: list[URLPattern] = [
    *design_urls.urlpatterns,
    *offer_urls.urlpatterns,
    *needs_urls.urlpatterns,
]
