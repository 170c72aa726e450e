"""Addresses of members and invitations."""

from django.urls import path

from samskab.web.members import accept_views, views

urlpatterns = [
    path("invitation/<str:secret>/", accept_views.invite_accept, name="invite_accept"),
    path("<slug:slug>/medlemmer/", views.members, name="members"),
    path("<slug:slug>/medlemmer/inviter/", views.member_invite, name="member_invite"),
    path("<slug:slug>/medlemmer/invitation/<int:pk>/", views.invite_again, name="invite_again"),
    path("<slug:slug>/medlemmer/<int:pk>/", views.member, name="member"),
    path(
        "<slug:slug>/medlemmer/<int:pk>/deaktiver/",
        views.member_deactivate,
        name="member_deactivate",
    ),
]
