"""Addresses of the account."""

from django.urls import path

from samskab.web.audit import views

urlpatterns = [
    path("<slug:slug>/revision/", views.audit, name="audit"),
    path("<slug:slug>/revision/fil.csv", views.audit_csv, name="audit_csv"),
]
