"""Compiles every django.po of the browser door to the django.mo beside it, as Django reads it."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

for source in Path("src/samskab/web").glob("**/locale/*/LC_MESSAGES/django.po"):
    with source.open("rb") as file:
        catalog = read_po(file)
    with source.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalog)
