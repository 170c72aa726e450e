"""Brings new sentences of the browser door into its django.po files."""

import os
from pathlib import Path

import django
from django.core.management import call_command

WEB = Path("src/samskab/web").absolute()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskab.web.settings")
os.environ.setdefault("SAMSKAB_SECRET_KEY", "none")
django.setup()
apps = sorted(locale.parent for locale in WEB.glob("*/locale"))
for place in (WEB, *apps):
    os.chdir(place)
    call_command(
        "makemessages",
        locale=["da"],
        no_location=True,
        no_obsolete=True,
        no_wrap=True,
        ignore_patterns=[f"{app.name}/*" for app in apps] if place == WEB else [],
    )
