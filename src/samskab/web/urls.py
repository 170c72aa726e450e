"""The addresses of the whole site."""

from django.urls import include, path

from samskab.web.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("sprog/", include("django.conf.urls.i18n")),
    path("", include("samskab.web.api.urls")),
    path("konto/", include("samskab.web.accounts.second_factor_urls")),
    path("konto/", include("allauth.urls")),
    path("", include("samskab.web.people.urls")),
    path("", include("samskab.web.commissions.urls")),
    path("", include("samskab.web.programmes.urls")),
    path("", include("samskab.web.plans.urls")),
    path("", include("samskab.web.invitations.urls")),
    path("", include("samskab.web.members.urls")),
    path("", include("samskab.web.privacy.urls")),
    path("", include("samskab.web.audit.urls")),
    path("", include("samskab.web.overview.urls")),
    path("", include("samskab.web.accounts.urls")),
]
