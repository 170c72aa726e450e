"""The site's settings, as tests run it: on SQLite in a folder of its own, or on DATABASE_URL."""

import os
import tempfile

os.environ.setdefault(
    "SAMSKAB_SECRET_KEY", "a-key-for-tests-only-which-signs-nothing-that-lasts-12345"
)
os.environ.setdefault("SAMSKAB_HTTPS", "no")
os.environ.setdefault("SAMSKAB_DATA", tempfile.mkdtemp(prefix="samskab-test-"))

from samskab.web.settings import *  # noqa: F403
from samskab.web.settings import DATA, DATABASES, STORAGES

# Each test of a page would otherwise need `collectstatic` first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Safe hashes are slow by design; tests log in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a file: workers of a test open it too
    DATA.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
# Tests log in hundreds of times; those of the second factor and of limits ask for them.
SECOND_FACTOR = False
ACCOUNT_RATE_LIMITS = False
