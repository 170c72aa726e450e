"""Addresses of this app."""

from django.urls import URLPattern, path

from samskab.web.plans.views import downloads, jobs, overview, proposals, results, whatif

OF_ALL = "<slug:slug>/planer/"
OF_ONE = f"{OF_ALL}<int:programme>/"
OF_PLAN = f"{OF_ONE}<int:plan>/"
OF_SESSION = f"{OF_PLAN}kursusgange/<int:session>/"

urlpatterns: list[URLPattern] = [
    path(OF_ALL, overview.plans, name="plans"),
    path(OF_ONE, overview.plan_overview, name="plan_overview"),
    path(f"{OF_ONE}start/", jobs.plan_start, name="plan_start"),
    path(f"{OF_ONE}arbejde/<int:job>/", jobs.plan_job, name="plan_job"),
    path(f"{OF_ONE}arbejde/<int:job>/stop/", jobs.plan_job_stop, name="plan_job_stop"),
    path(f"{OF_ONE}hvad-nu-hvis/", whatif.plan_variants, name="plan_variants"),
    path(f"{OF_ONE}haandtag/", whatif.plan_levers, name="plan_levers"),
    path(f"{OF_ONE}brudt/", proposals.plan_broken, name="plan_broken"),
    path(f"{OF_PLAN}forslag/", proposals.plan_proposal, name="plan_proposal"),
    path(f"{OF_PLAN}kalender/", results.plan_calendar, name="plan_calendar"),
    path(OF_SESSION, results.plan_session, name="plan_session"),
    path(f"{OF_SESSION}fasthold/", proposals.plan_pin, name="plan_pin"),
    path(f"{OF_PLAN}personer/", results.plan_people, name="plan_people"),
    path(f"{OF_PLAN}personer/<int:person>/", results.plan_person, name="plan_person"),
    path(f"{OF_PLAN}enheder/", results.plan_units, name="plan_units"),
    path(f"{OF_PLAN}pris/", results.plan_costs, name="plan_costs"),
    path(f"{OF_PLAN}udeladt/", results.plan_left_out, name="plan_left_out"),
    path(f"{OF_PLAN}plan.json", downloads.plan_json, name="plan_json"),
    path(f"{OF_PLAN}plan.xlsx", downloads.plan_workbook, name="plan_workbook"),
    path(f"{OF_PLAN}rapport.html", downloads.plan_report, name="plan_report"),
    path(f"{OF_PLAN}mappe.zip", downloads.plan_folder, name="plan_folder"),
]
