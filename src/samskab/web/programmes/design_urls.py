"""Addresses of co-design."""

from django.urls import URLPattern, path

from samskab.web.programmes import (
    design_views,
    module_views,
    revision_views,
    section_views,
    signing_views,
    table_views,
    talk_views,
)

ALL = "<slug:slug>/forloeb/"
ONE = f"{ALL}<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(ALL, design_views.programmes, name="programmes"),
    path(f"{ALL}nyt/", design_views.programme_new, name="programme_new"),
    path(ONE, design_views.programme, name="programme"),
    path(f"{ONE}rammer/", section_views.programme_frame, name="programme_frame"),
    path(f"{ONE}dagen/", section_views.programme_day, name="programme_day"),
    path(f"{ONE}regler/", section_views.programme_rules, name="programme_rules"),
    path(f"{ONE}vaegte/", section_views.programme_prices, name="programme_prices"),
    path(f"{ONE}moduler/", module_views.programme_modules, name="programme_modules"),
    path(f"{ONE}moduler-nyt/", module_views.module_new, name="module_new"),
    path(f"{ONE}moduler/<str:module>/", section_views.module, name="module"),
    path(f"{ONE}moduler/<str:module>/flyt/", module_views.module_move, name="module_move"),
    path(f"{ONE}moduler/<str:module>/fjern/", module_views.module_remove, name="module_remove"),
    path(f"{ONE}hvem-moeder-hvem/", table_views.programme_together, name="programme_together"),
    path(
        f"{ONE}undervisere-og-lokaler/", table_views.programme_resources, name="programme_resources"
    ),
    path(f"{ONE}pris-og-tid/", revision_views.programme_economy, name="programme_economy"),
    path(f"{ONE}udgaver/", revision_views.programme_revisions, name="programme_revisions"),
    path(f"{ONE}droeftelse/", talk_views.programme_talk, name="programme_talk"),
    path(f"{ONE}droeftelse/kommentar/", talk_views.comment_new, name="comment_new"),
    path(f"{ONE}droeftelse/afslut/", talk_views.comment_settle, name="comment_settle"),
    path(f"{ONE}droeftelse/forslag/", talk_views.proposal_new, name="proposal_new"),
    path(f"{ONE}droeftelse/forslag/tag/", talk_views.proposal_take, name="proposal_take"),
    path(f"{ONE}droeftelse/forslag/drop/", talk_views.proposal_drop, name="proposal_drop"),
    path(f"{ONE}underskriv/", signing_views.programme_sign, name="programme_sign"),
    path(f"{ONE}underskriv/fortryd/", signing_views.programme_unsign, name="programme_unsign"),
    path(f"{ONE}genaabn/", signing_views.programme_reopen, name="programme_reopen"),
    path(f"{ONE}genaabn/nej/", signing_views.programme_keep, name="programme_keep"),
]
