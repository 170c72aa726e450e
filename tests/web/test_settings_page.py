"""docs/reference/settings.md tells of every setting there is."""

import re
from pathlib import Path

from samskab.web import environment
from samskab.web.environment import VARIABLES, Variable
from samskab.web.settings_page import settings_page

ROOT = Path(__file__).parents[2]


def test_page_is_as_the_list_says_when_it_is_written_anew() -> None:
    page = ROOT / "docs" / "reference" / "settings.md"
    assert page.read_text(encoding="utf-8") == settings_page(), "run tools/write_settings_page.py"


def test_list_holds_every_variable_when_the_module_is_read() -> None:
    named = [value for value in vars(environment).values() if isinstance(value, Variable)]
    assert sorted(named, key=repr) == sorted(VARIABLES, key=repr)


def test_no_setting_is_read_past_the_list_when_the_web_door_is_searched() -> None:
    known = {variable.name for variable in VARIABLES}
    for source in (ROOT / "src" / "samskab" / "web").rglob("*.py"):
        read = re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", source.read_text(encoding="utf-8"))
        assert set(read) <= known, source
