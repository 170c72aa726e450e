"""Addresses of the API and of its keys."""

from django.urls import path

from samskab.web.api import views
from samskab.web.api.v1 import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("<slug:slug>/api/", views.api_tokens, name="api_tokens"),
    path("<slug:slug>/api/<int:pk>/tilbagekald/", views.api_token_revoke, name="api_token_revoke"),
]
