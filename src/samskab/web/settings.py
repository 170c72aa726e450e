"""Django's settings; what differs between machines comes from `environment`."""

from datetime import time, timedelta
from pathlib import Path

import dj_email_url
from csp.constants import NONE, SELF

from samskab.web import environment as env
from samskab.web import logs
from samskab.web.databases import database
from samskab.web.house.chores import Chore
from samskab.web.identity import identity_providers

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[2]
given = env.Environment()

DEBUG = given.truth(env.DEBUG)
SECRET_KEY = "only-for-a-developer" if DEBUG else given.text(env.SECRET_KEY)
ALLOWED_HOSTS = given.several(env.HOSTS)
DEMO = given.truth(env.DEMO)
DATA = Path(given.text(env.DATA)).absolute()

INSTALLED_APPS = [
    "samskab.web.accounts",
    "samskab.web.audit",
    "samskab.web.house",
    "samskab.web.people",
    "samskab.web.members",
    "samskab.web.commissions",
    "samskab.web.programmes",
    "samskab.web.plans",
    "samskab.web.invitations",
    "samskab.web.privacy",
    "samskab.web.api",
    "samskab.web.overview",
    "samskab.web.demo",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.humanize",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
]
MIDDLEWARE = [
    "samskab.web.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samskab.web.uploads.BoundedBody",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "samskab.web.urls"
WSGI_APPLICATION = "samskab.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]

DATABASES = {"default": database(given, DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Counts of logins are shared by all processes; migration accounts 0002 makes the table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CHORES = (
    Chore("samskab.web.plans.chores.recover", every=timedelta(minutes=1)),
    Chore("samskab.web.invitations.jobs.keep_going", every=timedelta(minutes=1)),
    Chore("samskab.web.invitations.jobs.read_mail", every=timedelta(minutes=2)),
    Chore("samskab.web.people.jobs.forget_old_uploads", every=timedelta(hours=1)),
    Chore("samskab.web.people.jobs.fetch_every_feed", every=timedelta(days=1), at=time(2)),
    Chore("samskab.web.privacy.jobs.apply_retention", every=timedelta(days=1), at=time(4)),
    Chore("samskab.web.house.jobs.forget_old_tasks", every=timedelta(days=1), at=time(4, 30)),
)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "samskab.web.accounts.signup.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_CHANGE_EMAIL = True
# An address is verified by the invitation that was sent to it.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Samskab: "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if given.truth(env.HTTPS) else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Whoever has an account was invited at that address.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Samskab"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not given.truth(env.HTTPS)
SECOND_FACTOR = given.truth(env.SECOND_FACTOR)
SECOND_FACTOR_GRACE_DAYS = given.number(env.SECOND_FACTOR_GRACE_DAYS)
SOCIALACCOUNT_ADAPTER = "samskab.web.accounts.signup.KnownOnly"
# A form that ends at the identity provider would need its address in the page's policy.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": identity_providers(given)}}
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
PASSWORD_RESET_TIMEOUT = 2 * 3600

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HERE / "static", ("dkfds", CHECKOUT / "node_modules" / "dkfds" / "dist")]
MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN if DEBUG else MANIFEST},
}
MEDIA_ROOT = DATA / "files"

if given.text(env.EMAIL_URL):
    vars().update(dj_email_url.parse(given.text(env.EMAIL_URL)))
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = given.text(env.EMAIL_FROM)
IMAP_URLS = given.several(env.IMAP_URL)

LOGGING = logs.LOGGING
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
MOST_UPLOAD_MEGABYTES = given.number(env.UPLOAD_MB)
RETENTION_MONTHS = given.number(env.RETENTION_MONTHS)

FEED_NETWORKS = given.several(env.FEED_NETWORKS)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if given.truth(env.HTTPS):
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
