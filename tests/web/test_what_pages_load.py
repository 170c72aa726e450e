"""What a server loads before its first page."""

import subprocess
import sys

from tests.web.worker import site_environment

HEAVY = ("ortools", "numpy", "scipy", "pandas", "statsmodels", "altair", "vl_convert")
LOAD = f"""
import sys
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print([name for name in {HEAVY} if name in sys.modules])
"""


def test_no_solver_and_no_numpy_when_every_page_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD],
        env=site_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "[]\n"
