"""Writes docs/reference/settings.md from the list of settings."""

from pathlib import Path

from samskab.web.settings_page import settings_page

Path("docs/reference/settings.md").write_text(settings_page(), encoding="utf-8")
